// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/changedpage.h"

#include "kit/banner.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "shell/fingerprintcard.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int widestText = 680;
constexpr int dialogLeast = 600;
} // namespace

ChangedPage::ChangedPage(client::Trust &trust, QWidget *parent)
    : QWidget(parent), m_trust(trust), m_title(new kit::Label({}, kit::TextRole::PageTitle)),
      m_what(new kit::Label), m_todo(new kit::Label), m_error(new kit::Banner(kit::Status::High, QString())),
      m_before(new FingerprintCard({})), m_now(new FingerprintCard(tr("Shown now"))),
      m_confirmed(new QCheckBox(tr("The administrator has &confirmed the fingerprint shown now"))),
      m_forget(new QPushButton(tr("&Forget the old certificate")))
{
    auto *outer = new QHBoxLayout(this);
    auto *sheet = new QWidget;
    sheet->setMaximumWidth(widestText);
    outer->addStretch(1);
    outer->addWidget(sheet, 100);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(sheet);
    column->setSpacing(tokens::Space4);
    column->addStretch(1);
    for (kit::Label *label : {m_title, m_what, m_todo})
        label->setWordWrap(true);
    column->addWidget(m_title);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(m_what);
    auto *prints = new QHBoxLayout;
    prints->setSpacing(tokens::CardGap);
    prints->addWidget(m_before, 1);
    prints->addWidget(m_now, 1);
    column->addLayout(prints);
    column->addWidget(m_todo);
    column->addWidget(m_confirmed);
    auto *buttons = new QHBoxLayout;
    auto *retry = new QPushButton(tr("Try &again"));
    buttons->addWidget(retry);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(2);
    connect(retry, &QPushButton::clicked, this, &ChangedPage::retryWanted);
    connect(m_confirmed, &QCheckBox::toggled, m_forget, &QWidget::setEnabled);
    connect(m_forget, &QPushButton::clicked, this, &ChangedPage::forget);
}

void ChangedPage::show(const client::CertificateChange &change)
{
    m_error->hide();
    if (m_change != change)
        m_confirmed->setChecked(false);
    m_forget->setEnabled(m_confirmed->isChecked());
    m_change = change;
    m_title->setText(tr("%1 shows another certificate").arg(change.place));
    QString what =
        tr("Belfry stopped and sends nothing: no password and no sign-in. Either the server has a new "
           "certificate, or somebody stands between you and it and wants to read along.");
    if (change.isVouched)
        what += u' ' + tr("An authority of this computer vouches for the new one.");
    m_what->setText(what);
    m_before->setTitle(change.isGiven ? tr("Asked for at the start") : tr("Accepted before"));
    if (change.expected)
        m_before->setFingerprint(*change.expected);
    else
        m_before->setSentence(tr("Any that an authority of this computer vouches for."));
    m_now->setFingerprint(change.shown);
    QString todo =
        tr("1. Ask the administrator of the server, by telephone or in person, whether its certificate "
           "was renewed.\n2. Let its fingerprint be read to you and compare it with the one shown "
           "now.\n");
    todo +=
        change.isGiven
            ? tr("3. Only if they are the same, start Belfry again with the new one behind --fingerprint.")
            : tr("3. Only if they are the same, forget the old one: you are then asked about the new one.");
    m_todo->setText(todo);
    m_confirmed->setVisible(!change.isGiven);
    m_forget->setVisible(!change.isGiven);
    show();
}

void ChangedPage::forget()
{
    if (const core::Result<void> done = m_trust.forget(*m_change); !done) {
        m_error->setText(done.error().message);
        m_error->show();
        return;
    }
    Q_EMIT forgotten();
}

ChangedDialog::ChangedDialog(client::Trust &trust, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Another certificate"));
    setMinimumWidth(dialogLeast);
    auto *column = new QVBoxLayout(this);
    auto *page = new ChangedPage(trust);
    page->show(*trust.change());
    column->addWidget(page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(page, &ChangedPage::retryWanted, this, &QDialog::accept);
    connect(page, &ChangedPage::forgotten, this, &QDialog::accept);
}

} // namespace shell
