// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/channelcommands.h"

#include "core/log.h"
#include "domain/alerts/channels/switchboard.h"
#include "engine/auditeddispatch.h"
#include "engine/eventbus.h"

namespace engine {

namespace {
/// Registers what changes something, so that it is told of.
class Changes
{
public:
    Changes(const AuditedDispatch &audited, EventBus &bus) : m_audited(audited), m_bus(bus) {}

    template <class Room>
    void handle(const char *name, const char *action, const char *target, Room &room,
                QFuture<core::Reply> (Room::*method)(const core::Command &)) const
    {
        m_audited.handle(name, action, target, [&room, method, &bus = m_bus](const core::Command &command) {
            return (room.*method)(command).then(&bus,
                                                [&bus, by = command.caller.name](const core::Reply &reply) {
                                                    if (reply)
                                                        tell(bus, by);
                                                    return reply;
                                                });
        });
    }

private:
    static void tell(EventBus &bus, const QString &by)
    {
        if (const auto said = bus.publish(alerts::ChannelsChanged{by}); !said)
            qCWarning(logEngine).noquote() << said.error().message;
    }

    const AuditedDispatch &m_audited;
    EventBus &m_bus;
};
} // namespace

void registerChannels(alerts::channels::Switchboard &board, Dispatcher &dispatcher,
                      const AuditedDispatch &audited, EventBus &bus)
{
    using alerts::channels::ChannelBook;
    using alerts::channels::CommonSettings;
    using alerts::channels::Deliveries;
    using alerts::channels::RouteBook;
    using alerts::channels::Switchboard;
    ChannelBook &channels = board.channels();
    RouteBook &routes = board.routes();
    Deliveries &deliveries = board.deliveries();
    CommonSettings &settings = board.settings();
    dispatcher.handle(alerts::ListChannels::name, channels, &ChannelBook::list);
    dispatcher.handle(alerts::ListRoutes::name, routes, &RouteBook::list);
    dispatcher.handle(alerts::ListRotas::name, routes, &RouteBook::listRotas);
    dispatcher.handle(alerts::ListDeliveries::name, deliveries, &Deliveries::list);
    dispatcher.handle(alerts::ReadDeliverySettings::name, settings, &CommonSettings::get);
    audited.handle(alerts::TestChannel::name, "channel_tested", "id", board, &Switchboard::test);
    const Changes changes(audited, bus);
    changes.handle(alerts::SetChannel::name, "channel_set", "channel", channels, &ChannelBook::set);
    changes.handle(alerts::RemoveChannel::name, "channel_removed", "id", channels, &ChannelBook::remove);
    changes.handle(alerts::SetRoute::name, "route_set", "route", routes, &RouteBook::set);
    changes.handle(alerts::RemoveRoute::name, "route_removed", "id", routes, &RouteBook::remove);
    changes.handle(alerts::SetRota::name, "rota_set", "rota", routes, &RouteBook::setRota);
    changes.handle(alerts::RemoveRota::name, "rota_removed", "id", routes, &RouteBook::removeRota);
    changes.handle(alerts::RetryDeliveries::name, "deliveries_retried", "ids", deliveries,
                   &Deliveries::retry);
    changes.handle(alerts::DropDeliveries::name, "deliveries_dropped", "ids", deliveries, &Deliveries::drop);
    changes.handle(alerts::ChangeDeliverySettings::name, "delivery_set", "public_url", settings,
                   &CommonSettings::set);
}

} // namespace engine
