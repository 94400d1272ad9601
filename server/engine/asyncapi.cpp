// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/asyncapi.h"

#include "catalog/events.h"

namespace engine {

namespace {
/// Where a dialect is spoken, and how its words are carried there.
struct Place
{
    const char *address;
    const char *manner;
};

Place placeOf(const QString &dialect)
{
    if (dialect == QLatin1String("console")) {
        return {
            "/console",
            "JSON envelope over WebSocket. Facts come as {event, sequence, at, priority, source, payload}; a "
            "command is {id, command, params} and is answered by {id, reply} or {id, error}. Payloads below "
            "are "
            "the payload, params and reply."};
    }
    if (dialect == QLatin1String("opmas")) {
        return {
            "/api/v1/ws/system",
            "JSON envelope over WebSocket: {type, subject, data}; type is the message's name. Payloads below "
            "are data. What begins with device, agent, rule and system is said at /api/v1/ws/devices, "
            "/agents, /rules and /system."};
    }
    if (dialect == QLatin1String("threatlens")) {
        return {"/ws",
                "JSON envelope over WebSocket: {type, data, timestamp, priority}; type is the message's "
                "name. Payloads below are data. /ws/{client_id} is the same for a client that comes "
                "back. The server says connection_established first, and ping every 30 s."};
    }
    return {
        "/socket.io/",
        "Socket.IO 5 over Engine.IO 4, in the namespace \"/\" and in one of the dialect's own name. Payloads "
        "below are the event's argument; a reply is the acknowledgement."};
}

/// AsyncAPI keys may hold [A-Za-z0-9._-].
QString asyncKey(const QString &word)
{
    QString key = word;
    return key.replace(QLatin1Char(':'), QLatin1Char('.'));
}

/// The schema of what is said: of the body, or of the member of it that is said by itself.
QJsonObject partOf(const QJsonObject &schema, const QString &alone)
{
    if (alone.isEmpty())
        return schema;
    return schema.value(QLatin1String("properties")).toObject().value(alone).toObject();
}

QJsonObject asyncRef(const QString &pointer) { return {{QStringLiteral("$ref"), pointer}}; }

/// A value that a schema allows, where nobody has given an example.
QJsonValue sampleOf(const QJsonObject &schema)
{
    const QJsonArray words = schema.value(QLatin1String("enum")).toArray();
    if (!words.isEmpty())
        return words.first();
    const QJsonValue declared = schema.value(QLatin1String("type"));
    const QString type = declared.isArray() ? declared.toArray().first().toString() : declared.toString();
    if (type == QLatin1String("boolean"))
        return true;
    if (type == QLatin1String("integer") || type == QLatin1String("number")) {
        const double least = schema.value(QLatin1String("minimum")).toDouble(1);
        const double most = schema.value(QLatin1String("maximum")).toDouble(least);
        return qBound(least, 1.0, qMax(least, most));
    }
    if (type == QLatin1String("array"))
        return QJsonArray{sampleOf(schema.value(QLatin1String("items")).toObject())};
    if (type == QLatin1String("object")) {
        QJsonObject sample;
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            sample.insert(it.key(), sampleOf(it.value().toObject()));
        return sample;
    }
    const bool isTime = schema.value(QLatin1String("format")) == QLatin1String("date-time");
    return isTime ? QStringLiteral("2026-11-20T14:28:03.250Z") : QStringLiteral("text");
}

QJsonObject messageOf(const QString &name, const QString &summary, const QJsonObject &schema,
                      const QJsonValue &example)
{
    QJsonObject message{{QStringLiteral("name"), name},
                        {QStringLiteral("title"), name},
                        {QStringLiteral("summary"), summary},
                        {QStringLiteral("payload"), schema}};
    if (!example.isUndefined() && example != QJsonObject{}) {
        message.insert(QStringLiteral("examples"),
                       QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("example")},
                                              {QStringLiteral("payload"), example}}});
    }
    return message;
}

/// The growing document.
class Writer
{
public:
    Writer(const dialects::Dialect &dialect, const core::Catalog &catalog)
        : m_dialect(dialect), m_catalog(catalog)
    {
    }

    void say(const dialects::Spoken &spoken)
    {
        const core::EventSpec *spec = m_catalog.findEvent(spoken.topic);
        if (spec == nullptr)
            return;
        const QJsonObject example = spoken.write ? spoken.write(spec->example).json() : spec->example;
        const QString key = freeKey(QStringLiteral("say.") + asyncKey(spoken.word));
        add(key, messageOf(spoken.word, spec->summary, partOf(spoken.schema, spoken.alone),
                           spoken.alone.isEmpty() ? QJsonValue(example) : example.value(spoken.alone)));
        m_operations.insert(key, operation("send", key, spec->summary));
    }

    void hear(const dialects::Heard &heard)
    {
        const core::CommandSpec *spec = m_catalog.findCommand(heard.command);
        if (spec == nullptr)
            return;
        const bool canonical = !heard.read;
        const core::EventSpec *published = publishedBy(heard);
        const QString summary =
            published ? QString(QStringLiteral("An agent tells: ") + published->summary) : spec->summary;
        const QString key = freeKey(QStringLiteral("hear.") + asyncKey(heard.word));
        const QString answer = QString(QStringLiteral("answer.") + key.section(QLatin1Char('.'), 1));
        add(key, messageOf(heard.word, summary, heard.schema, exampleOf(heard, *spec, published)));
        add(answer, messageOf(heard.word + QStringLiteral(" reply"), QStringLiteral("What is answered"),
                              heard.replySchema,
                              canonical ? spec->exampleReply : heard.write(spec->exampleReply).json()));
        QJsonArray answers{asyncRef(channelPointer() + QStringLiteral("/messages/") + answer)};
        for (const dialects::Answer &event : heard.answers)
            answers.append(addAnswer(answer, event, spec->exampleReply));
        QJsonObject asked = operation("receive", key, summary);
        asked.insert(QStringLiteral("reply"),
                     QJsonObject{{QStringLiteral("channel"), asyncRef(channelPointer())},
                                 {QStringLiteral("messages"), answers}});
        m_operations.insert(key, asked);
    }

