// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "core/clock.h"
#include "core/recordstore.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <functional>

namespace alerts {

/// Notices that were written and are not yet taken. One that was being given out when Belfry was ended is
/// given out once more with the same key: whoever takes it knows by the key whether it was taken.
class NoticeOutbox final : public QObject
{
    Q_OBJECT
public:
    /// Takes a notice; its future is finished well once that is durable.
    using Taker = std::function<QFuture<core::Result<void>>(const Notice &)>;
    static constexpr std::chrono::seconds retriedAfter{10};

    NoticeOutbox(core::RecordStore &records, core::Clock &clock, Taker taker)
        : m_records(records), m_clock(clock), m_taker(std::move(taker))
    {
    }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Gives out what an earlier run left; from now on, what is put.
    void start();
    void stop();
    /// It is written.
    void put(const Notice &notice);
    [[nodiscard]] int count() const { return int(m_notices.size()); }

private:
    void give(const QString &key);
    void settle(const QString &key, const core::Result<void> &taken);
    void retry();

    core::RecordStore &m_records;
    core::Clock &m_clock;
    Taker m_taker;
    QMap<QString, Notice> m_notices;
    QSet<QString> m_given; ///< and not yet answered
    std::unique_ptr<core::Timer> m_retry;
    bool m_isStarted = false;
};

} // namespace alerts
