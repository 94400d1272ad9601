// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/scan/range.h"
#include "domain/network/sources/fpingrun.h"

namespace network {

/// Asks every address of a network once who is there, in about a second: the map need not wait for a scan.
///
/// One echo request each, by fping; where that cannot run, nothing is found, and a scan tells what there is.
/// Who does not answer those but is on the wire shows in the table of neighbours all the same.
class Sweeper final : public QObject
{
    Q_OBJECT
public:
    /// Of larger networks only so many addresses are asked, from the first on.
    static constexpr quint64 most = 4096;

    struct Surroundings
    {
        Devices &devices;
        Grounds &grounds;
        core::Clock &clock;
    };

    explicit Sweeper(const Surroundings &around, QString fping = QStringLiteral("fping"))
        : m_around(around), m_fping(std::move(fping))
    {
    }

    /// What is not ours is passed over; while one runs, the next waits.
    void sweep(const QList<scan::Range> &ranges);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

private:
    /// It is ours, and neither the name of its network nor the address of all in it.
    [[nodiscard]] bool isHost(const core::Address &address) const;
    void begin();
    void take(const QList<sources::FpingLine> &lines);

    Surroundings m_around;
    QString m_fping;
    QList<core::Address> m_waiting;
    std::unique_ptr<sources::FpingRun> m_run;
};

} // namespace network
