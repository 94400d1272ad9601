// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/presencetracker.h"

#include "core/log.h"

#include <algorithm>

namespace identity {

namespace {
constexpr std::chrono::milliseconds tellingDelay{200};
constexpr std::chrono::minutes idleCheck{1};
constexpr qint64 awayAfter = 600; // seconds

/// The room everybody enters who registers, as the original of the contract does it.
QString firstRoom() { return QStringLiteral("general_chat"); }

core::Error noConnection()
{
    return {core::ErrorCode::Invalid, QStringLiteral("This command belongs to a connection.")};
}
} // namespace

PresenceTracker::PresenceTracker(core::Attendance &attendance, core::Publisher &publisher, core::Clock &clock,
                                 Speaker speaker)
    : m_attendance(attendance), m_publisher(publisher), m_clock(clock), m_speaker(std::move(speaker))
{
    m_attendance.watch([this](quint64 session, const QString &room) {
        if (room.isEmpty())
            leave(session);
    });
    m_idle = m_clock.every(idleCheck, [this] { findIdle(); });
}

QFuture<core::Reply> PresenceTracker::join(const core::Command &command)
{
    const auto asked = command.as<Join>();
    if (!asked)
        return core::ready(asked.error());
    const QString socket = m_attendance.socketId(command.session);
    if (socket.isEmpty())
        return core::ready(noConnection());
    std::optional<Profile> claimed = asked->userProfile;
    if (!asked->userId.isEmpty()) {
        if (!claimed)
            claimed.emplace();
        if (claimed->uid.isEmpty())
            claimed->uid = asked->userId;
    }
    const core::Result<Profile> profile = m_speaker(command, claimed);
    if (!profile)
        return core::ready(profile.error());
    if (const auto entered = m_attendance.enter(command.session, firstRoom()); !entered)
        return core::ready(entered.error());
    const QDateTime now = m_clock.now();
    const auto known = m_online.find(command.session);
    const QDateTime since = known == m_online.end() ? now : known->second.connectedAt;
    const Availability status =
        profile->isGuest ? Availability::Online : m_chosen.value(profile->uid, Availability::Online);
    const Online online{profile->uid, socket, since, *profile, status, now};
    m_online.insert_or_assign(command.session, online);

    core::Audience audience;
    audience.onlySession = command.session;
    core::Draft joined;
    joined.topic = core::Topic(QLatin1String(Joined::topic));
    joined.payload = Joined{online.id, online.socketId};
    joined.audience = audience;
    if (const auto said = m_publisher.publish(std::move(joined)); !said)
        return core::ready(said.error());
    tell({this->online(), std::nullopt}, audience);
    changed(command.session);
    return core::ready(Join::Reply{online.id, online.socketId, firstRoom(),
                                   QStringLiteral("Welcome to %1!").arg(firstRoom())});
}

QFuture<core::Reply> PresenceTracker::setAvailability(const core::Command &command)
{
    const auto asked = command.as<SetAvailability>();
    if (!asked)
        return core::ready(asked.error());
    const auto online = m_online.find(command.session);
    if (online == m_online.end()) {
        return core::ready(core::Error{core::ErrorCode::Conflict,
                                       QStringLiteral("Nobody knows yet that you are here: join first.")});
    }
    const Profile &who = online->second.userProfile;
    bool isNew = false;
    for (auto &[session, one] : m_online) {
        const bool isSame = session == command.session ||
                            (!who.isGuest && !one.userProfile.isGuest && one.id == online->second.id);
        if (isSame)
            isNew = std::exchange(one.status, asked->status) != asked->status || isNew;
    }
    // A guest is nobody who could come back.
    if (!who.isGuest && asked->status != Availability::Online)
        m_chosen.insert(online->second.id, asked->status);
    else if (!who.isGuest)
        m_chosen.remove(online->second.id);
    if (isNew)
        changed();
    return core::ready(Done{});
}

void PresenceTracker::touch(quint64 session)
{
    const auto online = m_online.find(session);
    if (online == m_online.end())
        return;
    online->second.lastSeen = m_clock.now();
    const bool isChosen = !online->second.userProfile.isGuest && m_chosen.contains(online->second.id);
    if (online->second.status == Availability::Away && !isChosen) {
        online->second.status = Availability::Online;
        changed();
    }
}

QFuture<core::Reply> PresenceTracker::list(const core::Command &)
{
    return core::ready(ListOnline::Reply{online()});
}

QList<Online> PresenceTracker::online() const
{
    QList<Online> all;
    all.reserve(qsizetype(m_online.size()));
    for (const auto &[session, online] : m_online)
        all << online;
    return all;
}

bool PresenceTracker::isOnline(const QString &id) const
{
    return std::any_of(m_online.begin(), m_online.end(),
                       [&](const auto &entry) { return entry.second.id == id; });
}

void PresenceTracker::leave(quint64 session)
{
    const auto gone = m_online.find(session);
    if (gone == m_online.end())
        return;
    const QString id = gone->second.id;
    m_online.erase(gone);
    if (!isOnline(id))
        tell({{}, id}, {});
    changed();
}

void PresenceTracker::findIdle()
{
    const QDateTime now = m_clock.now();
    bool isNew = false;
    for (auto &[session, online] : m_online) {
        if (online.status == Availability::Online && online.lastSeen.secsTo(now) >= awayAfter) {
            online.status = Availability::Away;
            isNew = true;
        }
    }
    if (isNew)
        changed();
}

void PresenceTracker::changed(quint64 toldAlready)
{
    m_toldAlready = m_isTelling ? 0 : toldAlready;
    if (std::exchange(m_isTelling, true))
        return;
    m_telling = m_clock.after(tellingDelay, [this] {
        m_isTelling = false;
        core::Audience audience;
        audience.exceptSession = m_toldAlready;
        tell({online(), std::nullopt}, audience);
    });
}

void PresenceTracker::tell(const Presence &presence, const core::Audience &audience)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(Presence::topic));
    draft.payload = presence;
    draft.audience = audience;
    if (const auto said = m_publisher.publish(std::move(draft)); !said)
        qCWarning(logIdentity).noquote() << said.error().message;
}

} // namespace identity
