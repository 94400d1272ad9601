// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authenticator.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace support {

QString oneTimeCode(const QByteArray &secret, const QDateTime &time)
{
    QByteArray counter(8, '\0');
    qToBigEndian(quint64(time.toSecsSinceEpoch() / 30), counter.data());
    const QByteArray hash = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const quint32 cut = qFromBigEndian<quint32>(hash.constData() + (hash.back() & 0xf)) & 0x7fffffffU;
    return QStringLiteral("%1").arg(cut % 1'000'000, 6, 10, QLatin1Char('0'));
}

QByteArray typedSecret(const QString &text)
{
    QByteArray out;
    quint32 bits = 0;
    int count = 0;
    for (const QChar letter : text) {
        const int value = letter.isDigit() ? letter.unicode() - u'2' + 26 : letter.unicode() - u'A';
        bits = (bits << 5U) | quint32(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            out += char((bits >> unsigned(count)) & 0xffU);
        }
    }
    return out;
}

} // namespace support
