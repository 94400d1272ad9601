// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/text.h"
#include "network/scan/report.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace network::scan;

namespace {
const QString dataFolder = QStringLiteral(BELFRY_SOURCE_DIR "/../shared/data/nmap");
const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE nmaprun>\n"
                        "<nmaprun scanner=\"nmap\" args=\"nmap\" start=\"1607282135\" version=\"7.93\">\n";

/// The same bounds and cleaning for what Python read: lines in what scripts print, one line elsewhere.
QJsonValue asWeKeepIt(const QJsonValue &value, const QString &key = {})
{
    if (value.isString())
        return key == QLatin1String("output") ? cleanedLines(value.toString(), 16384)
                                              : cleaned(value.toString(), 1024);
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array)
            out << asWeKeepIt(one);
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out = value.toObject();
    out.remove(QStringLiteral("addrtype")); // ours are values of two types
    for (auto it = out.begin(); it != out.end(); ++it)
        it.value() = asWeKeepIt(it.value(), it.key());
    return out;
}

QList<Item> read(NmapReader &reader, const QByteArray &bytes, qsizetype piece)
{
    QList<Item> items;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(QByteArrayView(bytes).sliced(at, qMin(piece, bytes.size() - at)));
        items += reader.take();
    }
    return items;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 residentBytes()
{
    return contentOf(QStringLiteral("/proc/self/statm")).split(' ').value(1).toLongLong() * 4096;
}
} // namespace

/// nmap's XML: what is in it, in pieces of any size, and what must never be believed.
class ReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void readsInPieces_data() { readsWhatIsThere_data(); }
    void readsInPieces();
    void refusesWhatIsNoReport();
    void refusesTheHostile_data();
    void refusesTheHostile();
    void endlessThingsEndSoon_data();
    void endlessThingsEndSoon();
    void keepsWhatWasWhole();
    void everyCutIsHarmless();
    void hostileTextsAreCleaned();
    void numbersKeepToTheirBounds();
    void tellsOfSteps();
};

void ReaderTest::readsWhatIsThere_data()
{
    const QDir folder(dataFolder);
    if (!folder.exists())
        QSKIP("the reports of nmap are not in ../shared/data/nmap");
    QTest::addColumn<QString>("path");
    const QStringList names = folder.entryList({QStringLiteral("*.xml")}, QDir::Files);
    for (const QString &name : names) {
        if (name != QLatin1String("defused_et_included.xml")) // which is no report
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void ReaderTest::readsWhatIsThere()
{
    QFETCH(QString, path);
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(BELFRY_SOURCE_DIR "/tests/network/scan/etree.py"), path});
    if (!python.waitForStarted(-1))
        QSKIP("python3 is not installed");
    QVERIFY(python.waitForFinished(-1));
    const QByteArray said = python.readAllStandardOutput();
    const QJsonObject theirs = asWeKeepIt(QJsonDocument::fromJson(said).object()).toObject();
    QVERIFY2(!theirs.isEmpty(), python.readAllStandardError().constData());

    NmapReader reader;
    const QJsonObject ours = written(read(reader, contentOf(path), 65536));
    QVERIFY2(!reader.fault(), reader.fault() ? qPrintable(reader.fault()->message) : "");
    QVERIFY(reader.isComplete());
    const QJsonArray ourHosts = ours[QLatin1String("hosts")].toArray();
    const QJsonArray theirHosts = theirs[QLatin1String("hosts")].toArray();
    QCOMPARE(ourHosts.size(), theirHosts.size());
    QVERIFY(!theirHosts.isEmpty());
    for (qsizetype i = 0; i < theirHosts.size(); ++i) {
        QJsonObject one = theirHosts[i].toObject();
        QJsonObject other = ourHosts[i].toObject();
        const QStringList keys = one.keys();
        for (const QString &key : keys) {
            const auto text = [&key](const QJsonObject &host) {
                return QJsonDocument(QJsonObject{{key, host[key]}}).toJson();
            };
            QCOMPARE(text(other), text(one));
        }
    }
    for (const char *key : {"hints", "steps", "asked", "stats"})
        QCOMPARE(ours[QLatin1String(key)], theirs[QLatin1String(key)]);
}

