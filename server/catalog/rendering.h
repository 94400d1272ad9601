// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace session {

/// What one contract says for a fact.
struct Rendering
{
    QString dialect;
    QString title;
    QString word;
    QJsonValue message;

    static core::Fields fields();
};

/// Says a fact in every contract, to see how clients get it.
struct Render
{
    struct Reply
    {
        QList<Rendering> renderings;

        static core::Fields fields();
    };

    QString topic;
    QJsonObject payload;
    std::optional<int> priority;
    std::optional<QString> source;
    std::optional<QDateTime> at;

    static constexpr auto name = "session.render";
    static constexpr auto summary = "A fact as each contract says it; nobody hears it by this";
    static core::Fields fields();
};

/// Declares the command that shows a fact in other words.
void declareRendering(core::Catalog &catalog);

} // namespace session
