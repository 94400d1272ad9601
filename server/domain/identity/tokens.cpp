// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/tokens.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>

#include <jwt/jwt.hpp>
#include <openssl/crypto.h>

namespace identity {

namespace {
constexpr auto issuer = "belfry";
constexpr qint64 clockLeewaySeconds = 60;
constexpr qint64 latestTime = 253402300799; // year 9999
constexpr auto base64Url =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;

const char *kindWord(TokenKind kind) { return kind == TokenKind::Access ? "access" : "refresh"; }

/// The bytes of a canonical base64url text; empty for anything else (padding, other alphabets, stray bits).
QByteArray canonicalBytes(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, base64Url);
    if (!decoded || decoded.decoded.toBase64(base64Url) != text)
        return {};
    return decoded.decoded;
}

/// What every token of ours begins with.
const QByteArray &headerPart()
{
    static const QByteArray header = QByteArrayLiteral(R"({"alg":"HS256","typ":"JWT"})").toBase64(base64Url);
    return header;
}

/// Checks form, header and signature; the claims part, or empty.
QByteArray authenticPart(const QByteArray &token, const QByteArray &key)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || parts[0] != headerPart() || canonicalBytes(parts[1]).isEmpty())
        return {};
    const QByteArray signature =
        QMessageAuthenticationCode::hash(parts[0] + '.' + parts[1], key, QCryptographicHash::Sha256);
    // The library compares as text, which ends at the first difference.
    return isSameSecret(canonicalBytes(parts[2]), signature) ? parts[1] : QByteArray();
}

QString textClaim(const json_t &claims, const char *name)
{
    return QString::fromStdString(claims.at(name).get<std::string>());
}

qint64 wholeClaim(const json_t &claims, const char *name)
{
    const json_t &value = claims.at(name);
    if (!value.is_number_integer())
        throw std::domain_error(name);
    const auto number = value.is_number_unsigned() && value.get<quint64>() > quint64(latestTime)
                            ? latestTime + 1
                            : value.get<qint64>();
    if (number < 0 || number > latestTime)
        throw std::domain_error(name);
    return number;
}

/// Throws what the library throws, or domain_error, for a claim that is missing or of another kind.
Claims claimsFrom(const json_t &json, TokenKind kind)
{
    Claims claims;
    claims.kind = kind;
    claims.account = textClaim(json, "sub");
    claims.name = textClaim(json, "name");
    claims.id = textClaim(json, "jti");
    claims.family = textClaim(json, "fam");
    claims.generation = int(wholeClaim(json, "gen"));
    claims.issuedAt = QDateTime::fromSecsSinceEpoch(wholeClaim(json, "iat"), Qt::UTC);
    claims.expiresAt = QDateTime::fromSecsSinceEpoch(wholeClaim(json, "exp"), Qt::UTC);
    const auto role = core::roleFromWord(textClaim(json, "role"));
    const bool isOurs = json.at("iss") == issuer && json.at("typ") == kindWord(kind);
    if (!role || !isOurs || claims.account.isEmpty() || claims.id.isEmpty() || claims.family.isEmpty())
        throw std::domain_error("claims");
    claims.role = *role;
    // None of ours says these; one that does was signed for another purpose.
    if (json.contains("nbf") || json.contains("aud") || json.contains("crit"))
        throw std::domain_error("claims");
    return claims;
}
} // namespace

core::Error badToken()
{
    return {core::ErrorCode::AuthenticationRequired,
            QCoreApplication::translate("identity", "Sign in again: the token is not valid or has expired.")};
}

bool isSameSecret(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

QString hashOf(const QString &secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Tokens::Tokens(QByteArray key) : m_key(std::move(key)) { Q_ASSERT(m_key.size() >= 32); }

core::Result<QString> Tokens::issue(const Claims &claims) const
try {
    const auto role = core::roleWord(claims.role);
    jwt::jwt_object token{jwt::params::algorithm("HS256"), jwt::params::secret(m_key.toStdString())};
    token.add_claim("iss", std::string(issuer))
        .add_claim("sub", claims.account.toStdString())
        .add_claim("name", claims.name.toStdString())
        .add_claim("role", std::string(role.data(), size_t(role.size())))
        .add_claim("typ", std::string(kindWord(claims.kind)))
        .add_claim("gen", claims.generation)
        .add_claim("jti", claims.id.toStdString())
        .add_claim("fam", claims.family.toStdString())
        .add_claim("iat", claims.issuedAt.toSecsSinceEpoch())
        .add_claim("exp", claims.expiresAt.toSecsSinceEpoch());
    std::error_code failed;
    const std::string text = token.signature(failed);
    if (failed)
        return core::Error{core::ErrorCode::Internal, QString::fromStdString(failed.message())};
    return QString::fromStdString(text);
} catch (const std::exception &failed) {
    return core::Error{core::ErrorCode::Internal, QString::fromLatin1(failed.what())};
}

core::Result<Claims> Tokens::read(const QString &token, TokenKind kind, const QDateTime &now) const
try {
    if (token.isEmpty() || token.size() > longestToken)
        return badToken();
    const QByteArray part = authenticPart(token.toUtf8(), m_key);
    if (part.isEmpty())
        return badToken();
    jwt::jwt_payload payload;
    std::error_code failed;
    payload.decode(jwt::string_view(part.constData(), size_t(part.size())), failed);
    if (failed)
        return badToken();
    Claims claims = claimsFrom(payload.create_json_obj(), kind);
    if (claims.expiresAt <= now || claims.issuedAt > now.addSecs(clockLeewaySeconds))
        return badToken();
    return claims;
} catch (const std::exception &) {
    return badToken();
}

} // namespace identity
