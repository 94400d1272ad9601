// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event.h"

namespace core {

namespace {
constexpr qsizetype usualSize = 1024;
}

QJsonObject toJson(const Event &event)
{
    return {
        {QStringLiteral("event"), event.topic.name()}, {QStringLiteral("sequence"), qint64(event.sequence)},
        {QStringLiteral("at"), timeText(event.at)},    {QStringLiteral("priority"), event.priority},
        {QStringLiteral("source"), event.source},      {QStringLiteral("payload"), event.payload.json()}};
}

QByteArray jsonText(const Event &event)
{
    QByteArray text;
    text.reserve(usualSize);
    JsonText out(text);
    out.begin('{');
    out.key(QLatin1String("event"));
    out.value(event.topic.name());
    out.key(QLatin1String("sequence"));
    out.value(qint64(event.sequence));
    out.key(QLatin1String("at"));
    out.value(timeText(event.at));
    out.key(QLatin1String("priority"));
    out.value(qint64(event.priority));
    out.key(QLatin1String("source"));
    out.value(event.source);
    out.key(QLatin1String("payload"));
    out.bare(event.payload.text());
    out.end('}');
    return text;
}

Result<Event> eventFromJson(const QJsonObject &json)
{
    Event event;
    event.topic = Topic(json.value(QLatin1String("event")).toString());
    event.sequence = quint64(json.value(QLatin1String("sequence")).toInteger());
    event.at = timeFromText(json.value(QLatin1String("at")).toString());
    event.priority = json.value(QLatin1String("priority")).toInt(5);
    event.source = json.value(QLatin1String("source")).toString();
    event.payload = json.value(QLatin1String("payload")).toObject();
    if (!event.topic.isValid())
        return Error{ErrorCode::Invalid, QStringLiteral("event: expected a topic")};
    if (!event.at.isValid())
        return Error{ErrorCode::Invalid, QStringLiteral("at: expected an ISO 8601 time")};
    return event;
}

} // namespace core
