// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/codesdialog.h"

#include "catalog/onetimecodes.h"
#include "client/ask.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/grow.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "settings/qrcode.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace settings {

namespace {

namespace tokens = kit::tokens;
constexpr int codesWidth = 520;
constexpr int longestOwnPassword = 1024;
constexpr int longestCode = 16;
constexpr int group = 4;

/// Letters are typed over in groups.
QString inGroups(const QString &secret)
{
    QStringList groups;
    for (qsizetype at = 0; at < secret.size(); at += group)
        groups << secret.mid(at, group);
    return groups.join(QLatin1Char(' '));
}

kit::Label *wrapped(const QString &text)
{
    auto *label = new kit::Label(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

QVBoxLayout *columnOf(QWidget &step)
{
    auto *column = new QVBoxLayout(&step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space3);
    return column;
}

QFormLayout *formIn(QVBoxLayout &column)
{
    auto *form = new QFormLayout;
    form->setSpacing(tokens::FormGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column.addLayout(form);
    return form;
}

} // namespace

CodesDialog::CodesDialog(client::Link &link, QWidget *parent)
    : QDialog(parent), m_link(link), m_error(new kit::Banner(kit::Status::High, QString())),
      m_steps(new QStackedWidget), m_password(new QLineEdit), m_picture(new QrCode), m_secret(new QLineEdit),
      m_code(new QLineEdit), m_recovery(new QPlainTextEdit), m_submit(new kit::PrimaryButton(tr("&Next"))),
      m_cancel(new QPushButton(tr("&Cancel")))
{
    setWindowTitle(tr("Set up one-time codes"));
    setMinimumWidth(codesWidth);
    QVBoxLayout *column = columnOf(*this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->addWidget(new kit::Label(windowTitle(), kit::TextRole::PageTitle));
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    m_password->setAccessibleName(tr("Your password"));
    m_secret->setAccessibleName(tr("Secret"));
    m_code->setAccessibleName(tr("Code"));
    m_steps->addWidget(passwordStep());
    m_steps->addWidget(secretStep());
    m_steps->addWidget(recoveryStep());
    column->addWidget(m_steps, 1);
    auto *buttons = new QHBoxLayout;
    m_cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &CodesDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &CodesDialog::submit);
}

QWidget *CodesDialog::passwordStep()
{
    auto *step = new QWidget;
    QVBoxLayout *column = columnOf(*step);
    column->addWidget(wrapped(tr("With codes, whoever learns your password still cannot sign in. You need "
                                 "an authenticator: a program on your telephone that shows a new code every "
                                 "half minute.")));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(longestOwnPassword);
    formIn(*column)->addRow(tr("Your &password:"), m_password);
    column->addStretch(1);
    return step;
}

QWidget *CodesDialog::secretStep()
{
    auto *step = new QWidget;
    QVBoxLayout *column = columnOf(*step);
    column->addWidget(wrapped(tr("Point the authenticator's camera at the picture, or type the letters into "
                                 "it. Then give the code it shows.")));
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_secret->setReadOnly(true);
    m_secret->setFont(kit::fontOf(kit::TextRole::Mono));
    m_code->setMaxLength(longestCode);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    QFormLayout *form = formIn(*column);
    form->addRow(tr("&Secret:"), m_secret);
    form->addRow(tr("C&ode:"), m_code);
    return step;
}

QWidget *CodesDialog::recoveryStep()
{
    auto *step = new QWidget;
    QVBoxLayout *column = columnOf(*step);
    column->addWidget(wrapped(tr("From now on signing in needs a code. Should you lose the authenticator, "
                                 "each of these recovery codes is good once in place of one. They are shown "
                                 "only now: keep them where you would look, and nobody else.")));
    m_recovery->setReadOnly(true);
    m_recovery->setTabChangesFocus(true);
    m_recovery->setFont(kit::fontOf(kit::TextRole::Mono));
    m_recovery->setAccessibleName(tr("Recovery codes"));
    column->addWidget(m_recovery, 1);
    auto *row = new QHBoxLayout;
    auto *copy = new QPushButton(kit::icon(kit::Symbol::Copy), tr("Co&py"));
    auto *save = new QPushButton(tr("&Save…"));
    for (QPushButton *button : {copy, save}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(m_recovery->toPlainText());
        copy->setText(tr("Copied"));
    });
    connect(save, &QPushButton::clicked, this, &CodesDialog::askWhereToSave);
    return step;
}

void CodesDialog::submit()
{
    m_error->hide();
    switch (Step(m_steps->currentIndex())) {
    case Password:
        return begin();
    case Secret:
        return confirm();
    case Recovery:
        accept();
    }
}

void CodesDialog::begin()
{
    if (m_password->text().isEmpty())
        return fail(tr("Give your password."), m_password);
    setBusy(true);
    client::ask(m_link, identity::BeginCodes{m_password->text()}, this,
                [this](const core::Result<identity::BeginCodes::Reply> &reply) {
                    setBusy(false);
                    m_password->clear();
                    if (!reply)
                        return fail(reply.error().message, m_password);
                    m_secret->setText(inGroups(reply->secret));
                    m_secret->setCursorPosition(0);
                    m_picture->setVisible(m_picture->setText(reply->uri));
                    go(Secret);
                    m_code->setFocus();
                });
}

void CodesDialog::confirm()
{
    const QString code = m_code->text().remove(QLatin1Char(' '));
    if (code.isEmpty())
        return fail(tr("Give the code the authenticator shows now."), m_code);
    setBusy(true);
    client::ask(m_link, identity::ConfirmCodes{code}, this,
                [this](const core::Result<identity::ConfirmCodes::Reply> &reply) {
                    setBusy(false);
                    if (!reply) {
                        m_code->selectAll();
                        return fail(reply.error().message, m_code);
                    }
                    m_recovery->setPlainText(reply->recoveryCodes.join(QLatin1Char('\n')));
                    go(Recovery);
                    m_cancel->hide();
                    m_submit->setText(tr("I have &kept them"));
                    m_recovery->setFocus();
                });
}

void CodesDialog::go(Step step)
{
    m_steps->setCurrentIndex(step);
    kit::growToFit(*this);
}

void CodesDialog::fail(const QString &why, QLineEdit *field)
{
    m_error->setText(why);
    m_error->show();
    kit::growToFit(*this);
    if (field)
        field->setFocus();
}

void CodesDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    for (QWidget *part : {static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_submit),
                          static_cast<QWidget *>(m_cancel)})
        part->setEnabled(!busy);
}

void CodesDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    kit::growToFit(*this);
}

/// The recovery codes come only once, so the dialog stays while they are on their way, and until they are
/// said to be kept.
void CodesDialog::reject()
{
    if (!m_isBusy && m_steps->currentIndex() != Recovery)
        QDialog::reject();
}

void CodesDialog::askWhereToSave()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save recovery codes"),
                                                      QStringLiteral("belfry-recovery-codes.txt"));
    if (path.isEmpty())
        return;
    if (const QString why = saveCodes(path); !why.isEmpty())
        fail(why, nullptr);
}

QString CodesDialog::saveCodes(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray text = m_recovery->toPlainText().toUtf8() + '\n';
    const bool isSaved = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(text) == text.size() && file.commit();
    return isSaved ? QString()
                   : tr("The codes could not be saved: %1. Choose another place.").arg(file.errorString());
}

} // namespace settings
