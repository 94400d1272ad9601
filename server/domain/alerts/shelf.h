// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/kept.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <set>
#include <unordered_map>

namespace alerts {

/// When an alert that nobody looks after is told of more loudly.
struct Escalation
{
    QList<std::chrono::seconds> steps; ///< after how long, and again; from when nobody looked after it
    int leastSeverity = 7;
};

/// All alerts that are kept, and where to find which.
class Shelf
{
public:
    using Numbers = std::set<qint64>;
    using All = std::unordered_map<qint64, Kept>;

    explicit Shelf(Escalation escalation = {}) : m_escalation(std::move(escalation)) {}

    void setEscalation(const Escalation &escalation);
    void put(const Kept &kept);
    void drop(qint64 number);
    [[nodiscard]] const Kept *find(qint64 number) const;
    /// The last one with that fingerprint; null: there was none.
    [[nodiscard]] const Kept *latest(const QString &fingerprint) const;
    [[nodiscard]] const All &all() const { return m_all; }
    [[nodiscard]] const Numbers &unresolved() const { return m_unresolved; }
    [[nodiscard]] Numbers resolved() const;
    /// Of which people know something else than is so.
    [[nodiscard]] const Numbers &untold() const { return m_untold; }
    /// The unresolved one that says that a device cannot be reached; 0: none.
    [[nodiscard]] qint64 outageOf(const QString &subject) const;
    /// Unresolved ones about what stands behind a device.
    [[nodiscard]] QSet<qint64> behind(const QString &cause) const { return m_behind.value(cause); }
    [[nodiscard]] QSet<qint64> childrenOf(qint64 parent) const { return m_children.value(parent); }
    /// Those with which the clock has something to do by then.
    [[nodiscard]] QList<qint64> due(const QDateTime &now) const;
    [[nodiscard]] bool isDue(qint64 number, const QDateTime &now) const;
    /// As it may be told, with how many are a part of it.
    [[nodiscard]] Alert shown(const Kept &kept) const;

private:
    struct Place
    {
        QString cause;
        QString outage;
        qint64 parent = 0;
        QDateTime wake;
    };

    /// When the clock has something to do with it; invalid: never.
    [[nodiscard]] QDateTime wakeAt(const Kept &kept) const;
    [[nodiscard]] Place placeOf(const Kept &kept) const;
    void remove(const Kept &kept);

    Escalation m_escalation;
    All m_all;
    Numbers m_unresolved;
    Numbers m_untold;
    QHash<QString, qint64> m_latest;
    QHash<QString, QSet<qint64>> m_outages;
    QHash<QString, QSet<qint64>> m_behind;
    QHash<qint64, QSet<qint64>> m_children;
    std::set<std::pair<QDateTime, qint64>> m_wakes;
};

} // namespace alerts
