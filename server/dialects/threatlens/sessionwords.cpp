// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/threatlens/sessionwords.h"

#include "catalog/automation.h"
#include "catalog/health.h"
#include "catalog/listening.h"
#include "catalog/presence.h"
#include "catalog/security.h"
#include "catalog/session.h"
#include "dialects/nothing.h"

#include <algorithm>

namespace dialects::threatlens {

/// The five kinds of event there are.
enum class Kind { SecurityEvent, SystemStatus, ProcessingUpdate, HealthCheck, UserAction };

} // namespace dialects::threatlens

template <>
struct core::Words<dialects::threatlens::Kind>
{
    static constexpr std::array list{"security_event", "system_status", "processing_update", "health_check",
                                     "user_action"};
};

namespace dialects::threatlens {

namespace {
using core::field;

constexpr std::array kindTopics{security::Event::topic, metrics::Component::topic,
                                automation::Processing::topic, metrics::Health::topic,
                                identity::Action::topic};

QStringList topicsOf(const QList<Kind> &kinds)
{
    QStringList topics;
    for (const Kind kind : kinds)
        topics << QString::fromLatin1(kindTopics.at(size_t(kind)));
    topics.removeDuplicates();
    return topics;
}

QList<Kind> kindsOf(const QStringList &topics)
{
    QList<Kind> kinds;
    for (size_t i = 0; i < kindTopics.size(); ++i) {
        const core::Topic topic(QLatin1String(kindTopics.at(i)));
        if (std::any_of(topics.begin(), topics.end(),
                        [&](const QString &pattern) { return topic.matches(pattern); }))
            kinds << Kind(i);
    }
    return kinds;
}

/// Parameters of `subscribe`.
struct Subscription
{
    std::optional<QList<Kind>> eventTypes;
    bool replaceExisting = false;

    static core::Fields fields()
    {
        return {
            field("event_types", &Subscription::eventTypes, "Kinds of event; required").atMost(256),
            field("replace_existing", &Subscription::replaceExisting, "Instead of what was subscribed before")
                .defaulted()};
    }
};

/// Parameters of `unsubscribe`.
struct Cancellation
{
    std::optional<QList<Kind>> eventTypes;

    static core::Fields fields()
    {
        return {field("event_types", &Cancellation::eventTypes, "Kinds of event; required").atMost(256)};
    }
};

/// `subscription_updated`: the asked-for kinds under `data`, and all there are now beside it.
struct SubscriptionUpdated
{
    QList<Kind> subscriptions;
    QString action;
    std::optional<bool> replaceExisting;

    static core::Fields fields()
    {
        using Own = SubscriptionUpdated;
        return {field("subscriptions", &Own::subscriptions, "Those that were asked for; all, beside `data`"),
                field("action", &Own::action, "subscribed or unsubscribed"),
                field("replace_existing", &Own::replaceExisting, "As it was asked for")};
    }
};

/// A filter; 0, null and an empty list mean that a part is not set.
struct FilterShape
{
    std::optional<QList<Kind>> eventTypes;
    std::optional<QStringList> categories;
    std::optional<int> minPriority;
    std::optional<int> maxPriority;
    std::optional<QStringList> sources;

    static core::Fields fields()
    {
        using Own = FilterShape;
        return {field("event_types", &Own::eventTypes, "Only these kinds").atMost(256),
                field("categories", &Own::categories, "Only events of these").atMost(256),
                field("min_priority", &Own::minPriority, "1 to 10").between(0, 10),
                field("max_priority", &Own::maxPriority, "1 to 10").between(0, 10),
                field("sources", &Own::sources, "Only events from these").atMost(256)};
    }
};

core::Result<session::SetFilter> readFilter(const FilterShape &shape)
{
    session::SetFilter filter;
    filter.topics = topicsOf(shape.eventTypes.value_or(QList<Kind>()));
    filter.categories = shape.categories.value_or(QStringList());
    filter.sources = shape.sources.value_or(QStringList());
    if (shape.minPriority.value_or(0) > 0)
        filter.minPriority = *shape.minPriority;
    if (shape.maxPriority.value_or(0) > 0)
        filter.maxPriority = *shape.maxPriority;
    return filter;
}

FilterShape filterShape(const session::SetFilter &filter)
{
    FilterShape shape;
    if (!filter.topics.isEmpty())
        shape.eventTypes = kindsOf(filter.topics);
    if (!filter.categories.isEmpty())
        shape.categories = filter.categories;
    if (!filter.sources.isEmpty())
        shape.sources = filter.sources;
    shape.minPriority = filter.minPriority;
    shape.maxPriority = filter.maxPriority;
    return shape;
}

/// `filter_updated`.
struct FilterUpdated
{
    std::optional<FilterShape> filter;
    QString action;

