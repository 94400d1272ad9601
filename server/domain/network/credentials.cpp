// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/credentials.h"

#include "core/log.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace network {

using core::field;

core::Fields Credentials::Kept::fields()
{
    return {field("shown", &Kept::shown, "What may be told"), field("community", &Kept::community, "Sealed"),
            field("authentication_key", &Kept::authenticationKey, "Sealed"),
            field("privacy_key", &Kept::privacyKey, "Sealed")};
}

namespace {
const QString credentialKind = QStringLiteral("credential");
constexpr qsizetype shortestKey = 8;

template <class Value>
struct Word
{
    const char *word;
    Value value;
};

using Auth = sources::SnmpCredentials::Auth;
using Privacy = sources::SnmpCredentials::Privacy;
constexpr std::array authentications{Word<Auth>{"none", Auth::None},     Word<Auth>{"sha", Auth::Sha1},
                                     Word<Auth>{"sha224", Auth::Sha224}, Word<Auth>{"sha256", Auth::Sha256},
                                     Word<Auth>{"sha384", Auth::Sha384}, Word<Auth>{"sha512", Auth::Sha512}};
constexpr std::array privacies{Word<Privacy>{"none", Privacy::None}, Word<Privacy>{"aes", Privacy::Aes128},
                               Word<Privacy>{"aes192", Privacy::Aes192},
                               Word<Privacy>{"aes256", Privacy::Aes256}};

template <class Words>
auto valueOf(const Words &words, const QString &word) -> std::optional<decltype(words.front().value)>
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto &each) { return word == QLatin1String(each.word); });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

core::Error bad(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

core::Error noCredential(const QString &id)
{
    return {core::ErrorCode::NotFound,
            network::Credentials::tr("There are no credentials %1.").arg(id.left(64))};
}
} // namespace

QFuture<core::Result<void>> Credentials::load()
{
    return m_records.all(credentialKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto kept = core::fromJson<Kept>(QJsonDocument::fromJson(record.body).object());
                if (kept)
                    m_kept.insert(record.id, *kept);
                else
                    qCWarning(logNetwork).noquote() << "The credentials" << record.id << "cannot be read.";
            }
            return {};
        });
}

QStringList Credentials::idsFor(const core::Address &address) const
{
    QStringList own;
    QStringList everywhere;
    for (const Kept &kept : m_kept) {
        const QStringList &networks = kept.shown.networks;
        if (networks.isEmpty()) {
            everywhere << kept.shown.id;
        } else if (std::any_of(networks.begin(), networks.end(), [&](const QString &text) {
                       const auto subnet = core::Subnet::parse(text);
                       return subnet && subnet->contains(address);
                   })) {
            own << kept.shown.id;
        }
    }
    return own + everywhere;
}

core::Result<sources::SnmpCredentials> Credentials::open(const QString &id) const
{
    const auto kept = m_kept.constFind(id);
    if (kept == m_kept.constEnd())
        return noCredential(id);
    sources::SnmpCredentials out;
    out.version = kept->shown.version == QLatin1String("v3") ? sources::SnmpCredentials::Version::V3
                                                             : sources::SnmpCredentials::Version::V2c;
    out.user = kept->shown.user.toUtf8();
    out.auth = valueOf(authentications, kept->shown.authentication).value_or(Auth::None);
    out.privacy = valueOf(privacies, kept->shown.privacy).value_or(Privacy::None);
    for (const auto &[sealed, part, place] :
         {std::tuple(&kept->community, &sources::SnmpCredentials::community, "community"),
          std::tuple(&kept->authenticationKey, &sources::SnmpCredentials::authPassword, "authentication"),
          std::tuple(&kept->privacyKey, &sources::SnmpCredentials::privacyPassword, "privacy")}) {
        const auto secret = opened(*sealed, id, place);
        if (!secret)
            return secret.error();
        out.*part = *secret;
    }
    return out;
}

core::Result<QString> Credentials::sealed(const QString &secret, const QString &id, const char *part) const
{
    if (secret.isEmpty())
        return QString();
    const auto sealed = m_sealer.seal(secret.toUtf8(), "snmp/" + id.toUtf8() + '/' + part);
    return sealed ? core::Result<QString>(QString::fromLatin1(sealed->toBase64()))
                  : core::Result<QString>(sealed.error());
}

core::Result<QByteArray> Credentials::opened(const QString &sealed, const QString &id, const char *part) const
{
    if (sealed.isEmpty())
        return QByteArray();
    return m_sealer.open(QByteArray::fromBase64(sealed.toLatin1()), "snmp/" + id.toUtf8() + '/' + part);
}

