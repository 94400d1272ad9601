// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/trustdialog.h"

#include "kit/banner.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "shell/fingerprintcard.h"

#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace shell {

namespace {

namespace tokens = kit::tokens;
constexpr int trustWidth = 480;

kit::Label *sentence(const QString &text, kit::TextRole role = kit::TextRole::Body)
{
    auto *label = new kit::Label(text, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

TrustDialog::TrustDialog(client::Trust &trust, const client::Stranger &stranger, QWidget *parent)
    : QDialog(parent), m_trust(trust), m_stranger(stranger),
      m_error(new kit::Banner(kit::Status::High, QString()))
{
    setWindowTitle(tr("Unknown server"));
    setFixedWidth(trustWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(sentence(tr("Is this the right server?"), kit::TextRole::PageTitle));
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(
        sentence(tr("No authority vouches for the certificate of %1, and Belfry meets it for the "
                    "first time. Nothing has been sent to it, not even the password.")
                     .arg(stranger.place)));
    auto *card = new FingerprintCard(tr("Fingerprint (SHA-256)"));
    card->setFingerprint(stranger.shown);
    column->addWidget(card);
    column->addWidget(sentence(tr(
        "Compare it with the other machine: its Belfry window shows it under File, Certificate fingerprint; "
        "without a window it is printed at the start. Or let its administrator read it to you. Where a "
        "single pair differs, somebody else answers: cancel.")));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(tokens::Space4);
    form->setVerticalSpacing(tokens::Space1);
    const auto row = [form](const QString &name, const QString &value) {
        form->addRow(new kit::Label(name, kit::TextRole::Secondary), new kit::Label(value));
    };
    row(tr("Calls itself"), stranger.subject);
    row(tr("Valid until"), QLocale().toString(stranger.expiry.toLocalTime().date(), QLocale::LongFormat));
    column->addLayout(form);
    column->addSpacing(tokens::Space2);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    auto *trusted = new QPushButton(tr("They are the same: &trust it"));
    // Nobody shall accept by a hasty Enter.
    cancel->setDefault(true);
    trusted->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(trusted);
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(trusted, &QPushButton::clicked, this, &TrustDialog::submit);
    cancel->setFocus();
}

void TrustDialog::submit()
{
    if (const core::Result<void> accepted = m_trust.accept(m_stranger); !accepted) {
        m_error->setText(accepted.error().message);
        m_error->show();
        return;
    }
    accept();
}

} // namespace shell
