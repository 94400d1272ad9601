// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace kit {
class Banner;
class Label;
} // namespace kit

namespace settings {

class QrCode;

/// Sets up one-time codes for one's own account: the password, then the secret and a code of it, then the
/// recovery codes.
class CodesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit CodesDialog(client::Link &link, QWidget *parent = nullptr);

    /// Writes the recovery codes there, readable by nobody else. Empty: done; else why not.
    [[nodiscard]] QString saveCodes(const QString &path) const;
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Step { Password, Secret, Recovery };

    QWidget *passwordStep();
    QWidget *secretStep();
    QWidget *recoveryStep();
    void submit();
    void begin();
    void confirm();
    void go(Step step);
    void fail(const QString &why, QLineEdit *field);
    void setBusy(bool busy);
    void askWhereToSave();

    client::Link &m_link;
    kit::Banner *m_error;
    QStackedWidget *m_steps;
    QLineEdit *m_password;
    QrCode *m_picture;
    QLineEdit *m_secret;
    QLineEdit *m_code;
    QPlainTextEdit *m_recovery;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    bool m_isBusy = false;
};

} // namespace settings
