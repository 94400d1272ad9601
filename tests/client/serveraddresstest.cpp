// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/serveraddress.h"

#include <QTest>

class ServerAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("console");
        QTest::addColumn<QString>("http");
        const auto row = [](const char *given, const char *console, const char *http) {
            QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(console)
                                 << QString::fromLatin1(http);
        };
        row("ws://127.0.0.1:8000", "ws://127.0.0.1:8000/console", "http://127.0.0.1:8000/");
        row("http://10.0.0.5:9000/", "ws://10.0.0.5:9000/console", "http://10.0.0.5:9000/");
        row("wss://host.example/console", "wss://host.example:443/console", "https://host.example:443/");
        row("https://host.example:8000", "wss://host.example:8000/console", "https://host.example:8000/");
        row("localhost", "ws://localhost:8000/console", "http://localhost:8000/");
        row(" localhost:8123 ", "ws://localhost:8123/console", "http://localhost:8123/");
        row("[::1]:8000", "ws://[::1]:8000/console", "http://[::1]:8000/");
        row("host.example:8000", "wss://host.example:8000/console", "https://host.example:8000/");
        row("https://host.example/belfry/", "wss://host.example:443/belfry/console",
            "https://host.example:443/belfry/");
    }
    void reads()
    {
        QFETCH(QString, given);
        const auto address = client::readServerAddress(given);
        QVERIFY2(bool(address), address ? "" : qPrintable(address.error().message));
        QTEST(address->console.toString(), "console");
        QTEST(address->http.toString(), "http");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("given");
        for (const char *given :
             {"", "   ", "ftp://host", "ws://", "http://me:secret@host", "host:99999", "a b"})
            QTest::newRow(given) << QString::fromLatin1(given);
    }
    void refuses()
    {
        QFETCH(QString, given);
        const auto address = client::readServerAddress(given);
        QVERIFY(!address);
        QCOMPARE(address.error().code, core::ErrorCode::Invalid);
        QVERIFY(!address.error().message.contains(QLatin1String("secret")));
    }
};

QTEST_GUILESS_MAIN(ServerAddressTest)
#include "serveraddresstest.moc"
