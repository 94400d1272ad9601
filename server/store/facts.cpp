// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/facts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace store {

namespace {
constexpr std::chrono::days forEver{36500};
constexpr int mostFacts = 10000;
constexpr int mostPatterns = 100;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

QString audienceText(const core::Audience &audience)
{
    return compact({{QStringLiteral("roles"), int(audience.roles)},
                    {QStringLiteral("users"), QJsonArray::fromStringList(audience.users)},
                    {QStringLiteral("rooms"), QJsonArray::fromStringList(audience.rooms)},
                    {QStringLiteral("departments"), QJsonArray::fromStringList(audience.departments)}});
}

core::Audience audienceFrom(const QString &text)
{
    const QJsonObject json = parsed(text);
    const auto list = [&json](QLatin1String name) {
        QStringList out;
        for (const QJsonValue item : json.value(name).toArray())
            out += item.toString();
        return out;
    };
    core::Audience audience;
    audience.roles = core::Roles(QFlag(json.value(QLatin1String("roles")).toInt()));
    audience.users = list(QLatin1String("users"));
    audience.rooms = list(QLatin1String("rooms"));
    audience.departments = list(QLatin1String("departments"));
    return audience;
}

QString nonNull(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

void writeFact(Connection &connection, const core::Event &event, const QVariant &expiresAt)
{
    Statement(connection,
              QStringLiteral("INSERT INTO event(sequence, topic, at, priority, source, audience, payload, "
                             "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
        .run(qint64(event.sequence), nonNull(event.topic.name()), event.at.toMSecsSinceEpoch(),
             event.priority, nonNull(event.source), audienceText(event.audience),
             QString::fromUtf8(event.payload.text()), expiresAt);
}

/// One clause and its values for every pattern.
QString topicClause(const QStringList &patterns, QVariantList &values)
{
    if (patterns.isEmpty() || patterns.contains(u"*"))
        return {};
    QStringList clauses;
    for (const QString &pattern : patterns) {
        if (pattern.endsWith(u".*")) {
            clauses += QStringLiteral("(topic >= ? AND topic < ?)");
            values << pattern.chopped(1)
                   << QString(pattern.chopped(2) + QLatin1Char('/')); // the character after '.'
        } else {
            clauses += QStringLiteral("topic = ?");
            values << pattern;
        }
    }
    return QStringLiteral(" AND (%1)").arg(clauses.join(QStringLiteral(" OR ")));
}

core::Result<QList<core::Event>> readFacts(Connection &connection, const core::JournalQuery &query,
                                           qint64 now)
{
    QVariantList values{query.minPriority, now};
    QString where = QStringLiteral("priority >= ? AND (expires_at IS NULL OR expires_at > ?)");
    where += topicClause(query.topics, values);
    if (query.from.isValid()) {
        where += QStringLiteral(" AND at >= ?");
        values << query.from.toMSecsSinceEpoch();
    }
    if (query.to.isValid()) {
        where += QStringLiteral(" AND at <= ?");
        values << query.to.toMSecsSinceEpoch();
    }
    values << query.limit;
    Statement rows(connection,
                   QStringLiteral("SELECT sequence, topic, at, priority, source, audience, payload FROM "
                                  "event WHERE %1 ORDER BY at DESC, id DESC LIMIT ?")
                       .arg(where));
    if (!rows.runAll(values))
        return readError(connection);
    QList<core::Event> out;
    while (rows.next())
        out += core::Event{quint64(rows.integer(0)),
                           core::Topic(rows.text(1)),
                           QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC),
                           int(rows.integer(3)),
                           rows.text(4),
                           audienceFrom(rows.text(5)),
                           parsed(rows.text(6))};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}
} // namespace

QFuture<core::Result<void>> Facts::append(const core::Event &event)
{
    const std::chrono::days kept = m_options.retention ? m_options.retention(event.topic) : forEver;
    if (kept <= std::chrono::days(0))
        return answered<void>({});
    const QVariant expiresAt = kept >= forEver ? QVariant(QMetaType::fromType<qint64>())
                                               : QVariant(event.at.addDays(kept.count()).toMSecsSinceEpoch());
    return change<void>(m_writer, [event, expiresAt](Connection &connection) -> core::Result<void> {
        writeFact(connection, event, expiresAt);
        return {};
    });
}

QFuture<core::Result<QList<core::Event>>> Facts::read(const core::JournalQuery &query)
{
    if (query.limit < 1 || query.limit > mostFacts)
        return answered<QList<core::Event>>(core::Error{
            core::ErrorCode::Invalid, QCoreApplication::translate("store", "limit: expected 1 to 10000")});
    if (query.topics.size() > mostPatterns)
        return answered<QList<core::Event>>(core::Error{
            core::ErrorCode::Invalid, QCoreApplication::translate("store", "topics: expected at most 100")});
    for (const QString &pattern : query.topics) {
        if (!core::Topic::isPattern(pattern))
            return answered<QList<core::Event>>(core::Error{
                core::ErrorCode::Invalid,
                QCoreApplication::translate("store", "topics: expected topics, \"*\" or \"room.*\"")});
    }
    return m_reader.ask<QList<core::Event>>(
        Reader::File::Main, [query, now = m_clock.now().toMSecsSinceEpoch()](Connection &connection) {
            return readFacts(connection, query, now);
        });
}

} // namespace store
