// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/deliveries.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/recordstore.h"

#include <QObject>

namespace alerts::channels {

/// What holds for all channels: where people open Belfry, when alerts are escalated, and the learning week.
/// In its first week Belfry does not know yet what is usual, and sends out only what is critical.
class CommonSettings final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours learningTime{24 * 7};
    /// From this severity on it goes out all the same.
    static constexpr int criticalFrom = 9;

    CommonSettings(core::RecordStore &records, core::Clock &clock) : m_records(records), m_clock(clock) {}

    /// The week begins when there was none before. Errors: Unavailable.
    QFuture<core::Result<void>> load();
    [[nodiscard]] bool isLearning() const;
    [[nodiscard]] const QString &publicUrl() const { return m_kept.publicUrl; }
    /// Seconds in which nobody looked after an alert, for each level.
    [[nodiscard]] const QList<int> &escalateAfter() const { return m_kept.escalateAfter; }
    /// As it is to be written when so many more alerts were held back; they count once `holdBack` is called.
    [[nodiscard]] core::Record heldBack(int more) const;
    void holdBack(int more) { m_heldBack.count += more; }

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> get(const core::Command &command);
    /// Errors: Invalid, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);

Q_SIGNALS:
    /// Also by what was read.
    void escalationChanged();

private:
    /// As it is kept.
    struct Kept
    {
        QString publicUrl;
        std::optional<QDateTime> learningUntil;
        QList<int> escalateAfter{900, 1800, 3600};

        static core::Fields fields();
    };
    /// Kept apart: it is written while people change the rest.
    struct HeldBack
    {
        int count = 0;

        static core::Fields fields();
    };

    [[nodiscard]] DeliverySettings shown() const;

    core::RecordStore &m_records;
    core::Clock &m_clock;
    Kept m_kept;
    HeldBack m_heldBack;
};

} // namespace alerts::channels
