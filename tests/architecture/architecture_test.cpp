// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/house.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using architecture::House;

/// Fails on every include and link line that architecture §3 does not draw.
class ArchitectureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesFollowTheArrows()
    {
        const QStringList files = sources({QStringLiteral("*.h"), QStringLiteral("*.cpp")});
        QVERIFY(files.size() > 100);
        QStringList faults;
        for (const QString &path : files)
            faults << m_house.faults(path, read(path));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void linksFollowTheArrows()
    {
        const QStringList files = sources({QStringLiteral("CMakeLists.txt")});
        QVERIFY(files.size() > 10);
        QStringList faults;
        for (const QString &path : files)
            faults << m_house.linkFaults(read(path));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void everySourceBelongsToARoom()
    {
        const QStringList files = sources({QStringLiteral("*.h"), QStringLiteral("*.cpp")});
        for (const QString &path : files)
            QVERIFY2(!m_house.roomOf(path).isEmpty(), qPrintable(path));
    }

    void forbiddenArrowIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("domain rooms do not meet") << QStringLiteral("server/domain/metrics/x.cpp")
                                                  << QByteArray("#include \"domain/identity/service.h\"\n");
        QTest::newRow("rooms within the network do not meet")
            << QStringLiteral("server/domain/network/scan/x.cpp")
            << QByteArray("#include \"domain/network/sources/pinger.h\"\n");
        QTest::newRow("nor do they know the room around them")
            << QStringLiteral("server/domain/network/scan/x.cpp")
            << QByteArray("#include \"domain/network/inventory.h\"\n");
        QTest::newRow("rules know nothing of who keeps them")
            << QStringLiteral("server/domain/automation/rules/x.cpp")
            << QByteArray("#include \"domain/automation/registry.h\"\n");
        QTest::newRow("server sees no widgets")
            << QStringLiteral("server/engine/x.cpp") << QByteArray("#include \"client/link.h\"\n");
        QTest::newRow("widgets see no engine")
            << QStringLiteral("widgets/shell/x.cpp") << QByteArray("#include \"engine/engine.h\"\n");
        QTest::newRow("widgets see no store")
            << QStringLiteral("widgets/overview/x.h") << QByteArray("  #  include \"store/store.h\"\n");
        QTest::newRow("wire knows no words")
            << QStringLiteral("server/wire/x.cpp") << QByteArray("#include \"dialects/dialect.h\"\n");
        QTest::newRow("dialects know no sockets")
            << QStringLiteral("server/dialects/opmas/x.cpp") << QByteArray("#include <QTcpSocket>\n");
        QTest::newRow("core knows nobody")
            << QStringLiteral("server/core/x.h") << QByteArray("#include \"catalog/metrics.h\"\n");
        QTest::newRow("nobody goes round the back") << QStringLiteral("server/domain/metrics/x.cpp")
                                                    << QByteArray("#include \"../identity/service.h\"\n");
        QTest::newRow("what lies in another folder has a room")
            << QStringLiteral("server/engine/x.cpp") << QByteArray("#include \"service.h\"\n");
        QTest::newRow("the engine asks the store, not its database")
            << QStringLiteral("server/engine/x.cpp") << QByteArray("#include <QSqlQuery>\n");
        QTest::newRow("the client draws nothing")
            << QStringLiteral("widgets/client/x.cpp") << QByteArray("#include <QtWidgets/QWidget>\n");
    }

    void forbiddenArrowIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, source);
        QCOMPARE(m_house.faults(path, source).size(), 1);
    }

    void forbiddenLinkIsFound()
    {
        QCOMPARE(m_house.linkFaults("belfry_room(wire LINKS belfry_core belfry_store)").size(), 1);
        QCOMPARE(m_house.linkFaults("belfry_room(wire LINKS belfry_core)").size(), 0);
        QCOMPARE(m_house.linkFaults("belfry_room(network_scan LINKS belfry_network_sources)").size(), 1);
        QCOMPARE(m_house.linkFaults("belfry_room(network LINKS belfry_core belfry_network_scan)").size(), 0);
        QCOMPARE(m_house.linkFaults("belfry_room(metrics LINKS belfry_core Qt6::Sql)").size(), 1);
        QCOMPARE(m_house.linkFaults("belfry_room(client LINKS belfry_core Qt6::Core Qt6::Widgets)").size(),
                 1);
        QCOMPARE(m_house.linkFaults("target_link_libraries(belfry_wire PRIVATE belfry_store)").size(), 1);
        QCOMPARE(m_house.linkFaults("belfry_room(dialect_${dialect} LINKS belfry_store)").size(), 1);
    }

    void aFileBesideIsNoArrow()
    {
        QCOMPARE(m_house.faults(QStringLiteral("server/store/store.cpp"), "#include \"store.h\"\n"),
                 QStringList());
    }

private:
    static QStringList sources(const QStringList &names)
    {
        const QString top = QStringLiteral(BELFRY_SOURCE_DIR "/");
        QStringList found;
        for (const char *folder : {"app", "server", "widgets"}) {
            QDirIterator files(top + QLatin1String(folder), names, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext())
                found << files.next().mid(top.size());
        }
        return found;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(QStringLiteral(BELFRY_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    House m_house{QStringLiteral(BELFRY_SOURCE_DIR "/")};
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"