void ReaderTest::readsInPieces()
{
    QFETCH(QString, path);
    const QByteArray report = contentOf(path);
    NmapReader whole;
    const QJsonObject once = written(read(whole, report, report.size()));
    for (const qsizetype piece : {1, 7}) {
        NmapReader reader;
        QCOMPARE(written(read(reader, report, piece)), once);
        QVERIFY(reader.isComplete() && !reader.fault());
    }
}

void ReaderTest::refusesWhatIsNoReport()
{
    NmapReader reader;
    reader.feed("<!-- comment -->\n<root>\n<element key='value'>text</element></root>");
    QVERIFY(reader.fault());
    QVERIFY(reader.take().isEmpty());
    NmapReader text;
    text.feed("Starting Nmap 7.93 ( https://nmap.org )\n");
    QVERIFY(text.fault());
    reader.feed(head); // nothing comes after a fault
    QVERIFY(reader.take().isEmpty());
}

void ReaderTest::refusesTheHostile_data()
{
    QTest::addColumn<QByteArray>("report");
    const QByteArray run = "<nmaprun version=\"1\">";
    QByteArray lol = "<!DOCTYPE nmaprun [<!ENTITY a \"lol\">";
    for (char name = 'b'; name < 'k'; ++name)
        lol += QByteArray("<!ENTITY ") + name + " \"" +
               QByteArray("&" + QByteArray(1, char(name - 1)) + ";").repeated(10) + "\">";
    QTest::newRow("lol") << lol + "]>" + run + "<host comment=\"&j;\"/>";
    QTest::newRow("quadratic") << "<!DOCTYPE nmaprun [<!ENTITY a \"" + QByteArray(100'000, 'a') + "\">]>" +
                                      run + "<host comment=\"" + QByteArray("&a;").repeated(10'000) + "\"/>";
    QTest::newRow("recursive") << "<!DOCTYPE nmaprun [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + run +
                                      "<host comment=\"&a;\"/>";
    QTest::newRow("XXE") << "<!DOCTYPE nmaprun [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + run +
                                "<host comment=\"&x;\"/>";
    QTest::newRow("parameter entity")
        << "<!DOCTYPE nmaprun [<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;]>" + run;
    QTest::newRow("foreign document type") << "<!DOCTYPE html>" + run;
    QTest::newRow("outside document type") << "<!DOCTYPE nmaprun SYSTEM \"http://127.0.0.1/nmap.dtd\">" + run;
    QTest::newRow("two document types") << "<!DOCTYPE nmaprun><!DOCTYPE nmaprun>" + run;
    QTest::newRow("document type inside") << run + "<!DOCTYPE nmaprun>";
    QTest::newRow("entity inside") << run + "<!ENTITY a \"b\">";
    QTest::newRow("unknown entity") << run + "<host comment=\"&evil;\"/>";
    QTest::newRow("endless reference") << run + "<host comment=\"&#0000000000000000065;\"/>";
    QTest::newRow("CDATA") << run + "<![CDATA[x]]>";
    QTest::newRow("UTF-7") << "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + run;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE<\0n\0m\0a\0p\0", 12);
    QTest::newRow("instruction inside") << run + "<?php echo 1 ?>";
    QTest::newRow("100 attributes") << run + "<host " + [] {
        QByteArray attributes;
        for (int i = 0; i < 100; ++i)
            attributes += "a" + QByteArray::number(i) + "=\"\" ";
        return attributes;
    }() + "/>";
    QTest::newRow("same attribute twice") << run + "<host comment=\"a\" comment=\"b\"/>";
    QTest::newRow("crossed elements") << run + "<host><ports></host></ports>";
    QTest::newRow("bare less-than") << run + "<host comment=\"<\"/>";
    QTest::newRow("two roots") << run + "</nmaprun>" + run;
}

void ReaderTest::refusesTheHostile()
{
    QFETCH(QByteArray, report);
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), report.size()}) {
        NmapReader reader;
        const QList<Item> items = read(reader, report, piece);
        QVERIFY(reader.fault());
        QCOMPARE(reader.fault()->code, core::ErrorCode::Invalid);
        for (const Item &item : items)
            QVERIFY(!std::holds_alternative<Host>(item));
    }
}

