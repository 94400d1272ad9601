// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/alertmanagerin.h"

#include <QTest>

using namespace alerts;

namespace {
const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

// Without raw literals: moc does not see a class behind theirs.
const QByteArray webhook =
    "{\"version\":\"4\",\"groupKey\":\"{}\",\"truncatedAlerts\":0,"
    "\"status\":\"firing\",\"receiver\":\"belfry\",\"groupLabels\":{\"alertname\":\"DiskFull\"},"
    "\"commonLabels\":{},\"commonAnnotations\":{},\"externalURL\":\"http://am:9093\",\"alerts\":["
    "{\"status\":\"firing\",\"labels\":{\"alertname\":\"DiskFull\",\"instance\":\"db-1:9100\",\"severity\":"
    "\"critical\"},"
    "\"annotations\":{\"summary\":\"The disk of db-1 is full\",\"description\":\"2 % are free.\"},"
    "\"startsAt\":\"2026-11-20T11:58:00.123456789Z\",\"endsAt\":\"0001-01-01T00:00:00Z\","
    "\"generatorURL\":\"http://p/\",\"fingerprint\":\"a1b2\"},"
    "{\"status\":\"resolved\",\"labels\":{\"alertname\":\"Down\",\"instance\":\"x\"},\"annotations\":{},"
    "\"startsAt\":\"2026-11-20T10:00:00Z\",\"endsAt\":\"2026-11-20T11:59:00+00:00\",\"fingerprint\":\"c3\"}]"
    "}";
const QByteArray list = "["
                        "{\"labels\":{\"alertname\":\"A\"},\"startsAt\":\"2026-11-20T11:00:00Z\"},"
                        "{\"labels\":{\"alertname\":\"B\"},\"endsAt\":\"2026-11-20T11:00:00Z\"},"
                        "{\"labels\":{\"alertname\":\"C\"},\"endsAt\":\"2026-11-20T13:00:00Z\",\"status\":{"
                        "\"state\":\"suppressed\"}},"
                        "{\"labels\":{\"alertname\":\"Belfry\",\"alert_id\":\"A-1\"}}]";

core::Result<QList<Condition>> heard(const QByteArray &json)
{
    return AlertmanagerIn::read(json, now, [](const QString &instance) {
        return instance == QLatin1String("db-1:9100") ? QStringLiteral("d-7") : QString();
    });
}
} // namespace

/// What an Alertmanager sends, as Belfry hears it.
class AlertmanagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As its documentation has it.
    void aWebhookIsRead()
    {
        const auto conditions = heard(webhook);
        QVERIFY2(conditions, qPrintable(conditions ? QString() : conditions.error().message));
        QCOMPARE(conditions->size(), 2);
        const Condition &disk = conditions->first();
        QCOMPARE(disk.title, u"The disk of db-1 is full"_qs);
        QCOMPARE(disk.message, u"2 % are free."_qs);
        QCOMPARE(disk.severity, 9);
        QCOMPARE(disk.subjectId, u"d-7"_qs);
        QCOMPARE(disk.source, u"alertmanager.DiskFull"_qs);
        QCOMPARE(disk.fingerprint, u"alertmanager.a1b2"_qs);
        QCOMPARE(disk.labels.value(u"instance"_qs), u"db-1:9100"_qs);
        QVERIFY(disk.isFiring);
        QVERIFY(!disk.lapsesAt.isValid());
        QCOMPARE(disk.at.date(), now.date());
        const Condition &down = conditions->last();
        QVERIFY(!down.isFiring);
        QCOMPARE(down.title, u"Down · x"_qs);
        QCOMPARE(down.at, QDateTime(QDate(2026, 11, 20), QTime(11, 59), Qt::UTC));
        QCOMPARE(down.severity, 5);
    }
    void aListIsRead()
    {
        const auto conditions = heard(list);
        QVERIFY(conditions);
        QCOMPARE(conditions->size(), 3); // its own words are no news
        QVERIFY(conditions->at(0).isFiring);
        QVERIFY(!conditions->at(1).isFiring);
        QVERIFY(conditions->at(2).isFiring);
        QCOMPARE(conditions->at(0).lapsesAt, now.addSecs(300));
        QCOMPARE(conditions->at(2).lapsesAt, now.addSecs(3600));
        QVERIFY(!conditions->at(1).lapsesAt.isValid());
        QVERIFY(!conditions->at(0).fingerprint.isEmpty());
        QVERIFY(conditions->at(0).fingerprint != conditions->at(2).fingerprint);
    }
    void wordsOfSeverity()
    {
        QCOMPARE(AlertmanagerIn::severityOf(u"Critical"_qs), 9);
        QCOMPARE(AlertmanagerIn::severityOf(u"8"_qs), 8);
        QCOMPARE(AlertmanagerIn::severityOf(u"99"_qs), 5);
        QCOMPARE(AlertmanagerIn::severityOf({}), 5);
    }
    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("another version") << QByteArray("{\"version\":\"3\",\"alerts\":[]}");
        QTest::newRow("no list") << QByteArray("{\"version\":\"4\",\"alerts\":{}}");
        QTest::newRow("no labels") << QByteArray("[{\"labels\":{}}]");
        QTest::newRow("no text") << QByteArray("[{\"labels\":{\"a\":1}}]");
        QTest::newRow("no alert") << QByteArray("[1]");
        QTest::newRow("too many") << QByteArray('[' + QByteArray("1,").repeated(5000) + "1]");
        QTest::newRow("too long") << QByteArray('[' + QByteArray(5 << 20, ' ') + ']');
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void whatIsNoneIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto conditions = heard(json);
        QVERIFY(!conditions);
        QCOMPARE(conditions.error().code, core::ErrorCode::Invalid);
        QVERIFY(conditions.error().message.size() < 200);
    }
};

QTEST_GUILESS_MAIN(AlertmanagerTest)
#include "alertmanagertest.moc"
