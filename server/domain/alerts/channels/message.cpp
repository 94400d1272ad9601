// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/message.h"

#include "domain/alerts/channels/plaintext.h"

#include <algorithm>

namespace alerts::channels {

namespace {
constexpr qsizetype longestTitle = 160;
constexpr qsizetype longestLine = 300;

QString wordOf(NoticeReason reason)
{
    switch (reason) {
    case NoticeReason::Raised:
        return {};
    case NoticeReason::Reopened:
        return Message::tr("again");
    case NoticeReason::Worsened:
        return Message::tr("worse than before");
    case NoticeReason::Escalated:
        return Message::tr("nobody looks after it");
    case NoticeReason::Lapsed:
        return Message::tr("no longer looked after");
    case NoticeReason::Flapping:
        return Message::tr("comes and goes");
    case NoticeReason::Acknowledged:
        return Message::tr("somebody looks after it");
    case NoticeReason::Resolved:
        return Message::tr("resolved");
    case NoticeReason::SilenceEnding:
        return Message::tr("a silence ends");
    }
    return {};
}

QString headOf(const NoticeItem &item)
{
    if (item.reason == NoticeReason::Resolved)
        return Message::tr("Resolved");
    if (item.reason == NoticeReason::Acknowledged)
        return Message::tr("Looked after");
    return Message::severityText(item.severity);
}

QString lineOf(const NoticeItem &item)
{
    QStringList more{item.alertId};
    if (const QString word = wordOf(item.reason); !word.isEmpty() && !Message::isWithdrawal(item.reason))
        more << word;
    if (item.children > 0)
        more << Message::tr("%n more are a part of it", nullptr, item.children);
    return Message::tr("%1: %2 (%3)")
        .arg(headOf(item), plainLine(item.title, longestLine), more.join(QLatin1String(", ")));
}

QString titleOf(const Notice &notice)
{
    if (notice.items.isEmpty())
        return plainLine(notice.text.isEmpty() ? Message::tr("A silence ends") : notice.text, longestTitle);
    if (notice.items.size() == 1 && notice.count <= 1) {
        const NoticeItem &item = notice.items.first();
        return cut(headOf(item) + QLatin1String(": ") + plainLine(item.title, longestTitle), longestTitle);
    }
    const QString group = plainLine(notice.group, longestTitle / 2);
    const bool isGood = std::all_of(notice.items.begin(), notice.items.end(), [](const NoticeItem &item) {
        return Message::isWithdrawal(item.reason);
    });
    const QString count = isGood ? Message::tr("Good news of %n alert(s)", nullptr, notice.count)
                                 : Message::tr("%1: %n alert(s)", nullptr, notice.count)
                                       .arg(Message::severityText(notice.severity));
    return group.isEmpty() ? count : count + QLatin1String(" · ") + group;
}

QString linkOf(const Notice &notice, const QString &publicUrl)
{
    if (publicUrl.isEmpty())
        return {};
    const QString base = publicUrl.endsWith(u'/') ? publicUrl : publicUrl + u'/';
    const QString which = notice.items.size() == 1 ? QString(u'/' + notice.items.first().alertId) : QString();
    return base + QLatin1String("#/alerts") + which;
}
} // namespace

QString Message::severityText(int severity)
{
    const std::array words{tr("Info"), tr("Low"), tr("Medium"), tr("High"), tr("Critical")};
    return words.at(size_t(std::clamp(severity - 1, 0, 9) / 2));
}

Message Message::of(const Notice &notice, const QString &id, const QString &publicUrl)
{
    Message out;
    out.id = id;
    out.title = titleOf(notice);
    out.severity = notice.severity;
    out.notice = notice;
    out.link = linkOf(notice, publicUrl);
    out.isGood = !notice.items.isEmpty() &&
                 std::all_of(notice.items.begin(), notice.items.end(),
                             [](const NoticeItem &item) { return isWithdrawal(item.reason); });
    for (qsizetype i = 0; i < std::min<qsizetype>(notice.items.size(), mostLines); ++i)
        out.lines << lineOf(notice.items.at(i));
    const int more = notice.count - int(out.lines.size());
    if (more > 0 && !notice.items.isEmpty())
        out.lines << tr("… and %n more.", nullptr, more);
    return out;
}

Message Message::test(const QString &id, const QDateTime &at, const QString &publicUrl)
{
    Notice notice;
    notice.key = id;
    notice.at = at;
    notice.text = tr("A test of Belfry");
    Message out = of(notice, id, publicUrl);
    out.lines << tr("This channel works. Nothing happened; somebody pressed the button that tries it.");
    return out;
}

QString Message::text() const
{
    QString out = title;
    for (const QString &line : lines)
        out += u'\n' + line;
    return link.isEmpty() ? out : out + u'\n' + link;
}

} // namespace alerts::channels