    [[nodiscard]] QJsonObject document(const QString &version) const
    {
        const Place place = placeOf(m_dialect.name());
        const QJsonObject info{
            {QStringLiteral("title"), QString(QStringLiteral("Belfry: ") + m_dialect.title())},
            {QStringLiteral("version"), version},
            {QStringLiteral("description"), QString::fromLatin1(place.manner)},
            {QStringLiteral("license"),
             QJsonObject{{QStringLiteral("name"), QStringLiteral("GPL-3.0-or-later")}}}};
        const QJsonObject server{
            {QStringLiteral("host"), QStringLiteral("127.0.0.1:8000")},
            {QStringLiteral("protocol"), QStringLiteral("ws")},
            {QStringLiteral("description"), QStringLiteral("Where Belfry listens by default")}};
        const QJsonObject channel{
            {QStringLiteral("address"), QString::fromLatin1(place.address)},
            {QStringLiteral("servers"), QJsonArray{asyncRef(QStringLiteral("#/servers/local"))}},
            {QStringLiteral("messages"), m_messages}};
        return {{QStringLiteral("asyncapi"), QStringLiteral("3.0.0")},
                {QStringLiteral("info"), info},
                {QStringLiteral("defaultContentType"), QStringLiteral("application/json")},
                {QStringLiteral("servers"), QJsonObject{{QStringLiteral("local"), server}}},
                {QStringLiteral("channels"), QJsonObject{{m_dialect.name(), channel}}},
                {QStringLiteral("operations"), m_operations},
                {QStringLiteral("components"), QJsonObject{{QStringLiteral("messages"), m_components}}}};
    }

private:
    /// The fact that a word of agents stands for: they say what they would hear. Null: it is no such word.
    [[nodiscard]] const core::EventSpec *publishedBy(const dialects::Heard &heard) const
    {
        if (!heard.read || heard.command != QLatin1String(events::Publish::name))
            return nullptr;
        for (const dialects::Spoken &spoken : m_dialect.words().speaks()) {
            if (spoken.word == heard.word)
                return m_catalog.findEvent(spoken.topic);
        }
        return nullptr;
    }

    /// Something that may be said, and would be understood; undefined where there is no such thing at hand.
    static QJsonValue exampleOf(const dialects::Heard &heard, const core::CommandSpec &spec,
                                const core::EventSpec *published)
    {
        if (!heard.read)
            return spec.exampleParams;
        const QJsonValue sample = published ? QJsonValue(published->example) : sampleOf(heard.schema);
        return heard.read(sample) ? sample : QJsonValue(QJsonValue::Undefined);
    }

    QJsonObject addAnswer(const QString &prefix, const dialects::Answer &answer, const QJsonObject &reply)
    {
        const QString key = QString(prefix + QLatin1Char('.') + asyncKey(answer.word));
        const QJsonObject body = answer.write(reply).json();
        add(key,
            messageOf(answer.word, QStringLiteral("What is answered"), partOf(answer.schema, answer.alone),
                      answer.alone.isEmpty() ? QJsonValue(body) : body.value(answer.alone)));
        return asyncRef(QString(channelPointer() + QStringLiteral("/messages/") + key));
    }

    /// A word may stand for several facts, in a shape for each.
    [[nodiscard]] QString freeKey(const QString &wanted) const
    {
        QString key = wanted;
        for (int n = 2; m_operations.contains(key); ++n)
            key = QStringLiteral("%1.%2").arg(wanted).arg(n);
        return key;
    }

    [[nodiscard]] QString channelPointer() const { return QStringLiteral("#/channels/") + m_dialect.name(); }

    void add(const QString &key, const QJsonObject &message)
    {
        m_components.insert(key, message);
        m_messages.insert(key, asyncRef(QStringLiteral("#/components/messages/") + key));
    }

    [[nodiscard]] QJsonObject operation(const char *action, const QString &key, const QString &summary) const
    {
        return {{QStringLiteral("action"), QString::fromLatin1(action)},
                {QStringLiteral("summary"), summary},
                {QStringLiteral("channel"), asyncRef(channelPointer())},
                {QStringLiteral("messages"),
                 QJsonArray{asyncRef(QString(channelPointer() + QStringLiteral("/messages/") + key))}}};
    }

    const dialects::Dialect &m_dialect;
    const core::Catalog &m_catalog;
    QJsonObject m_messages;
    QJsonObject m_components;
    QJsonObject m_operations;
};
} // namespace

QJsonObject asyncApi(const dialects::Dialect &dialect, const core::Catalog &catalog, const QString &version)
{
    Writer writer(dialect, catalog);
    for (const dialects::Spoken &spoken : dialect.words().speaks())
        writer.say(spoken);
    for (const dialects::Heard &heard : dialect.words().hears())
        writer.hear(heard);
    return writer.document(version);
}

} // namespace engine
