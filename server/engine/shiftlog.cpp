// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shiftlog.h"

#include "core/log.h"
#include "domain/alerts/condition.h"
#include "domain/alerts/deedwords.h"
#include "domain/alerts/noticewords.h"
#include "domain/chat/service.h"
#include "engine/chatting.h"

namespace engine {

namespace {
const QString logRoom = QStringLiteral("shift_log");

/// What people wrote of it is for those who may see it.
alerts::AlertEntry withoutWords(alerts::AlertEntry entry)
{
    switch (entry.deed) {
    case alerts::Deed::Acknowledged:
    case alerts::Deed::Unacknowledged:
    case alerts::Deed::Commented:
    case alerts::Deed::Resolved:
    case alerts::Deed::Reopened:
        entry.text.clear();
        break;
    default:
        break;
    }
    return entry;
}
} // namespace

QString ShiftLog::nameOf(const alerts::Alert &alert) const
{
    return m_departmentOf(alert).isEmpty() ? QStringLiteral("%1 (%2)").arg(alert.id, alert.title) : alert.id;
}

void ShiftLog::note(const alerts::Alert &alert, const alerts::AlertEntry &entry)
{
    const bool isForAll = m_departmentOf(alert).isEmpty();
    const QString line = alerts::DeedWords::sentenceOf(isForAll ? entry : withoutWords(entry), nameOf(alert));
    if (!line.isEmpty())
        write(logRoom, line, {alert.id});
    const QString own = alerts::DeedWords::sentenceOf(entry, alert.id);
    const QString room = m_chatting.roomOfAlert(alert.id);
    if (!own.isEmpty() && !room.isEmpty())
        write(room, own, {alert.id});
}

void ShiftLog::note(const alerts::Notice &notice,
                    const std::function<const alerts::Alert *(const QString &)> &find)
{
    QStringList lines;
    QStringList ids;
    for (const alerts::NoticeItem &item : notice.items) {
        // What somebody did stands there already.
        if (item.reason == alerts::NoticeReason::Acknowledged ||
            item.reason == alerts::NoticeReason::Escalated || item.reason == alerts::NoticeReason::Lapsed)
            continue;
        const alerts::Alert *alert = find(item.alertId);
        alerts::NoticeItem told = item;
        told.title = alert == nullptr ? item.alertId : nameOf(*alert);
        lines << alerts::NoticeWords::sentenceOf(told);
        ids << item.alertId;
    }
    if (!lines.isEmpty())
        write(logRoom, lines.join(u'\n'), ids);
}

void ShiftLog::note(const alerts::Silence &silence, const QString &by)
{
    alerts::Silence told = silence;
    if (!told.departments.isEmpty()) {
        told.matchers.clear();
        told.reason.clear();
    }
    write(logRoom, alerts::DeedWords::sentenceOf(told, by), {});
}

void ShiftLog::write(const QString &room, const QString &text, const QStringList &alerts)
{
    QList<chat::Card> cards;
    for (const QString &alert : alerts.mid(0, chat::mostCards))
        cards << chat::Card{chat::CardKind::Alert, alert};
    chat::Service &service = m_chatting.service();
    service.note(room, alerts::clipped(text, chat::longestMessage), cards)
        .then(&service, [](const core::Reply &written) {
            if (!written)
                qCWarning(logEngine).noquote() << written.error().message;
        });
}

} // namespace engine
