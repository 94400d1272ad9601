// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/departments.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "map/town.h"
#include "network/legend.h"

#include <QComboBox>
#include <QFontMetricsF>
#include <QTest>
#include <QTranslator>

/// What is written and coloured on the map.
class CaptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void noneIsOnAnother_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("layered") << int(network::LayoutKind::Layered);
        QTest::newRow("radial") << int(network::LayoutKind::Radial);
        QTest::newRow("grid") << int(network::LayoutKind::Grid);
        QTest::newRow("force") << int(network::LayoutKind::Force);
    }
    void noneIsOnAnother()
    {
        QFETCH(int, kind);
        Town town(120);
        for (network::Entry &one : town.known)
            one.name += QStringLiteral("-with-a-name-that-is-long");
        open(town, network::LayoutKind(kind));
        const network::Board &board = town.page->plan().board();
        const network::MapFonts fonts(1);
        int named = 0;
        for (size_t i = 0; i < board.spots.size(); ++i) {
            const QList<QRectF> own = linesOf(board.spots[i], fonts);
            named += own.isEmpty() ? 0 : 1;
            for (size_t j = 0; j < board.spots.size(); ++j) {
                if (i == j)
                    continue;
                QList<QRectF> others = linesOf(board.spots[j], fonts);
                others << network::bodyReach(board.spots[j]);
                for (const QRectF &line : own) {
                    for (const QRectF &other : std::as_const(others))
                        QVERIFY2(!line.intersects(other),
                                 qPrintable(board.spots[i].name + u' ' + board.spots[j].name));
                }
            }
        }
        QCOMPARE(named, int(board.spots.size()));
    }

    void takesTheRoomThatIsThere()
    {
        network::Board board;
        board.spots.resize(3);
        for (size_t i = 0; i < 3; ++i) {
            board.spots[i].id = QString::number(i);
            board.spots[i].name = QStringLiteral("a-device-with-a-name-of-some-length");
        }
        board.spots[1].at = {84, 0};
        board.spots[2].at = {5000, 0};
        board.index();
        QCOMPARE(board.spots[0].room, 84 - network::Caption::gap);
        QCOMPARE(board.spots[1].room, 84 - network::Caption::gap);
        QCOMPARE(board.spots[2].room, network::Caption::widest);
        board.move(1, {84, 500});
        QCOMPARE(board.makeRoom().size(), size_t(2));
        QCOMPARE(board.spots[0].room, network::Caption::widest);
        const network::MapFonts fonts(1);
        QVERIFY(network::captionOf(board.spots[0], 1, fonts).nameArea.width() <= network::Caption::widest);
    }

    void theSecondLineComesWithTheZoom()
    {
        Town town(20);
        open(town, network::LayoutKind::Layered);
        const network::Spot &spot = spotOf(town, 4);
        const network::MapFonts fonts(1);
        QVERIFY(network::captionOf(spot, 0.5, fonts).detail.isEmpty());
        QVERIFY(!network::captionOf(spot, 0.5, fonts).name.isEmpty());
        // Where it is alone it is larger, in the room of both.
        const network::MapFonts far(0.45);
        const network::Caption alone = network::captionOf(spot, 0.45, far);
        QVERIFY(alone.nameArea.height() > network::captionOf(spot, 1, fonts).nameArea.height());
        QVERIFY(alone.nameArea.translated(spot.at).bottom() <= network::captionReach(spot).bottom());
        QCOMPARE(network::captionOf(spot, 1, fonts).detail, town.known[4].addresses.first());
    }

    void thePersonsNameIsWhole()
    {
        Town town(20);
        town.known[4].name = QStringLiteral("core.hall");
        town.known[4].hostname = QStringLiteral("sw7.example.org");
        town.known[5].name = town.known[5].hostname = QStringLiteral("sw8.example.org");
        open(town, network::LayoutKind::Layered);
        QCOMPARE(spotOf(town, 4).name, QStringLiteral("core.hall"));
        QCOMPARE(spotOf(town, 5).name, QStringLiteral("sw8"));
    }

    void departmentsHaveSigns()
    {
        const QList<network::DepartmentSign> signs = network::departmentSigns(
            {QStringLiteral("x1"), QStringLiteral("x2"), QStringLiteral("Sales"), QStringLiteral("7")},
            {{QStringLiteral("x1"), QStringLiteral("Safety")},
             {QStringLiteral("x2"), QStringLiteral("Design")}});
        QCOMPARE(signs.size(), 4);
        QCOMPARE(signs[1].name, QStringLiteral("Design"));
        QCOMPARE(signs[1].letters, QStringLiteral("De"));
        QCOMPARE(signs[2].letters, QStringLiteral("Sa"));
        QCOMPARE(signs[3].letters, QStringLiteral("Sl"));
        QCOMPARE(signs[3].hue, 3);
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many << QStringLiteral("Same %1").arg(i);
        QSet<QString> letters;
        for (const network::DepartmentSign &sign : network::departmentSigns(many, {}))
            letters.insert(sign.letters);
        QCOMPARE(letters.size(), 30);
        QCOMPARE(network::departmentSigns(many, {}).last().hue, network::DepartmentSign::sharedHue);
    }

    void theDepartmentsAreAnOverlay()
    {
        Town town(40);
        town.known[7].departmentId.clear();
        town.link.answers.insert(QStringLiteral("usage.departments.list"), [](const QJsonObject &) {
            usage::ListDepartments::Reply reply;
            reply.departments << usage::Department{QStringLiteral("Sales"), QStringLiteral("Shop"), {}};
            return core::Reply(core::toJson(reply).toObject());
        });
        open(town, network::LayoutKind::Layered);
        for (QComboBox *box : town.page->findChildren<QComboBox *>()) {
            if (box->accessibleName() == QLatin1String("Show"))
                box->setCurrentIndex(int(network::Overlay::Department));
        }
        const network::Board &board = town.page->plan().board();
        QTRY_COMPARE(board.signs.size(), 2);
        QTRY_COMPARE(board.signs.last().name, QStringLiteral("Shop"));
        QCOMPARE(board.signs.first().name, QStringLiteral("Design"));
        QCOMPARE(spotOf(town, 3).mark, QStringLiteral("De"));
        QCOMPARE(spotOf(town, 3).hue, 0);
        QCOMPARE(spotOf(town, 4).mark, QStringLiteral("Sh"));
        QCOMPARE(spotOf(town, 4).hue, 1);
        QCOMPARE(spotOf(town, 7).hue, -1);
        QVERIFY(spotOf(town, 7).mark.isEmpty());
        auto *legend = town.page->findChild<network::Legend *>();
        QVERIFY(legend->accessibleName().contains(QStringLiteral("Sh Shop")));
        // One that comes to another department is seen there at once.
        network::Entry moved = town.known[7];
        moved.departmentId = QStringLiteral("Works");
        town.link.say(network::DeviceChanged{moved}, town.clock.now());
        town.clock.advance(std::chrono::seconds(1));
        QCOMPARE(spotOf(town, 7).mark, QStringLiteral("Wo"));
        QCOMPARE(board.signs.size(), 3);
    }

