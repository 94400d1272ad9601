// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"

namespace core {

/// A fact on its way to the bus: what the publisher knows; sequence and defaults are the bus's to add.
struct Draft
{
    Topic topic;
    Payload payload;             ///< canonical
    std::optional<int> priority; ///< unset: as the catalogue says
    QString source;              ///< empty: this host
    Audience audience;
    QDateTime at; ///< invalid: now
};

/// Where services put facts. Not to be called while the bus delivers (asserted there).
class Publisher
{
public:
    Publisher() = default;
    virtual ~Publisher() = default;
    Publisher(const Publisher &) = delete;
    Publisher &operator=(const Publisher &) = delete;

    /// Errors: Invalid when the topic is not in the catalogue or the payload does not fit it.
    virtual Result<quint64> publish(Draft draft) = 0;

    /// Publishes a payload under the topic its type declares.
    template <Described T>
    Result<quint64> publish(const T &payload)
    {
        Draft draft;
        draft.topic = Topic(QLatin1String(T::topic));
        draft.payload = payload;
        return publish(std::move(draft));
    }
};

} // namespace core
