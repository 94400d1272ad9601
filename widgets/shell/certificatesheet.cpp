// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/certificatesheet.h"

#include "kit/label.h"
#include "kit/tokens.h"
#include "shell/fingerprintcard.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int sheetWidth = 440;
} // namespace

CertificateSheet::CertificateSheet(const client::Link &link, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Certificate fingerprint"));
    setFixedWidth(sheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space4, tokens::Space4, tokens::Space4, tokens::Space4);
    column->setSpacing(tokens::Space3);
    auto *what = new kit::Label(
        link.isLocal()
            ? tr("Who connects to this Belfry for the first time is shown a fingerprint. Read this one "
                 "to them: if it is the same, they have reached you and nobody else.")
            : tr("This is the certificate that %1 shows.").arg(link.address()));
    what->setWordWrap(true);
    column->addWidget(what);
    auto *card = new FingerprintCard(tr("Fingerprint (SHA-256)"));
    const auto refresh = [card, &link] {
        if (const auto shown = client::Fingerprint::read(link.fingerprint()))
            card->setFingerprint(shown.value());
        else
            card->setSentence(tr("There is none: the connection is not encrypted."));
    };
    connect(&link, &client::Link::fingerprintChanged, card, refresh);
    refresh();
    column->addWidget(card);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace shell
