// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace events {

using core::field;

/// A fact that a program offers for publication.
struct Offer
{
    std::optional<QString> id;
    QString topic;
    std::optional<QJsonObject> payload;
    std::optional<QJsonObject> data;
    std::optional<int> priority;
    std::optional<QDateTime> at;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Offer::id, "Whatever the sender calls it; comes back in the answer").atMost(128),
            field("topic", &Offer::topic, "Which fact, as the catalogue names it").atMost(128),
            field("payload", &Offer::payload, "The fact, in canonical form"),
            field("data", &Offer::data, "The same under another name; one of the two is given"),
            field("priority", &Offer::priority, "1–10; absent: as the catalogue says").between(1, 10),
            field("at", &Offer::at, "When it happened, of the last 24 hours; absent: now")};
    }
};

/// Why something was not published.
struct Objection
{
    QString code;
    QString message;

    static constexpr auto fields()
    {
        return std::tuple{field("code", &Objection::code, "Kind of error"),
                          field("message", &Objection::message, "That, in a sentence")};
    }
};

/// What became of one offer.
struct Verdict
{
    std::optional<QString> id;
    QString topic;
    bool isAccepted = false;
    std::optional<qint64> sequence;
    std::optional<Objection> error;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &Verdict::id, "As the sender calls it"),
                          field("topic", &Verdict::topic, "Which fact it was to be"),
                          field("accepted", &Verdict::isAccepted, "Whether it was published"),
                          field("sequence", &Verdict::sequence, "Its position in the stream"),
                          field("error", &Verdict::error, "Why it was not published")};
    }
};

/// Publishes facts: all of them, or none.
struct Publish
{
    struct Reply
    {
        QString epoch;
        QList<Verdict> events;

        static constexpr auto fields()
        {
            return std::tuple{field("epoch", &Reply::epoch, "Names this run of the stream"),
                              field("events", &Reply::events, "What became of each, in the order given")};
        }
    };

    static constexpr int most = 100; ///< offers at once

    QList<Offer> offers;

    static constexpr auto name = "events.publish";
    static constexpr auto summary = "Publishes facts of the catalogue, all of them or none; agents only "
                                    "about themselves where a fact names an agent";
    static constexpr auto fields()
    {
        return std::tuple{field("events", &Publish::offers, "What happened").atMost(most)};
    }
};

/// Declares the command of this room.
void declare(core::Catalog &catalog);

} // namespace events