QFuture<core::Reply> Credentials::list(const core::Command &)
{
    ListCredentials::Reply reply;
    for (const Kept &kept : std::as_const(m_kept))
        reply.credentials << kept.shown;
    return core::ready(reply);
}

core::Result<Credentials::Kept> Credentials::settled(const SetCredential &wish) const
{
    Kept kept = m_kept.value(wish.id);
    if (kept.shown.id.isEmpty())
        kept.shown.id = QStringLiteral("c-") + m_entropy.token(9);
    kept.shown.displayName = wish.displayName.simplified();
    kept.shown.version = wish.version;
    kept.shown.user = wish.user.trimmed();
    kept.shown.authentication = wish.authentication;
    kept.shown.privacy = wish.privacy;
    kept.shown.networks.clear();
    for (const QString &text : wish.networks) {
        const auto subnet = core::Subnet::parse(QStringView(text).trimmed());
        if (!subnet)
            return bad(tr("%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.").arg(text.left(64)));
        kept.shown.networks << subnet->toString();
    }
    for (const auto &[secret, part, place] :
         {std::tuple(&wish.community, &Kept::community, "community"),
          std::tuple(&wish.authenticationKey, &Kept::authenticationKey, "authentication"),
          std::tuple(&wish.privacyKey, &Kept::privacyKey, "privacy")}) {
        if (!*secret)
            continue;
        const auto text = sealed(**secret, kept.shown.id, place);
        if (!text)
            return text.error();
        kept.*part = *text;
    }
    return kept;
}

core::Result<void> Credentials::check(const SetCredential &wish, const Kept &kept) const
{
    if (kept.shown.displayName.isEmpty())
        return bad(tr("Give the credentials a name."));
    if (wish.version == QLatin1String("v2c"))
        return kept.community.isEmpty() ? core::Result<void>(bad(tr("SNMP v2c needs a community.")))
                                        : core::Result<void>();
    if (wish.version != QLatin1String("v3"))
        return bad(tr("%1 is no version of SNMP that is spoken here. There are v2c and v3.")
                       .arg(wish.version.left(8)));
    const auto auth = valueOf(authentications, wish.authentication);
    const auto privacy = valueOf(privacies, wish.privacy);
    if (!auth || !privacy)
        return bad(tr("Authentication is none, sha, sha224, sha256, sha384 or sha512; privacy is none, aes, "
                      "aes192 or aes256."));
    if (kept.shown.user.isEmpty())
        return bad(tr("SNMP v3 needs a user."));
    if (*privacy != Privacy::None && *auth == Auth::None)
        return bad(tr("Whoever encrypts must authenticate, too. Choose how."));
    for (const auto &[isNeeded, given, isKept] :
         {std::tuple(*auth != Auth::None, &wish.authenticationKey, !kept.authenticationKey.isEmpty()),
          std::tuple(*privacy != Privacy::None, &wish.privacyKey, !kept.privacyKey.isEmpty())}) {
        if (isNeeded && (!isKept || (*given && (*given)->size() < shortestKey)))
            return bad(tr("The keys of SNMP v3 have at least 8 characters."));
    }
    return {};
}

QFuture<core::Reply> Credentials::set(const core::Command &command)
{
    const auto asked = command.as<SetCredential>();
    if (!asked)
        return core::ready(asked.error());
    if (!asked->id.isEmpty() && !m_kept.contains(asked->id))
        return core::ready(noCredential(asked->id));
    if (asked->id.isEmpty() && m_kept.size() >= most)
        return core::ready(core::Error{core::ErrorCode::Limited,
                                       tr("There are %1 credentials; that is the most.").arg(most)});
    const auto kept = settled(*asked);
    if (!kept)
        return core::ready(kept.error());
    if (const auto good = check(*asked, *kept); !good)
        return core::ready(good.error());
    const QString id = kept->shown.id;
    return m_records.write({{credentialKind, id, core::Payload(*kept).text()}}, {})
        .then(this, [this, kept = *kept, id](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            m_kept.insert(id, kept);
            Q_EMIT changed();
            return SetCredential::Reply{id};
        });
}

QFuture<core::Reply> Credentials::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveCredential>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_kept.contains(asked->id))
        return core::ready(noCredential(asked->id));
    return m_records.write({}, {{credentialKind, asked->id}})
        .then(this, [this, id = asked->id](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_kept.remove(id);
            Q_EMIT changed();
            return identity::Done{};
        });
}

} // namespace network
