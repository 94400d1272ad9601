// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alerts.h"
#include "core/clock.h"
#include "core/recordstore.h"

#include <QObject>

#include <map>

namespace alerts {

/// One time of a maintenance window, as people are told of it.
struct Occurrence
{
    QString id; ///< of the window
    QString displayName;
    QString reason;
    QStringList departments; ///< only people of these; empty: all
    QDateTime begin;
    QDateTime end;

    static core::Fields fields();
    bool operator==(const Occurrence &) const = default;
};

/// Tells of maintenance: that it comes, runs, is over, or is not as was told; of each occurrence once, over a
/// restart as well.
class Announcer final : public QObject
{
    Q_OBJECT
public:
    Announcer(core::RecordStore &records, core::Clock &clock) : m_records(records), m_clock(clock) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Tells what is to be told of the windows as they are: each that counts, with when it is now or next.
    void look(const QList<Occurrence> &windows);

Q_SIGNALS:
    void announced(const alerts::Occurrence &occurrence, alerts::MaintenanceState state);

private:
    /// What people were told of a window last.
    struct Mark
    {
        Occurrence occurrence;
        MaintenanceState state = MaintenanceState::Planned;
        bool isEarly = false; ///< because it was put off; of its coming they are yet to be told

        static core::Fields fields();
        [[nodiscard]] bool isOpen() const
        {
            return state == MaintenanceState::Planned || state == MaintenanceState::Running;
        }
    };

    [[nodiscard]] std::optional<Mark> due(const Mark *told, const Occurrence *window) const;
    void tell(const Mark &told);
    void forgetOld();

    core::RecordStore &m_records;
    core::Clock &m_clock;
    std::map<QString, Mark> m_told; ///< by window
};

} // namespace alerts
