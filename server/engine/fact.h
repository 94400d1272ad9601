// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "core/event.h"
#include "transport/sharedframe.h"

#include <QList>

#include <utility>
#include <vector>

namespace engine {

class Speaker;

/// A fact on its way to those who listen, with what is not worked out again for each of them.
struct Fact
{
    Fact(core::Event happened, const core::EventSpec &declared)
        : event(std::move(happened)), spec(&declared), at(event.at.toMSecsSinceEpoch())
    {
    }

    core::Event event;
    const core::EventSpec *spec;
    qint64 at;           ///< ms since 1970
    bool isPast = false; ///< said again, to one who missed it
    /// What it is called in each tongue it was said in so far.
    mutable std::vector<std::pair<const Speaker *, QList<transport::SharedFrame>>> said;
};

} // namespace engine
