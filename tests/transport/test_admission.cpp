// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/admission.h"

#include <QTest>

using transport::Admission;
using transport::Handshake;

class TestAdmission : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAReserveForThePrivileged();
    void limitsAnAddress_data();
    void limitsAnAddress();
    void needsNoCountWhereNobodyCouldFillIt();
};

namespace {
Handshake from(const QByteArray &address)
{
    Handshake handshake;
    handshake.peer = QHostAddress(QString::fromLatin1(address));
    return handshake;
}

bool isGranted(const Handshake &newcomer, const Handshake &present, int count)
{
    transport::ListenerOptions options;
    options.isPrivileged = [](const Handshake &handshake) {
        return handshake.token() == QLatin1String("good");
    };
    Admission admission(options, newcomer);
    for (int i = 0; i < count; ++i)
        admission.count(present);
    return admission.isGranted();
}
} // namespace

void TestAdmission::keepsAReserveForThePrivileged()
{
    const Handshake stranger = from("127.0.0.1");
    Handshake pretender = stranger;
    pretender.query = QUrlQuery(QStringLiteral("token=x"));
    Handshake known = stranger;
    known.query = QUrlQuery(QStringLiteral("token=good"));
    QVERIFY(isGranted(stranger, stranger, 99));
    QVERIFY(!isGranted(stranger, stranger, 100));
    QVERIFY(!isGranted(pretender, stranger, 100));
    QVERIFY(isGranted(known, stranger, 104));
    QVERIFY(!isGranted(known, stranger, 105));
}

void TestAdmission::limitsAnAddress_data()
{
    QTest::addColumn<QByteArray>("newcomer");
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<int>("most");
    QTest::newRow("IPv4") << QByteArray("192.0.2.7") << QByteArray("192.0.2.7") << 50;
    QTest::newRow("IPv6") << QByteArray("2001:db8::7") << QByteArray("2001:db8::7") << 50;
    QTest::newRow("another's") << QByteArray("192.0.2.8") << QByteArray("192.0.2.7") << 100;
    QTest::newRow("loopback") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1") << 100;
    QTest::newRow("IPv6 loopback") << QByteArray("::1") << QByteArray("::1") << 100;
}

void TestAdmission::limitsAnAddress()
{
    QFETCH(QByteArray, newcomer);
    QFETCH(QByteArray, present);
    QFETCH(int, most);
    QVERIFY(isGranted(from(newcomer), from(present), most - 1));
    QVERIFY(!isGranted(from(newcomer), from(present), most));
}

void TestAdmission::needsNoCountWhereNobodyCouldFillIt()
{
    const transport::ListenerOptions options;
    QVERIFY(Admission(options, from("127.0.0.1")).isGrantedAmong(99));
    QVERIFY(!Admission(options, from("127.0.0.1")).isGrantedAmong(100));
    QVERIFY(Admission(options, from("192.0.2.7")).isGrantedAmong(49));
    QVERIFY(!Admission(options, from("192.0.2.7")).isGrantedAmong(50)); // they might all be its own
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "test_admission.moc"
