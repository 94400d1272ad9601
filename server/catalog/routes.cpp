// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/routes.h"

#include "core/catalog.h"

namespace alerts {

using core::field;

namespace {
constexpr int longestRouteId = 64;
constexpr int longestRouteName = 128;
constexpr int longestRouteMatchers = 4096;
constexpr int mostChannelsOfRoute = 64;
constexpr int mostMembers = 64;
constexpr int mostOverrides = 256;
} // namespace

core::Fields WeeklyHours::fields()
{
    return {
        field("weekdays", &WeeklyHours::weekdays, "1 Monday to 7 Sunday; empty: each").atMost(7).defaulted(),
        field("from", &WeeklyHours::from, "As 08:00; both empty: the whole day").atMost(5).defaulted(),
        field("to", &WeeklyHours::to, "Not after from: until then on the next day").atMost(5).defaulted(),
        field("time_zone", &WeeklyHours::timeZone, "IANA; empty: the machine's")
            .atMost(longestRouteId)
            .defaulted()};
}

core::Fields Route::fields()
{
    return {
        field("id", &Route::id, "Which; empty: a new one").atMost(longestRouteId).defaulted(),
        field("display_name", &Route::displayName, "What it is called").atMost(longestRouteName),
        field("order", &Route::order, "The least is looked at first").between(0, 1'000'000).defaulted(),
        field("matchers", &Route::matchers, "As Prometheus writes them; empty: every alert")
            .atMost(longestRouteMatchers)
            .defaulted(),
        field("least_severity", &Route::leastSeverity, "1 info to 10 critical").between(1, 10).defaulted(),
        field("least_level", &Route::leastLevel, "Only of alerts that were escalated so often")
            .between(0, 9)
            .defaulted(),
        field("hours", &Route::hours, "Only then; nothing: always"),
        field("channels", &Route::channels, "Where to").atMost(mostChannelsOfRoute).defaulted(),
        field("rota_id", &Route::rotaId, "Also to who is on call").atMost(longestRouteId).defaulted(),
        field("is_final", &Route::isFinal, "Later routes do not look at what goes this way").defaulted(),
        field("is_enabled", &Route::isEnabled, "It counts").defaulted()};
}

core::Fields RotaMember::fields()
{
    return {field("display_name", &RotaMember::displayName, "Who").atMost(longestRouteName),
            field("channel_id", &RotaMember::channelId, "By what they are told").atMost(longestRouteId),
            field("address", &RotaMember::address, "Of e-mail; empty: whom the channel tells")
                .atMost(256)
                .defaulted()};
}

core::Fields RotaOverride::fields()
{
    return {field("member", &RotaOverride::member, "Who stands in, by name").atMost(longestRouteName),
            field("from", &RotaOverride::from, "From when on"),
            field("until", &RotaOverride::until, "Until when")};
}

core::Fields Rota::fields()
{
    return {
        field("id", &Rota::id, "Which; empty: a new one").atMost(longestRouteId).defaulted(),
        field("display_name", &Rota::displayName, "What it is called").atMost(longestRouteName),
        field("time_zone", &Rota::timeZone, "IANA; empty: the machine's").atMost(longestRouteId).defaulted(),
        field("handover", &Rota::handover, "How often it hands over").defaulted(),
        field("hour", &Rota::hour, "When on that day").between(0, 23).defaulted(),
        field("start", &Rota::start, "The day of the first member's first turn, as 2026-11-23").atMost(10),
        field("members", &Rota::members, "In their order").atMost(mostMembers),
        field("overrides", &Rota::overrides, "Who stands in").atMost(mostOverrides).defaulted(),
        field("on_call", &Rota::onCall, "Who is now; only told").atMost(longestRouteName).defaulted(),
        field("handover_at", &Rota::handoverAt, "When it hands over next; only told")};
}

core::Fields ListRoutes::Reply::fields()
{
    return {field("routes", &Reply::routes, "In the order they are looked at")};
}

core::Fields ListRoutes::fields() { return {}; }

core::Fields SetRoute::fields() { return {field("route", &SetRoute::route, "As it is to be")}; }

core::Fields RemoveRoute::fields() { return {field("id", &RemoveRoute::id, "Which").atMost(longestRouteId)}; }

core::Fields ListRotas::Reply::fields()
{
    return {field("rotas", &Reply::rotas, "In the order of their names")};
}

core::Fields ListRotas::fields() { return {}; }

core::Fields SetRota::fields() { return {field("rota", &SetRota::rota, "As it is to be")}; }

core::Fields RemoveRota::fields() { return {field("id", &RemoveRota::id, "Which").atMost(longestRouteId)}; }

void declareRoutes(core::Catalog &catalog)
{
    using namespace core::roles;
    Route route;
    route.id = QStringLiteral("t-1");
    route.displayName = QStringLiteral("The north at night");
    route.matchers = QStringLiteral("{site=\"north\"}");
    route.leastSeverity = 7;
    route.hours =
        WeeklyHours{{}, QStringLiteral("18:00"), QStringLiteral("08:00"), QStringLiteral("Europe/Berlin")};
    route.rotaId = QStringLiteral("o-1");
    Rota rota;
    rota.id = route.rotaId;
    rota.displayName = QStringLiteral("Network");
    rota.timeZone = route.hours->timeZone;
    rota.start = QStringLiteral("2026-11-23");
    rota.members = {{QStringLiteral("Dana"), QStringLiteral("n-1"), QStringLiteral("dana@example.org")},
                    {QStringLiteral("Omar"), QStringLiteral("n-2"), {}}};
    rota.onCall = QStringLiteral("Dana");
    rota.handoverAt = core::timeFromText(QStringLiteral("2026-11-30T08:00:00.000Z"));
    catalog.command<ListRoutes>(viewers, {}, {{route}});
    catalog.command<SetRoute>(admins, {route}, route);
    catalog.command<RemoveRoute>(admins, {route.id}, {});
    catalog.command<ListRotas>(viewers, {}, {{rota}});
    catalog.command<SetRota>(admins, {rota}, rota);
    catalog.command<RemoveRota>(admins, {rota.id}, {});
}

} // namespace alerts
