// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/asyncapi.h"

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
        return {"/api/v1/ws/system", "JSON envelope over WebSocket: {type, subject, data}; type is the "
                                     "message's name. Payloads below are "
                                     "data."};
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

QJsonObject asyncRef(const QString &pointer) { return {{QStringLiteral("$ref"), pointer}}; }

QJsonObject messageOf(const QString &name, const QString &summary, const QJsonObject &schema,
                      const QJsonObject &example)
{
    QJsonObject message{{QStringLiteral("name"), name},
                        {QStringLiteral("title"), name},
                        {QStringLiteral("summary"), summary},
                        {QStringLiteral("payload"), schema}};
    if (!example.isEmpty()) {
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
        const QString key = QString(QStringLiteral("say.") + asyncKey(spoken.word));
        add(key, messageOf(spoken.word, spec->summary, spoken.schema, example));
        m_operations.insert(key, operation("send", key, spec->summary));
    }

    void hear(const dialects::Heard &heard)
    {
        const core::CommandSpec *spec = m_catalog.findCommand(heard.command);
        if (spec == nullptr)
            return;
        const bool canonical = !heard.read;
        const QString key = QString(QStringLiteral("hear.") + asyncKey(heard.word));
        const QString answer = QString(QStringLiteral("answer.") + asyncKey(heard.word));
        const QString answerName =
            heard.answerWord.isEmpty() ? QString(heard.word + QStringLiteral(" reply")) : heard.answerWord;
        add(key, messageOf(heard.word, spec->summary, heard.schema,
                           canonical ? spec->exampleParams : QJsonObject{}));
        add(answer, messageOf(answerName, QStringLiteral("What is answered"), heard.replySchema,
                              canonical ? spec->exampleReply : heard.write(spec->exampleReply).json()));
        QJsonObject asked = operation("receive", key, spec->summary);
        asked.insert(
            QStringLiteral("reply"),
            QJsonObject{{QStringLiteral("channel"), asyncRef(channelPointer())},
                        {QStringLiteral("messages"),
                         QJsonArray{asyncRef(channelPointer() + QStringLiteral("/messages/") + answer)}}});
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
