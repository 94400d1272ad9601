// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/history.h"

#include "domain/alerts/matchers.h"

#include <algorithm>

namespace alerts {

namespace {
constexpr qsizetype mostSources = 1000;

bool isIgnored(const Alert &alert)
{
    return alert.resolvedAt && alert.resolvedBy.isEmpty() && !alert.firstAcknowledgedAt &&
           alert.assignee.isEmpty() && alert.comments == 0;
}

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
        figures.came += 1 + alert.reopenings;
        if (isIgnored(alert))
            ++figures.ignored;
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
using Sums = QHash<QString, Sum>;

/// Those with the most first.
QList<AlertFigures> inOrder(const Sums &sums)
{
    QList<AlertFigures> out;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
        out << sum->named(sum.key());
    std::sort(out.begin(), out.end(), [](const AlertFigures &a, const AlertFigures &b) {
        return a.raised != b.raised ? a.raised > b.raised : a.key < b.key;
    });
    return out;
}
} // namespace

AlertHistory::Reply historyOf(const Shelf &shelf, const AlertHistory &asked, const Visible &isVisible)
{
    Sum all;
    Sums bySeverity;
    Sums bySubject;
    Sums bySource;
    for (const auto &[number, kept] : shelf.all()) {
        const Alert &alert = kept.shown;
        if (alert.raisedAt < asked.from || alert.raisedAt >= asked.to || kept.isFolded() || !isVisible(alert))
            continue;
        all.add(alert);
        bySeverity[severityWord(alert.severity)].add(alert);
        if (!alert.subjectId.isEmpty())
            bySubject[alert.subjectId].add(alert);
        bySource[alert.source].add(alert);
    }
    AlertHistory::Reply reply;
    reply.all = all.named({});
    for (int severity = 10; severity > 0; severity -= 2) {
        const QString word = severityWord(severity);
        if (bySeverity.contains(word))
            reply.bySeverity << bySeverity.value(word).named(word);
    }
    reply.bySubject = inOrder(bySubject);
    reply.subjects = int(reply.bySubject.size());
    reply.bySubject = reply.bySubject.mid(0, asked.subjects);
    reply.bySource = inOrder(bySource).mid(0, mostSources);
    return reply;
}

} // namespace alerts
