// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/chat/people.h"
#include "domain/chat/slash.h"

namespace chat {

/// What the words of the house ask others for.
struct SlashPorts
{
    core::Clock &clock;
    People people;
    Alerts alerts;
    Devices devices;
};

/// /help, /who, /me, /topic, /dm.
void offerChatWords(Slash &slash, const SlashPorts &ports);
/// /ack, /unack, /assign, /silence, /resolve, /comment.
void offerAlertWords(Slash &slash, const SlashPorts &ports);
/// /device, /scan, /map.
void offerNetworkWords(Slash &slash, const SlashPorts &ports);
/// /chart.
void offerMetricWords(Slash &slash, const SlashPorts &ports);

} // namespace chat
