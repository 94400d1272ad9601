// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/fingerprintcard.h"

#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>
#include <QVBoxLayout>

namespace shell {

FingerprintCard::FingerprintCard(const QString &title, QWidget *parent)
    : kit::Card(title, parent), m_text(new QLabel)
{
    auto *copy = new QToolButton;
    copy->setIcon(kit::icon(kit::Symbol::Copy));
    copy->setAutoRaise(true);
    copy->setFixedSize(kit::tokens::TargetSize, kit::tokens::TargetSize);
    copy->setToolTip(tr("Copy the fingerprint"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_copied); });
    addHeaderWidget(copy);
    m_copy = copy;
    // Not a kit::Label: what is marked in it must be seen.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    addContent(m_text, 1);
}

void FingerprintCard::setFingerprint(const client::Fingerprint &fingerprint)
{
    m_text->setFont(kit::fontOf(kit::TextRole::Mono));
    m_text->setWordWrap(false);
    take(fingerprint.lines(), fingerprint.text());
}

void FingerprintCard::setSentence(const QString &sentence)
{
    m_text->setFont(kit::fontOf(kit::TextRole::Body));
    m_text->setWordWrap(true);
    take(sentence, {});
}

void FingerprintCard::take(const QString &shown, const QString &copied)
{
    m_text->setText(shown);
    m_text->setAccessibleName(copied.isEmpty() ? shown : copied);
    m_copied = copied;
    m_copy->setVisible(!copied.isEmpty());
}

} // namespace shell
