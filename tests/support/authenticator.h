// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>

namespace support {

/// The code an authenticator shows then: RFC 6238 with HMAC-SHA-1, six digits, 30 s.
QString oneTimeCode(const QByteArray &secret, const QDateTime &time);
/// A secret as it is typed (Base32), in bytes.
QByteArray typedSecret(const QString &text);

} // namespace support
