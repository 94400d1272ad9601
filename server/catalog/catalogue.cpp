// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"

#include "catalog/agentreports.h"
#include "catalog/agents.h"
#include "catalog/alertcommands.h"
#include "catalog/alerts.h"
#include "catalog/analytics.h"
#include "catalog/answerstop.h"
#include "catalog/assistant.h"
#include "catalog/audit.h"
#include "catalog/automation.h"
#include "catalog/channels.h"
#include "catalog/chat.h"
#include "catalog/chatanswering.h"
#include "catalog/chatchanges.h"
#include "catalog/chatcommands.h"
#include "catalog/chathistory.h"
#include "catalog/chatrooms.h"
#include "catalog/chatvalues.h"
#include "catalog/checks.h"
#include "catalog/clients.h"
#include "catalog/deliveries.h"
#include "catalog/departments.h"
#include "catalog/devicepage.h"
#include "catalog/events.h"
#include "catalog/health.h"
#include "catalog/identity.h"
#include "catalog/inventory.h"
#include "catalog/listening.h"
#include "catalog/maplayout.h"
#include "catalog/metrics.h"
#include "catalog/network.h"
#include "catalog/onetimecodes.h"
#include "catalog/ownaccount.h"
#include "catalog/presence.h"
#include "catalog/rendering.h"
#include "catalog/room.h"
#include "catalog/routes.h"
#include "catalog/rulecommands.h"
#include "catalog/rules.h"
#include "catalog/scan.h"
#include "catalog/scanruns.h"
#include "catalog/scope.h"
#include "catalog/security.h"
#include "catalog/session.h"
#include "catalog/signins.h"
#include "catalog/silences.h"
#include "catalog/tokens.h"
#include "catalog/topology.h"
#include "catalog/usage.h"

namespace catalog {

core::Catalog everything()
{
    core::Catalog catalog;
    audit::declare(catalog);
    identity::declare(catalog);
    identity::declarePresence(catalog);
    identity::declareOwnAccount(catalog);
    identity::declareTokens(catalog);
    identity::declareSignIns(catalog);
    identity::declareOneTimeCodes(catalog);
    metrics::declare(catalog);
    metrics::declareHealth(catalog);
    metrics::declareAgentReports(catalog);
    session::declare(catalog);
    events::declare(catalog);
    session::declareListening(catalog);
    session::declareClients(catalog);
    session::declareRendering(catalog);
    alerts::declare(catalog);
    alerts::declareBook(catalog);
    alerts::declareSilences(catalog);
    alerts::declareChannels(catalog);
    alerts::declareRoutes(catalog);
    alerts::declareDeliveries(catalog);
    chat::declare(catalog);
    chat::declareRooms(catalog);
    chat::declareHistory(catalog);
    chat::declareValues(catalog);
    chat::declareChanges(catalog);
    chat::declareSlash(catalog);
    chat::declareAnswering(catalog);
    room::declare(catalog);
    network::declare(catalog);
    network::declareScans(catalog);
    network::declareInventory(catalog);
    network::declareDevicePage(catalog);
    network::declareTopology(catalog);
    network::declareMapLayout(catalog);
    network::declareScope(catalog);
    network::declareScanRuns(catalog);
    security::declare(catalog);
    usage::declare(catalog);
    usage::declareAnalytics(catalog);
    usage::declareDepartments(catalog);
    automation::declare(catalog);
    automation::declareAgents(catalog);
    automation::declareRules(catalog);
    automation::declareRuleCommands(catalog);
    assistant::declare(catalog);
    assistant::declareStop(catalog);
    automation::declareChecks(catalog);
    return catalog;
}

} // namespace catalog
