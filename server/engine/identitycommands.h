// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace identity {
class Service;
} // namespace identity

namespace engine {

class Dispatcher;

/// Leads what is asked about accounts, tokens, sign-ins and the audit trail to who knows it.
void registerIdentity(Dispatcher &dispatcher, identity::Service &service);

} // namespace engine
