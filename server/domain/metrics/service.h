// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/command.h"
#include "core/publisher.h"
#include "core/samplestore.h"
#include "core/source.h"
#include "domain/metrics/machine.h"

namespace metrics {

/// How the machine is watched.
struct Options
{
    MachineRoots roots;
    std::chrono::milliseconds recordInterval{1000};
    bool isRecording = true; ///< false: nothing is handed to the store
};

/// Watches this machine: records a reading every second, says it to whoever listens, and sleeps otherwise.
///
/// Readings are taken in the middle of a wall-clock second, so that a late timer never leaves one second
/// without a recorded reading and the next with two. Recorded frames carry the source "host" and the series
/// of seriesOf().
class Service final : public core::Source
{
public:
    Service(core::Publisher &publisher, core::SampleStore &store, core::Clock &clock,
            const Options &options = {});

    void start() override;
    void stop() override;
    /// Publishes metrics.sampled as fast as the keenest listener asks, 0.2 s at the least; never from within
    /// this.
    void wanted(const core::Demand &demand) override;
    void setRecording(bool isRecording);
    /// What else is recorded: how far apart, or nothing where this caller may not see it or it is not there.
    using OtherSources = std::function<std::optional<std::chrono::milliseconds>(const QString &source,
                                                                                const core::Principal &)>;
    void setOtherSources(OtherSources sources) { m_otherSources = std::move(sources); }

    /// metrics.current: the newest reading, taken now unless the last is fresh (1 s).
    QFuture<core::Reply> current(const core::Command &command);
    /// metrics.history. Errors: Invalid when the range is empty, backwards or longer than 2 years;
    /// NotFound for a source that is not there; Unavailable from the store. A series nobody records has no
    /// unit and no points.
    QFuture<core::Reply> history(const core::Command &command);
    /// metrics.series: what is recorded now. Errors: NotFound.
    QFuture<core::Reply> series(const core::Command &command);

private:
    void reschedule();
    void scheduleTick();
    void tick();
    void read();
    void record();
    void publish();
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] std::chrono::milliseconds tickInterval() const;

    core::Publisher &m_publisher;
    core::SampleStore &m_store;
    core::Clock &m_clock;
    const std::chrono::milliseconds m_recordInterval;
    Machine m_machine;
    bool m_isRecording;
    OtherSources m_otherSources = [](const QString &, const core::Principal &) { return std::nullopt; };
    bool m_isRunning = false;
    core::Demand m_demand;
    std::unique_ptr<core::Timer> m_timer;
    std::chrono::milliseconds m_dueAt{0}; ///< of that timer, by the steady clock
    std::unique_ptr<core::Timer> m_firing;
    std::optional<Sampled> m_latest;
    std::chrono::milliseconds m_readAt{0};
    std::optional<std::chrono::milliseconds> m_publishedAt;
    qint64 m_recordedSlot = -1; ///< which interval of the wall clock was recorded last
};

} // namespace metrics
