// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/signin.h"
#include "kit/status.h"

#include <QDialog>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace kit {
class Banner;
} // namespace kit

namespace shell {

/// Asks for user name and password of a server far away, and for a one-time code where the account needs one.
/// Accepted once the server has accepted them.
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
    void finish(const core::Result<void> &result);
    void showCode(bool shown);
    void askForCode(const QString &why);
    /// Says that nothing was sent, and shows whom the server claims to be; tries again when that is settled.
    void askForTrust(const QString &why);
    void fail(const QString &why, kit::Status status = kit::Status::High);
    void setBusy(bool busy);

    client::SignIn &m_signIn;
    kit::Banner *m_error;
    QLineEdit *m_address;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_code;
    QFormLayout *m_form;
    QPushButton *m_submit;
};

} // namespace shell
