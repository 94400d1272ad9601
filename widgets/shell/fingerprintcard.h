// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/fingerprint.h"
#include "kit/card.h"

class QLabel;

namespace shell {

/// A fingerprint to be compared, read out or copied: four lines of eight pairs.
class FingerprintCard final : public kit::Card
{
    Q_OBJECT
public:
    explicit FingerprintCard(const QString &title, QWidget *parent = nullptr);

    void setFingerprint(const client::Fingerprint &fingerprint);
    /// A sentence in its place.
    void setSentence(const QString &sentence);

private:
    void take(const QString &shown, const QString &copied);

    QLabel *m_text;
    QWidget *m_copy;
    QString m_copied;
};

} // namespace shell