    static core::Fields fields()
    {
        return {field("filter", &FilterUpdated::filter, "As it was given, when it was set"),
                field("action", &FilterUpdated::action, "set or cleared")};
    }
};

/// `client_info` of `status_response`.
struct ClientShape
{
    QString clientId;
    QList<Kind> subscriptions;
    bool hasFilter = false;
    qint64 queuedMessages = 0;
    std::optional<FilterShape> filterDetails;

    static core::Fields fields()
    {
        using Own = ClientShape;
        return {field("client_id", &Own::clientId, "This client"),
                field("subscriptions", &Own::subscriptions, "What it is subscribed to"),
                field("has_filter", &Own::hasFilter, "Whether a filter is set"),
                field("queued_messages", &Own::queuedMessages, "Messages that wait for it"),
                field("filter_details", &Own::filterDetails, "That filter").nullable()};
    }
};

/// `status_response`.
struct StatusShape
{
    std::optional<ClientShape> clientInfo;
    session::ConnectionFigures websocketStats;
    session::BroadcastFigures broadcasterStats;
    QDateTime serverTime;

    static core::Fields fields()
    {
        using Own = StatusShape;
        return {field("client_info", &Own::clientInfo, "Who asks").nullable(),
                field("websocket_stats", &Own::websocketStats, "Connections of this contract"),
                field("broadcaster_stats", &Own::broadcasterStats, "What became of the events"),
                field("server_time", &Own::serverTime, "The server's clock")};
    }
};

StatusShape statusShape(const session::Status::Reply &reply)
{
    StatusShape shape{std::nullopt, reply.connections, reply.broadcasts, reply.serverTime};
    if (reply.client) {
        const auto &filter = reply.client->filter;
        shape.clientInfo = ClientShape{reply.client->clientId, kindsOf(reply.client->topics),
                                       filter.has_value(), reply.client->queuedMessages,
                                       filter ? std::optional(filterShape(*filter)) : std::nullopt};
    }
    return shape;
}

void addSubscriptionWords(Vocabulary &words)
{
    const core::Error missing{core::ErrorCode::Invalid, QStringLiteral("missing event_types")};
    const auto subscribed = [](const session::Subscribe::Reply &reply) {
        return SubscriptionUpdated{kindsOf(reply.topics), QStringLiteral("subscribed"), false};
    };
    Heard &subscribe = words.hear<session::Subscribe, Subscription>(
        "subscribe",
        [missing](const Subscription &asked) -> core::Result<session::Subscribe> {
            if (!asked.eventTypes)
                return missing;
            return session::Subscribe{topicsOf(*asked.eventTypes), {}, {}, asked.replaceExisting};
        },
        subscribed);
    words.answerBy<session::Subscribe>(subscribe, "subscription_updated", subscribed);
    const auto unsubscribed = [](const session::Unsubscribe::Reply &reply) {
        return SubscriptionUpdated{kindsOf(reply.topics), QStringLiteral("unsubscribed"), std::nullopt};
    };
    Heard &unsubscribe = words.hear<session::Unsubscribe, Cancellation>(
        "unsubscribe",
        [missing](const Cancellation &asked) -> core::Result<session::Unsubscribe> {
            if (!asked.eventTypes)
                return missing;
            return session::Unsubscribe{topicsOf(*asked.eventTypes)};
        },
        unsubscribed);
    words.answerBy<session::Unsubscribe>(unsubscribe, "subscription_updated", unsubscribed);
}

void addFilterWords(Vocabulary &words)
{
    const auto isSet = [](const session::SetFilter::Reply &) {
        return FilterUpdated{std::nullopt, QStringLiteral("set")};
    };
    Heard &set = words.hear<session::SetFilter, FilterShape>("set_filter", readFilter, isSet);
    words.answerBy<session::SetFilter>(set, "filter_updated", isSet);
    const auto isCleared = [](const session::ClearFilter::Reply &) {
        return FilterUpdated{std::nullopt, QStringLiteral("cleared")};
    };
    Heard &clear = words.hear<session::ClearFilter, Nothing>(
        "clear_filter", [](const Nothing &) { return session::ClearFilter{}; }, isCleared);
    words.answerBy<session::ClearFilter>(clear, "filter_updated", isCleared);
}
} // namespace

void addSessionWords(Vocabulary &words)
{
    addSubscriptionWords(words);
    addFilterWords(words);
    Heard &status = words.hear<session::Status, Nothing>(
        "get_status", [](const Nothing &) { return session::Status{}; }, statusShape);
    words.answerBy<session::Status>(status, "status_response", statusShape);
    const auto pong = [](const session::Ping::Reply &reply) { return reply; };
    Heard &ping = words.hear<session::Ping, Nothing>(
        "ping", [](const Nothing &) { return session::Ping{}; }, pong);
    words.answerBy<session::Ping>(ping, "pong", pong);
}

QJsonArray kindWords(const QStringList &topics) { return core::toJson(kindsOf(topics)).toArray(); }

} // namespace dialects::threatlens
