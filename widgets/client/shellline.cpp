// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shellline.h"

#include "catalog/session.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace client {

namespace {
constexpr auto authorization = R"(-H "Authorization: Bearer $BELFRY_TOKEN")";
// It listens until it is stopped: a day is long enough.
constexpr auto listeningTime = "86400";

template <class Escaped>
QString withEscapes(const QString &json, Escaped isEscaped)
{
    QString text;
    text.reserve(json.size());
    for (const QChar c : json) {
        if (isEscaped(c))
            text += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text;
}

QString compact(const QJsonObject &json)
{
    return asciiJson(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QUrl at(const QUrl &server, const QString &path)
{
    QUrl url = server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(path);
    return url;
}
} // namespace

QString shellQuoted(const QString &text)
{
    QString inside = text;
    // No shell can hold one, and it would end the word.
    inside.remove(QChar(u'\0'));
    inside.replace(QLatin1Char('\''), QLatin1String(R"('\'')"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString asciiJson(const QString &json)
{
    return withEscapes(json, [](QChar c) { return c.unicode() >= 0x7f; });
}

QString visibleJson(const QString &json)
{
    return withEscapes(json, [](QChar c) {
        const QChar::Category category = c.category();
        const bool isOurs = c == QLatin1Char('\n');
        return !isOurs && (category == QChar::Other_Control || category == QChar::Other_Format ||
                           category == QChar::Separator_Line || category == QChar::Separator_Paragraph);
    });
}

QString curlLine(const QUrl &server, const core::Event &event)
{
    const QJsonObject body{{QStringLiteral("topic"), event.topic.name()},
                           {QStringLiteral("priority"), event.priority},
                           {QStringLiteral("payload"), event.payload.json()}};
    return QStringLiteral("curl -X POST %1 %2 -H 'Content-Type: application/json' --data-raw %3")
        .arg(shellQuoted(at(server, QStringLiteral("/api/v1/events")).toString(QUrl::FullyEncoded)),
             QLatin1String(authorization), shellQuoted(compact(body)));
}

QString wscatLine(const QUrl &server, const core::Topic &topic)
{
    QUrl url = at(server, QStringLiteral("/console"));
    url.setScheme(server.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    const QJsonObject subscribe{
        {QStringLiteral("id"), 1},
        {QStringLiteral("command"), QLatin1String(session::Subscribe::name)},
        {QStringLiteral("params"), QJsonObject{{QStringLiteral("topics"), QJsonArray{topic.name()}}}}};
    return QStringLiteral("wscat -c %1 %2 -x %3 -w %4")
        .arg(shellQuoted(url.toString(QUrl::FullyEncoded)), QLatin1String(authorization),
             shellQuoted(compact(subscribe)), QLatin1String(listeningTime));
}

} // namespace client
