// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/theme.h"
#include "map/town.h"
#include "network/align.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QWheelEvent>

using namespace std::chrono_literals;

/// The map as somebody uses it who has a mouse, or only keys.
class MapPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void showsWhatIsThere()
    {
        Town town(20);
        open(town);
        QCOMPARE(town.page->plan().board().spots.size(), size_t(20));
        QCOMPARE(town.page->plan().board().wires.size(), size_t(town.joined.size()));
        QCOMPARE(town.page->plan().board().boxes.size(), size_t(2));
    }

    void aClickChoosesAndTheInspectorFollows()
    {
        Town town(20);
        open(town);
        QSignalSpy selected(town.page.get(), &network::MapPage::selected);
        QTest::mouseClick(view(town).viewport(), Qt::LeftButton, {}, pixelOf(town, 4));
        QCOMPARE(view(town).chosen(), QStringList(town.known[4].id));
        QCOMPARE(selected.size(), 1);
        const auto facts = selected.first().first().value<client::FactSource>()();
        QVERIFY(facts);
        QCOMPARE(facts->title, town.known[4].name);
    }

    void arrowsGoToTheNeighbourThere()
    {
        Town town(20);
        open(town);
        view(town).choose({town.known[1].id});
        QTest::keyClick(&view(town), Qt::Key_Up);
        QCOMPARE(view(town).chosen(), QStringList(town.known[0].id));
        QTest::keyClick(&view(town), Qt::Key_Down);
        QCOMPARE(view(town).chosen(), QStringList(town.known[1].id));
        QTest::keyClick(&view(town), Qt::Key_Up);
        QTest::keyClick(&view(town), Qt::Key_Up); // nothing above the Internet
        QCOMPARE(view(town).chosen(), QStringList(town.known[0].id));
    }

    void aDragPinsAndIsSaved()
    {
        Town town(20);
        open(town);
        const QPointF before = placeOf(town, 4);
        const QPointF other = placeOf(town, 5);
        drag(town, pixelOf(town, 4), QPoint(60, 40));
        QCOMPARE(placeOf(town, 5), other);
        QVERIFY(placeOf(town, 4) != before);
        QVERIFY(spotOf(town, 4).isPinned);
        town.clock.advance(400ms);
        QCOMPARE(town.link.asked(QStringLiteral("network.layout.set")), 1);
        town.page->plan().undoStack().undo();
        QVERIFY(!spotOf(town, 4).isPinned);
        QCOMPARE(placeOf(town, 4), before);
        town.page->plan().undoStack().redo();
        QVERIFY(placeOf(town, 4) != before);
    }

    void nothingMovesWhileLocked()
    {
        Town town(20);
        town.role = QStringLiteral("viewer");
        open(town); // who does not administer finds it locked
        const QPointF before = placeOf(town, 4);
        drag(town, pixelOf(town, 4), QPoint(60, 40));
        QCOMPARE(placeOf(town, 4), before);
        QTest::keyClick(&view(town), Qt::Key_L);
        drag(town, pixelOf(town, 4), QPoint(60, 40));
        QVERIFY(placeOf(town, 4) != before);
    }

    void nothingMovesByItself()
    {
        Town town(30);
        open(town);
        QMap<QString, QPointF> before;
        for (const network::Spot &spot : town.page->plan().board().spots)
            before.insert(spot.id, spot.at);
        network::Entry fresh =
            town.add(QStringLiteral("new-laptop"), QStringLiteral("laptop"), 1, network::State::Up);
        network::Entry changed = town.known[6];
        changed.state = network::State::Down;
        town.link.say(network::DeviceChanged{fresh}, town.clock.now());
        town.link.say(network::DeviceChanged{changed}, town.clock.now());
        town.link.say(network::DeviceRemoved{town.known[8].id, {}}, town.clock.now());
        town.clock.advance(1s);
        const network::Board &board = town.page->plan().board();
        QVERIFY(board.find(fresh.id) >= 0);
        QVERIFY(board.find(town.known[8].id) < 0);
        QCOMPARE(spotOf(town, 6).status, kit::Status::Critical);
        for (const network::Spot &spot : board.spots) {
            if (before.contains(spot.id))
                QCOMPARE(spot.at, before.value(spot.id));
        }
    }

    void theWheelKeepsWhatIsUnderThePointer()
    {
        Town town(20);
        open(town);
        const QPoint pointer = pixelOf(town, 4);
        const QPointF at = view(town).mapToScene(pointer);
        const double scale = view(town).scale();
        QWheelEvent turn(pointer, view(town).viewport()->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, {},
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view(town).viewport(), &turn);
        QVERIFY(view(town).scale() > scale);
        const QPoint now = view(town).mapFromScene(at);
        QVERIFY2((now - pointer).manhattanLength() <= 4, qPrintable(QString::number((now - pointer).x())));
    }

    void aBandChoosesMany()
    {
        Town town(20);
        open(town);
        QWidget *viewport = view(town).viewport();
        QTest::mousePress(viewport, Qt::LeftButton, Qt::ShiftModifier, {1, 1});
        move(viewport, {viewport->width() - 2, viewport->height() - 2});
        QTest::mouseRelease(viewport, Qt::LeftButton, Qt::ShiftModifier,
                            {viewport->width() - 2, viewport->height() - 2});
        QCOMPARE(view(town).chosen().size(), 20);
    }

    void theListIsTheSameThing()
    {
        Town town(20);
        open(town);
        town.page->setListShown(true);
        auto *list = town.page->findChild<QTreeView *>();
        view(town).choose({town.known[4].id});
        const QModelIndexList rows = list->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().data().toString(), town.known[4].name);
        QVERIFY(rows.first().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Away")));
        const QModelIndex branch = list->model()->index(0, 0);
        const QModelIndex leaf = list->model()->index(0, 0, branch);
        list->selectionModel()->select(leaf, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(view(town).chosen().size(), 1);
        QVERIFY(view(town).chosen().first() != town.known[4].id);
    }

    void findsOnTheMap()
    {
        Town town(20);
        open(town);
        QLineEdit *search = nullptr;
        for (QLineEdit *field : town.page->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == QLatin1String("Find on the map"))
                search = field;
        }
        QVERIFY(search);
        search->setText(QStringLiteral("core-sw"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view(town).chosen(), QStringList(town.known[2].id));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view(town).chosen(), QStringList(town.known[3].id));
    }

    void greatGroupsAreStacksUntilOpened()
    {
        Town town(400);
        open(town);
        const network::Board &board = town.page->plan().board();
        QVERIFY(board.spots.size() == size_t(400)); // 133 to a network
        town.page->plan().setGrouping(network::Grouping::Department);
        QTRY_VERIFY(board.spots.size() < size_t(250));
        const int stack = board.find(QStringLiteral("stack:Sales"));
        QVERIFY(stack >= 0);
        QVERIFY(board.spots[size_t(stack)].count > 150);
        QCOMPARE(board.spots[size_t(stack)].status, kit::Status::Critical); // the worst of them
        Q_EMIT view(town).activated(QStringLiteral("stack:Sales"));
        QVERIFY(board.find(QStringLiteral("stack:Sales")) < 0);
    }

    void foreignNamesAreText()
    {
        Town town(12);
        town.known[4].name = QStringLiteral("<b>x</b>\u202E\n") + QString(200, QLatin1Char('a'));
        open(town);
        const network::Spot &spot = spotOf(town, 4);
        QVERIFY(spot.name.size() <= 64);
        QVERIFY(spot.name.startsWith(QStringLiteral("<b>x</b> aaa")));
        QVERIFY(!town.page->grab().isNull());
    }

    void alignsWhatIsChosen()
    {
        const QMap<QString, QPointF> three{{QStringLiteral("a"), {0, 10}},
                                           {QStringLiteral("b"), {30, 20}},
                                           {QStringLiteral("c"), {100, 40}}};
        const QString b = QStringLiteral("b");
        QCOMPARE(network::aligned(three, network::Align::Left).value(b), QPointF(0, 20));
        QCOMPARE(network::aligned(three, network::Align::Top).value(b), QPointF(30, 10));
        QCOMPARE(network::aligned(three, network::Align::Across).value(b), QPointF(50, 20));
        QCOMPARE(network::aligned(three, network::Align::Down).value(b), QPointF(30, 25));
        const auto circle = network::aligned(three, network::Align::Circle);
        QVERIFY(QLineF(circle.value(QStringLiteral("a")), circle.value(b)).length() > 100);
    }

    void everyControlHasAName()
    {
        Town town(12);
        open(town);
        QVERIFY(!view(town).accessibleName().isEmpty());
        QVERIFY(!town.page->mapActions().isEmpty());
        for (const QAction *action : town.page->mapActions())
            QVERIFY(!action->text().isEmpty());
    }

private:
    static void open(Town &town)
    {
        town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        town.page->view().fit();
        town.page->view().setFocus();
    }
    static network::MapView &view(Town &town) { return town.page->view(); }
    static const network::Spot &spotOf(Town &town, int device)
    {
        network::Board &board = town.page->plan().board();
        return board.spots[size_t(board.find(town.known[device].id))];
    }
    static QPointF placeOf(Town &town, int device) { return spotOf(town, device).at; }
    static QPoint pixelOf(Town &town, int device) { return view(town).mapFromScene(placeOf(town, device)); }
    static void move(QWidget *viewport, QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &event);
    }
    static void drag(Town &town, QPoint from, QPoint by)
    {
        QWidget *viewport = view(town).viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        move(viewport, from + by / 2);
        move(viewport, from + by);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, from + by);
    }
};

QTEST_MAIN(MapPageTest)
#include "mappagetest.moc"
