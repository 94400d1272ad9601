// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/history.h"

#include "domain/alerts/matchers.h"

#include <algorithm>

namespace alerts {

namespace {
/// Figures while they are added up.
struct Sum
{
    AlertFigures figures;
    double toAcknowledge = 0;
    double toResolve = 0;

    void add(const Alert &alert)
    {
        constexpr double thousand = 1000;
        ++figures.raised;
        if (alert.firstAcknowledgedAt) {
            ++figures.acknowledged;
            toAcknowledge += double(alert.raisedAt.msecsTo(*alert.firstAcknowledgedAt)) / thousand;
        }
        if (alert.resolvedAt) {
            ++figures.resolved;
            toResolve += double(alert.raisedAt.msecsTo(*alert.resolvedAt)) / thousand;
        }
    }
    [[nodiscard]] AlertFigures named(const QString &key) const
    {
        AlertFigures out = figures;
        out.key = key;
        if (out.acknowledged > 0)
            out.toAcknowledge = toAcknowledge / out.acknowledged;
        if (out.resolved > 0)
            out.toResolve = toResolve / out.resolved;
        return out;
    }
};
} // namespace

AlertHistory::Reply historyOf(const Shelf &shelf, const AlertHistory &asked, const Visible &isVisible)
{
    Sum all;
    QHash<QString, Sum> bySeverity;
    QHash<QString, Sum> bySubject;
    for (const auto &[number, kept] : shelf.all()) {
        const Alert &alert = kept.shown;
        if (alert.raisedAt < asked.from || alert.raisedAt >= asked.to || kept.isFolded() || !isVisible(alert))
            continue;
        all.add(alert);
        bySeverity[severityWord(alert.severity)].add(alert);
        if (!alert.subjectId.isEmpty())
            bySubject[alert.subjectId].add(alert);
    }
    AlertHistory::Reply reply;
    reply.all = all.named({});
    for (int severity = 10; severity > 0; severity -= 2) {
        const QString word = severityWord(severity);
        if (bySeverity.contains(word))
            reply.bySeverity << bySeverity.value(word).named(word);
    }
    for (auto sum = bySubject.cbegin(); sum != bySubject.cend(); ++sum)
        reply.bySubject << sum->named(sum.key());
    std::sort(reply.bySubject.begin(), reply.bySubject.end(),
              [](const AlertFigures &a, const AlertFigures &b) {
                  return a.raised != b.raised ? a.raised > b.raised : a.key < b.key;
              });
    reply.subjects = int(reply.bySubject.size());
    reply.bySubject = reply.bySubject.mid(0, asked.subjects);
    return reply;
}

} // namespace alerts
