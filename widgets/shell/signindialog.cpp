// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/signindialog.h"

#include "client/ask.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/grow.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "shell/changedpage.h"
#include "shell/trustdialog.h"

#include <QAction>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int dialogWidth = 400;
constexpr int longestCode = 64;
} // namespace

SignInDialog::SignInDialog(client::SignIn &signIn, QWidget *parent)
    : QDialog(parent), m_signIn(signIn), m_error(new kit::Banner(kit::Status::High, QString())),
      m_address(new QLineEdit(signIn.address().http.toString())), m_user(new QLineEdit),
      m_password(new QLineEdit), m_code(new QLineEdit), m_form(new QFormLayout),
      m_submit(new kit::PrimaryButton(tr("&Sign in")))
{
    setWindowTitle(tr("Sign in to Belfry"));
    setMinimumWidth(dialogWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(tr("Sign in"), kit::TextRole::PageTitle));
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    m_form->setSpacing(tokens::FormGap);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Ser&ver:"), m_address);
    m_form->addRow(tr("&User name:"), m_user);
    m_form->addRow(tr("&Password:"), m_password);
    m_form->addRow(tr("One-time &code:"), m_code);
    m_code->setMaxLength(longestCode);
    m_code->setToolTip(tr("What your authenticator shows now, or a recovery code"));
    showCode(false);
    m_address->setMaxLength(2048);
    m_user->setMaxLength(64);
    m_password->setMaxLength(1024);
    m_password->setEchoMode(QLineEdit::Password);
    column->addLayout(m_form);
    column->addSpacing(tokens::Space2);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &SignInDialog::submit);
    // Another account may need none.
    for (const QLineEdit *field : {m_address, m_user})
        connect(field, &QLineEdit::textEdited, this, [this] { showCode(false); });
    m_user->setFocus();
}

void SignInDialog::setUser(const QString &user)
{
    m_user->setText(user);
    if (!user.isEmpty())
        m_password->setFocus();
}

void SignInDialog::setAddressFixed(bool fixed)
{
    m_address->setReadOnly(fixed);
    m_address->setFocusPolicy(fixed ? Qt::NoFocus : Qt::StrongFocus);
}

void SignInDialog::submit()
{
    const auto address = client::readServerAddress(m_address->text());
    if (!address) {
        fail(address.error().message);
        m_address->setFocus();
        return;
    }
    if (m_user->text().isEmpty() || m_password->text().isEmpty()) {
        fail(tr("Give your user name and your password."));
        (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
        return;
    }
    if (m_form->isRowVisible(m_code) && m_code->text().trimmed().isEmpty()) {
        askForCode(tr("Give the code your authenticator shows, or a recovery code."));
        return;
    }
    if (!m_address->isReadOnly())
        m_signIn.setAddress(address.value());
    signIn();
}

void SignInDialog::signIn()
{
    setBusy(true);
    const QString code = m_code->text().remove(QLatin1Char(' '));
    client::whenDone(m_signIn.signIn(m_user->text(), m_password->text(), code), this,
                     [this](const core::Result<void> &result) { finish(result); });
}

void SignInDialog::finish(const core::Result<void> &result)
{
    setBusy(false);
    if (!result && result.error().code == core::ErrorCode::Forbidden) {
        askForTrust(result.error().message);
        return;
    }
    if (!result && result.error().code == core::ErrorCode::CodeRequired) {
        askForCode(result.error().message);
        return;
    }
    m_password->clear();
    m_code->clear();
    if (result) {
        accept();
        return;
    }
    fail(result.error().message);
    m_password->setFocus();
}

void SignInDialog::showCode(bool shown)
{
    m_form->setRowVisible(m_code, shown);
    if (!shown)
        m_code->clear();
}

/// The password was right, so it stays; that a code is wanted is no fault before one was given.
void SignInDialog::askForCode(const QString &why)
{
    const bool isFirst = !m_form->isRowVisible(m_code);
    showCode(true);
    m_code->clear();
    fail(why, isFirst ? kit::Status::Info : kit::Status::High);
    m_code->setFocus();
}

void SignInDialog::askForTrust(const QString &why)
{
    const client::Trust &trust = m_signIn.trust();
    const QString place = m_signIn.address().text();
    fail(why);
    QDialog *dialog = nullptr;
    if (trust.stranger() && trust.stranger()->place == place) {
        dialog = new TrustDialog(m_signIn.trust(), *trust.stranger(), this);
    } else if (trust.change() && trust.change()->place == place) {
        dialog = new ChangedDialog(m_signIn.trust(), this);
    } else {
        return;
    }
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What was refused was not sent, so what was typed still holds.
    connect(dialog, &QDialog::accepted, this, &SignInDialog::signIn);
    dialog->open();
}

void SignInDialog::fail(const QString &why, kit::Status status)
{
    m_error->setStatus(status);
    m_error->setText(why);
    m_error->show();
    kit::growToFit(*this);
}

void SignInDialog::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing in…") : tr("&Sign in"));
    for (QLineEdit *field : {m_address, m_user, m_password, m_code})
        field->setEnabled(!busy);
}

} // namespace shell