private:
    static void open(Town &town, network::LayoutKind kind)
    {
        town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        if (kind != network::LayoutKind::Layered) {
            town.page->plan().setLayoutKind(kind);
            QTRY_COMPARE(town.link.asked(QStringLiteral("network.layout.get")), 2);
            QCoreApplication::processEvents();
        }
    }
    static const network::Spot &spotOf(Town &town, int device)
    {
        const network::Board &board = town.page->plan().board();
        return board.spots[size_t(board.find(town.known[device].id))];
    }
    static QList<QRectF> linesOf(const network::Spot &spot, const network::MapFonts &fonts)
    {
        const network::Caption caption = network::captionOf(spot, 1, fonts);
        QList<QRectF> lines;
        for (const QRectF &line : {caption.nameArea, caption.detailArea}) {
            if (line.width() > 0)
                lines << line.translated(spot.at);
        }
        return lines;
    }

    void theLegendIsAsWideAsItsLanguage()
    {
        /// A language in which everything takes longer.
        class Longer final : public QTranslator
        {
        public:
            [[nodiscard]] bool isEmpty() const override { return false; }
            [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                            int) const override
            {
                return qstrcmp(context, "network::Legend") == 0
                           ? QString::fromUtf8(source) + QStringLiteral(" in a language of long words")
                           : QString();
            }
        } longer;
        const int narrow = network::Legend::sizeOf(network::Overlay::Status, {}).width();
        QCoreApplication::installTranslator(&longer);
        const int wide = network::Legend::sizeOf(network::Overlay::Status, {}).width();
        QCoreApplication::removeTranslator(&longer);
        const QFontMetricsF metrics(kit::textFont(kit::tokens::SecondaryPt));
        const QString longest = QStringLiteral("Down (expected up) in a language of long words");
        QVERIFY2(wide > narrow && wide > 2 * metrics.horizontalAdvance(longest),
                 qPrintable(QString::number(wide)));
    }
};

QTEST_MAIN(CaptionTest)
#include "captiontest.moc"
