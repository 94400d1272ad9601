// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace identity {

/// Time-based one-time codes as every authenticator makes them: RFC 6238 with HMAC-SHA-1, six digits, 30 s.
namespace totp {

inline constexpr int secretBytes = 20; // RFC 4226 §4, R6

/// The step (seconds since 1970 / 30) whose code this is, at most one step off `now`, as RFC 6238 §5.2
/// advises; nothing when it is none.
std::optional<quint64> stepOf(const QByteArray &secret, const QString &code, const QDateTime &now);
/// The secret as it is typed (RFC 4648 Base32 without padding).
QString typed(const QByteArray &secret);
/// The secret as authenticators scan it: `otpauth://totp/Belfry:NAME?secret=…`.
QString scanned(const QByteArray &secret, const QString &account);

} // namespace totp
} // namespace identity
