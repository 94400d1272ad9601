// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/recordstore.h"

#include <QMap>
#include <QObject>
#include <QSet>

namespace alerts::channels {

/// The alerts of the last week that no route took: nobody outside was told of them.
class Untaken final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours remembered{24 * 7};

    Untaken(core::RecordStore &records, core::Clock &clock) : m_records(records), m_clock(clock) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    [[nodiscard]] int count() const;
    [[nodiscard]] bool contains(const QString &alertId) const { return m_since.contains(alertId); }
    /// As it is to be written; it counts once `settle` is called.
    [[nodiscard]] core::Record record(const QString &alertId) const;
    static core::RecordName nameOf(const QString &alertId);
    /// What is older than a week, as it is to be removed.
    [[nodiscard]] QList<core::RecordName> old() const;
    /// It is written: these were taken by none, those by one after all.
    void settle(const QSet<QString> &untaken, const QSet<QString> &taken);

private:
    struct Since
    {
        QDateTime at;

        static core::Fields fields();
    };

    [[nodiscard]] QDateTime oldest() const;

    core::RecordStore &m_records;
    core::Clock &m_clock;
    QMap<QString, QDateTime> m_since; ///< by alert
};

} // namespace alerts::channels
