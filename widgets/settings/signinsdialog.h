// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"

#include <QDialog>

namespace settings {

/// Where somebody else is signed in.
class SignInsDialog final : public QDialog
{
    Q_OBJECT
public:
    SignInsDialog(client::Mirror &mirror, const QString &username, QWidget *parent = nullptr);
};

} // namespace settings
