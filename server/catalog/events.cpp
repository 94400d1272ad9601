// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/events.h"

namespace events {

using core::field;

core::Fields Offer::fields()
{
    return {field("id", &Offer::id, "Whatever the sender calls it; comes back in the answer").atMost(128),
            field("topic", &Offer::topic, "Which fact, as the catalogue names it").atMost(128),
            field("payload", &Offer::payload, "The fact, in canonical form"),
            field("data", &Offer::data, "The same under another name; one of the two is given"),
            field("priority", &Offer::priority, "1–10; absent: as the catalogue says").between(1, 10),
            field("at", &Offer::at, "When it happened, of the last 24 hours; absent: now")};
}

core::Fields Objection::fields()
{
    return {field("code", &Objection::code, "Kind of error"),
            field("message", &Objection::message, "That, in a sentence")};
}

core::Fields Verdict::fields()
{
    return {field("id", &Verdict::id, "As the sender calls it"),
            field("topic", &Verdict::topic, "Which fact it was to be"),
            field("accepted", &Verdict::isAccepted, "Whether it was published"),
            field("sequence", &Verdict::sequence, "Its position in the stream"),
            field("error", &Verdict::error, "Why it was not published")};
}

core::Fields Publish::Reply::fields()
{
    return {field("epoch", &Reply::epoch, "Names this run of the stream"),
            field("events", &Reply::events, "What became of each, in the order given")};
}

core::Fields Publish::fields() { return {field("events", &Publish::offers, "What happened").atMost(most)}; }

void declare(core::Catalog &catalog)
{
    const QString id = QStringLiteral("e-1");
    const QString topic = QStringLiteral("network.device.status");
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QJsonObject status{{QStringLiteral("device_id"), QStringLiteral("d-7c")},
                             {QStringLiteral("is_online"), false},
                             {QStringLiteral("last_seen"), QStringLiteral("2026-11-20T14:28:03.250Z")},
                             {QStringLiteral("status_change"), QStringLiteral("offline")}};
    catalog.command<Publish>(core::roles::agents, {{{id, topic, status, std::nullopt, 6, time}}},
                             {QStringLiteral("k3J9xQ2m"), {{id, topic, true, 43, std::nullopt}}});
}

} // namespace events
