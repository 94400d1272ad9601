// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/health.h"
#include "catalog/scanruns.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/publisher.h"
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/scan/lanes.h"
#include "domain/network/scan/scope.h"
#include "domain/network/scan/survey.h"
#include "domain/network/scanarchive.h"

#include <QObject>

#include <map>

namespace network {

/// Scans of our networks: started, told of while they run, kept with what they found, compared.
class Scans final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::Publisher &publisher;
        core::Clock &clock;
        core::Entropy &entropy;
        Devices &devices;
        Grounds &grounds;
        scan::Resolver resolver;
        QString helper;           ///< the socket of belfry-scan-helper; empty: there is none
        QStringList folders = {}; ///< where nmap may be; empty: where programs usually are
    };
    /// As the completed ones of network.scan.status.
    static constexpr int recentScans = 20;

    explicit Scans(const Surroundings &around);
    ~Scans() override;

    /// Marks what was running when the house was left. Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Finds out what this machine can scan with, and tells it the grounds; each scan does so, too.
    void look();
    /// Ends what runs; what was found is kept.
    void stop();
    [[nodiscard]] bool isActive() const { return !m_active.empty(); }
    /// How scanning is doing, with the figures of this run of the house.
    [[nodiscard]] metrics::Vitals vitals() const;
    /// When the last one ended, however it did.
    [[nodiscard]] std::optional<QDateTime> lastEnded() const { return m_lastEnded; }

    /// Starts one for somebody or something; `owner`, an account, may cancel it. The answer is
    /// StartScan::Reply. Errors: Invalid, Forbidden (outside of our networks), NotFound (a name), Unavailable
    /// (no nmap, the store), Limited.
    QFuture<core::Reply> startFor(const StartScan &wish, const QString &by, const QString &owner);

    /// What one would do; the answer is PreviewScan::Reply. Errors: as startFor, but for Limited.
    QFuture<core::Reply> previewOf(const PreviewScan &wish);
    [[nodiscard]] bool isRunning(const QString &id) const { return m_active.count(id) > 0; }

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> start(const core::Command &command);
    /// Errors: NotFound, Conflict (it is over), Forbidden (somebody else's, and the caller is no
    /// administrator).
    QFuture<core::Reply> cancel(const core::Command &command);
    QFuture<core::Reply> status(const core::Command &command);
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> get(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> compare(const core::Command &command);
    /// Errors: as previewOf.
    QFuture<core::Reply> preview(const core::Command &command);

Q_SIGNALS:
    /// One looks at these addresses from now on.
    void begun(const QList<network::scan::Range> &where);
    void ended(const QString &scanId);
    /// It was found out what this machine can scan with.
    void abilitiesSeen();

private:
    struct Active;

    /// Calls `act` once it is known what this machine can scan with; looked anew where that is a minute old.
    void whenAble(std::function<void()> act);
    void settleWish(const StartScan &wish, std::function<void(core::Result<scan::Wish>)> done);
    [[nodiscard]] std::shared_ptr<Active> activeFor(const StartScan &wish, const QString &by) const;
    void begin(const std::shared_ptr<Active> &active, const scan::Plan &plan,
               const std::function<void(const core::Reply &)> &say);
    core::Result<void> launch(const std::shared_ptr<Active> &active, const scan::Plan &plan);
    void take(Active &active, const scan::Host &host);
    void advance(Active &active, const scan::Progress &progress);
    void end(const QString &id, scan::State state, const QString &sentence);
    void conclude(const std::shared_ptr<Active> &active, const std::optional<KeptScan> &former);
    void keepLater(const std::shared_ptr<Active> &over);
    /// One that runs, or that is not in the archive as it is.
    [[nodiscard]] const Active *fresh(const QString &id) const;

    Surroundings m_around;
    ScanArchive m_archive;
    scan::Survey m_survey;
    scan::Lanes m_lanes;
    std::shared_ptr<scan::Launcher> m_launcher; ///< for scans that begin now
    std::optional<std::chrono::milliseconds> m_lookedAt;
    QList<std::function<void()>> m_waiting; ///< for what the survey finds
    std::map<QString, std::shared_ptr<Active>> m_active;
    std::map<QString, std::shared_ptr<Active>> m_unkept; ///< over, while the store took nothing
    std::unique_ptr<core::Timer> m_keeping;
    std::optional<QDateTime> m_lastEnded;
    int m_completed = 0;
    int m_failed = 0; ///< by a fault or for want of time
};

} // namespace network
