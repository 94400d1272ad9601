// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/bulletin.h"

#include "domain/alerts/telling.h"

#include <algorithm>
#include <utility>

namespace alerts {

namespace {
constexpr int urgentFrom = 9;
constexpr int deepestFold = 64;

const Kept &outermost(const Shelf &shelf, const Kept &kept)
{
    const Kept *out = &kept;
    for (int depth = 0; depth < deepestFold && out->isFolded(); ++depth) {
        const Kept *parent = shelf.find(alertNumber(out->shown.foldedInto));
        if (parent == nullptr)
            break;
        out = parent;
    }
    return *out;
}

NoticeItem itemOf(const Shelf &shelf, const Kept &kept, NoticeReason reason)
{
    const Alert shown = shelf.shown(kept);
    return {shown.id, reason, shown.title, shown.subjectId, shown.severity, shown.level, shown.children};
}

/// Until it is put once more, an alert and its story's length stand for what is told of it: no two notices
/// begin alike, and what is made once more after a failure is the same.
QString keyOf(const Kept &kept, NoticeReason reason)
{
    return QStringLiteral("%1.%2.%3")
        .arg(kept.shown.id)
        .arg(kept.entries)
        .arg(QLatin1String(core::Words<NoticeReason>::list.at(size_t(reason))));
}
} // namespace

QString Bulletin::groupOf(const Shelf &shelf, const Kept &kept) const
{
    const Kept &root = outermost(shelf, kept);
    QStringList parts{root.shown.source};
    for (const QString &label : m_groupBy) {
        if (const QString value = root.shown.labels.value(label); !value.isEmpty())
            parts << value;
    }
    return parts.join(QStringLiteral(" · "));
}

void Bulletin::consider(const Shelf &shelf, qint64 number, const QDateTime &now, Batcher::Time steady)
{
    const Kept *kept = shelf.find(number);
    if (kept == nullptr)
        return;
    const auto news = newsOf(*kept, now);
    if (!news)
        return;
    // That it is over is not kept from those who are on their way.
    const bool isUrgent = *news == NoticeReason::Escalated || *news == NoticeReason::Resolved ||
                          (kept->isFiring() && kept->shown.severity >= urgentFrom);
    m_batcher.add(groupOf(shelf, *kept), number, isUrgent, steady);
}

QList<NoticeItem> Bulletin::open(const Shelf &shelf)
{
    QList<NoticeItem> out;
    for (const qint64 number : shelf.unresolved()) {
        const Kept &kept = *shelf.find(number);
        const bool isHushed = kept.isFolded() || kept.isSilenced() || kept.quietUntil;
        if (kept.told.isFiring && kept.shown.state == AlertState::Open && !isHushed)
            out << itemOf(shelf, kept, NoticeReason::Raised);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const NoticeItem &a, const NoticeItem &b) { return a.severity > b.severity; });
    return out;
}

void Bulletin::tell(Turn &turn, Batcher::Time steady)
{
    m_before = m_batcher;
    const QList<Batcher::Batch> batches = m_batcher.take(steady);
    for (const Batcher::Batch &batch : batches)
        tell(turn, batch);
}

void Bulletin::undo()
{
    if (m_before)
        m_batcher = *std::exchange(m_before, std::nullopt);
}

void Bulletin::tell(Turn &turn, const Batcher::Batch &batch) const
{
    Notice notice;
    notice.at = turn.now();
    notice.group = batch.group;
    for (const qint64 number : batch.alerts) {
        const Kept *found = turn.shelf().find(number);
        const auto news = found == nullptr ? std::nullopt : newsOf(*found, turn.now());
        // What has come and gone by now was never told, and need not be.
        if (!news)
            continue;
        Kept kept = *found;
        notice.items << itemOf(turn.shelf(), kept, *news);
        if (notice.count++ == 0)
            notice.key = keyOf(kept, *news);
        if (kept.isFiring())
            notice.severity = std::max(notice.severity, kept.shown.severity);
        kept.told = standing(kept);
        turn.put(kept);
    }
    if (notice.count == 0)
        return;
    std::stable_sort(notice.items.begin(), notice.items.end(),
                     [](const NoticeItem &a, const NoticeItem &b) { return a.severity > b.severity; });
    notice.items = notice.items.mid(0, Notice::mostItems);
    turn.tell(notice);
}

} // namespace alerts
