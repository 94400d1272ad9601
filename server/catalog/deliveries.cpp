// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/deliveries.h"

#include "core/catalog.h"

namespace alerts {

using core::field;

namespace {
constexpr int longestDeliveryId = 64;
constexpr int mostDeliveries = 500;
constexpr int longestPublicUrl = 512;
constexpr int mostLevels = 9;
} // namespace

core::Fields Delivery::fields()
{
    return {field("id", &Delivery::id, "Stable id"),
            field("channel_id", &Delivery::channelId, "By which channel"),
            field("channel_name", &Delivery::channelName, "What that is called"),
            field("state", &Delivery::state, "What became of it"),
            field("title", &Delivery::title, "What it says first"),
            field("severity", &Delivery::severity, "The worst of it"),
            field("count", &Delivery::count, "How many alerts it is about"),
            field("attempts", &Delivery::attempts, "How often it was tried"),
            field("created_at", &Delivery::createdAt, "When there was something to tell"),
            field("next_at", &Delivery::nextAt, "When it is tried next"),
            field("delivered_at", &Delivery::deliveredAt, "When it arrived"),
            field("last_error", &Delivery::lastError, "Why it has not")};
}

core::Fields ListDeliveries::Reply::fields()
{
    return {field("deliveries", &Reply::deliveries, "Newest first"),
            field("count", &Reply::count, "How many there are in all that were asked for"),
            field("untaken", &Reply::untaken, "Alerts of the last week that no route took").defaulted()};
}

core::Fields ListDeliveries::fields()
{
    return {field("state", &ListDeliveries::state, "Only these"),
            field("channel_id", &ListDeliveries::channelId, "Only of this channel")
                .atMost(longestDeliveryId)
                .defaulted(),
            field("limit", &ListDeliveries::limit, "At most").between(1, mostDeliveries).defaulted()};
}

core::Fields RetryDeliveries::Reply::fields() { return {field("count", &Reply::count, "How many")}; }

core::Fields RetryDeliveries::fields()
{
    return {field("ids", &RetryDeliveries::ids, "Which").atMost(mostDeliveries)};
}

core::Fields DropDeliveries::fields()
{
    return {field("ids", &DropDeliveries::ids, "Which").atMost(mostDeliveries)};
}

core::Fields DeliverySettings::fields()
{
    return {field("public_url", &DeliverySettings::publicUrl, "Where people open Belfry"),
            field("is_learning", &DeliverySettings::isLearning, "Only what is critical goes out"),
            field("learning_until", &DeliverySettings::learningUntil, "Until when"),
            field("held_back", &DeliverySettings::heldBack, "Alerts nobody was told of meanwhile"),
            field("escalate_after", &DeliverySettings::escalateAfter,
                  "Seconds in which nobody looked after one, for each level")};
}

core::Fields ReadDeliverySettings::fields() { return {}; }

core::Fields ChangeDeliverySettings::fields()
{
    return {
        field("public_url", &ChangeDeliverySettings::publicUrl,
              "Where people open Belfry; empty: messages have no link")
            .atMost(longestPublicUrl),
        field("ends_learning", &ChangeDeliverySettings::endsLearning, "From now on everything goes out")
            .defaulted(),
        field(
            "escalate_after", &ChangeDeliverySettings::escalateAfter,
            "Seconds in which nobody looked after one, for each level and growing; empty: none is escalated")
            .atMost(mostLevels)};
}

void declareDeliveries(core::Catalog &catalog)
{
    using namespace core::roles;
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Delivery delivery;
    delivery.id = QStringLiteral("000000000017");
    delivery.channelId = QStringLiteral("n-1");
    delivery.channelName = QStringLiteral("On-call by mail");
    delivery.title = QStringLiteral("High: core-sw-01 does not answer");
    delivery.severity = 7;
    delivery.count = delivery.attempts = 1;
    delivery.createdAt = time;
    delivery.nextAt = time.addSecs(5);
    delivery.lastError = QStringLiteral("mail.example.org cannot be reached: connection refused.");
    const DeliverySettings settings{
        QStringLiteral("https://belfry.example.org"), true, time.addDays(7), 3, {900, 1800, 3600}};
    catalog.command<ListDeliveries>(operators, {}, {{delivery}, 1, 2});
    catalog.command<RetryDeliveries>(admins, {{delivery.id}}, {1});
    catalog.command<DropDeliveries>(admins, {{delivery.id}}, {1});
    catalog.command<ReadDeliverySettings>(viewers, {}, settings);
    catalog.command<ChangeDeliverySettings>(admins, {settings.publicUrl, true, settings.escalateAfter},
                                            settings);
}

} // namespace alerts