void ReaderTest::endlessThingsEndSoon_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<int>("times");
    QTest::newRow("attributes") << head + "<host" << QByteArray(" a=\"b\"") << 100'000;
    QTest::newRow("depth") << head << QByteArray("<a>") << 200'000;
    QTest::newRow("text") << head << QByteArray(1024, 'a') << 50 * 1024;
    QTest::newRow("attribute") << head + "<host comment=\"" << QByteArray(1024, 'a') << 50 * 1024;
    QTest::newRow("name") << head + "<" << QByteArray(1024, 'a') << 50 * 1024;
    QTest::newRow("instruction") << QByteArray("<?") << QByteArray(1024, 'a') << 50 * 1024;
    QTest::newRow("document type") << QByteArray("<!DOCTYPE ") << QByteArray(1024, ' ') << 50 * 1024;
}

void ReaderTest::endlessThingsEndSoon()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, again);
    QFETCH(int, times);
    const qint64 before = residentBytes();
    NmapReader reader;
    reader.feed(begin);
    int taken = 0;
    for (; taken < times && !reader.fault(); ++taken)
        reader.feed(again);
    QVERIFY(reader.fault());
    // A fault soon is what bounds time and memory; both are said by how little was read.
    QVERIFY2(qint64(taken) * again.size() <= (1 << 19), qPrintable(QString::number(taken)));
    QVERIFY(residentBytes() - before <= qint64(32) << 20);
}

void ReaderTest::keepsWhatWasWhole()
{
    const QByteArray host =
        "<host><status state=\"up\" reason=\"x\"/><address addr=\"10.0.0.1\" addrtype=\"ipv4\"/></host>\n";
    NmapReader reader;
    reader.feed(QByteArray(head + host + host + "<host><status state=\"up\" reason=\"x\"/><addr"));
    const QList<Item> items = reader.take();
    QCOMPARE(items.size(), 3); // the run and two hosts
    QVERIFY(!reader.fault());
    QVERIFY(!reader.isComplete());
    NmapReader broken;
    broken.feed(QByteArray(head + host + "<host><status state=\"up\" reason=\"&evil;\"/>" + host));
    QCOMPARE(broken.take().size(), 2);
    QVERIFY(broken.fault());
}

void ReaderTest::everyCutIsHarmless()
{
    const QByteArray report = contentOf(QStringLiteral(BELFRY_SOURCE_DIR "/tests/network/scan/sample.xml"));
    QVERIFY(report.size() > 1000);
    NmapReader whole;
    const qsizetype all = read(whole, report, report.size()).size();
    qsizetype most = 0;
    for (qsizetype length = 0; length < report.size(); length += 3) {
        NmapReader reader;
        const qsizetype items = read(reader, report.first(length), report.size()).size();
        QVERIFY(!reader.fault());
        QVERIFY(items >= most && items <= all);
        most = items;
    }
}

