// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace engine {

/// What is counted where it happens, since the server started.
struct Tally
{
    quint64 delivered = 0;       ///< facts handed to connections, once for each
    quint64 limitedMessages = 0; ///< of clients, beyond the rate of their connection
    quint64 unauthenticated = 0; ///< connections refused for their credential, or the lack of one
    quint64 foreignOrigins = 0;  ///< requests refused for the page they came from
    quint64 turnedAway = 0;      ///< connections refused for lack of room
};

} // namespace engine
