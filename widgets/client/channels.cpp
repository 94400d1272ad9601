// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/channels.h"

#include "client/role.h"

#include <algorithm>

namespace client {

using alerts::Delivery;
using alerts::DeliveryState;

namespace {
constexpr auto lookAgain = std::chrono::seconds(10);
constexpr int mostOpenMessages = 500;
constexpr int mostArrived = 100;
constexpr int routeStep = 10; // room between two, for those who number them by hand

QStringList channelTopics() { return {QLatin1String(alerts::ChannelsChanged::topic)}; }

/// What has to be done about it comes first.
int urgencyOf(DeliveryState state)
{
    return state == DeliveryState::Dead ? 0 : state == DeliveryState::Waiting ? 1 : 2;
}
} // namespace

Channels::Channels(Mirror &mirror, core::Clock &clock, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_clock(clock)
{
    connect(&mirror.link(), &Link::stateChanged, this, [this] {
        ++m_round; // what was asked before is not answered any more
        if (m_isWatched)
            reload();
        Q_EMIT changed();
    });
    connect(&mirror.link(), &Link::eventsReceived, this, [this](const QList<core::Event> &events) {
        const bool isOld = std::any_of(events.begin(), events.end(), [](const core::Event &event) {
            return event.topic.name() == QLatin1String(alerts::ChannelsChanged::topic);
        });
        if (isOld && m_isWatched)
            reload();
    });
    mirror.link().subscribe(channelTopics());
    connect(&mirror, &Mirror::userChanged, this, [this] {
        if (m_isWatched)
            reload();
        Q_EMIT changed();
    });
}

Channels::~Channels() { m_mirror.link().unsubscribe(channelTopics()); }

QString Channels::nameOf(const QString &channelId) const
{
    for (const alerts::Channel &channel : m_channels) {
        if (channel.id == channelId)
            return channel.displayName;
    }
    return channelId;
}

QString Channels::rotaNameOf(const QString &rotaId) const
{
    for (const alerts::Rota &rota : m_rotas) {
        if (rota.id == rotaId)
            return rota.displayName;
    }
    return rotaId;
}

QString Channels::whyNot(const QStringList &roles, const QString &sentence) const
{
    if (m_mirror.link().state() != Link::State::Live)
        return tr("There is no connection to the server.");
    const auto &user = m_mirror.user();
    if (!user)
        return tr("It is not known yet who you are to the server.");
    return roles.contains(user->role) ? QString() : sentence.arg(roleTitle(user->role));
}

QString Channels::whyNotSet() const
{
    return whyNot({QStringLiteral("admin")}, tr("Administrators set who is told. Your role is: %1."));
}

QString Channels::whyNotSeeMessages() const
{
    return whyNot({QStringLiteral("admin"), QStringLiteral("operator")},
                  tr("Messages are for operators and administrators. Your role is: %1."));
}

void Channels::setWatched(bool watched)
{
    if (std::exchange(m_isWatched, watched) == watched)
        return;
    m_next.reset();
    if (watched)
        reload();
}

template <class T>
void Channels::read(const T &command, std::function<void(const typename T::Reply &)> take)
{
    ++m_missing;
    ask(m_mirror.link(), command, this,
        [this, round = m_round, take = std::move(take)](const core::Result<typename T::Reply> &reply) {
            if (round != m_round)
                return;
            if (reply)
                take(*reply);
            else
                m_roundTrouble = reply.error().message;
            if (--m_missing > 0)
                return;
            m_trouble = m_roundTrouble;
            m_messages = m_gathered;
            Q_EMIT changed();
            wait();
        });
}

void Channels::reload()
{
    if (m_mirror.link().state() != Link::State::Live)
        return;
    ++m_round;
    m_missing = 0;
    m_roundTrouble.clear();
    m_gathered.clear();
    read(alerts::ListChannels{}, [this](const alerts::ListChannels::Reply &reply) {
        m_isKnown = true;
        m_channels = reply.channels;
    });
    read(alerts::ListRoutes{}, [this](const alerts::ListRoutes::Reply &reply) { m_routes = reply.routes; });
    read(alerts::ListRotas{}, [this](const alerts::ListRotas::Reply &reply) { m_rotas = reply.rotas; });
    read(alerts::ReadDeliverySettings{},
         [this](const alerts::DeliverySettings &reply) { m_settings = reply; });
    if (whyNotSeeMessages().isEmpty())
        readMessages();
}

void Channels::readMessages()
{
    const auto gather = [this](DeliveryState state, int most) {
        alerts::ListDeliveries command;
        command.state = state;
        command.limit = most;
        read(command, [this](const alerts::ListDeliveries::Reply &reply) { takeMessages(reply); });
    };
    gather(DeliveryState::Dead, mostOpenMessages);
    gather(DeliveryState::Waiting, mostOpenMessages);
    gather(DeliveryState::Delivered, mostArrived);
}

void Channels::takeMessages(const alerts::ListDeliveries::Reply &reply)
{
    m_untaken = reply.untaken;
    m_gathered << reply.deliveries;
    std::sort(m_gathered.begin(), m_gathered.end(), [](const Delivery &one, const Delivery &other) {
        const int first = urgencyOf(one.state);
        const int second = urgencyOf(other.state);
        return first != second ? first < second : one.createdAt > other.createdAt;
    });
}

void Channels::wait()
{
    if (!m_isWatched)
        return;
    m_next = m_clock.after(lookAgain, [this] {
        const auto firing = std::move(m_next);
        reload();
    });
}

QList<alerts::SetRoute> Channels::moved(const QString &routeId, int by) const
{
    QList<alerts::Route> routes = m_routes;
    const auto at = std::find_if(routes.begin(), routes.end(),
                                 [&](const alerts::Route &route) { return route.id == routeId; });
    const auto place = at - routes.begin();
    if (at == routes.end() || place + by < 0 || place + by >= routes.size())
        return {};
    routes.move(place, place + by);
    QList<alerts::SetRoute> out;
    for (qsizetype i = 0; i < routes.size(); ++i) {
        const int order = int(i + 1) * routeStep;
        if (routes[i].order == order)
            continue;
        routes[i].order = order;
        out << alerts::SetRoute{routes[i]};
    }
    return out;
}

} // namespace client
