// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using support::EngineRig;
using support::FakeChannel;

namespace {
// In the order of the columns; the empty one is somebody who has not signed in.
const QStringList roles{QString(), u"guest"_qs, u"viewer"_qs, u"operator"_qs, u"admin"_qs, u"agent"_qs};

/// What one column says of one row: "yes", "own" or "-".
using Row = QStringList;

QMap<QString, Row> tableOf(const QString &name)
{
    QFile file(QStringLiteral(BELFRY_SOURCE_DIR "/tests/contracts/roles/%1.txt").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no table %s", qPrintable(name));
    QMap<QString, Row> table;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        QStringList words = line.split(QRegularExpression(u"\\s+"_qs), Qt::SkipEmptyParts);
        const QString subject = words.takeFirst();
        if (table.contains(subject))
            qFatal("%s is there twice", qPrintable(subject));
        table.insert(subject, words);
    }
    return table;
}

QJsonObject answerTo(FakeChannel &channel, const QString &command, const QJsonObject &params)
{
    const QJsonObject request{{u"id"_qs, 1}, {u"command"_qs, command}, {u"params"_qs, params}};
    channel.say(QJsonDocument(request).toJson(QJsonDocument::Compact));
    for (int turn = 0; turn < 100; ++turn) {
        EngineRig::turn();
        while (channel.waiting() > 0) {
            const QJsonObject heard = QJsonDocument::fromJson(channel.take()).object();
            if (heard.value(u"id") == QJsonValue(1))
                return heard;
        }
    }
    return {};
}

/// Whether the channel hears the example of a fact.
bool hears(EngineRig &rig, FakeChannel &channel, const QString &topic)
{
    rig.publishExample(topic);
    EngineRig::turn();
    while (channel.waiting() > 0) {
        if (QJsonDocument::fromJson(channel.take()).object().value(u"event").toString() == topic)
            return true;
    }
    return false;
}

QJsonObject exampleBy(const core::EventSpec &spec, bool isOwn)
{
    QJsonObject payload = spec.example;
    if (payload.contains(u"agent_id"_qs))
        payload.insert(u"agent_id"_qs, isOwn ? u"agent"_qs : u"somebody-else"_qs);
    return payload;
}
} // namespace

/// Every command and every fact × every role × own and other's, against tables made by hand from what the
/// contracts and the threat model say.
class RolesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasARow() { QCOMPARE(tableOf(u"commands"_qs).keys(), m_catalog.commands().keys()); }

    void commands_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<Row>("row");
        const auto table = tableOf(u"commands"_qs);
        for (auto row = table.begin(); row != table.end(); ++row)
            QTest::newRow(qPrintable(row.key())) << row.key() << row.value();
    }
    void commands()
    {
        QFETCH(QString, command);
        QFETCH(Row, row);
        QCOMPARE(row.size(), roles.size());
        const core::CommandSpec *spec = m_catalog.findCommand(command);
        QVERIFY(spec != nullptr);
        EngineRig rig;
        for (qsizetype i = 0; i < roles.size(); ++i) {
            FakeChannel *channel = rig.open("/console", roles.at(i));
            const QJsonObject answer = answerTo(*channel, command, spec->exampleParams);
            const QString error = answer.value(u"error").toObject().value(u"code").toString();
            const bool isRefused = error == u"forbidden"_qs || error == u"authentication_required"_qs;
            const QString expected = isRefused ? u"-"_qs : u"yes"_qs;
            // To give a token that is none is refused to everybody; the table tells who may try.
            if (command == u"identity.authenticate"_qs)
                continue;
            QVERIFY2(row.at(i) == expected, qPrintable(roles.at(i) + u": "_qs + error));
            QVERIFY(!answer.isEmpty());
            QCOMPARE(error == u"authentication_required"_qs, isRefused && roles.at(i).isEmpty());
        }
    }

    void everyFactHasARow() { QCOMPARE(tableOf(u"facts"_qs).keys(), topics()); }

    void facts_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<Row>("row");
        const auto table = tableOf(u"facts"_qs);
        for (auto row = table.begin(); row != table.end(); ++row)
            QTest::newRow(qPrintable(row.key())) << row.key() << row.value();
    }
    void facts()
    {
        QFETCH(QString, topic);
        QFETCH(Row, row);
        QCOMPARE(row.size(), 2 * roles.size());
        const core::EventSpec *spec = m_catalog.findEvent(core::Topic(topic));
        QVERIFY(spec != nullptr);
        EngineRig rig;
        for (qsizetype i = 0; i < roles.size(); ++i) {
            FakeChannel *channel = rig.open("/console", roles.at(i));
            answerTo(*channel, u"session.subscribe"_qs, {{u"topics"_qs, QJsonArray{u"*"_qs}}});
            QVERIFY2((row.at(i) == u"yes"_qs) == hears(rig, *channel, topic),
                     qPrintable(u"hears: "_qs + roles.at(i)));
            QString publishes = u"-"_qs;
            if (const auto caller = rig.verify(roles.at(i))) {
                const auto take = [&](bool isOwn) {
                    events::Offer offer;
                    offer.topic = topic;
                    offer.payload = exampleBy(*spec, isOwn);
                    return !rig.intake.take({offer}, {*caller, u"192.0.2.7"_qs}).result().error;
                };
                const bool own = take(true);
                const bool other = take(false);
                publishes = own ? other ? u"yes"_qs : u"own"_qs : u"-"_qs;
                QVERIFY(own || !other);
            }
            QVERIFY2(row.at(roles.size() + i) == publishes,
                     qPrintable(u"publishes: "_qs + roles.at(i) + u' ' + publishes));
        }
    }

private:
    [[nodiscard]] QStringList topics() const
    {
        QStringList all;
        for (const core::EventSpec &spec : m_catalog.events())
            all << spec.topic.name();
        return all;
    }

    const core::Catalog m_catalog = catalog::everything();
};

QTEST_GUILESS_MAIN(RolesTest)
#include "roles_test.moc"
