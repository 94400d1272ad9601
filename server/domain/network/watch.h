// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <deque>
#include <unordered_map>

namespace network {

/// Decides how devices are by whether they answer, and by what they are joined by: of what stands behind
/// something that is down, nothing is known.
class Watch
{
public:
    /// So many probes without an answer, and it is not there.
    static constexpr int enoughMisses = 3;
    /// More changes than that within `flapWindow` are flapping, until there was none for `calm`.
    static constexpr int mostChanges = 6;
    static constexpr std::chrono::hours flapWindow{1};
    static constexpr std::chrono::minutes calm{10};

    /// What became of a device.
    struct Verdict
    {
        QString id;
        State state = State::Unknown;
        bool isFlapping = false;
        QString cause; ///< the device behind which it stands, where that is why

        friend bool operator==(const Verdict &, const Verdict &) = default;
    };

    /// From now on; `state` is what was known last. One that is not expected to be up is away, not down.
    void follow(const QString &id, State state, bool isExpectedUp);
    void leave(const QString &id);
    [[nodiscard]] bool isFollowed(const QString &id) const { return m_subjects.contains(id); }
    /// What each device is joined by on the way to this machine; without circles.
    void setParents(const QHash<QString, QString> &parents);

    /// `at`: by the steady clock, as all times here.
    void answered(const QString &id, std::chrono::milliseconds at);
    void missed(const QString &id, std::chrono::milliseconds at);
    /// What is to be said after the probes since the last time: at the end of a round, or sooner.
    [[nodiscard]] QList<Verdict> decide(std::chrono::milliseconds now);

private:
    using Time = std::chrono::milliseconds;
    struct Subject
    {
        State state = State::Unknown;
        bool isExpectedUp = false;
        bool isFlapping = false;
        bool isAnswering = false;
        int misses = 0;
        Time firstMiss{0};
        Time lastAnswer{-1};
        std::deque<Time> changes;
    };

    [[nodiscard]] QString followedParent(const QString &id) const;
    [[nodiscard]] int depth(const QString &id) const;
    /// What it is, or that it cannot be told before its parent is asked again.
    [[nodiscard]] std::optional<Verdict> judge(const QString &id, const Subject &subject) const;
    void become(const Verdict &verdict, Subject &subject, Time now, QList<Verdict> &out);
    void askChildrenAnew(const QString &id);
    void calmDown(Time now, QList<Verdict> &out);

    std::unordered_map<QString, Subject> m_subjects;
    QHash<QString, QString> m_parents;
    QSet<QString> m_joints;   ///< those that anything is joined by
    QSet<QString> m_open;     ///< heard of since the last decision, or waiting for their parent
    QSet<QString> m_flapping; ///< those that flap
};

} // namespace network
