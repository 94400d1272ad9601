// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "core/result.h"

#include <QByteArray>

#include <chrono>

namespace identity {

/// How long tokens are good for. Dialects give their own; these are our own API's.
struct Lifetimes
{
    std::chrono::seconds access = std::chrono::minutes(15);
    std::chrono::seconds refresh = std::chrono::hours(24);
};

enum class TokenKind { Access, Refresh };

/// What a token says.
struct Claims
{
    QString account; ///< `sub`
    QString name;
    core::Role role = core::Role::Guest;
    TokenKind kind = TokenKind::Access; ///< `typ`
    int generation = 0;                 ///< `gen`
    QString id;                         ///< `jti`
    QString family;                     ///< `fam`: the sign-in it came from, the same after every refresh
    QDateTime issuedAt;                 ///< UTC, whole seconds
    QDateTime expiresAt;                ///< UTC, whole seconds
};

inline constexpr qsizetype longestToken = 8192;

/// Whether two secrets are the same, in a time that tells nothing about where they differ.
bool isSameSecret(const QByteArray &a, const QByteArray &b);

/// How a secret that was drawn at random is kept where it is only compared: SHA-256, hexadecimal.
QString hashOf(const QString &secret);

/// Signs and reads JSON Web Tokens (RFC 7519) of one fixed kind: HS256, issuer "belfry".
class Tokens
{
public:
    /// `key`: at least 32 bytes.
    explicit Tokens(QByteArray key);

    /// Errors: Internal when the cryptographic library fails.
    [[nodiscard]] core::Result<QString> issue(const Claims &claims) const;

    /// Reads a token of the kind expected. Nothing is parsed before the signature holds, and a header other
    /// than the one issued is refused whatever it says. No leeway for the end; 60 s for clocks that are
    /// behind the issuer's. Errors: AuthenticationRequired with one and the same sentence for every fault.
    [[nodiscard]] core::Result<Claims> read(const QString &token, TokenKind kind, const QDateTime &now) const;

private:
    QByteArray m_key;
};

/// The error of every token that is not good.
core::Error badToken();

} // namespace identity
