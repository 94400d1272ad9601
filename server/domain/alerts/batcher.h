// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <set>

namespace alerts {

/// Which alerts are told of together, and when: the first of a group a little later, what follows much later.
/// In a storm all groups are told of at once.
class Batcher
{
public:
    using Time = std::chrono::milliseconds; ///< of the steady clock
    struct Windows
    {
        std::chrono::seconds first{10};
        std::chrono::seconds next{300};
        int most = 8;                   ///< notices in `next`; more is a storm
        std::chrono::seconds storm{60}; ///< between two notices of a storm
    };
    /// What is told of together now.
    struct Batch
    {
        QString group; ///< empty: of more than one, in a storm
        std::set<qint64> alerts;
    };

    Batcher() = default;
    explicit Batcher(const Windows &windows) : m_windows(windows) {}

    /// What is urgent does not wait for what was told before.
    void add(const QString &group, qint64 alert, bool isUrgent, Time now);
    /// What is to be told of by now.
    QList<Batch> take(Time now);
    /// Whether `take` has something.
    [[nodiscard]] bool isDue(Time now) const;

private:
    struct Group
    {
        std::set<qint64> alerts;
        Time due{0};
        std::optional<Time> told;
    };

    void forget(Time now);

    Windows m_windows;
    QHash<QString, Group> m_groups;
    QList<Time> m_told; ///< when there was a notice, in the last `next`
    std::optional<Time> m_storm;
};

} // namespace alerts
