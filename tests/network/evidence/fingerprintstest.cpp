// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/fingerprints.h"

#include "domain/network/evidence/fingerprintreader.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using network::Fingerprint;
using network::FingerprintDatabase;
using network::FingerprintFile;
using network::FingerprintReader;
using network::Fingerprints;

/// The recog collection says of every example of its own what it claims; broken files cost only what is
/// broken.
class FingerprintsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleMatches_data() { filesIn(QStringLiteral("/resources/fingerprints/recog")); }
    void everyExampleMatches()
    {
        QFETCH(QString, path);
        verifyExamples(path);
    }

    void everyExampleOfOurOwnMatches_data() { filesIn(QStringLiteral("/resources/fingerprints/own")); }

    void everyExampleOfOurOwnMatches()
    {
        QFETCH(QString, path);
        verifyExamples(path);
    }

    void everyExampleOfTheGivenDataMatches_data() { filesIn(QStringLiteral("/../shared/data/recog")); }

    void everyExampleOfTheGivenDataMatches()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("There is no recog data beside the source tree.");
        verifyExamples(path);
    }

    void theProgramHasThemAll()
    {
        Fingerprints all;
        QVERIFY(all.keys().size() >= 50);
        QVERIFY(all.faults().isEmpty());
        const auto match = all.match("ssh.banner", "OpenSSH_9.2p1 Debian-2+deb12u3");
        QVERIFY(match.has_value());
        QCOMPARE(match->value("service.product"), QStringLiteral("OpenSSH"));
        QCOMPARE(match->value("service.version"), QStringLiteral("9.2p1"));
        QCOMPARE(match->value("service.cpe23"), QStringLiteral("cpe:/a:openbsd:openssh:9.2p1"));
        QCOMPARE(match->value("os.product"), QStringLiteral("Linux"));
        QVERIFY(!all.match("ssh.banner", "no banner of anybody").has_value());
        QVERIFY(!all.match("no such kind", "OpenSSH_9.2p1").has_value());
    }

    void thePreferredFileIsAskedFirst()
    {
        const QTemporaryDir folder;
        write(
            folder, "a.xml",
            "<fingerprints matches='kind' preference='0.2'>"
            "<fingerprint pattern='^x'><param pos='0' name='from' value='a'/></fingerprint></fingerprints>");
        write(
            folder, "b.xml",
            "<fingerprints matches='kind' preference='0.9'>"
            "<fingerprint pattern='^xy'><param pos='0' name='from' value='b'/></fingerprint></fingerprints>");
        Fingerprints two(QStringList{folder.path()});
        QCOMPARE(two.match("kind", "xyz")->value("from"), QStringLiteral("b"));
        QCOMPARE(two.match("kind", "xz")->value("from"), QStringLiteral("a"));
    }

    void filesCompleteOneAnother()
    {
        Fingerprints all;
        const auto known =
            all.describe("snmp.sys_description", "Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), "
                                                 "Version 15.0(2)SE11, RELEASE SOFTWARE (fc3)");
        QVERIFY(known.has_value());
        // Ours knows the device, recog's the version of its system.
        QCOMPARE(known->value("hw.device"), QStringLiteral("Switch"));
        QCOMPARE(known->value("os.version"), QStringLiteral("15.0(2)SE11"));
        QVERIFY(!all.describe("snmp.sys_description", "nothing anybody says").has_value());
    }

    void valuesFillOneAnotherIn()
    {
        const QTemporaryDir folder;
        write(
            folder, "a.xml",
            "<fingerprints matches='kind'><fingerprint pattern='^v(\\d+)?(.)$'>"
            "<param pos='1' name='os.version'/><param pos='0' name='os.cpe23' value='cpe:/o:v:{os.version}'/>"
            "<param pos='2' name='_tmp.letter'/><param pos='0' name='hw.model' "
            "value='M{_tmp.letter}-{_tmp.letter}{'/>"
            "</fingerprint></fingerprints>");
        Fingerprints one(QStringList{folder.path()});
        QCOMPARE(one.match("kind", "v12a")->value("os.cpe23"), QStringLiteral("cpe:/o:v:12"));
        QCOMPARE(one.match("kind", "va")->value("os.cpe23"), QStringLiteral("cpe:/o:v:-"));
        QCOMPARE(one.match("kind", "va")->value("hw.model"), QStringLiteral("Ma-a{"));
        QVERIFY(!one.match("kind", "va")->values.contains("_tmp.letter"));
        // What was caught is never read for names in braces.
        QCOMPARE(one.match("kind", "v{")->value("hw.model"), QStringLiteral("M{-{{"));
    }

    void aBrokenFileCostsWhatIsBroken()
    {
        const QTemporaryDir folder;
        write(folder, "cut.xml",
              "<fingerprints matches=\"cut\">\n<fingerprint pattern=\"^a\">"
              "<param pos=\"0\" name=\"n\" value=\"v\"/></fingerprint>\n<fingerprint patt");
        write(folder, "odd.xml",
              "<fingerprints matches=\"odd\">\n<fingerprint pattern=\"^(a\"/>\n"
              "<fingerprint pattern=\"^b\"><param pos=\"x\" name=\"n\"/></fingerprint>\n"
              "<fingerprint/></fingerprints>");
        write(folder, "other.xml", "<html/>");
        write(folder, "whole.xml",
              "<fingerprints matches=\"whole\"><fingerprint pattern=\"^c\"/></fingerprints>");
        Fingerprints all(QStringList{folder.path()});
        all.prepare();
        QCOMPARE(all.match("cut", "abc")->value("n"), QStringLiteral("v"));
        QVERIFY(all.match("odd", "b").has_value());
        QVERIFY(all.match("whole", "c").has_value());
        QStringList said;
        for (const core::Error &fault : all.faults())
            said << fault.message;
        const QString together = said.join(QLatin1Char('\n'));
        QCOMPARE(said.size(), 5);
        for (const char *place : {"cut.xml, line 3", "odd.xml, line 2", "odd.xml, line 3", "odd.xml, line 4",
                                  "other.xml, line 1"})
            QVERIFY2(together.contains(QLatin1String(place)), qPrintable(together));
        QVERIFY(Fingerprints(QStringList{folder.filePath(QStringLiteral("none"))}).keys().isEmpty());
    }

    void aFileMayEndAnywhere()
    {
        QFile file(QStringLiteral(BELFRY_SOURCE_DIR "/resources/fingerprints/own/dhcp.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll().trimmed();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cut.xml"));
        qsizetype most = 0;
        for (qsizetype size = 0; size < whole.size(); size += 7) {
            QFile cut(path);
            QVERIFY(cut.open(QIODevice::WriteOnly));
            QCOMPARE(cut.write(whole.first(size)), size);
            cut.close();
            const FingerprintFile read = FingerprintReader().read(path);
            QCOMPARE(read.faults.size(), 1);
            QVERIFY(read.fingerprints.size() >= most);
            most = read.fingerprints.size();
        }
        QVERIFY(most >= 5);
    }

    void hostileTextIsBounded()
    {
        const QTemporaryDir folder;
        write(folder, "a.xml",
              "<fingerprints matches='kind'><fingerprint pattern='^name (.*)$' flags='REG_DOT_NEWLINE'>"
              "<param pos='1' name='host.name'/></fingerprint></fingerprints>");
        Fingerprints one(QStringList{folder.path()});
        const QByteArray megabyte = "name " + QByteArray(1'000'000, 'x');
        QCOMPARE(one.match("kind", megabyte)->value("host.name").size(), 200);
        QCOMPARE(one.match("kind", "name a\x1b[31m\x07\xe2\x80\xae"
                                   "b")
                     ->value("host.name"),
                 QStringLiteral("a[31mb"));
        // Not UTF-8, and half of a surrogate pair as some encode it.
        QCOMPARE(one.match("kind", "name \xff\xfe")->value("host.name"), QStringLiteral("\u00ff\u00fe"));
        QVERIFY(!one.match("kind", "name \xed\xa0\x80")->value("host.name").contains(QChar(0xd800)));
        QVERIFY(!one.match("kind", QByteArrayView()).has_value());
        // The cut must not halve a character: what is left is still UTF-8.
        const QByteArray wide = "name " + QStringLiteral("\u20ac").repeated(4000).toUtf8();
        QCOMPARE(one.match("kind", wide)->value("host.name"), QStringLiteral("\u20ac").repeated(200));
    }

