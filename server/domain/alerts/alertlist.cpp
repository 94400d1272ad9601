// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/alertlist.h"

#include "domain/alerts/matchers.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <vector>

namespace alerts {

namespace {
/// What an alert must be to be on the list.
struct Wanted
{
    const ListAlerts &asked;
    QStringList words;
    std::optional<Matchers> matchers;

    [[nodiscard]] bool isWanted(const Kept &kept) const
    {
        const Alert &alert = kept.shown;
        if (asked.states.isEmpty() ? !kept.isFiring() : !asked.states.contains(alert.state))
            return false;
        if (asked.foldedInto.isEmpty() ? kept.isFolded() && !asked.isFlat
                                       : alert.foldedInto != asked.foldedInto)
            return false;
        return alert.severity >= asked.leastSeverity &&
               (!asked.alertType || *asked.alertType == alert.alertType) &&
               (asked.subjectId.isEmpty() || asked.subjectId == alert.subjectId) &&
               (!asked.isAboutDevice || *asked.isAboutDevice == !alert.subjectId.isEmpty()) &&
               (asked.source.isEmpty() || asked.source == alert.source) &&
               (asked.assignee.isEmpty() || asked.assignee == alert.assignee) &&
               (!asked.isSilenced || *asked.isSilenced == kept.isSilenced()) &&
               (!asked.since || alert.raisedAt >= *asked.since) &&
               (!asked.from || !alert.resolvedAt || *alert.resolvedAt >= *asked.from) &&
               (!asked.to || alert.raisedAt <= *asked.to) && hasWords(alert) &&
               (!matchers || matchers->match(matchable(alert)));
    }
    [[nodiscard]] bool hasWords(const Alert &alert) const
    {
        return std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return alert.title.contains(word, Qt::CaseInsensitive) ||
                   alert.message.contains(word, Qt::CaseInsensitive) ||
                   alert.id.compare(word, Qt::CaseInsensitive) == 0 ||
                   std::any_of(alert.labels.begin(), alert.labels.end(), [&](const QString &value) {
                       return value.contains(word, Qt::CaseInsensitive);
                   });
        });
    }
};

bool isBefore(const Kept *a, const Kept *b, AlertOrder order)
{
    if (order == AlertOrder::Worst) {
        if (a->isFiring() != b->isFiring())
            return a->isFiring();
        if (a->shown.severity != b->shown.severity)
            return a->shown.severity > b->shown.severity;
    }
    if (order == AlertOrder::Changed && a->shown.lastAt != b->shown.lastAt)
        return a->shown.lastAt > b->shown.lastAt;
    const bool isOldFirst = order == AlertOrder::Oldest;
    if (a->shown.raisedAt != b->shown.raisedAt)
        return (a->shown.raisedAt < b->shown.raisedAt) == isOldFirst;
    return (a->number < b->number) == isOldFirst;
}

void count(AlertCounts &counts, const Kept &kept)
{
    constexpr int critical = 9;
    constexpr int high = 7;
    constexpr int medium = 5;
    const int severity = kept.shown.severity;
    if (kept.isFolded())
        ++counts.folded;
    else if (kept.isSilenced())
        ++counts.silenced;
    else if (kept.shown.state == AlertState::Acknowledged)
        ++counts.acknowledged;
    else {
        ++counts.open;
        ++(severity >= critical ? counts.critical
           : severity >= high   ? counts.high
           : severity >= medium ? counts.medium
                                : counts.low);
    }
}
} // namespace

core::Result<ListAlerts::Reply> pageOf(const Shelf &shelf, const ListAlerts &asked, const Visible &isVisible)
{
    Wanted wanted{asked, asked.text.split(u' ', Qt::SkipEmptyParts), {}};
    if (!asked.matchers.trimmed().isEmpty()) {
        auto matchers = Matchers::parse(asked.matchers);
        if (!matchers)
            return matchers.error();
        wanted.matchers = *matchers;
    }
    ListAlerts::Reply reply;
    std::vector<const Kept *> found;
    const auto consider = [&](const Kept &kept) {
        if (wanted.isWanted(kept) && isVisible(kept.shown))
            found.push_back(&kept);
    };
    for (const qint64 number : shelf.unresolved()) {
        if (const Kept *kept = shelf.find(number); isVisible(kept->shown))
            count(reply.counts, *kept);
    }
    if (asked.states.isEmpty() || !asked.states.contains(AlertState::Resolved)) {
        for (const qint64 number : shelf.unresolved())
            consider(*shelf.find(number));
    } else {
        for (const auto &[number, kept] : shelf.all())
            consider(kept);
    }
    reply.count = int(found.size());
    const auto from = found.begin() + std::min<std::ptrdiff_t>(asked.offset, std::ptrdiff_t(found.size()));
    const auto to = from + std::min<std::ptrdiff_t>(asked.limit, found.end() - from);
    const auto order = [&](const Kept *a, const Kept *b) { return isBefore(a, b, asked.order); };
    // Only the page itself is sorted.
    std::nth_element(found.begin(), from, found.end(), order);
    std::partial_sort(from, to, found.end(), order);
    for (auto each = from; each != to; ++each)
        reply.alerts << shelf.shown(**each);
    return reply;
}

core::Error noAlert(const QString &id)
{
    return {core::ErrorCode::NotFound,
            QCoreApplication::translate("alerts", "There is no alert %1.").arg(id.left(32))};
}

core::Result<GetAlert::Reply> alertOf(const Shelf &shelf, const GetAlert &asked, const Visible &isVisible)
{
    constexpr int mostChildren = 500;
    const Kept *found = shelf.find(alertNumber(asked.id));
    if (found == nullptr || !isVisible(found->shown))
        return noAlert(asked.id);
    GetAlert::Reply reply;
    reply.alert = shelf.shown(*found);
    const QSet<qint64> children = shelf.childrenOf(found->number);
    const std::set<qint64> sorted(children.begin(), children.end());
    for (const qint64 number : sorted) {
        const Kept *child = shelf.find(number);
        if (reply.children.size() < mostChildren && isVisible(child->shown))
            reply.children << shelf.shown(*child);
    }
    return reply;
}

} // namespace alerts
