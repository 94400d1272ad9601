// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "core/schema.h"
#include "domain/alerts/channels/plaintext.h"
#include "domain/alerts/channels/speakers.h"

#include <QJsonDocument>

namespace alerts::channels {

namespace {
// Without an end Alertmanager takes an alert for resolved after five minutes. Belfry says when it is.
constexpr int firingDays = 30;

QString severityWord(int severity)
{
    constexpr std::array words{"info", "low", "medium", "high", "critical"};
    return QLatin1String(words.at(size_t(std::clamp(severity - 1, 0, 9) / 2)));
}

QJsonObject alertOf(const NoticeItem &item, int severity, const Message &message, const QDateTime &endsAt)
{
    const QString title = plainLine(item.title, 300);
    QJsonObject labels{{QStringLiteral("alertname"), QStringLiteral("Belfry")},
                       {QStringLiteral("alert_id"), item.alertId},
                       {QStringLiteral("severity"), severityWord(severity)}};
    if (!item.subjectId.isEmpty())
        labels.insert(QStringLiteral("instance"), item.subjectId);
    QJsonObject out{{QStringLiteral("labels"), labels},
                    {QStringLiteral("annotations"), QJsonObject{{QStringLiteral("summary"), title}}},
                    {QStringLiteral("endsAt"), core::timeText(endsAt)}};
    if (!message.link.isEmpty())
        out.insert(QStringLiteral("generatorURL"), message.link);
    return out;
}
} // namespace

Post alertmanagerPost(const Letter &letter)
{
    const Message &message = letter.message;
    QJsonArray alerts;
    for (const NoticeItem &item : message.notice.items) {
        const bool isOver = item.reason == NoticeReason::Resolved;
        if (item.reason == NoticeReason::Acknowledged)
            continue; // it fires on
        // The severity is a label, and labels are what an alert is: the one told of before ends.
        const int before = message.formerly.value(item.alertId, item.severity);
        if (isOver || severityWord(before) != severityWord(item.severity))
            alerts << alertOf(item, before, message, letter.at);
        if (!isOver)
            alerts << alertOf(item, item.severity, message, letter.at.addDays(firingDays));
    }
    if (message.notice.items.isEmpty()) {
        NoticeItem word;
        word.alertId = message.id;
        word.title = message.title;
        alerts << alertOf(word, message.severity, message, letter.at.addSecs(300));
    }
    return {below(letter.channel.settings.url, QStringLiteral("api/v2/alerts")),
            {},
            QJsonDocument(alerts).toJson(QJsonDocument::Compact)};
}

} // namespace alerts::channels
