// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/measures.h"
#include "domain/metrics/machine.h"
#include "domain/metrics/service.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <sys/resource.h>

namespace {
double cpuMicroseconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto micro = [](const timeval &time) { return double(time.tv_sec) * 1e6 + double(time.tv_usec); };
    return micro(usage.ru_utime) + micro(usage.ru_stime);
}

/// Prints what one reading of this machine costs, a second apart as the service takes them.
void measure(const char *what, bool withProcesses, bool withJson)
{
    constexpr int readings = 1000;
    metrics::Machine machine({});
    const QDateTime start = QDateTime::currentDateTimeUtc();
    const double before = cpuMicroseconds();
    for (int i = 0; i < readings; ++i) {
        const std::chrono::seconds steady(i);
        metrics::Sampled reading = machine.read(start.addSecs(i), steady);
        if (withProcesses)
            reading.processes = machine.processes(steady);
        if (withJson)
            (void)core::toJson(reading);
        (void)metrics::seriesOf(reading);
    }
    const double each = (cpuMicroseconds() - before) / readings;
    std::printf("%s: %.0f us CPU per reading, %.3f %% of a core at 1 s\n", what, each, each / 1e4);
}
/// Takes what it is given and keeps nothing.
class Sink final : public core::Publisher, public core::SampleStore
{
public:
    using core::Publisher::publish;
    core::Result<quint64> publish(core::Draft) override { return quint64(++m_published); }
    void append(const core::SampleFrame &) override { ++m_recorded; }
    QFuture<core::Result<core::SampleRange>> range(const core::SampleQuery &) override { return {}; }

    int m_published = 0;
    int m_recorded = 0;
};

/// Prints what the service costs at its own pace, with caches as cold as they are then.
void live(const char *what, const core::Demand &demand, int seconds)
{
    Sink sink;
    core::SystemClock clock;
    metrics::Service service(sink, sink, clock);
    service.start();
    service.wanted(demand);
    const double before = cpuMicroseconds();
    QTimer::singleShot(std::chrono::seconds(seconds), QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    std::printf("%s, %d s: %d recorded, %d published, %.3f %% of a core\n", what, seconds, sink.m_recorded,
                sink.m_published, (cpuMicroseconds() - before) / seconds / 1e4);
}
} // namespace

/// `metrics_bench SECONDS` also runs the service that long at each pace.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    measure("recorded only", false, false);
    measure("recorded and published", true, true);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    if (seconds > 0) {
        live("nobody listens", std::nullopt, seconds);
        live("published at 1 s", std::chrono::seconds(1), seconds);
        live("published at 0.2 s", std::chrono::milliseconds(200), seconds);
    }
    return 0;
}