void ReaderTest::hostileTextsAreCleaned()
{
    NmapReader reader;
    reader.feed(
        QByteArray(head +
                   "<host><status state=\"up\" reason=\"x\"/><address addr=\"10.0.0.1\" addrtype=\"ipv4\"/>"
                   "<hostnames><hostname name=\"a&#x1;b&#x202e;c&#10;d\x01\" type=\"PTR\"/></hostnames>"
                   "<ports><port protocol=\"tcp\" portid=\"80\"><state state=\"open\" reason=\"syn-ack\" "
                   "reason_ttl=\"64\"/>"
                   "<service name=\"http\" product=\"" +
                   QByteArray(20'000, 'x') +
                   "\" extrainfo=\"&lt;b&gt;&amp;&#x1b;[2J\" method=\"probed\" conf=\"10\"/>"
                   "<script id=\"banner\" output=\"one&#10;two&#0;&#x7f;\"/></port></ports></host>"));
    QVERIFY2(!reader.fault(), reader.fault() ? qPrintable(reader.fault()->message) : "");
    const QList<Item> items = reader.take();
    const Host host = std::get<Host>(items.last());
    QCOMPARE(host.names.first().name, QStringLiteral("a bc d "));
    QCOMPARE(host.ports.first().service.product.size(), 1024);
    QCOMPARE(host.ports.first().service.extraInfo,
             QStringLiteral("<b>& [2J")); // plain text for whoever shows it
    QCOMPARE(host.ports.first().scripts.first().output, QStringLiteral("one\ntwo "));
    QCOMPARE(host.services(), 1);
}

void ReaderTest::numbersKeepToTheirBounds()
{
    NmapReader reader;
    reader.feed(QByteArray(
        head +
        "<host starttime=\"99999999999999999999\" endtime=\"-5\"><status state=\"up\" reason=\"x\"/>"
        "<address addr=\"999.0.0.1\" addrtype=\"ipv4\"/><address addr=\"zz\" addrtype=\"mac\"/>"
        "<ports><extraports state=\"closed\" count=\"-1\"/><port protocol=\"tcp\" portid=\"99999999\"/>"
        "<port protocol=\"tcp\" portid=\"-1\"><service conf=\"1e9\"/></port></ports>"
        "<os><osmatch name=\"x\" accuracy=\"1000\"><osclass accuracy=\"nan\"/></osmatch></os>"
        "<uptime seconds=\"-3\"/><distance value=\"4000000000\"/><times srtt=\"nan\"/>"
        "<trace><hop ttl=\"-1\" rtt=\"inf\" ipaddr=\"x\"/></trace></host>"));
    QVERIFY(!reader.fault());
    const QList<Item> items = reader.take();
    const Host host = std::get<Host>(items.last());
    QVERIFY(!host.startedAt.isValid() && !host.endedAt.isValid());
    QVERIFY(host.addresses.isEmpty() && !host.hardware);
    QCOMPARE(host.otherPorts.first().count, 0);
    QCOMPARE(host.ports.first().number, 65535);
    QCOMPARE(host.ports.last().number, 0);
    QCOMPARE(host.systems.first().accuracy, 100);
    QCOMPARE(*host.uptime, 0);
    QCOMPARE(*host.roundTrip, 0);
    QVERIFY(host.hops.first().address.isNull() && !host.hops.first().milliseconds);
}

void ReaderTest::tellsOfSteps()
{
    NmapReader reader;
    reader.feed(QByteArray(
        head + "<taskbegin task=\"ARP Ping Scan\" time=\"1\"/><taskprogress task=\"ARP Ping Scan\" "
               "time=\"1\" percent=\"54.84\"/>"
               "<taskend task=\"ARP Ping Scan\" time=\"1\"/>"
               "<hosthint><status state=\"up\" reason=\"arp-response\"/><address addr=\"10.0.0.1\" "
               "addrtype=\"ipv4\"/></hosthint>"
               "<runstats><finished time=\"1\" elapsed=\"1.5\" exit=\"error\" errormsg=\"no "
               "&#x1;way\"/><hosts up=\"1\" down=\"2\" total=\"3\"/></runstats></nmaprun>"));
    const QList<Item> items = reader.take();
    QCOMPARE(items.size(), 6);
    QCOMPARE(std::get<Step>(items[2]).percent, 54.84);
    QCOMPARE(std::get<Step>(items[3]).percent, 100.0);
    QCOMPARE(std::get<Hint>(items[4]).host.addresses.first().toString(), QStringLiteral("10.0.0.1"));
    const Ended ended = std::get<Ended>(items[5]);
    QVERIFY(!ended.isSuccess);
    QCOMPARE(ended.error, QStringLiteral("no  way"));
    QCOMPARE(ended.total, 3);
    QVERIFY(reader.isComplete());
}

QTEST_APPLESS_MAIN(ReaderTest)
#include "readertest.moc"
