// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/recordstore.h"
#include "domain/network/recurrence.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace network {

/// The scans that are made again and again. One whose time passed while the house was left is made once, soon
/// after it is entered again; one that still runs is not begun a second time.
class Schedules final : public QObject
{
    Q_OBJECT
public:
    /// Begins a scan, as Scans::startFor does; the answer is StartScan::Reply.
    using Starter =
        std::function<QFuture<core::Reply>(const StartScan &wish, const QString &by, const QString &owner)>;
    /// Whether a scan still runs.
    using Runs = std::function<bool(const QString &scanId)>;
    static constexpr int most = 256;

    struct Surroundings
    {
        core::RecordStore &records;
        core::Clock &clock;
        core::Entropy &entropy;
        std::function<QFuture<core::Reply>(const StartScan &wish)> check; ///< what would speak against it
        Starter start;
        Runs runs;
    };

    explicit Schedules(Surroundings around) : m_around(std::move(around)) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop() { m_timer.reset(); }

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid (when, or no name), NotFound (an id that is none), Limited, Unavailable; and as
    /// Scans::startFor.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

private:
    /// As it is kept.
    struct Kept
    {
        Schedule shown;
        std::optional<QDateTime> lastAt;
        QString by;    ///< who set it
        QString owner; ///< their account

        static core::Fields fields();
    };

    [[nodiscard]] core::Result<Kept> settled(const Schedule &wish) const;
    void plan(Kept &kept) const;
    void tick();
    void begin(Kept &kept);
    QFuture<core::Result<void>> write(const Kept &kept);

    Surroundings m_around;
    QMap<QString, Kept> m_kept;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network
