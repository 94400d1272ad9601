// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/csv.h"
#include "map/town.h"
#include "network/graphexport.h"
#include "network/pictureexport.h"

#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

namespace {
/// How often an element is in a document; -1 when it is none.
int elements(const QByteArray &document, const QString &name)
{
    QXmlStreamReader xml(document);
    int count = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == name)
            ++count;
    }
    return xml.hasError() ? -1 : count;
}

QString hostileName() { return QStringLiteral("<b>\"]]>&\x1b[2J\u202E-->%\n\"; end"); }

network::Composition composed(const Town &town)
{
    QMap<QString, network::Entry> devices;
    QMap<QString, network::Link> links;
    for (const network::Entry &one : town.known)
        devices.insert(one.id, one);
    for (const network::Link &one : town.joined)
        links.insert(one.id, one);
    network::Composition made = network::compose(devices, links, {}, {});
    const network::Arrangement all = network::layered(made.graph);
    for (size_t i = 0; i < made.board.spots.size(); ++i)
        made.board.spots[i].at = all.at[i];
    made.board.index();
    return made;
}
} // namespace

/// What the map writes for other programs.
class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreNoFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char *name, const QString &text, const QString &cell) {
            QTest::newRow(name) << text << cell;
        };
        row("plain", QStringLiteral("printer"), QStringLiteral("printer"));
        row("formula", QStringLiteral("=cmd|'/c calc'!A1"), QStringLiteral("'=cmd|'/c calc'!A1"));
        row("plus", QStringLiteral("+1"), QStringLiteral("'+1"));
        row("minus", QStringLiteral("-1"), QStringLiteral("'-1"));
        row("at", QStringLiteral("@SUM"), QStringLiteral("'@SUM"));
        row("tab", QStringLiteral("\t=1"), QStringLiteral("'\t=1"));
        row("line", QStringLiteral("\n1"), QStringLiteral("\"'\n1\""));
        row("comma", QStringLiteral("a,b"), QStringLiteral("\"a,b\""));
        row("quote", QStringLiteral("a\"b"), QStringLiteral("\"a\"\"b\""));
    }
    void cellsAreNoFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(kit::csvCell(text), cell);
    }

    void tablesHaveEveryDeviceAndLink()
    {
        Town town(40);
        QMap<QString, network::Entry> devices;
        for (const network::Entry &one : std::as_const(town.known))
            devices.insert(one.id, one);
        QMap<QString, network::Link> links;
        for (const network::Link &one : std::as_const(town.joined))
            links.insert(one.id, one);
        QCOMPARE(network::devicesCsv(devices).count("\r\n"), 41);
        QCOMPARE(network::linksCsv(links, devices).count("\r\n"), links.size() + 1);
        QVERIFY(network::linksCsv(links, devices).contains("gw-01"));
    }

    void otherProgramsGetAllOfIt()
    {
        Town town(60);
        town.known[5].name = hostileName();
        const network::Composition made = composed(town);
        const int spots = int(made.board.spots.size());
        const int wires = int(made.board.wires.size());
        QCOMPARE(elements(network::graphMl(made.board), QStringLiteral("node")), spots);
        QCOMPARE(elements(network::graphMl(made.board), QStringLiteral("edge")), wires);
        // Two cells are draw.io's own; boxes are not laid out here.
        QCOMPARE(elements(network::drawIo(made.board), QStringLiteral("mxCell")), spots + wires + 2);
        const QString text = QString::fromUtf8(network::mermaid(made.board));
        QCOMPARE(text.count(QStringLiteral(" --- ")) + text.count(QStringLiteral(" -.- ")), wires);
        QVERIFY(!text.contains(QStringLiteral("<b>")));
        for (const QString &line : text.split(QLatin1Char('\n')))
            QVERIFY(line.count(QLatin1Char('"')) % 2 == 0);
    }

    void picturesShowTheWholeMap()
    {
        Town town(30);
        const network::Composition made = composed(town);
        const QImage once = network::mapImage(made.board, network::Overlay::Status, town.clock.now(), 1);
        const QImage twice = network::mapImage(made.board, network::Overlay::Status, town.clock.now(), 2);
        QVERIFY(once.width() >= made.board.bounds().width());
        QVERIFY(std::abs(twice.width() - 2 * once.width()) <= 2);
        const QByteArray svg = network::mapSvg(made.board, network::Overlay::Ports, town.clock.now());
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QVERIFY(svg.contains("gw-01"));
        QVERIFY(network::mapPdf(made.board, network::Overlay::Status, town.clock.now()).startsWith("%PDF-"));
    }

    void aHugeMapIsAPictureThatCanBeOpened()
    {
        network::Board board;
        board.spots.resize(2);
        board.spots[0].id = QStringLiteral("a");
        board.spots[1].id = QStringLiteral("b");
        board.spots[1].at = {900'000, 200};
        board.index();
        const QImage image =
            network::mapImage(board, network::Overlay::Status, QDateTime::currentDateTimeUtc(), 4);
        QVERIFY(!image.isNull());
        QVERIFY(image.width() <= 16'001);
    }
};

QTEST_MAIN(ExportTest)
#include "exporttest.moc"
