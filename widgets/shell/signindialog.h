// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/signin.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace kit {
class Banner;
} // namespace kit

namespace shell {

/// Asks for user name and password of a server far away. Accepted once the server has accepted them.
class SignInDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SignInDialog(client::SignIn &signIn, QWidget *parent = nullptr);

    void setUser(const QString &user);
    /// The address can be changed only before there is a window for it.
    void setAddressFixed(bool fixed);

private:
    void submit();
    void signIn();
    /// Says that nothing was sent, and shows whom the server claims to be; tries again when that is settled.
    void askForTrust(const QString &why);
    void fail(const QString &why);
    void setBusy(bool busy);

    client::SignIn &m_signIn;
    kit::Banner *m_error;
    QLineEdit *m_address;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPushButton *m_submit;
};

} // namespace shell
