// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using app::Options;

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        for (const char *name : {"BELFRY_LISTEN", "BELFRY_HEADLESS", "BELFRY_DATA_DIR", "BELFRY_CONFIG",
                                 "BELFRY_MAX_CONNECTIONS", "BELFRY_SCAN_HELPER"})
            qunsetenv(name);
    }

    void defaults()
    {
        const Options options = good({});
        QCOMPARE(options.task, Options::Task::Run);
        QVERIFY(!options.isHeadless && !options.engine.listener.allowPlaintext);
        QCOMPARE(options.engine.listen.size(), 1);
        QCOMPARE(options.engine.listen.first(), (engine::ListenAddress{u"127.0.0.1"_qs, 8000, {}}));
        QCOMPARE(options.engine.listener.maxConnections, 100);
        QCOMPARE(options.engine.recoveryTime.count(), 0);
    }

    void commandLineBeatsEnvironmentBeatsFile()
    {
        const QString file = m_folder.filePath(u"belfry.conf"_qs);
        write(file, "# doors\nlisten = 3000\nheadless = yes\n");
        QCOMPARE(good({u"--config"_qs, file}).engine.listen.first().port, quint16(3000));
        QVERIFY(good({u"--config"_qs, file}).isHeadless);
        qputenv("BELFRY_LISTEN", "2000,2001");
        QCOMPARE(good({u"--config"_qs, file}).engine.listen.size(), 2);
        const Options options = good({u"--config"_qs, file, u"--listen"_qs, u"1000"_qs});
        QCOMPARE(options.engine.listen.size(), 1);
        QCOMPARE(options.engine.listen.first().port, quint16(1000));
    }

    void guestsAreLetInByRule()
    {
        using From = engine::GuestRule::From;
        QVERIFY(good({}).engine.guests.from == From::Nowhere);
        QVERIFY(good({u"--guests"_qs, u"off"_qs}).engine.guests.from == From::Nowhere);
        const Options options = good({u"--guests"_qs, u"loopback"_qs, u"--guest-role"_qs, u"admin"_qs});
        QVERIFY(options.engine.guests.from == From::Loopback);
        QVERIFY(options.engine.guests.role == core::Role::Admin);
        const Options all = good({u"--guests"_qs, u"all"_qs, u"--guest-role"_qs, u"viewer"_qs});
        QVERIFY(all.engine.guests.from == From::Everywhere);
        QVERIFY(all.engine.guests.role == core::Role::Viewer);
        QVERIFY(good({u"--guests"_qs, u"all"_qs}).engine.guests.role == core::Role::Guest);
        bool isConfigError = false;
        for (const QStringList &bad :
             {QStringList{u"--guests"_qs, u"some"_qs}, QStringList{u"--guest-role"_qs, u"admin"_qs},
              QStringList{u"--guests"_qs, u"all"_qs, u"--guest-role"_qs, u"operator"_qs},
              QStringList{u"--guests"_qs, u"loopback"_qs, u"--guest-role"_qs, u"agent"_qs},
              QStringList{u"--guests"_qs, u"loopback"_qs, u"--guest-role"_qs, u"root"_qs}})
            QVERIFY(!Options::parse(QStringList{u"belfry"_qs} + bad, &isConfigError));
    }

    void aFingerprintGoesWithAServer()
    {
        const Options options =
            good({u"--connect"_qs, u"https://atlas:8000"_qs, u"--fingerprint"_qs, u"ab"_qs.repeated(32)});
        QCOMPARE(options.fingerprint->text(), u"AB:"_qs.repeated(32).chopped(1));
        QVERIFY(!good({u"--connect"_qs, u"https://atlas:8000"_qs}).fingerprint);
    }

    void aLinkIsAPlaceOrAnError()
    {
        bool isConfigError = false;
        const auto options = Options::parse({u"belfry"_qs, u"belfry://alert/A-17"_qs}, &isConfigError);
        QVERIFY(options && options.value().place);
        QCOMPARE(options.value().place->id, u"A-17"_qs);
        for (const QStringList &bad : {QStringList{u"belfry://alert/17"_qs}, QStringList{u"A-17"_qs},
                                       QStringList{u"belfry://alert/A-17"_qs, u"belfry://alert/A-18"_qs}})
            QVERIFY(!Options::parse(QStringList{u"belfry"_qs} + bad, &isConfigError) && !isConfigError);
    }

    void aWindowIsJoinedWhereNothingAsksForAnother()
    {
        const QString file = m_folder.filePath(u"page.conf"_qs);
        write(file, "listen = 3000\npage = metrics\n");
        const Options plain = good({u"--config"_qs, file, u"--data-dir"_qs, m_folder.path()});
        QVERIFY(plain.mayJoin && plain.askedPage.isEmpty());
        const Options page = good({u"--page"_qs, u"alerts"_qs, u"belfry://alert/A-17"_qs});
        QVERIFY(page.mayJoin && page.askedPage == u"alerts");
        for (const QStringList &other :
             {QStringList{u"--headless"_qs}, QStringList{u"--listen"_qs, u"3000"_qs},
              QStringList{u"--connect"_qs, u"atlas"_qs}, QStringList{u"--lang"_qs, u"de"_qs},
              QStringList{u"--reset-layout"_qs}, QStringList{u"--print-paths"_qs}})
            QVERIFY2(!good(other).mayJoin, qPrintable(other.first()));
        qputenv("BELFRY_HEADLESS", "yes");
        QVERIFY(!good({}).mayJoin);
    }

    void badConfigurationNamesTheLine()
    {
        const QString file = m_folder.filePath(u"bad.conf"_qs);
        write(file, "listen = 3000\nlsten = 1\n");
        bool isConfigError = false;
        const auto options = Options::parse({u"belfry"_qs, u"--config"_qs, file}, &isConfigError);
        QVERIFY(!options && isConfigError);
        QCOMPARE(options.error().message, QString(file + u":2: there is no option lsten"_qs));
    }

    void badValueInTheFileNamesTheLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             {"listen = nowhere:port", "headless = maybe", "headless =", "allow-plaintext = 2",
              "theme = pink", "max-connections = many", "connect = gopher://somewhere"})
            QTest::newRow(line) << QByteArray(line);
    }
    void badValueInTheFileNamesTheLine()
    {
        QFETCH(QByteArray, line);
        const QString file = m_folder.filePath(u"bad.conf"_qs);
        write(file, QByteArray("# first\n\n" + line + "\npage = metrics\n"));
        bool isConfigError = false;
        const auto options = Options::parse({u"belfry"_qs, u"--config"_qs, file}, &isConfigError);
        QVERIFY(!options && isConfigError);
        QVERIFY2(options.error().message.startsWith(QString(file + u":3: "_qs)),
                 qPrintable(options.error().message));
    }

    void badValueInTheEnvironmentNamesTheVariable()
    {
        bool isConfigError = true;
        qputenv("BELFRY_MAX_CONNECTIONS", "many");
        const auto number = Options::parse({u"belfry"_qs}, &isConfigError);
        QVERIFY(!number && !isConfigError);
        QVERIFY2(number.error().message.startsWith(u"BELFRY_MAX_CONNECTIONS: "_qs),
                 qPrintable(number.error().message));
        qunsetenv("BELFRY_MAX_CONNECTIONS");
        qputenv("BELFRY_HEADLESS", "maybe");
        const auto flag = Options::parse({u"belfry"_qs}, &isConfigError);
        QVERIFY(!flag && !isConfigError);
        QVERIFY2(flag.error().message.startsWith(u"BELFRY_HEADLESS: "_qs), qPrintable(flag.error().message));
    }

    void aNamedFileMustExist()
    {
        const QString file = m_folder.filePath(u"absent.conf"_qs);
        bool isConfigError = false;
        const auto named = Options::parse({u"belfry"_qs, u"--config"_qs, file}, &isConfigError);
        QVERIFY(!named && isConfigError);
        QVERIFY2(named.error().message.contains(file), qPrintable(named.error().message));
        isConfigError = false;
        qputenv("BELFRY_CONFIG", file.toLocal8Bit());
        QVERIFY(!Options::parse({u"belfry"_qs}, &isConfigError) && isConfigError);
        QCOMPARE(good({u"--help"_qs}).task, Options::Task::Help);
    }

    void flagsCanBeTurnedOff()
    {
        const QString file = m_folder.filePath(u"flags.conf"_qs);
        write(file, "headless = off\nallow-plaintext = ON\n");
        const Options options = good({u"--config"_qs, file});
        QVERIFY(!options.isHeadless && options.engine.listener.allowPlaintext);
        QVERIFY(good({u"--config"_qs, file, u"--headless"_qs}).isHeadless);
    }

    void certificateAndKeyGoTogether()
    {
        QVERIFY(!good({}).engine.certificate.isGiven());
        const engine::CertificateFiles files =
            good({u"--certificate"_qs, u"a.pem"_qs, u"--key"_qs, m_folder.filePath(u"a.key"_qs)})
                .engine.certificate;
        QCOMPARE(files.certificate, QDir::current().absoluteFilePath(u"a.pem"_qs));
        QCOMPARE(files.key, m_folder.filePath(u"a.key"_qs));
        bool isConfigError = false;
        for (const QString &lonely : {u"--certificate"_qs, u"--key"_qs}) {
            const auto options = Options::parse({u"belfry"_qs, lonely, u"a"_qs}, &isConfigError);
            QVERIFY(!options && !isConfigError);
            QVERIFY(options.error().message.contains(u"go together"_qs));
        }
    }

    void dataDirectoryIsAbsolute()
    {
        QCOMPARE(good({u"--data-dir"_qs, u"some/../place"_qs}).engine.dataDirectory,
                 QDir::current().absoluteFilePath(u"place"_qs));
        QCOMPARE(good({u"--data-dir"_qs, m_folder.path()}).engine.dataDirectory, m_folder.path());
    }

    void theScanHelperMayBeElsewhere()
    {
        QCOMPARE(good({}).engine.scanHelper, u"/run/belfry-scan-helper.sock"_qs);
        QCOMPARE(good({u"--scan-helper"_qs, u"/tmp/raw.sock"_qs}).engine.scanHelper, u"/tmp/raw.sock"_qs);
        QCOMPARE(good({u"--scan-helper"_qs, u"raw.sock"_qs}).engine.scanHelper,
                 QDir::current().absoluteFilePath(u"raw.sock"_qs));
        const QString file = m_folder.filePath(u"helper.conf"_qs);
        write(file, "scan-helper = /srv/raw.sock\n");
        QCOMPARE(good({u"--config"_qs, file}).engine.scanHelper, u"/srv/raw.sock"_qs);
        qputenv("BELFRY_SCAN_HELPER", "/opt/raw.sock");
        QCOMPARE(good({u"--config"_qs, file}).engine.scanHelper, u"/opt/raw.sock"_qs);
    }

    void listenAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("dialect");
        QTest::newRow("port") << u"5001"_qs << u"127.0.0.1"_qs << 5001 << QString();
        QTest::newRow("address") << u"0.0.0.0:80"_qs << u"0.0.0.0"_qs << 80 << QString();
        QTest::newRow("six") << u"[::1]:8000"_qs << u"::1"_qs << 8000 << QString();
        QTest::newRow("name") << u"localhost:0"_qs << u"localhost"_qs << 0 << QString();
        QTest::newRow("dialect") << u"127.0.0.1:5001=departments"_qs << u"127.0.0.1"_qs << 5001
                                 << u"departments"_qs;
    }
    void listenAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QFETCH(int, port);
        QFETCH(QString, dialect);
        const Options options = good({u"--listen"_qs, text});
        QCOMPARE(options.engine.listen.first(), (engine::ListenAddress{address, quint16(port), dialect}));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *word, const QStringList &arguments) {
            QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << QString::fromLatin1(word);
        };
        row("bogus", {u"--bogus"_qs});
        row("port", {u"--listen"_qs, u"http"_qs});
        row("port", {u"--listen"_qs, u"70000"_qs});
        row("address", {u"--listen"_qs, u"example.org:80"_qs});
        row("dialect", {u"--listen"_qs, u"80=klingon"_qs});
        row("max-connections", {u"--max-connections"_qs, u"0"_qs});
        row("recovery", {u"--recovery"_qs, u"3601"_qs});
        row("theme", {u"--theme"_qs, u"pink"_qs});
        row("dialect", {u"--print-asyncapi"_qs, u"klingon"_qs});
        row("fingerprint", {u"--connect"_qs, u"https://atlas"_qs, u"--fingerprint"_qs, u"3A:91"_qs});
        row("fingerprint", {u"--fingerprint"_qs, u"ab"_qs.repeated(32)});
        row("fingerprint", {u"--connect"_qs, u"http://atlas"_qs, u"--fingerprint"_qs, u"ab"_qs.repeated(32)});
        row("headless", {u"--headless"_qs, u"--connect"_qs, u"ws://127.0.0.1"_qs});
        row("command", {u"serve"_qs});
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, word);
        bool isConfigError = false;
        const auto options = Options::parse(QStringList{u"belfry"_qs} + arguments, &isConfigError);
        QVERIFY(!options && !isConfigError);
        QVERIFY2(options.error().message.contains(word), qPrintable(options.error().message));
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static Options good(const QStringList &arguments)
    {
        bool isConfigError = false;
        const auto options = Options::parse(QStringList{u"belfry"_qs} + arguments, &isConfigError);
        if (!options)
            qFatal("%s", qPrintable(options.error().message));
        return options.value();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
