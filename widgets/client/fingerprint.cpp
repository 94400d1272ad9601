// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/fingerprint.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSslCertificate>

namespace client {

namespace {
constexpr qsizetype pairsPerLine = 8;
constexpr qsizetype pairWidth = 3; // with what parts it from the next
} // namespace

Fingerprint Fingerprint::of(const QSslCertificate &certificate)
{
    return Fingerprint(certificate.digest(QCryptographicHash::Sha256));
}

core::Result<Fingerprint> Fingerprint::read(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s:]"));
    static const QRegularExpression digits(QStringLiteral("^[0-9A-Fa-f]{64}$"));
    const QString bare = QString(text).remove(between);
    if (!digits.match(bare).hasMatch()) {
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("client::Fingerprint",
                                                       "“%1” is no fingerprint. Write the SHA-256 of the "
                                                       "certificate: 64 digits and letters from A to F.")
                               .arg(text.left(200))};
    }
    return Fingerprint(QByteArray::fromHex(bare.toLatin1()));
}

QString Fingerprint::text() const { return QString::fromLatin1(m_digest.toHex(':').toUpper()); }

QString Fingerprint::lines() const
{
    QString grouped = text();
    for (qsizetype end = pairsPerLine * pairWidth - 1; end < grouped.size(); end += pairsPerLine * pairWidth)
        grouped[end] = QLatin1Char('\n');
    return grouped;
}

} // namespace client
