// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace session {

using core::field;

/// What one contract says for a fact.
struct Rendering
{
    QString dialect;
    QString title;
    QString word;
    QJsonValue message;

    static constexpr auto fields()
    {
        return std::tuple{
            field("dialect", &Rendering::dialect, "everyst, departments, threatlens, opmas or auraos"),
            field("title", &Rendering::title, "Name of the contract, for people"),
            field("word", &Rendering::word, "The word it has for the fact"),
            field("message", &Rendering::message,
                  "What goes with the word; where a message is one JSON object, all of it")};
    }
};

/// Says a fact in every contract, to see how clients get it.
struct Render
{
    struct Reply
    {
        QList<Rendering> renderings;

        static constexpr auto fields()
        {
            return std::tuple{field("renderings", &Reply::renderings,
                                    "A contract that has no word for the fact is not among them")};
        }
    };

    QString topic;
    QJsonObject payload;
    std::optional<int> priority;
    std::optional<QString> source;
    std::optional<QDateTime> at;

    static constexpr auto name = "session.render";
    static constexpr auto summary = "A fact as each contract says it; nobody hears it by this";
    static constexpr auto fields()
    {
        return std::tuple{
            field("topic", &Render::topic, "Which fact").atMost(128),
            field("payload", &Render::payload, "It, in canonical form"),
            field("priority", &Render::priority, "1–10; absent: as the catalogue says").between(1, 10),
            field("source", &Render::source, "Where it comes from; absent: nowhere").atMost(256),
            field("at", &Render::at, "When it happened; absent: now")};
    }
};

/// Declares the command that shows a fact in other words.
void declareRendering(core::Catalog &catalog);

} // namespace session
