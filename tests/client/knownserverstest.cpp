// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/knownservers.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using client::Fingerprint;
using client::KnownServers;

class KnownServersTest : public QObject
{
    Q_OBJECT

    static Fingerprint print(char digit)
    {
        return Fingerprint::read(QString(64, QLatin1Char(digit))).value();
    }

private Q_SLOTS:
    void fingerprintsAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        const QString bare = QStringLiteral("0a1b").repeated(16);
        QTest::newRow("bare") << bare;
        QTest::newRow("large") << bare.toUpper();
        QTest::newRow("colons") << QStringLiteral("0A:1B:").repeated(16).chopped(1);
        QTest::newRow("lines") << QStringLiteral(" 0A 1b\n").repeated(16);
    }
    void fingerprintsAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        const auto read = Fingerprint::read(text);
        QVERIFY(bool(read));
        QCOMPARE(read->text(), QStringLiteral("0A:1B:").repeated(16).chopped(1));
        const QString line = QStringLiteral("0A:1B:").repeated(4).chopped(1);
        QCOMPARE(read->lines(), QStringList({line, line, line, line}).join(QLatin1Char('\n')));
    }

    void whatIsNoFingerprintIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << QString(62, QLatin1Char('a'));
        QTest::newRow("long") << QString(66, QLatin1Char('a'));
        QTest::newRow("letters") << QString(64, QLatin1Char('g'));
    }
    void whatIsNoFingerprintIsRefused()
    {
        QFETCH(QString, text);
        const auto read = Fingerprint::read(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::Invalid);
    }

    void keepsWhatItIsTold()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("new/servers.conf"));
        KnownServers servers(file);
        QVERIFY(servers.all().value().isEmpty());
        QVERIFY(bool(servers.remember(QStringLiteral("atlas:8000"), {print('a')})));
        QVERIFY(bool(servers.remember(QStringLiteral("[::1]:8000"), {print('b')})));
        QVERIFY(bool(servers.remember(QStringLiteral("noc.example:443"), {})));
        QVERIFY(bool(servers.remember(QStringLiteral("atlas:8000"), {print('c')})));
        const auto known = KnownServers(file).all().value();
        QCOMPARE(known.keys(), (QStringList{QStringLiteral("[::1]:8000"), QStringLiteral("atlas:8000"),
                                            QStringLiteral("noc.example:443")}));
        QCOMPARE(known.value(QStringLiteral("atlas:8000")).accepted->text(), print('c').text());
        QVERIFY(!known.value(QStringLiteral("noc.example:443")).accepted);
        QVERIFY(bool(servers.forget(QStringLiteral("atlas:8000"))));
        QCOMPARE(KnownServers(file).all().value().size(), 2);
    }

    void doesNotGuess_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut") << QByteArray("# hello\natlas:8000 = 3A:91\n");
        QTest::newRow("no value") << QByteArray("# hello\natlas:8000\n");
        QTest::newRow("no name") << QByteArray("\n= authority\n");
    }
    void doesNotGuess()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("servers.conf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
        KnownServers servers(path);
        const auto known = servers.all();
        QVERIFY(!known);
        QVERIFY2(known.error().message.contains(path) && known.error().message.contains(QLatin1Char('2')),
                 qPrintable(known.error().message));
        QVERIFY(!servers.remember(QStringLiteral("other:8000"), {}));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content); // nothing a person wrote is lost
    }

    void readsAgainOnlyWhatHasChanged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("servers.conf"));
        const QDateTime then = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
        const auto write = [&](const QByteArray &content, const QDateTime &changed) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() &&
                   file.setFileTime(changed, QFileDevice::FileModificationTime);
        };
        KnownServers servers(path);
        const auto places = [&] {
            const auto known = servers.all();
            return known ? known->keys().join(QLatin1Char(' ')) : QStringLiteral("unreadable");
        };
        QCOMPARE(places(), QString());
        QVERIFY(write("atlas:1 = authority\n", then));
        QCOMPARE(places(), QStringLiteral("atlas:1"));
        QVERIFY(write("hermes: = authority\n", then)); // looks the same, so it is not read
        QCOMPARE(places(), QStringLiteral("atlas:1"));
        QVERIFY(write("hermes: = authority\n", then.addSecs(1)));
        QCOMPARE(places(), QStringLiteral("hermes:"));
        QVERIFY(write("hermes:12 = authority\n", then.addSecs(1)));
        QCOMPARE(places(), QStringLiteral("hermes:12"));
        QVERIFY(write("nonsense", then));
        QCOMPARE(places(), QStringLiteral("unreadable"));
        QVERIFY(write("atlas:1 = authority\n", then));
        QCOMPARE(places(), QStringLiteral("atlas:1"));
        QVERIFY(QFile::remove(path));
        QCOMPARE(places(), QString());
    }

    void changesWhatTheFileSaysNow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("servers.conf"));
        KnownServers one(path);
        QVERIFY(bool(one.remember(QStringLiteral("atlas:1"), {})));
        QCOMPARE(one.all().value().size(), 1);
        const QDateTime changed = QFileInfo(path).lastModified();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write("hermes:2 = authority\n");
        QVERIFY(file.flush() && file.setFileTime(changed, QFileDevice::FileModificationTime));
        QVERIFY(bool(one.remember(QStringLiteral("noc:3"), {print('a')})));
        QCOMPARE(one.all().value().size(), 3);
        QVERIFY(bool(one.forget(QStringLiteral("noc:3"))));
        QCOMPARE(one.all().value().keys(),
                 (QStringList{QStringLiteral("atlas:1"), QStringLiteral("hermes:2")}));
    }

    void saysWhenItCannotWrite()
    {
        KnownServers servers(QStringLiteral("/dev/null/servers.conf"));
        const auto kept = servers.remember(QStringLiteral("atlas:8000"), {});
        QVERIFY(!kept);
        QVERIFY(kept.error().message.contains(servers.file()));
    }
};

QTEST_GUILESS_MAIN(KnownServersTest)
#include "knownserverstest.moc"
