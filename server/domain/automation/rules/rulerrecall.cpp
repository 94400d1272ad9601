// SPDX-License-Identifier: GPL-3.0-or-later
// What was recorded before windows that are new: after a start, and where a rule was set.
#include "core/finished.h"
#include "core/log.h"
#include "domain/automation/rules/ruler.h"

#include <algorithm>

namespace automation::rules {

namespace {
constexpr qint64 second = 1000;
constexpr int mostSeconds = 1000;   ///< of a window that is read one by one
constexpr int pointsOfWindow = 360; ///< of another: no more are told apart in it
constexpr qsizetype mostNames = 100;
constexpr qsizetype mostLacks = 20'000;

core::SampleQuery queryFor(const QList<Lack> &lacks)
{
    const Lack &first = lacks.first();
    const bool isShort = first.width < mostSeconds * second;
    core::SampleQuery query{first.source, {}, {}, {}, isShort ? mostSeconds : pointsOfWindow};
    qint64 from = first.before;
    qint64 to = first.before;
    for (const Lack &lack : lacks) {
        query.names << lack.name;
        from = std::min(from, lack.before);
        to = std::max(to, lack.before);
    }
    query.from = QDateTime::fromMSecsSinceEpoch(from - first.width, Qt::UTC);
    query.to = QDateTime::fromMSecsSinceEpoch(to, Qt::UTC);
    return query;
}

QList<core::SamplePoint> pointsOf(const core::SampleRange &range, const QString &name)
{
    const auto found =
        std::find_if(range.series.begin(), range.series.end(),
                     [&name](const core::SampleSeries &series) { return series.name == name; });
    return found == range.series.end() ? QList<core::SamplePoint>() : found->points;
}
} // namespace

QList<Lack> Ruler::nextLacks()
{
    const Lack first = m_lacks.first();
    QList<Lack> next;
    QList<Lack> others;
    for (const Lack &lack : std::as_const(m_lacks)) {
        const bool isOfIt = lack.source == first.source && lack.width == first.width;
        (isOfIt && next.size() < mostNames ? next : others) << lack;
    }
    m_lacks = others;
    return next;
}

void Ruler::lookUp()
{
    m_lacks << m_runtime.takeLacks();
    if (m_lacks.size() > mostLacks) {
        qCWarning(logEngine).noquote()
            << m_lacks.size() - mostLacks << "windows of rules begin anew: too many are looked up at once.";
        m_lacks.resize(mostLacks);
    }
    if (m_isLookingUp || m_lacks.isEmpty())
        return;
    m_isLookingUp = true;
    const QList<Lack> lacks = nextLacks();
    m_around.samples.range(queryFor(lacks))
        .then(this, [this, lacks](const core::Result<core::SampleRange> &range) {
            m_isLookingUp = false;
            if (!range)
                qCWarning(logEngine).noquote()
                    << "Windows of rules begin anew, since what was recorded cannot be read:"
                    << range.error().message;
            recall(lacks, range ? *range : core::SampleRange());
        });
}

void Ruler::recall(const QList<Lack> &lacks, const core::SampleRange &range)
{
    evaluate("history", [&] {
        QList<Transition> found;
        for (const Lack &lack : lacks)
            found << m_runtime.recall(lack, range.bucket.count(), pointsOf(range, lack.name));
        return found;
    });
}

QFuture<core::Result<void>> Ruler::readPastStates()
{
    qint64 longest = 0;
    for (const Rule &rule : std::as_const(m_rules)) {
        if (const auto compiled = compile(rule); compiled && compiled->isOfStates())
            longest = std::max(longest, compiled->window());
    }
    if (longest == 0)
        return core::finished(core::Result<void>());
    const QDateTime now = m_around.clock.now();
    // The first is no change to us, only what the next one changed: it may be older than any window.
    return m_around.past(now.addMSecs(-2 * longest), now)
        .then(this, [this](const core::Result<PastStates> &past) -> core::Result<void> {
            if (!past) {
                qCWarning(logEngine).noquote()
                    << "Rules count changes of states anew, since those that were cannot be read:"
                    << past.error().message;
                return {};
            }
            for (const StateChange &change : past->changes)
                m_pastStates[{change.subject, change.kind}] << change;
            return {};
        });
}

void Ruler::recallBefore(const StateChange &change)
{
    const QList<StateChange> past = m_pastStates.take({change.subject, change.kind});
    for (StateChange each : past) {
        each.labels = change.labels;
        m_runtime.recall(each);
    }
}

} // namespace automation::rules
