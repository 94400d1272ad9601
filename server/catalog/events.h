// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace events {

/// A fact that a program offers for publication.
struct Offer
{
    std::optional<QString> id;
    QString topic;
    std::optional<QJsonObject> payload;
    std::optional<QJsonObject> data;
    std::optional<int> priority;
    std::optional<QDateTime> at;

    static core::Fields fields();
};

/// Why something was not published.
struct Objection
{
    QString code;
    QString message;

    static core::Fields fields();
};

/// What became of one offer.
struct Verdict
{
    std::optional<QString> id;
    QString topic;
    bool isAccepted = false;
    std::optional<qint64> sequence;
    std::optional<Objection> error;

    static core::Fields fields();
};

/// Publishes facts: all of them, or none.
struct Publish
{
    struct Reply
    {
        QString epoch;
        QList<Verdict> events;

        static core::Fields fields();
    };

    static constexpr int most = 100; ///< offers at once

    QList<Offer> offers;

    static constexpr auto name = "events.publish";
    static constexpr auto summary = "Publishes facts of the catalogue, all of them or none; agents only "
                                    "about themselves where a fact names an agent";
    static core::Fields fields();
};

/// Declares the command of this room.
void declare(core::Catalog &catalog);

} // namespace events
