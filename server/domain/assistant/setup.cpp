// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/setup.h"

#include "core/log.h"

#include <QJsonDocument>

#include <algorithm>

namespace assistant {

using core::field;

namespace {
const QString setupKind = QStringLiteral("assistant");
const QString setupId = QStringLiteral("setup");
const QByteArray keyPlace = QByteArrayLiteral("assistant/key");

Hearing usualHearing(const QString &room)
{
    return room == QLatin1String(firstRoom) ? Hearing::Every : Hearing::Addressed;
}

core::Error badSetup(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }
} // namespace

core::Fields Setup::Kept::fields()
{
    return {field("url", &Kept::url, "Of the service"),
            field("model", &Kept::model, "Its name there"),
            field("key", &Kept::key, "Sealed"),
            field("private_allowed", &Kept::isPrivateAllowed, "As it is told"),
            field("tokens_per_day", &Kept::tokensPerDay, "At most"),
            field("wait_seconds", &Kept::waitSeconds, "Of silence").defaulted(),
            field("answer_seconds", &Kept::answerSeconds, "In all").defaulted(),
            field("rooms", &Kept::rooms, "Unusual ones")};
}

QFuture<core::Result<void>> Setup::load()
{
    return m_records.one({setupKind, setupId})
        .then(this, [this](const core::Result<std::optional<QByteArray>> &body) -> core::Result<void> {
            if (!body)
                return body.error();
            if (!*body)
                return {};
            const auto kept = core::fromJson<Kept>(QJsonDocument::fromJson(**body).object());
            if (kept)
                m_kept = m_wanted = *kept;
            else
                qCWarning(logEngine) << "How the assistant is set up cannot be read; it has no model.";
            return {};
        });
}

Hearing Setup::hearingOf(const QString &room) const { return m_kept.rooms.value(room, usualHearing(room)); }

core::Result<Terms> Setup::terms() const
{
    const auto url = sources::completionsUrl(m_kept.url, m_kept.isPrivateAllowed);
    if (!url)
        return url.error();
    Terms terms{{*url, {}, m_kept.isPrivateAllowed},
                m_kept.model,
                m_kept.tokensPerDay,
                std::chrono::seconds(m_kept.waitSeconds),
                std::chrono::seconds(m_kept.answerSeconds)};
    if (m_kept.key.isEmpty())
        return terms;
    const auto key = m_sealer.open(QByteArray::fromBase64(m_kept.key.toLatin1()), keyPlace);
    if (!key)
        return key.error();
    terms.endpoint.key = *key;
    return terms;
}

Settings Setup::shown() const
{
    Settings settings;
    settings.url = m_kept.url;
    settings.model = m_kept.model;
    settings.hasKey = !m_kept.key.isEmpty();
    settings.isPrivateAllowed = m_kept.isPrivateAllowed;
    settings.tokensPerDay = m_kept.tokensPerDay;
    settings.waitSeconds = m_kept.waitSeconds;
    settings.answerSeconds = m_kept.answerSeconds;
    settings.rooms = m_kept.rooms;
    settings.tokensToday = m_budget.used();
    settings.lastFault = m_fault;
    return settings;
}

QFuture<core::Reply> Setup::get(const core::Command &) { return core::ready(shown()); }

core::Result<Setup::Kept> Setup::settled(const SetSettings &wish) const
{
    Kept kept = m_wanted;
    kept.url = wish.url.value_or(kept.url).trimmed();
    kept.model = wish.model.value_or(kept.model).trimmed();
    kept.isPrivateAllowed = wish.isPrivateAllowed.value_or(kept.isPrivateAllowed);
    kept.tokensPerDay = wish.tokensPerDay.value_or(kept.tokensPerDay);
    kept.waitSeconds = wish.waitSeconds.value_or(kept.waitSeconds);
    kept.answerSeconds = wish.answerSeconds.value_or(kept.answerSeconds);
    // A key is for the service it was given for: whoever sets another address does not get it sent there.
    if (QUrl(kept.url).host() != QUrl(m_wanted.url).host() && !wish.key)
        kept.key.clear();
    if (kept.url.isEmpty())
        kept.key.clear();
    else if (const auto url = sources::completionsUrl(kept.url, kept.isPrivateAllowed); !url)
        return url.error();
    if (!kept.url.isEmpty() && kept.model.isEmpty())
        return badSetup(tr("Give the name of the model the service is to use."));
    if (!wish.key)
        return kept;
    const QByteArray key = wish.key->trimmed().toLatin1();
    const bool isPrintable =
        std::all_of(key.begin(), key.end(), [](char letter) { return letter > ' ' && letter <= '~'; });
    if (!isPrintable)
        return badSetup(tr("A key has letters, digits and signs only. Copy it again."));
    kept.key.clear();
    if (key.isEmpty())
        return kept;
    const auto sealed = m_sealer.seal(key, keyPlace);
    if (!sealed)
        return sealed.error();
    kept.key = QString::fromLatin1(sealed->toBase64());
    return kept;
}

QFuture<core::Reply> Setup::set(const core::Command &command)
{
    const auto asked = command.as<SetSettings>();
    if (!asked)
        return core::ready(asked.error());
    const auto kept = settled(*asked);
    return kept ? keep(*kept) : core::ready(kept.error());
}

QFuture<core::Reply> Setup::setHearing(const core::Command &command)
{
    const auto asked = command.as<SetHearing>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->room.trimmed().isEmpty())
        return core::ready(badSetup(tr("Say which room.")));
    Kept kept = m_wanted;
    if (asked->hearing == usualHearing(asked->room))
        kept.rooms.remove(asked->room);
    else
        kept.rooms.insert(asked->room, asked->hearing);
    if (kept.rooms.size() > mostRooms) {
        return core::ready(core::Error{core::ErrorCode::Limited,
                                       tr("%1 rooms are set apart; that is the most.").arg(mostRooms)});
    }
    return keep(kept);
}

QFuture<core::Reply> Setup::keep(const Kept &kept)
{
    m_wanted = kept;
    return m_records.write({{setupKind, setupId, core::Payload(kept).text()}}, {})
        .then(this, [this, kept](const core::Result<void> &written) -> core::Reply {
            if (!written) {
                m_wanted = m_kept;
                return written.error();
            }
            m_kept = kept;
            return shown();
        });
}

} // namespace assistant
