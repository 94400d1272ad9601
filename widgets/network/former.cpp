// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/former.h"

namespace network {

std::optional<Entry> formerOf(const Entry &device, const client::Moment &moment)
{
    const auto state = moment.states.constFind(device.id);
    if (state == moment.states.constEnd())
        return std::nullopt;
    Entry former = device;
    former.state = *state;
    // What is measured now says nothing of that time.
    former.stateSince.reset();
    former.isFlapping = false;
    former.latency.reset();
    former.loss.reset();
    former.lastSeen.reset();
    return former;
}

QMap<QString, Entry> formerOf(const QMap<QString, Entry> &devices, const client::Moment &moment)
{
    QMap<QString, Entry> all;
    for (const Entry &device : devices) {
        if (const auto former = formerOf(device, moment))
            all.insert(device.id, *former);
    }
    return all;
}

} // namespace network
