// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/apitokens.h"

#include "domain/identity/tokens.h"

#include <QJsonDocument>

#include <algorithm>

namespace identity {

using core::field;

core::Fields KeptToken::fields()
{
    return {field("token", &KeptToken::token, ""), field("hash", &KeptToken::hash, "")};
}

namespace {
constexpr int idBytes = 12;
constexpr int secretBytes = 32;
constexpr qsizetype mostTokens = 1000;

QString apiTokensSetting() { return QStringLiteral("identity.api_tokens"); }
QString tokenPrefix() { return QStringLiteral("bft_"); }

/// All of them, as they are kept.
struct Kept
{
    QList<KeptToken> tokens;

    static core::Fields fields() { return {field("tokens", &Kept::tokens, "")}; }
};

core::Error badRequest(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

core::Result<void> checkPatterns(const std::optional<QStringList> &patterns)
{
    for (const QString &pattern : patterns.value_or(QStringList())) {
        if (!core::Topic::isPattern(pattern))
            return badRequest(ApiTokens::tr("%1 is no name, prefix (metrics.*) or *.").arg(pattern.left(64)));
    }
    return {};
}

core::Result<void> checkAsked(const AddToken &asked, const QDateTime &now)
{
    const bool isNamed =
        !asked.tokenName.trimmed().isEmpty() && std::all_of(asked.tokenName.begin(), asked.tokenName.end(),
                                                            [](QChar letter) { return letter.isPrint(); });
    if (!isNamed)
        return badRequest(ApiTokens::tr("Give the token a name that says what it is for."));
    const auto role = core::roleFromWord(asked.role);
    if (!role || *role == core::Role::Guest)
        return badRequest(ApiTokens::tr("The role is viewer, operator, admin or agent."));
    if (asked.expiresAt && *asked.expiresAt <= now)
        return badRequest(ApiTokens::tr("The token would have ended already. Choose a later time."));
    if (const auto fit = checkPatterns(asked.commands); !fit)
        return fit;
    return checkPatterns(asked.topics);
}
} // namespace

QFuture<core::Result<void>> ApiTokens::load()
{
    return m_store.setting(apiTokensSetting())
        .then(this, [this](const core::Result<QByteArray> &saved) -> core::Result<void> {
            if (!saved)
                return saved.error();
            if (saved->isEmpty())
                return {};
            const auto kept = core::fromJson<Kept>(QJsonDocument::fromJson(*saved).object());
            if (!kept)
                return core::Error{core::ErrorCode::Unavailable,
                                   tr("The API tokens cannot be read: %1").arg(kept.error().message)};
            m_tokens = kept->tokens;
            return {};
        });
}

bool ApiTokens::isOne(const QString &credential) { return credential.startsWith(tokenPrefix()); }

core::Result<core::Principal> ApiTokens::verify(const QString &credential) const
{
    // The id, base64url of fixed length, stands before the secret.
    constexpr qsizetype idLength = idBytes * 4 / 3;
    const QString id = QString(QStringLiteral("t-") + credential.mid(tokenPrefix().size(), idLength));
    const auto kept = std::find_if(m_tokens.begin(), m_tokens.end(),
                                   [&id](const KeptToken &each) { return each.token.id == id; });
    const bool isGood = kept != m_tokens.end() &&
                        isSameSecret(hashOf(credential).toLatin1(), kept->hash.toLatin1()) &&
                        (!kept->token.expiresAt || *kept->token.expiresAt > m_clock.now());
    if (!isGood)
        return badToken();
    core::Principal principal;
    principal.id = id;
    // No account can have this name.
    principal.name = QString(QStringLiteral("token:") + kept->token.name);
    principal.displayName = kept->token.name;
    principal.role = core::roleFromWord(kept->token.role);
    principal.expiresAt = kept->token.expiresAt;
    principal.tokenId = id;
    principal.commands = kept->token.commands;
    principal.topics = kept->token.topics;
    return principal;
}

QFuture<core::Reply> ApiTokens::list(const core::Command &)
{
    ListTokens::Reply reply;
    for (const KeptToken &kept : std::as_const(m_tokens))
        reply.tokens << kept.token;
    return core::ready(reply);
}

QFuture<core::Reply> ApiTokens::add(const core::Command &command)
{
    const auto asked = command.as<AddToken>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto good = checkAsked(*asked, m_clock.now()); !good)
        return core::ready(good.error());
    Deed deed = deedOf(command, QStringLiteral("token_made"), asked->tokenName);
    deed.detail = asked->role;
    return m_audit.follow(
        m_turns.take<core::Payload>([this, asked = *asked, by = deed.actor] { return saveNew(asked, by); }),
        deed);
}

QFuture<core::Reply> ApiTokens::saveNew(const AddToken &asked, const QString &by)
{
    const bool isTaken = std::any_of(m_tokens.begin(), m_tokens.end(), [&](const KeptToken &each) {
        return each.token.name.compare(asked.tokenName, Qt::CaseInsensitive) == 0;
    });
    if (isTaken)
        return core::ready(core::Error{core::ErrorCode::Conflict,
                                       tr("There is a token of this name. Revoke it or choose another.")});
    if (m_tokens.size() >= mostTokens)
        return core::ready(
            core::Error{core::ErrorCode::Limited, tr("There are %1 tokens. Revoke some.").arg(mostTokens)});
    const QString place = m_entropy.token(idBytes);
    AddToken::Reply made;
    made.secret = QString(tokenPrefix() + place + m_entropy.token(secretBytes));
    made.token = {QString(QStringLiteral("t-") + place),
                  asked.tokenName,
                  asked.role,
                  asked.commands,
                  asked.topics,
                  m_clock.now(),
                  by,
                  asked.expiresAt};
    QList<KeptToken> next = m_tokens;
    next << KeptToken{made.token, hashOf(made.secret)};
    return replace(next).then(this, [made](const core::Result<void> &saved) -> core::Reply {
        if (!saved)
            return saved.error();
        return made;
    });
}

QFuture<core::Reply> ApiTokens::revoke(const core::Command &command)
{
    const auto asked = command.as<RevokeToken>();
    if (!asked)
        return core::ready(asked.error());
    return m_audit.follow(m_turns.take<core::Payload>([this, id = asked->id] { return remove(id); }),
                          deedOf(command, QStringLiteral("token_revoked"), asked->id));
}

QFuture<core::Reply> ApiTokens::remove(const QString &id)
{
    QList<KeptToken> next = m_tokens;
    next.removeIf([&id](const KeptToken &each) { return each.token.id == id; });
    if (next.size() == m_tokens.size())
        return core::ready(core::Error{core::ErrorCode::NotFound, tr("There is no token %1.").arg(id)});
    return replace(next).then(this, [this, id](const core::Result<void> &saved) -> core::Reply {
        if (!saved)
            return saved.error();
        Q_EMIT revoked(id);
        return core::Payload();
    });
}

QFuture<core::Result<void>> ApiTokens::replace(const QList<KeptToken> &tokens)
{
    const QByteArray text =
        QJsonDocument(core::toJson(Kept{tokens}).toObject()).toJson(QJsonDocument::Compact);
    return m_store.saveSetting(apiTokensSetting(), text)
        .then(this, [this, tokens](const core::Result<void> &saved) {
            if (saved)
                m_tokens = tokens;
            return saved;
        });
}

} // namespace identity
