// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sweeper.h"

#include "core/log.h"

#include <algorithm>

namespace network {

namespace {
using std::chrono::milliseconds;
// Two requests a millisecond would be the end of some access points; fping allows others than root no more
// than one anyway.
constexpr milliseconds apart{1};
constexpr milliseconds patience{800};

QList<core::Address> addressesOf(const scan::Range &range, quint64 most)
{
    QList<core::Address> out;
    std::optional<core::Address> at = range.first;
    while (at && *at <= range.last && quint64(out.size()) < most) {
        out << *at;
        at = at->next();
    }
    return out;
}
} // namespace

void Sweeper::sweep(const QList<scan::Range> &ranges)
{
    for (const scan::Range &range : ranges) {
        // Nobody finds anyone in an IPv6 network by asking its first addresses.
        if (range.first.family() != core::Address::Family::V4)
            continue;
        const QList<core::Address> addresses = addressesOf(range, most - quint64(m_waiting.size()));
        std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(m_waiting),
                     [this](const core::Address &each) { return isHost(each); });
    }
    if (!m_run)
        begin();
}

bool Sweeper::isHost(const core::Address &address) const
{
    const auto subnet = core::Subnet::parse(m_around.grounds.subnetOf(address));
    if (!subnet)
        return false;
    // RFC 3021: a network of two has no broadcast address.
    return subnet->size() <= 2 || (address != subnet->address() && address != subnet->last());
}

void Sweeper::stop()
{
    m_waiting.clear();
    m_run.reset();
}

void Sweeper::begin()
{
    if (m_waiting.isEmpty())
        return;
    const QList<core::Address> addresses = std::exchange(m_waiting, {});
    m_run = std::make_unique<sources::FpingRun>(
        sources::FpingRun::Setup{m_fping, apart * addresses.size(), patience}, m_around.clock);
    connect(m_run.get(), &sources::FpingRun::heard, this, &Sweeper::take);
    // Queued: what cannot even be started ends at once, and within its own signal it cannot be deleted.
    connect(
        m_run.get(), &sources::FpingRun::ended, this,
        [this, run = m_run.get()](const QList<core::Address> &, const QString &fault) {
            if (run != m_run.get())
                return;
            if (!fault.isEmpty())
                qCWarning(logNetwork).noquote() << fault;
            m_run.reset();
            begin();
        },
        Qt::QueuedConnection);
    m_run->start(addresses);
}

void Sweeper::take(const QList<sources::FpingLine> &lines)
{
    for (const sources::FpingLine &line : lines) {
        if (!line.milliseconds)
            continue;
        Sighting sighting;
        sighting.source = QStringLiteral("ping");
        sighting.at = m_around.clock.now();
        sighting.isAnswer = true;
        sighting.address = line.address;
        m_around.devices.see(sighting);
    }
}

} // namespace network
