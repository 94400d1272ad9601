// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace alerts::channels {
class Switchboard;
} // namespace alerts::channels

namespace engine {

class AuditedDispatch;
class Dispatcher;
class EventBus;

/// The commands over channels, routes, rotas and what is on its way. What changes one of them is told of by
/// `alerts.channels.changed`. The board outlives the dispatcher's handlers.
void registerChannels(alerts::channels::Switchboard &board, Dispatcher &dispatcher,
                      const AuditedDispatch &audited, EventBus &bus);

} // namespace engine
