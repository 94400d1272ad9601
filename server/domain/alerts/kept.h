// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "core/recordstore.h"

#include <chrono>

namespace alerts {

/// What people were told of an alert last. What it is else is yet to be told.
struct Told
{
    bool isFiring = false;
    bool isAcknowledged = false;
    bool isFlapping = false;
    int severity = 0;
    int level = 0;
    int lapses = 0;
    int reopenings = 0;

    static core::Fields fields();
    bool operator==(const Told &) const = default;
};

/// An alert as it is kept.
struct Kept
{
    qint64 number = 0;
    Alert shown;
    Told told;
    bool isOutage = false;
    int entries = 0;                     ///< of its story
    int lapses = 0;                      ///< acknowledgements that reached their end
    QDateTime restlessAt;                ///< from when on nobody has looked after it
    std::optional<QDateTime> quietUntil; ///< before that nobody is told
    std::optional<QDateTime> lapsesAt;   ///< then it is over, unless it is told again
    QList<QDateTime> turns;              ///< when it last came or went, oldest first

    static core::Fields fields();
    [[nodiscard]] bool isFiring() const { return shown.state != AlertState::Resolved; }
    [[nodiscard]] bool isFolded() const { return !shown.foldedInto.isEmpty(); }
    [[nodiscard]] bool isSilenced() const { return !shown.silencedBy.isEmpty(); }
    /// The clock went ahead, or back: what runs is as far from its end as before. What people set by the
    /// clock stays where it is.
    void follow(std::chrono::milliseconds ahead);
};

/// "A-17".
QString alertId(qint64 number);
/// 0: it is none.
qint64 alertNumber(const QString &id);

/// How alerts, their stories and what is to be told are named in the store.
namespace records {
core::RecordName nameOf(qint64 alert);
/// A story has a kind of its own, so that it can be asked for.
QString storyKind(qint64 alert);
core::RecordName nameOf(qint64 alert, int entry);
core::RecordName counter();
core::RecordName nameOfNotice(const QString &key);
extern const char *const alertKind;
extern const char *const noticeKind;
} // namespace records

} // namespace alerts