private:
    static void filesIn(const QString &folder)
    {
        QTest::addColumn<QString>("path");
        const QDir files(QStringLiteral(BELFRY_SOURCE_DIR) + folder);
        const QStringList names = files.entryList({QStringLiteral("*.xml")}, QDir::Files);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << files.filePath(name);
        if (names.isEmpty())
            QTest::newRow("none") << QString();
    }

    static void verifyExamples(const QString &path)
    {
        const FingerprintDatabase database(FingerprintReader(FingerprintReader::Examples::Keep).read(path));
        QVERIFY2(database.faults().isEmpty(),
                 qPrintable(database.faults().isEmpty() ? QString() : database.faults().first().message));
        QStringList misses;
        const QList<Fingerprint> &all = database.file().fingerprints;
        QVERIFY(!all.isEmpty());
        for (qsizetype i = 0; i < all.size(); ++i) {
            for (const Fingerprint::Example &example : all.at(i).examples)
                misses << missesOf(database, i, example);
        }
        QVERIFY2(misses.isEmpty(), qPrintable(misses.join(QLatin1Char('\n'))));
    }

    static void write(const QTemporaryDir &folder, const char *name, const QByteArray &text)
    {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static QStringList missesOf(const FingerprintDatabase &database, qsizetype index,
                                const Fingerprint::Example &example)
    {
        const QString where = QStringLiteral("%1:%2")
                                  .arg(database.file().name)
                                  .arg(database.file().fingerprints.at(index).line);
        const auto match = database.matchOne(index, example.text);
        if (!match)
            return {where + QStringLiteral(": no match: ") + QString::fromUtf8(example.text)};
        QStringList misses;
        for (const Fingerprint::Param &said : example.says) {
            if (match->values.value(said.name) != QString::fromUtf8(said.value))
                misses << QStringLiteral("%1: %2 is \"%3\", not \"%4\"")
                              .arg(where, QString::fromUtf8(said.name), match->values.value(said.name),
                                   QString::fromUtf8(said.value));
        }
        const auto first = database.match(example.text);
        if (!first || first->index != index)
            misses << QStringLiteral("%1: among all it is %2").arg(where).arg(first ? first->index : -1);
        return misses;
    }
};

QTEST_GUILESS_MAIN(FingerprintsTest)
#include "fingerprintstest.moc"
