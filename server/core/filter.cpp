// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter.h"

#include <algorithm>

namespace core {

bool Filter::passes(const Event &event) const
{
    if (event.priority < minPriority || event.priority > maxPriority)
        return false;
    if (!topics.isEmpty() && std::none_of(topics.begin(), topics.end(), [&](const QString &pattern) {
            return event.topic.matches(pattern);
        }))
        return false;
    if (!departments.isEmpty() && narrowed.contains(event.topic.name()) &&
        !departments.contains(event.payload.member(QLatin1String("department_id")).toString()))
        return false;
    if (!categories.isEmpty() &&
        !categories.contains(event.payload.member(QLatin1String("category")).toString()))
        return false;
    if (!sources.isEmpty()) {
        const QString named = event.payload.member(QLatin1String("source")).toString();
        return sources.contains(named.isEmpty() ? event.source : named);
    }
    return true;
}

} // namespace core
