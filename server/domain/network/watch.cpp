// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/watch.h"

#include <algorithm>

namespace network {

namespace {
bool isGone(State state)
{
    return state == State::Down || state == State::Away || state == State::Unreachable;
}
} // namespace

void Watch::follow(const QString &id, State state, bool isExpectedUp)
{
    Subject &subject = m_subjects[id];
    if (subject.state == State::Unknown)
        subject.state = state;
    const bool wasExpectedUp = std::exchange(subject.isExpectedUp, isExpectedUp);
    // It is gone all the same, but it is called otherwise now.
    if (wasExpectedUp != isExpectedUp && (subject.state == State::Down || subject.state == State::Away))
        m_open.insert(id);
}

void Watch::leave(const QString &id)
{
    m_subjects.erase(id);
    m_open.remove(id);
    m_flapping.remove(id);
}

void Watch::setParents(const QHash<QString, QString> &parents)
{
    m_parents = parents;
    m_joints = QSet<QString>(parents.cbegin(), parents.cend());
}

void Watch::answered(const QString &id, Time at)
{
    const auto found = m_subjects.find(id);
    if (found == m_subjects.end())
        return;
    Subject &subject = found->second;
    subject.lastAnswer = at;
    subject.isAnswering = true;
    subject.misses = 0;
    if (subject.state != State::Up)
        m_open.insert(id);
}

void Watch::missed(const QString &id, Time at)
{
    const auto found = m_subjects.find(id);
    if (found == m_subjects.end())
        return;
    Subject &subject = found->second;
    subject.isAnswering = false;
    if (subject.misses++ == 0)
        subject.firstMiss = at;
    if (subject.misses >= enoughMisses && subject.state != State::Down && subject.state != State::Away)
        m_open.insert(id);
}

QList<Watch::Verdict> Watch::decide(Time now)
{
    QList<Verdict> out;
    // From this machine outwards: what is told of a device depends on what stands before it.
    QList<std::pair<int, QString>> order;
    for (const QString &id : std::as_const(m_open))
        order.emplaceBack(depth(id), id);
    std::sort(order.begin(), order.end());
    for (const auto &[distance, id] : std::as_const(order)) {
        Subject &subject = m_subjects.at(id);
        const auto verdict = judge(id, subject);
        if (!verdict)
            continue;
        m_open.remove(id);
        if (verdict->state != subject.state)
            become(*verdict, subject, now, out);
    }
    calmDown(now, out);
    return out;
}

std::optional<Watch::Verdict> Watch::judge(const QString &id, const Subject &subject) const
{
    if (subject.isAnswering)
        return Verdict{id, State::Up, subject.isFlapping, {}};
    if (subject.misses < enoughMisses && !isGone(subject.state))
        return Verdict{id, subject.state, subject.isFlapping, {}};
    const State alone = subject.isExpectedUp ? State::Down : State::Away;
    const QString parent = followedParent(id);
    if (parent.isEmpty())
        return Verdict{id, alone, subject.isFlapping, {}};
    const Subject &before = m_subjects.at(parent);
    if (isGone(before.state)) {
        // One that was down by itself before stays so.
        const bool isOwnFault = subject.state == State::Down || subject.state == State::Away;
        return isOwnFault ? Verdict{id, alone, subject.isFlapping, {}}
                          : Verdict{id, State::Unreachable, subject.isFlapping, parent};
    }
    if (subject.misses < enoughMisses)
        return Verdict{id, subject.state, subject.isFlapping, {}};
    if (before.misses > 0 || before.lastAnswer < subject.firstMiss)
        return std::nullopt;
    return Verdict{id, alone, subject.isFlapping, {}};
}

void Watch::become(const Verdict &verdict, Subject &subject, Time now, QList<Verdict> &out)
{
    const bool isCounted =
        subject.state != State::Unknown && (subject.state == State::Up) != (verdict.state == State::Up);
    subject.state = verdict.state;
    if (isCounted) {
        subject.changes.push_back(now);
        while (!subject.changes.empty() && now - subject.changes.front() > flapWindow)
            subject.changes.pop_front();
        if (int(subject.changes.size()) > mostChanges) {
            subject.isFlapping = true;
            m_flapping.insert(verdict.id);
        }
    }
    out << Verdict{verdict.id, verdict.state, subject.isFlapping, verdict.cause};
    if (verdict.state == State::Up && m_joints.contains(verdict.id))
        askChildrenAnew(verdict.id);
}

void Watch::askChildrenAnew(const QString &id)
{
    for (auto &[child, subject] : m_subjects) {
        if (subject.state == State::Unreachable && followedParent(child) == id)
            subject.misses = 0;
    }
}

void Watch::calmDown(Time now, QList<Verdict> &out)
{
    const QSet<QString> flapping = m_flapping;
    for (const QString &id : flapping) {
        Subject &subject = m_subjects.at(id);
        if (now - subject.changes.back() < calm)
            continue;
        subject.isFlapping = false;
        subject.changes.clear();
        m_flapping.remove(id);
        out << Verdict{id, subject.state, false, {}};
    }
}

QString Watch::followedParent(const QString &id) const
{
    QSet<QString> passed{id};
    for (QString parent = m_parents.value(id); !parent.isEmpty() && !passed.contains(parent);
         parent = m_parents.value(parent)) {
        if (m_subjects.contains(parent))
            return parent;
        passed.insert(parent);
    }
    return {};
}

int Watch::depth(const QString &id) const
{
    int depth = 0;
    QSet<QString> passed{id};
    for (QString parent = m_parents.value(id); !parent.isEmpty() && !passed.contains(parent);
         parent = m_parents.value(parent)) {
        passed.insert(parent);
        ++depth;
    }
    return depth;
}

} // namespace network
