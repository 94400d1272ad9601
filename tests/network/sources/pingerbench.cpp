// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/pinger.h"

#include <QTest>

#include <sys/resource.h>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
double secondsOf(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}
} // namespace

/// What watching 10,000 addresses every 10 s costs.
class PingerBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousand()
    {
        core::SystemClock clock;
        Pinger pinger({}, clock);
        QList<PingTarget> targets;
        for (quint32 i = 1; i <= 10'000; ++i)
            targets.append({core::Address(0x7f010000U + i), {}});
        QVERIFY(pinger.add(targets));
        qint64 answered = 0;
        qint64 silent = 0;
        connect(&pinger, &Pinger::results, this, [&](const QList<PingResult> &results) {
            for (const PingResult &result : results)
                ++(result.isAnswered() ? answered : silent);
        });
        const double own = secondsOf(RUSAGE_SELF);
        const double children = secondsOf(RUSAGE_CHILDREN);
        pinger.start();
        const auto begun = clock.steady();
        QTRY_VERIFY_WITH_TIMEOUT(answered + silent >= 30'000 || pinger.state() == Pinger::State::TcpOnly,
                                 120'000);
        const double wall = std::chrono::duration<double>(clock.steady() - begun).count();
        if (pinger.state() == Pinger::State::TcpOnly)
            QSKIP("fping does not work here.");
        qInfo("10,000 addresses every 10 s for %.0f s: this process %.2f %%, fping %.2f %% of a core; %lld "
              "answers, %lld none",
              wall, 100 * (secondsOf(RUSAGE_SELF) - own) / wall,
              100 * (secondsOf(RUSAGE_CHILDREN) - children) / wall, static_cast<long long>(answered),
              static_cast<long long>(silent));
        QVERIFY(answered > 0);
    }
};

QTEST_GUILESS_MAIN(PingerBench)
#include "pingerbench.moc"
