// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/channelbook.h"

#include "core/log.h"
#include "domain/alerts/channels/channelcheck.h"

#include <QJsonDocument>

#include <algorithm>

namespace alerts::channels {

using core::field;

core::Fields ChannelBook::Kept::fields()
{
    return {field("shown", &Kept::shown, "What may be told"), field("secret", &Kept::secret, "Sealed")};
}

namespace {
const QString channelKind = QStringLiteral("alert.channel");

core::Error noChannel(const QString &id)
{
    return {core::ErrorCode::NotFound,
            alerts::channels::ChannelBook::tr("There is no channel %1.").arg(id.left(64))};
}

QByteArray placeOfSecret(const QString &id) { return "channel/" + id.toUtf8(); }
} // namespace

QFuture<core::Result<void>> ChannelBook::load()
{
    return m_records.all(channelKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto kept = core::fromJson<Kept>(QJsonDocument::fromJson(record.body).object());
                if (kept)
                    m_kept.insert(record.id, *kept);
                else
                    qCWarning(logEngine).noquote() << "The channel" << record.id << "cannot be read.";
            }
            return {};
        });
}

const Channel *ChannelBook::find(const QString &id) const
{
    const auto kept = m_kept.constFind(id);
    return kept == m_kept.constEnd() ? nullptr : &kept->shown;
}

QStringList ChannelBook::enabled() const
{
    QStringList out;
    for (const Kept &kept : m_kept) {
        if (kept.shown.isEnabled)
            out << kept.shown.id;
    }
    return out;
}

core::Result<Letter> ChannelBook::letter(const QString &id) const
{
    const auto kept = m_kept.constFind(id);
    if (kept == m_kept.constEnd())
        return noChannel(id);
    Letter out;
    out.channel = kept->shown;
    if (kept->secret.isEmpty())
        return out;
    const auto secret = m_sealer.open(QByteArray::fromBase64(kept->secret.toLatin1()), placeOfSecret(id));
    if (!secret)
        return secret.error();
    out.secret = *secret;
    return out;
}

Channel ChannelBook::shown(const Channel &channel, const core::Principal &to) const
{
    Channel out = channel;
    const Deliveries::Figures figures = m_deliveries.figures(channel.id);
    out.lastDeliveredAt = figures.lastDeliveredAt;
    out.lastError = figures.lastError;
    out.waiting = figures.waiting;
    out.dead = figures.dead;
    // Addresses of webhooks let in who knows them, and those of people are theirs.
    if (!to.may(core::roles::admins)) {
        out.settings = {};
        out.lastError =
            figures.lastError.isEmpty() ? QString() : tr("It does not work. Administrators see why.");
    }
    return out;
}

QFuture<core::Reply> ChannelBook::list(const core::Command &command)
{
    ListChannels::Reply reply;
    for (const Kept &kept : std::as_const(m_kept))
        reply.channels << shown(kept.shown, command.caller);
    std::stable_sort(reply.channels.begin(), reply.channels.end(), [](const Channel &a, const Channel &b) {
        return a.displayName.localeAwareCompare(b.displayName) < 0;
    });
    return core::ready(reply);
}

core::Result<ChannelBook::Kept> ChannelBook::settled(const SetChannel &wish) const
{
    Kept kept = m_kept.value(wish.id);
    const Channel before = kept.shown;
    kept.shown.id = wish.id.isEmpty() ? QStringLiteral("n-") + m_entropy.token(9) : wish.id;
    kept.shown.displayName = wish.displayName.simplified();
    kept.shown.kind = wish.kind;
    kept.shown.isEnabled = wish.isEnabled;
    if (kept.shown.displayName.isEmpty())
        return core::Error{core::ErrorCode::Invalid, tr("Give the channel a name.")};
    ChannelSettings wished = wish.settings;
    if (ChannelCheck::isAddressSecret(wish.kind) && !wish.secret)
        wished.url = before.settings.url; // it follows from the secret
    const auto settings = ChannelCheck::settled(wish.kind, wished, wish.secret, before.hasSecret);
    if (!settings)
        return settings.error();
    kept.shown.settings = *settings;
    const bool isOther = ChannelCheck::confidant(wish.kind, *settings) !=
                         ChannelCheck::confidant(before.kind, before.settings);
    if (before.hasSecret && !wish.secret && isOther) {
        return core::Error{core::ErrorCode::Invalid,
                           tr("The server is another one. Enter the secret it is to be told.")};
    }
    if (!wish.secret)
        return kept;
    kept.shown.hasSecret = !wish.secret->isEmpty();
    kept.secret.clear();
    if (kept.shown.hasSecret) {
        const auto sealed = m_sealer.seal(wish.secret->trimmed().toUtf8(), placeOfSecret(kept.shown.id));
        if (!sealed)
            return sealed.error();
        kept.secret = QString::fromLatin1(sealed->toBase64());
    }
    return kept;
}

QFuture<core::Reply> ChannelBook::set(const core::Command &command)
{
    const auto asked = command.as<SetChannel>();
    if (!asked)
        return core::ready(asked.error());
    if (!asked->id.isEmpty() && !m_kept.contains(asked->id))
        return core::ready(noChannel(asked->id));
    if (asked->id.isEmpty() && m_kept.size() >= most)
        return core::ready(
            core::Error{core::ErrorCode::Limited, tr("There are %1 channels; that is the most.").arg(most)});
    const auto kept = settled(*asked);
    if (!kept)
        return core::ready(kept.error());
    return m_records.write({{channelKind, kept->shown.id, core::Payload(*kept).text()}}, {})
        .then(this,
              [this, kept = *kept, by = command.caller](const core::Result<void> &written) -> core::Reply {
                  if (!written)
                      return written.error();
                  m_kept.insert(kept.shown.id, kept);
                  m_deliveries.wake(kept.shown.id);
                  return shown(kept.shown, by);
              });
}

QFuture<core::Reply> ChannelBook::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveChannel>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_kept.contains(asked->id))
        return core::ready(noChannel(asked->id));
    if (const QString user = m_user(asked->id); !user.isEmpty()) {
        return core::ready(core::Error{core::ErrorCode::Conflict,
                                       tr("%1 needs this channel. Take it out there first.").arg(user)});
    }
    return m_records.write({}, {{channelKind, asked->id}})
        .then(this, [this, id = asked->id](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_kept.remove(id);
            // What a failure leaves of it is removed when it comes to its turn.
            m_records.write({}, m_deliveries.forget(id));
            return identity::Done{};
        });
}

} // namespace alerts::channels
