// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace network::scan {

/// How far a scan goes: who answers; ports of the target; ports, services and system; all of it, with the way
/// there.
enum class Kind : quint8 { Discovery, Ports, Targeted, Full };

/// How hard it knocks. Light: one block of addresses at a time, at most 100 packets a second, for a network
/// of printers and controllers. Normal: as quick as the network answers, at most 1000 packets a second for
/// each block, eight blocks at a time. Aggressive: without a limit, every port, every probe for a service.
enum class Intensity : quint8 { Light, Normal, Aggressive };

/// How a scan stands.
enum class State : quint8 { Waiting, Running, Completed, Failed, Cancelled, TimedOut };

} // namespace network::scan
