// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/noticewords.h"

#include "domain/alerts/condition.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace alerts {

namespace {
constexpr int longestTitle = 256;
constexpr int longestMessage = 4096;
constexpr qsizetype mostLines = 10;
constexpr int errorFrom = 9;

bool isOver(const NoticeItem &item) { return item.reason == NoticeReason::Resolved; }
/// What somebody did is no news for the others: what they see of it goes away by itself.
bool isNews(const NoticeItem &item)
{
    return item.severity >= NoticeWords::leastSeverity && item.reason != NoticeReason::Acknowledged;
}
} // namespace

QString NoticeWords::sentenceOf(const NoticeItem &item)
{
    const QString title = item.title;
    switch (item.reason) {
    case NoticeReason::Raised:
        return item.children == 0 ? title
                                  : tr("%1, and %n more behind it", nullptr, item.children).arg(title);
    case NoticeReason::Reopened:
        return tr("Again: %1").arg(title);
    case NoticeReason::Worsened:
        return tr("Worse: %1").arg(title);
    case NoticeReason::Escalated:
        return tr("Nobody looks after it: %1").arg(title);
    case NoticeReason::Lapsed:
        return tr("Nobody looks after it any more: %1").arg(title);
    case NoticeReason::Flapping:
        return tr("Comes and goes: %1").arg(title);
    case NoticeReason::Acknowledged:
        return tr("Somebody looks after it: %1").arg(title);
    case NoticeReason::Resolved:
        return tr("Over: %1").arg(title);
    case NoticeReason::SilenceEnding:
        break;
    }
    return title;
}

std::optional<Notification>
NoticeWords::notificationOf(const Notice &notice, const std::function<bool(const NoticeItem &)> &isVisible)
{
    Notification out;
    out.createdAt = notice.at;
    out.isSystem = true;
    out.source = QStringLiteral("alerts");
    if (!notice.silenceId.isEmpty()) {
        out.title = tr("A silence ends");
        out.message = clipped(notice.text, longestMessage);
        return out;
    }
    QList<NoticeItem> items;
    std::copy_if(notice.items.begin(), notice.items.end(), std::back_inserter(items),
                 [&](const NoticeItem &item) { return isNews(item) && isVisible(item); });
    if (items.isEmpty())
        return std::nullopt;
    const auto hidden = int(notice.count - notice.items.size());
    const int count = int(items.size()) + std::max(hidden, 0);
    QStringList lines;
    QJsonArray ids;
    for (const NoticeItem &item : std::as_const(items)) {
        ids << item.alertId;
        if (lines.size() < mostLines)
            lines << sentenceOf(item);
    }
    if (count > lines.size())
        lines << tr("and %n more", nullptr, count - int(lines.size()));
    const bool isAllOver = std::all_of(items.begin(), items.end(), isOver);
    const bool isBad = std::any_of(items.begin(), items.end(), [](const NoticeItem &item) {
        return !isOver(item) && item.severity >= errorFrom;
    });
    out.title = clipped(count == 1  ? lines.first()
                        : isAllOver ? tr("%n alert(s) over", nullptr, count)
                                    : tr("%n alert(s)", nullptr, count),
                        longestTitle);
    out.message = count == 1 ? QString() : clipped(lines.join(u'\n'), longestMessage);
    out.type = isAllOver ? Tone::Success : isBad ? Tone::Error : Tone::Warning;
    out.data = QJsonValue(QJsonObject{{QStringLiteral("alerts"), ids}});
    return out;
}

} // namespace alerts
