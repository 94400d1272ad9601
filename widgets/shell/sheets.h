// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace shell {

class Actions;
struct Options;

/// Every key the window listens to, made from the same actions as the menus.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const Actions &actions, QWidget *parent = nullptr);
};

/// What this program is, under which licence, and where it keeps what.
class AboutSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutSheet(const Options &options, QWidget *parent = nullptr);
};

} // namespace shell
