// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/clock.h"

#include <QList>
#include <QMap>
#include <QObject>

#include <optional>

class QSocketNotifier;

namespace network::sources {

/// One step on the way to an address.
struct TraceHop
{
    int ttl = 0;
    core::Address address{};              ///< none: it keeps silent
    std::optional<double> milliseconds{}; ///< of the answer
};

/// The way to an address, as far as it is known.
struct Trace
{
    core::Address target;
    QList<TraceHop> hops; ///< by ttl, from 1 on; the last has answered, unless none has
    bool isReached = false;
};

/// Follows the way to an address by datagrams that may go so many steps and no further; who drops one says so
/// (as tracepath(8) does). It wants no privilege.
class Tracer : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        int mostHops = 30;
        int tries = 2; ///< of each step
        std::chrono::milliseconds patience{1000};
        int silentHops = 6; ///< in a row, then it is given up
        int tracesAtOnce = 8;
        int mostWaiting = 1000;
        quint16 port = 33434; ///< where nobody listens; the step is added
    };

    Tracer(Setup setup, core::Clock &clock, QObject *parent = nullptr);
    explicit Tracer(core::Clock &clock, QObject *parent = nullptr);
    ~Tracer() override;

    /// `finished` follows; one more than may wait is refused.
    bool start(const core::Address &target);
    /// Drops all without a word.
    void stop();

Q_SIGNALS:
    void finished(const network::sources::Trace &trace);

private:
    struct Probe
    {
        int ttl = 0;
        int attempt = 0;
        std::chrono::milliseconds deadline{};
        std::chrono::steady_clock::time_point begun{};
        core::Address target;
        QSocketNotifier *notifier = nullptr;
    };
    struct Way
    {
        QMap<int, TraceHop> hops;
        int sent = 0; ///< the furthest step asked
        int open = 0; ///< probes
        int last = 0; ///< the step that reached the target, or beyond which there is no way; 0: not known
        bool isReached = false;
    };

    void fill();
    void goOn(const core::Address &target);
    void send(const core::Address &target, int ttl, int attempt);
    void read(int descriptor);
    void close(int descriptor);
    void note(const Probe &probe, const TraceHop &hop, bool isEnd, bool isReached);
    void lookForLate();
    bool isOver(const Way &way) const;
    Trace traceOf(const core::Address &target, const Way &way) const;

    Setup m_setup;
    core::Clock &m_clock;
    QList<core::Address> m_waiting;
    QHash<core::Address, Way> m_ways;
    QHash<int, Probe> m_probes; ///< by descriptor
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network::sources
