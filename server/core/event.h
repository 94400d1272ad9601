// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/audience.h"
#include "core/payload.h"
#include "core/topic.h"

#include <QJsonObject>

namespace core {

/// A fact that happened. Never changes once the bus has stamped it; copies share their parts.
struct Event
{
    quint64 sequence = 0; ///< position in this epoch's stream, from 1
    Topic topic;
    QDateTime at;     ///< UTC
    int priority = 5; ///< 1–10
    QString source;   ///< which host, agent or room it comes from
    Audience audience;
    Payload payload; ///< canonical (snake_case), as the catalogue declares it

    /// The payload as the type that declares this topic.
    template <class T>
    [[nodiscard]] Result<T> as() const
    {
        return payload.as<T>();
    }
};

/// The wire form of the console dialect and of the journal, without the audience.
QJsonObject toJson(const Event &event);
QByteArray jsonText(const Event &event);
Result<Event> eventFromJson(const QJsonObject &json);

} // namespace core

Q_DECLARE_METATYPE(core::Event)
