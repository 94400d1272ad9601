// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/check.h"
#include "domain/network/sources/checkrun.h"
#include "domain/network/sources/dnsclient.h"
#include "domain/network/sources/pinger.h"

#include <QQueue>

#include <functional>

namespace network::sources {

/// Runs checks of services, some at a time; when, is the caller's.
class Checks : public QObject
{
    Q_OBJECT
public:
    using Listener = std::function<void(const CheckResult &)>;

    Checks(DnsClient &names, core::Clock &clock, int atOnce = 32, QObject *parent = nullptr);

    /// The result comes once, and not before this has returned.
    void run(const Check &check, std::chrono::milliseconds patience, Listener listener);
    /// Drops whatever runs or waits without a word.
    void stop();
    /// What a ping says, as the result of a check.
    static CheckResult ofPing(const PingResult &result);

private:
    struct Waiting
    {
        Check check;
        std::chrono::milliseconds patience;
        Listener listener;
    };

    void fill();
    CheckRun *runOf(const Waiting &waiting);

    DnsClient &m_names;
    core::Clock &m_clock;
    int m_atOnce;
    QQueue<Waiting> m_waiting;
    QList<CheckRun *> m_runs;
};

} // namespace network::sources
