// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace settings {

/// Shows once what cannot be asked for again, and lets it be copied.
class SecretDialog final : public QDialog
{
    Q_OBJECT
public:
    SecretDialog(const QString &title, const QString &sentence, const QString &secret,
                 QWidget *parent = nullptr);
};

} // namespace settings
