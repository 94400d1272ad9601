// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/clients.h"

/// How a connection is named to people. What comes from the client is plain text of a foreign source.
namespace server::words {

/// What the client calls itself, or its number: "k3J9xQ2mAAAB", "No. 42".
[[nodiscard]] QString name(const session::Client &client);
/// Who signed in, or that nobody has.
[[nodiscard]] QString user(const session::Client &client);
[[nodiscard]] QString role(const session::Client &client);
/// "Everyst · WebSocket".
[[nodiscard]] QString contract(const session::Client &client);
[[nodiscard]] QString address(const session::Client &client);
/// "everything", "metrics.*, session.storage", "nothing"; and whether a filter takes some of it away.
[[nodiscard]] QString subscriptions(const session::Client &client);
/// Whose connection it is, in one phrase: "dana (Everyst · WebSocket, 192.168.1.44)".
[[nodiscard]] QString whose(const session::Client &client);
/// Why it cannot be closed; empty: it can.
[[nodiscard]] QString keptOpen(const session::Client &client);

} // namespace server::words
