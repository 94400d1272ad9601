// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "core/clockwatch.h"
#include "core/command.h"
#include "domain/alerts/announcer.h"
#include "domain/alerts/matchers.h"
#include "domain/alerts/windowtimes.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <map>

namespace alerts {

/// Which alerts nobody is told of, until when, and why: silences, and maintenance windows while they are.
class Silences final : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 1000;
    /// Those that are over are shown for so long.
    static constexpr std::chrono::hours shownFor{24 * 30};
    /// So long before it ends, people are told of a silence that was set for longer than twice as long.
    static constexpr std::chrono::minutes toldBefore{15};

    using DepartmentOf = std::function<QString(const Alert &)>;
    /// What every alert about a device, a service or the machine carries, empty labels included.
    using LabelsOf = std::function<Matchers::Labels(const QString &source)>;
    using Counts = QHash<QString, int>;

    explicit Silences(
        core::RecordStore &records, core::Clock &clock,
        DepartmentOf departmentOf = [](const Alert &) { return QString(); },
        LabelsOf labelsOf = [](const QString &) { return Matchers::Labels(); })
        : m_records(records), m_clock(clock), m_departmentOf(std::move(departmentOf)),
          m_labelsOf(std::move(labelsOf))
    {
    }
    /// Who tells of the windows.
    [[nodiscard]] const Announcer &announcer() const { return m_announcer; }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Who is to know that alerts are under others now, and how many that somebody may see are under which.
    void watch(std::function<void()> changed, std::function<Counts(const core::Principal &)> count);
    /// Says under which of them an alert is.
    void mark(Alert &alert) const;
    /// Whether one began or ended since it was last asked.
    bool look();
    /// Those that end soon, of which nobody was told.
    [[nodiscard]] QList<Silence> ending() const;
    /// As it is kept once people were told that it ends.
    [[nodiscard]] core::Record told(const QString &id) const;
    void setTold(const QString &id);
    /// Whether a silence holds for something that somebody may see.
    [[nodiscard]] bool doesConcern(const QString &id, const core::Principal &person) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid, NotFound, Forbidden (it holds for what the caller may not see), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Forbidden, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);
    QFuture<core::Reply> listWindows(const core::Command &command);
    /// Errors: Invalid (no time, or too long a one).
    QFuture<core::Reply> listWindowTimes(const core::Command &command);
    /// Errors: as `set`.
    QFuture<core::Reply> setWindow(const core::Command &command);
    /// Errors: NotFound, Forbidden, Unavailable.
    QFuture<core::Reply> removeWindow(const core::Command &command);
    /// Errors: as `set`; nothing is imported then.
    QFuture<core::Reply> importWindows(const core::Command &command);

Q_SIGNALS:
    /// A silence or a window is set otherwise, or there no more; `by`: whoever did it.
    void altered(const QString &id, const QString &by);
    /// The same of a silence alone, as it is now.
    void silenced(const alerts::Silence &silence, const QString &by);

private:
    /// As it is kept.
    struct KeptSilence
    {
        Silence shown;
        bool isEndTold = false;

        static core::Fields fields();
    };
    struct Quiet
    {
        KeptSilence kept;
        Matchers matchers;
    };
    struct Window
    {
        MaintenanceWindow shown;
        Matchers matchers;
        WindowTimes times;
        std::optional<WindowTimes::Span> span; ///< when it is or is next

        [[nodiscard]] bool isActiveAt(const QDateTime &now) const
        {
            return shown.isEnabled && span && span->begin <= now && now < span->end;
        }
    };

    void take(const KeptSilence &kept);
    core::Result<void> take(const MaintenanceWindow &window);
    static core::Record recordOf(const KeptSilence &kept);
    /// Whether one began or ended.
    bool lookAtWindows(const QDateTime &now);
    void announce();
    [[nodiscard]] MaintenanceWindow shown(const Window &window, const Counts &counts) const;
    [[nodiscard]] MaintenanceWindow shown(const QString &id, const Counts &counts) const;
    QFuture<core::Result<void>> loadSilences();
    QFuture<core::Result<void>> loadWindows();
    QFuture<core::Reply> keep(const KeptSilence &kept, const core::Principal &by);
    /// Errors: Invalid, Limited, Unavailable; none is kept then.
    QFuture<core::Result<QList<MaintenanceWindow>>> keepWindows(QList<MaintenanceWindow> windows,
                                                                const core::Principal &by);

    core::RecordStore &m_records;
    core::Clock &m_clock;
    DepartmentOf m_departmentOf;
    LabelsOf m_labelsOf;
    core::ClockWatch m_watch{m_clock};
    Announcer m_announcer{m_records, m_clock};
    std::function<void()> m_changed = [] {};
    std::function<Counts(const core::Principal &)> m_count = [](const core::Principal &) { return Counts(); };
    std::map<QString, Quiet> m_silences;
    std::map<QString, Window> m_windows;
    int m_lastSilence = 0;
    int m_lastWindow = 0;
};

} // namespace alerts
