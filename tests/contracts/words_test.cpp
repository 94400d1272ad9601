// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "catalog/presence.h"
#include "dialects/threatlens/threatlens.h"
#include "engine/voices.h"
#include "transport/channel.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <array>

/// Every word and field of the five documents (words/README.md) stands in the dialect that speaks it.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void word_data()
    {
        QTest::addColumn<QString>("contract");
        QTest::addColumn<QStringList>("line");
        for (const char *contract : {"everyst", "departments", "threatlens", "opmas", "auraos"})
            readList(QString::fromLatin1(contract));
    }
    void word()
    {
        QFETCH(QString, contract);
        QFETCH(QStringList, line);
        const auto dialect = m_voices.find(contract);
        QVERIFY2(dialect != nullptr, qPrintable(contract));
        const QString fault = faultOf(*dialect, line);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    void missingWordsAreSeen_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("word") << u"spoken no_such"_qs;
        QTest::newRow("field") << u"spoken alert no_such"_qs;
        QTest::newRow("nested") << u"spoken metrics_update metrics.cpu.no_such"_qs;
        QTest::newRow("parameter") << u"heard start_network_scan options.no_such ->"_qs;
        QTest::newRow("answer") << u"heard get_user_info -> user.no_such"_qs;
        QTest::newRow("event") << u"answered no_such get_user_info"_qs;
        QTest::newRow("failure") << u"failed error no_such"_qs;
        QTest::newRow("path") << u"path /no/such"_qs;
        QTest::newRow("code") << u"close 1234"_qs;
        QTest::newRow("kind") << u"whispered alert"_qs;
    }
    void missingWordsAreSeen()
    {
        QFETCH(QString, line);
        QVERIFY(!faultOf(*m_voices.find(u"everyst"_qs), line.split(u' ')).isEmpty());
    }

    void whoLeftIsNamed()
    {
        core::Event event;
        event.topic = core::Topic(QLatin1String(identity::Presence::topic));
        event.payload = identity::Presence{{}, std::nullopt};
        const auto dialect = m_voices.find(u"auraos"_qs);
        QCOMPARE(dialect->speak(event).size(), 1);
        event.payload = identity::Presence{{}, u"u-1"_qs};
        const auto said = dialect->speak(event);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0].word, u"user_left"_qs);
        QCOMPARE(said[0].text(), "\"u-1\"");
    }

    void threatLensWrapsWhatHappened_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("security")
            << u"security.event"_qs
            << QByteArrayLiteral(
                   R"({"type":"security_event","data":{"event_id":"event_123","severity":8,"category":"authentication","source":"auth_service","message":"Failed login attempt detected","timestamp":"2026-11-20T14:28:03.250Z","analysis":{"threat_level":"high","confidence":0.85},"recommendations":["Review user account"]},"timestamp":"2026-11-20T12:00:00.000Z","priority":8})");
        QTest::newRow("component")
            << u"metrics.component"_qs
            << QByteArrayLiteral(
                   R"({"type":"system_status","data":{"component":"file_monitor","status":"healthy","uptime":3600.5,"metrics":{"files_monitored":5}},"timestamp":"2026-11-20T12:00:00.000Z","priority":3})");
        QTest::newRow("health")
            << u"metrics.health"_qs
            << QByteArrayLiteral(
                   R"({"type":"health_check","data":{"overall_status":"healthy","components":{"event_broadcaster":{"queued_messages":0,"status":"healthy"},"websocket_manager":{"connections":5,"status":"healthy"}},"timestamp":"2026-11-20T14:28:03.250Z"},"timestamp":"2026-11-20T12:00:00.000Z","priority":2})");
    }
    void threatLensWrapsWhatHappened()
    {
        QFETCH(QString, topic);
        QFETCH(QByteArray, message);
        const dialects::ThreatLens dialect;
        core::Event event;
        event.topic = core::Topic(topic);
        event.at = core::timeFromText(u"2026-11-20T12:00:00.000Z"_qs);
        const core::EventSpec &spec = *m_catalog.findEvent(event.topic);
        event.priority = spec.priority;
        event.payload = spec.example;
        const auto said = dialect.speak(event);
        QCOMPARE(said.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(dialect.wrap(said.first(), event)),
                 QJsonDocument::fromJson(message));
    }

