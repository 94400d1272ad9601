// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hindsight.h"

#include "catalog/automation.h"
#include "core/finished.h"
#include "engine/subjects.h"

namespace engine {

namespace {
namespace rules = automation::rules;
constexpr int mostStates = 10'000;

/// A change that was recorded, of something of which this is said now.
rules::StateChange stateChangeOf(const core::KnownChange &change, QMap<QString, QString> labels)
{
    const QString up = QStringLiteral("up");
    const QString down = QStringLiteral("down");
    const bool isGone = change.to == down || change.to == QLatin1String("unreachable");
    // What is called down was expected up then.
    if (isGone || change.from == down)
        labels.insert(QStringLiteral("expected"), up);
    return {change.subject, QStringLiteral("device.status"),
            change.to == up ? QStringLiteral("online")
            : isGone        ? QStringLiteral("offline")
                            : change.to,
            change.at.toMSecsSinceEpoch(), labels};
}
} // namespace

QFuture<Hindsight::States> Hindsight::between(const QDateTime &from, const QDateTime &to)
{
    return ofDevices(from, to)
        .then(this,
              [this, from, to](const States &devices) {
                  return devices ? withServices(*devices, from, to) : core::finished(devices);
              })
        .unwrap();
}

QFuture<Hindsight::States> Hindsight::ofDevices(const QDateTime &from, const QDateTime &to)
{
    core::ChangeQuery query;
    query.fields = {QStringLiteral("state")};
    query.from = from;
    query.to = to;
    query.limit = mostStates;
    return m_changes.read(query).then(
        this, [this](const core::Result<QList<core::KnownChange>> &changes) -> States {
            if (!changes)
                return changes.error();
            rules::PastStates out{{}, changes->size() < mostStates};
            for (auto change = changes->crbegin(); change != changes->crend(); ++change)
                out.changes << stateChangeOf(*change, m_subjects.saidOf(change->subject));
            return out;
        });
}

QFuture<Hindsight::States> Hindsight::withServices(const rules::PastStates &devices, const QDateTime &from,
                                                   const QDateTime &to)
{
    core::JournalQuery query;
    query.topics = QStringList{QString::fromLatin1(automation::AppUpdated::topic)};
    query.from = from;
    query.to = to;
    query.limit = mostStates;
    return m_journal.read(query).then(
        this, [this, all = devices](const core::Result<QList<core::Event>> &events) mutable -> States {
            if (!events)
                return events.error();
            all.isWhole = all.isWhole && events->size() < mostStates;
            for (auto event = events->crbegin(); event != events->crend(); ++event) {
                const auto updated = event->as<automation::AppUpdated>();
                // People say how an app is, too; no rule hears of those.
                if (updated && m_subjects.isService(updated->appId))
                    all.changes << m_subjects.stateOf(*updated);
            }
            return all;
        });
}

} // namespace engine
