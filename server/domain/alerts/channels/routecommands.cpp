// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/duty.h"
#include "domain/alerts/channels/mail.h"
#include "domain/alerts/channels/routebook.h"

#include <algorithm>

namespace alerts::channels {

// What people ask of routes and rotas.

namespace {
core::Error noRoute(const QString &id)
{
    return {core::ErrorCode::NotFound,
            alerts::channels::RouteBook::tr("There is no route %1.").arg(id.left(64))};
}

core::Error noRota(const QString &id)
{
    return {core::ErrorCode::NotFound,
            alerts::channels::RouteBook::tr("There is no rota %1.").arg(id.left(64))};
}

core::Error fullBook()
{
    return {core::ErrorCode::Limited,
            alerts::channels::RouteBook::tr("There are %1 of them; that is the most.").arg(RouteBook::most)};
}
} // namespace

QFuture<core::Reply> RouteBook::list(const core::Command &)
{
    ListRoutes::Reply reply;
    const QList<Way> ways = inOrder();
    for (const Way &way : ways)
        reply.routes << way.route;
    return core::ready(reply);
}

QFuture<core::Reply> RouteBook::set(const core::Command &command)
{
    const auto asked = command.as<SetRoute>();
    if (!asked)
        return core::ready(asked.error());
    Route route = asked->route;
    if (!route.id.isEmpty() && !m_ways.contains(route.id))
        return core::ready(noRoute(route.id));
    if (route.id.isEmpty() && m_ways.size() >= most)
        return core::ready(fullBook());
    if (route.id.isEmpty())
        route.id = QStringLiteral("t-") + m_around.entropy.token(9);
    route.displayName = route.displayName.simplified();
    if (const auto good = check(route); !good)
        return core::ready(good.error());
    if (!route.matchers.trimmed().isEmpty()) {
        if (const auto test = m_around.compile(route.matchers); !test)
            return core::ready(test.error());
    }
    return m_around.records
        .write({{QStringLiteral("alert.route"), route.id, core::Payload(route).text()}}, {})
        .then(this, [this, route](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            if (const auto taken = take(route); !taken)
                return taken.error();
            return route;
        });
}

QFuture<core::Reply> RouteBook::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveRoute>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_ways.contains(asked->id))
        return core::ready(noRoute(asked->id));
    return m_around.records.write({}, {{QStringLiteral("alert.route"), asked->id}})
        .then(this, [this, id = asked->id](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_ways.remove(id);
            return identity::Done{};
        });
}

Rota RouteBook::shown(const Rota &rota, const core::Principal &to) const
{
    Rota out = rota;
    if (const auto duty = Duty::of(rota, m_around.clock.now())) {
        out.onCall = duty->member.displayName;
        out.handoverAt = duty->handoverAt;
    }
    for (RotaMember &member : out.members) {
        if (!to.may(core::roles::admins))
            member.address.clear();
    }
    return out;
}

QFuture<core::Reply> RouteBook::listRotas(const core::Command &command)
{
    ListRotas::Reply reply;
    for (const Rota &rota : std::as_const(m_rotas))
        reply.rotas << shown(rota, command.caller);
    std::stable_sort(reply.rotas.begin(), reply.rotas.end(), [](const Rota &a, const Rota &b) {
        return a.displayName.localeAwareCompare(b.displayName) < 0;
    });
    return core::ready(reply);
}

core::Result<void> RouteBook::check(const Rota &rota) const
{
    if (rota.displayName.isEmpty())
        return core::Error{core::ErrorCode::Invalid, tr("Give the rota a name.")};
    for (const RotaMember &member : rota.members) {
        const Channel *channel = m_around.channel(member.channelId);
        if (channel == nullptr) {
            return core::Error{core::ErrorCode::Invalid,
                               tr("There is no channel %1.").arg(member.channelId.left(64))};
        }
        if (member.address.isEmpty())
            continue;
        if (channel->kind != ChannelKind::Email) {
            return core::Error{core::ErrorCode::Invalid,
                               tr("Only e-mail goes to an address of somebody's own; %1 tells all it tells.")
                                   .arg(channel->displayName)};
        }
        if (const auto address = Mail::address(member.address); !address)
            return address.error();
    }
    return Duty::check(rota);
}

QFuture<core::Reply> RouteBook::setRota(const core::Command &command)
{
    const auto asked = command.as<SetRota>();
    if (!asked)
        return core::ready(asked.error());
    Rota rota = asked->rota;
    if (!rota.id.isEmpty() && !m_rotas.contains(rota.id))
        return core::ready(noRota(rota.id));
    if (rota.id.isEmpty() && m_rotas.size() >= most)
        return core::ready(fullBook());
    if (rota.id.isEmpty())
        rota.id = QStringLiteral("o-") + m_around.entropy.token(9);
    rota.displayName = rota.displayName.simplified();
    rota.onCall.clear();
    rota.handoverAt.reset();
    if (const auto good = check(rota); !good)
        return core::ready(good.error());
    for (RotaMember &member : rota.members)
        member.address = member.address.isEmpty() ? QString() : *Mail::address(member.address);
    return m_around.records.write({{QStringLiteral("alert.rota"), rota.id, core::Payload(rota).text()}}, {})
        .then(this, [this, rota, by = command.caller](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            m_rotas.insert(rota.id, rota);
            return shown(rota, by);
        });
}

QFuture<core::Reply> RouteBook::removeRota(const core::Command &command)
{
    const auto asked = command.as<RemoveRota>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_rotas.contains(asked->id))
        return core::ready(noRota(asked->id));
    for (const Way &way : std::as_const(m_ways)) {
        if (way.route.rotaId == asked->id) {
            return core::ready(core::Error{
                core::ErrorCode::Conflict,
                tr("The route “%1” needs this rota. Take it out there first.").arg(way.route.displayName)});
        }
    }
    return m_around.records.write({}, {{QStringLiteral("alert.rota"), asked->id}})
        .then(this, [this, id = asked->id](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_rotas.remove(id);
            return identity::Done{};
        });
}

} // namespace alerts::channels
