// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/routebook.h"

#include "core/finished.h"
#include "core/log.h"
#include "domain/alerts/channels/duty.h"
#include "domain/alerts/channels/weekly.h"

#include <QJsonDocument>

#include <algorithm>

namespace alerts::channels {

namespace {
const QString routeKind = QStringLiteral("alert.route");
const QString rotaKind = QStringLiteral("alert.rota");
} // namespace

QFuture<core::Result<void>> RouteBook::load()
{
    return loadRotas()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? loadRoutes() : core::finished(core::Result<void>(loaded));
              })
        .unwrap();
}

QFuture<core::Result<void>> RouteBook::loadRoutes()
{
    return m_around.records.all(routeKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto route = core::fromJson<Route>(QJsonDocument::fromJson(record.body).object());
                if (!route || !take(*route))
                    qCWarning(logEngine).noquote() << "The route" << record.id << "cannot be read.";
            }
            return {};
        });
}

QFuture<core::Result<void>> RouteBook::loadRotas()
{
    return m_around.records.all(rotaKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto rota = core::fromJson<Rota>(QJsonDocument::fromJson(record.body).object());
                if (rota)
                    m_rotas.insert(record.id, *rota);
                else
                    qCWarning(logEngine).noquote() << "The rota" << record.id << "cannot be read.";
            }
            return {};
        });
}

core::Result<void> RouteBook::take(const Route &route)
{
    Way way{route, [](const Labels &) { return true; }};
    if (!route.matchers.trimmed().isEmpty()) {
        const auto test = m_around.compile(route.matchers);
        if (!test)
            return test.error();
        way.test = *test;
    }
    m_ways.insert(route.id, way);
    return {};
}

QList<RouteBook::Way> RouteBook::inOrder() const
{
    QList<Way> out = m_ways.values();
    std::stable_sort(out.begin(), out.end(),
                     [](const Way &a, const Way &b) { return a.route.order < b.route.order; });
    return out;
}

bool RouteBook::goesBy(const Way &way, const Subject &subject) const
{
    const Route &route = way.route;
    return route.isEnabled && subject.severity >= route.leastSeverity && subject.level >= route.leastLevel &&
           (!route.hours || Weekly::holds(*route.hours, m_around.clock.now())) && way.test(subject.labels);
}

QList<RouteBook::Target> RouteBook::targetsOf(const Route &route) const
{
    QList<Target> out;
    for (const QString &channel : route.channels)
        out << Target{channel, {}};
    const auto rota = m_rotas.constFind(route.rotaId);
    const auto duty = rota == m_rotas.constEnd() ? std::nullopt : Duty::of(*rota, m_around.clock.now());
    if (duty)
        out << Target{duty->member.channelId, duty->member.address};
    return out;
}

bool RouteBook::hasWays() const
{
    return std::any_of(m_ways.begin(), m_ways.end(), [](const Way &way) { return way.route.isEnabled; });
}

QSet<QString> RouteBook::inHours() const
{
    QSet<QString> out;
    for (const Way &way : m_ways) {
        if (way.route.isEnabled && way.route.hours && Weekly::holds(*way.route.hours, m_around.clock.now()))
            out.insert(way.route.id);
    }
    return out;
}

QList<RouteBook::Target> RouteBook::targets(const Subject &subject, const QStringList &usual) const
{
    const QList<Way> ways = inOrder();
    QList<Target> out;
    const auto add = [&](const Target &target) {
        const Channel *channel = m_around.channel(target.channelId);
        if (channel != nullptr && channel->isEnabled && !out.contains(target))
            out << target;
    };
    if (!hasWays()) {
        for (const QString &id : subject.severity >= usualSeverity ? usual : QStringList())
            add({id, {}});
        return out;
    }
    QList<const Route *> taken;
    for (const Way &way : ways) {
        if (!goesBy(way, subject))
            continue;
        taken << &way.route;
        if (way.route.isFinal)
            break;
    }
    // What nobody looked after goes to those who come next, not once more to those who were told.
    int least = 0;
    for (const Route *route : std::as_const(taken))
        least = std::max(least, subject.isEscalated ? route->leastLevel : 0);
    for (const Route *route : std::as_const(taken)) {
        if (route->leastLevel < least || (subject.isTakenUp && !route->hours))
            continue;
        const QList<Target> targets = targetsOf(*route);
        std::for_each(targets.begin(), targets.end(), add);
    }
    return out;
}

QString RouteBook::userOf(const QString &channelId) const
{
    for (const Way &way : m_ways) {
        if (way.route.channels.contains(channelId))
            return tr("The route “%1”").arg(way.route.displayName);
    }
    for (const Rota &rota : m_rotas) {
        for (const RotaMember &member : rota.members) {
            if (member.channelId == channelId)
                return tr("The rota “%1”").arg(rota.displayName);
        }
    }
    return {};
}

core::Result<void> RouteBook::check(const Route &route) const
{
    const auto wrong = [](const QString &text) { return core::Error{core::ErrorCode::Invalid, text}; };
    if (route.displayName.isEmpty())
        return wrong(tr("Give the route a name."));
    if (route.channels.isEmpty() && route.rotaId.isEmpty())
        return wrong(tr("Say where the route leads: to channels, or to who is on call."));
    for (const QString &id : route.channels) {
        if (m_around.channel(id) == nullptr)
            return wrong(tr("There is no channel %1.").arg(id.left(64)));
    }
    if (!route.rotaId.isEmpty() && !m_rotas.contains(route.rotaId))
        return wrong(tr("There is no rota %1.").arg(route.rotaId.left(64)));
    return route.hours ? Weekly::check(*route.hours) : core::Result<void>();
}

} // namespace alerts::channels