private:
    static void readList(const QString &contract)
    {
        QFile file(QStringLiteral(BELFRY_SOURCE_DIR "/tests/contracts/words/") + contract +
                   QStringLiteral(".txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(file.fileName()));
        int number = 0;
        while (!file.atEnd()) {
            const QString text = QString::fromUtf8(file.readLine()).simplified();
            ++number;
            if (text.isEmpty() || text.startsWith(u'#'))
                continue;
            const QStringList line = text.split(u' ');
            QTest::addRow("%s:%d %s", qPrintable(contract), number, qPrintable(line.mid(0, 2).join(u' ')))
                << contract << line;
        }
    }

    QString faultOf(const dialects::Dialect &dialect, const QStringList &line) const
    {
        const QString &kind = line.first();
        const QString subject = line.value(1);
        if (kind == u"session")
            return {};
        if (kind == u"spoken")
            return spokenFault(dialect, subject, line.mid(2));
        if (kind == u"heard")
            return heardFault(dialect, subject, line.mid(2));
        if (kind == u"answered")
            return answeredFault(dialect, subject, line.value(2), line.mid(3));
        if (kind == u"failed")
            return failedFault(dialect, subject, line.mid(2));
        if (kind == u"path")
            return line.value(2) == u"session" || isServed(subject) ? QString() : subject + u" is not served";
        if (kind == u"close")
            return line.value(2) == u"client" || isCloseCode(subject.toInt()) ? QString()
                                                                              : subject + u" is never sent";
        return kind + u": no such kind of line";
    }

    static QString spokenFault(const dialects::Dialect &dialect, const QString &word,
                               const QStringList &fields)
    {
        QString fault = word + u" is not spoken";
        for (const dialects::Spoken &spoken : dialect.words().speaks()) {
            if (spoken.word != word)
                continue;
            fault = fieldFault(partOf(spoken.schema, spoken.alone), fields);
            if (fault.isEmpty())
                return fault;
        }
        return fault;
    }

    QString heardFault(const dialects::Dialect &dialect, const QString &word, const QStringList &fields) const
    {
        const dialects::Heard *heard = heardOf(dialect, word);
        if (heard == nullptr)
            return word + u" is not understood";
        const qsizetype arrow = fields.indexOf(QStringLiteral("->"));
        const QString asked = fieldFault(heard->schema, arrow < 0 ? fields : fields.mid(0, arrow));
        if (!asked.isEmpty() || arrow < 0)
            return asked;
        const core::CommandSpec *spec = m_catalog.findCommand(heard->command);
        const QJsonObject acknowledged =
            QJsonDocument::fromJson(dialect.acknowledge(*heard, core::Payload(spec->exampleReply))).object();
        QStringList left = fields.mid(arrow + 1);
        // What the dialect writes into every acknowledgement is in no schema.
        left.removeIf([&](const QString &field) { return acknowledged.contains(field); });
        return fieldFault(heard->replySchema, left);
    }

    static QString answeredFault(const dialects::Dialect &dialect, const QString &word,
                                 const QString &command, const QStringList &fields)
    {
        const dialects::Heard *heard = heardOf(dialect, command);
        if (heard == nullptr)
            return command + u" is not understood";
        for (const dialects::Answer &answer : heard->answers) {
            if (answer.word == word)
                return fieldFault(partOf(answer.schema, answer.alone), fields);
        }
        return word + u" does not answer " + command;
    }

    static QString failedFault(const dialects::Dialect &dialect, const QString &word,
                               const QStringList &fields)
    {
        const dialects::Utterance said = dialect.failure(
            nullptr, {core::ErrorCode::NotFound, u"There is none."_qs}, QDateTime::currentDateTimeUtc());
        if (said.word != word)
            return u"a failure is told by " + said.word;
        for (const QString &field : fields) {
            QJsonValue value = said.body.json();
            const QStringList steps = field.split(u'.');
            for (const QString &step : steps)
                value = value.toObject().value(step);
            if (value.isUndefined())
                return u"there is no field " + field;
        }
        return {};
    }

    static const dialects::Heard *heardOf(const dialects::Dialect &dialect, const QString &word)
    {
        const dialects::Heard *heard = dialect.words().heard(word, true);
        return heard != nullptr ? heard : dialect.words().heard(word, false);
    }

    static QJsonObject partOf(const QJsonObject &schema, const QString &alone)
    {
        return alone.isEmpty() ? schema : schema.value(u"properties").toObject().value(alone).toObject();
    }

    static QString fieldFault(const QJsonObject &schema, const QStringList &fields)
    {
        for (const QString &field : fields) {
            if (!hasField(schema, field))
                return u"there is no field " + field;
        }
        return {};
    }

    /// `path` in a schema: names joined by dots, `[]` an item of a list, `{}` an entry of a map.
    static bool hasField(QJsonObject schema, const QString &path)
    {
        QStringList steps;
        const QStringList names = path.split(u'.');
        for (const QString &name : names) {
            QString rest = name;
            QStringList behind;
            while (rest.endsWith(u"[]") || rest.endsWith(u"{}")) {
                behind.prepend(rest.right(2));
                rest.chop(2);
            }
            if (!rest.isEmpty())
                steps << rest;
            steps << behind;
        }
        for (const QString &step : steps) {
            const QString key = step == u"[]"   ? QStringLiteral("items")
                                : step == u"{}" ? QStringLiteral("additionalProperties")
                                                : QString();
            const QJsonValue next =
                key.isEmpty() ? schema.value(u"properties").toObject().value(step) : schema.value(key);
            if (!next.isObject())
                return false;
            schema = next.toObject();
        }
        return true;
    }

    bool isServed(const QString &path) const
    {
        const auto &endpoints = m_voices.endpoints();
        return std::any_of(endpoints.begin(), endpoints.end(),
                           [&](const auto &endpoint) { return endpoint.path == path.toLatin1(); });
    }

    static bool isCloseCode(int code)
    {
        using transport::CloseCode;
        constexpr std::array sent{CloseCode::Normal,        CloseCode::GoingAway,     CloseCode::BadClientId,
                                  CloseCode::Policy,        CloseCode::TooBig,        CloseCode::Unusable,
                                  CloseCode::TryAgainLater, CloseCode::Authentication};
        return std::any_of(sent.begin(), sent.end(), [&](CloseCode known) { return int(known) == code; });
    }

    const core::Catalog m_catalog = catalog::everything();
    const engine::Voices m_voices{m_catalog};
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
