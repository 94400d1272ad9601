// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/scan/kind.h"
#include "domain/network/scan/plan.h"
#include "domain/network/scan/process.h"
#include "domain/network/scan/progress.h"

#include <QObject>

#include <vector>

namespace network::scan {

/// One scan, from its start to its end: its calls of nmap, what they found, how far they are.
class Run final : public QObject
{
    Q_OBJECT
public:
    Run(const Plan &plan, Launcher &launcher, core::Clock &clock, QObject *parent = nullptr);
    ~Run() override;

    void start();
    /// Ends it; what was found stays found. It has ended when `finished` says so, within a second.
    void cancel() { stop(State::Cancelled); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOver() const { return m_state > State::Running; }
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    /// How it ended, for people; empty before.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

Q_SIGNALS:
    /// A host answered; its ports are not known yet.
    void hostHinted(const network::scan::Host &host);
    /// A host that answered, with all that was asked about it.
    void hostFound(const network::scan::Host &host);
    /// Which ports a part of it looks at, as nmap has settled that.
    void portsAsked(const network::scan::PortsAsked &ports);
    /// At most twice a second.
    void progressed(const network::scan::Progress &progress);
    /// Once, last of all.
    void finished(network::scan::State state, const QString &sentence);

private:
    struct Part;

    void launchMore();
    void launch(const Task &task);
    void take(Part &part, const QByteArray &bytes);
    void take(const Host &host);
    void end(Part &part, const Ending &ending);
    [[nodiscard]] QString troubleOf(const Part &part, const Ending &ending) const;
    void stop(State as);
    void endParts();
    void advance();
    void tell();
    void conclude();
    [[nodiscard]] QString summary() const;

    const Plan m_plan;
    Launcher &m_launcher;
    core::Clock &m_clock;
    State m_state = State::Waiting;
    std::optional<State> m_verdict; ///< how it will have ended, once its parts are gone
    Progress m_progress;
    QString m_sentence;
    QStringList m_troubles;
    std::vector<std::unique_ptr<Part>> m_parts; ///< running
    qsizetype m_next = 0;
    double m_weight = 0;     ///< of all tasks
    double m_weightDone = 0; ///< of those that ended
    bool m_isUntold = false;
    std::chrono::milliseconds m_startedAt{0};
    std::unique_ptr<core::Timer> m_deadline;
    std::unique_ptr<core::Timer> m_ticker;
    std::unique_ptr<core::Timer> m_axe;
};

} // namespace network::scan
