// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/devicetype.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "map/town.h"
#include "network/joinsheet.h"

#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;

namespace {
const QString linkSet = QStringLiteral("network.links.set");
const QString linkRemove = QStringLiteral("network.links.remove");
} // namespace

/// What people do on the map by its menu: draw links, say what a device is, leave some out.
class DeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void aDragDrawsALink()
    {
        Town town(20);
        open(town);
        action(town, "map.join")->trigger();
        QVERIFY(view(town).isJoining());
        drag(town, pixelOf(town, 5), pixelOf(town, 8));
        QVERIFY(!view(town).isJoining());
        QVERIFY(!action(town, "map.join")->isChecked());
        auto *sheet = town.page->findChild<network::JoinSheet *>();
        QVERIFY(sheet);
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral(" eth0 "));
        sheet->accept();
        const network::SetLink wish = sent<network::SetLink>(town);
        QCOMPARE(wish.sourceId, town.known[5].id);
        QCOMPARE(wish.targetId, town.known[8].id);
        QCOMPARE(wish.kind, QStringLiteral("wired"));
        QCOMPARE(wish.sourcePort, QStringLiteral("eth0"));
    }

    void aDrawnLinkIsTakenBack()
    {
        Town town(20);
        open(town);
        drawByHand(town, 5, 8);
        QUndoStack &undo = town.page->plan().undoStack();
        QTRY_COMPARE(undo.count(), 1);
        QVERIFY(action(town, "map.undo")->isEnabled());
        action(town, "map.undo")->trigger();
        QCOMPARE(sent<network::RemoveLink>(town).id, QStringLiteral("by-hand"));
        action(town, "map.redo")->trigger();
        QCOMPARE(town.link.asked(linkSet), 2);
    }

    void aClickAfterTheOtherDrawsALinkAndEscGivesItUp()
    {
        Town town(20);
        open(town);
        chooseInMenu(town, pixelOf(town, 5), {QStringLiteral("Join to…")});
        QVERIFY(view(town).isJoining());
        QTest::keyClick(&view(town), Qt::Key_Escape);
        QVERIFY(!view(town).isJoining());
        chooseInMenu(town, pixelOf(town, 5), {QStringLiteral("Join to…")});
        QTest::mouseClick(view(town).viewport(), Qt::LeftButton, {}, pixelOf(town, 5)); // not to itself
        QVERIFY(view(town).isJoining());
        QTest::mouseClick(view(town).viewport(), Qt::LeftButton, {}, pixelOf(town, 8));
        QVERIFY(!view(town).isJoining());
        QVERIFY(town.page->findChild<network::JoinSheet *>());
        QCOMPARE(town.link.asked(linkSet), 0); // before the sheet was agreed to
    }

    void keysDrawALink()
    {
        Town town(20);
        open(town);
        view(town).choose({town.known[1].id});
        QTest::keyClick(&view(town), Qt::Key_J);
        QTest::keyClick(&view(town), Qt::Key_Up);
        QCOMPARE(view(town).chosen(), QStringList(town.known[0].id));
        QTest::keyClick(&view(town), Qt::Key_Return);
        auto *sheet = town.page->findChild<network::JoinSheet *>();
        QVERIFY(sheet);
        QCOMPARE(sheet->wish().sourceId, town.known[1].id);
        QCOMPARE(sheet->wish().targetId, town.known[0].id);
    }

    void joiningMovesNothing()
    {
        Town town(20);
        open(town);
        const QPointF before = placeOf(town, 5);
        action(town, "map.join")->trigger();
        drag(town, pixelOf(town, 5), {2, 2}); // into nothing
        QVERIFY(view(town).isJoining());
        QVERIFY(!town.page->grab().isNull());
        QCOMPARE(placeOf(town, 5), before);
        town.clock.advance(1s);
        QCOMPARE(town.link.asked(QStringLiteral("network.layout.set")), 0);
    }

    void aRefusalIsSaid()
    {
        Town town(20);
        open(town);
        town.link.answers.insert(linkSet, [](const QJsonObject &) {
            return core::Reply(core::Error{core::ErrorCode::Forbidden, QStringLiteral("Not for you.")});
        });
        view(town).joined(town.known[5].id, town.known[8].id);
        town.page->findChild<network::JoinSheet *>()->accept();
        QTRY_VERIFY(town.page->findChild<kit::Toast *>());
        QCOMPARE(town.page->findChild<kit::Toast *>()->text(), QStringLiteral("Not for you."));
        QCOMPARE(town.page->plan().undoStack().count(), 0);
    }

    void onlyWhatWasDrawnCanBeRemoved()
    {
        Town town(20);
        network::Link &drawn = town.join(town.known[5].id, town.known[8].id, network::LinkOrigin::Manual);
        drawn.kind = QStringLiteral("vpn");
        open(town);
        const QStringList of = textsOf(town, pixelOf(town, 5));
        QVERIFY(of.contains(QStringLiteral("Remove link")));
        QVERIFY(!textsOf(town, pixelOf(town, 6)).contains(QStringLiteral("Remove link")));
        chooseInMenu(town, pixelOf(town, 5),
                     {QStringLiteral("Remove link"), QStringLiteral("To ") + spotOf(town, 8).name});
        QCOMPARE(sent<network::RemoveLink>(town).id, drawn.id);
        QUndoStack &undo = town.page->plan().undoStack();
        QTRY_COMPARE(undo.count(), 1);
        undo.undo();
        QCOMPARE(sent<network::SetLink>(town).kind, QStringLiteral("vpn"));
    }

    void aLinkIsFoundByItsLine()
    {
        network::Board board;
        board.spots.resize(2);
        board.spots[0].id = QStringLiteral("a");
        board.spots[1].id = QStringLiteral("b");
        board.spots[1].at = {400, 300};
        board.wires.push_back({QStringLiteral("a~b"), 0, 1, network::Stroke::Measured, 2, {}});
        board.index();
        QCOMPARE(board.wireAt({200, 150}, 6), 0);
        QCOMPARE(board.wireAt({203, 146}, 6), 0);
        QCOMPARE(board.wireAt({210, 140}, 6), -1);
        QCOMPARE(board.wireAt({480, 360}, 6), -1);
    }

    void typesAreThoseOfTheServer()
    {
        QStringList words;
        for (const char *const word : network::deviceTypeWords)
            words << QLatin1String(word);
        words.removeOne(QStringLiteral("unknown"));
        words.sort();
        QStringList offered = network::settableTypes();
        offered.sort();
        QCOMPARE(offered, words);
        for (const QString &type : std::as_const(offered))
            QVERIFY(!network::typeTitle(type).contains(u'_'));
    }

    void setsTheTypeOfAllThatAreChosen()
    {
        Town town(20);
        open(town);
        view(town).choose({town.known[5].id, town.known[6].id});
        chooseInMenu(town, pixelOf(town, 6), {QStringLiteral("Set type"), QStringLiteral("Camera")});
        const network::SetDevices wish = sent<network::SetDevices>(town);
        QCOMPARE(wish.ids, (QStringList{town.known[5].id, town.known[6].id}));
        QCOMPARE(wish.deviceType, std::optional(QStringLiteral("camera")));
        QVERIFY(!wish.standing);
    }

    void hidesAndShowsWhereItWas()
    {
        Town town(20);
        open(town);
        QHash<QString, QPointF> before;
        for (const network::Spot &spot : town.page->plan().board().spots)
            before.insert(spot.id, spot.at);
        const size_t wires = town.page->plan().board().wires.size();
        chooseInMenu(town, pixelOf(town, 5), {QStringLiteral("Hide on this map")});
        QVERIFY(town.page->plan().board().find(town.known[5].id) < 0);
        QCOMPARE(town.page->plan().hiddenCount(), 1);
        QVERIFY(isAsBefore(town, before));
        town.clock.advance(400ms);
        const network::SetLayout kept = sent<network::SetLayout>(town);
        QCOMPARE(kept.placed.size(), 1);
        QCOMPARE(kept.placed.first().node, network::hiddenMark(town.known[5].id));
        // What happens to it is of no interest here.
        network::Entry changed = town.known[5];
        changed.state = network::State::Down;
        town.link.say(network::DeviceChanged{changed}, town.clock.now());
        QVERIFY(town.page->plan().board().find(town.known[5].id) < 0);
        QVERIFY(action(town, "map.showhidden")->isEnabled());
        chooseInMenu(town, {3, 3}, {QStringLiteral("Show 1 hidden device(s)")});
        QCOMPARE(town.page->plan().board().spots.size(), size_t(20));
        QCOMPARE(town.page->plan().board().wires.size(), wires);
        QVERIFY(isAsBefore(town, before));
        QVERIFY(!action(town, "map.showhidden")->isEnabled());
        town.clock.advance(400ms);
        QCOMPARE(sent<network::SetLayout>(town).released.size(), 1);
        town.page->plan().undoStack().undo();
        QCOMPARE(town.page->plan().board().spots.size(), size_t(19));
        town.page->plan().undoStack().undo();
        QVERIFY(isAsBefore(town, before));
        QVERIFY(!spotOf(town, 5).isPinned);
    }

    void nothingIsHiddenWhileLocked()
    {
        Town town(20);
        town.role = QStringLiteral("viewer");
        open(town);
        QVERIFY(!textsOf(town, pixelOf(town, 5)).contains(QStringLiteral("Hide on this map")));
    }

private:
    static void open(Town &town)
    {
        network::Link made;
        made.id = QStringLiteral("by-hand");
        made.origin = network::LinkOrigin::Manual;
        made.firstSeen = made.lastSeen = town.clock.now();
        town.link.answer(linkSet, core::toJson(network::SetLink::Reply{made}).toObject());
        town.link.answer(linkRemove, core::toJson(identity::Done{}).toObject());
        town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        town.page->view().fit();
        town.page->view().setFocus();
    }
    static network::MapView &view(Town &town) { return town.page->view(); }
    static QAction *action(Town &town, const char *id)
    {
        for (QAction *each : town.page->mapActions()) {
            if (each->objectName() == QLatin1String(id))
                return each;
        }
        return nullptr;
    }
    static const network::Spot &spotOf(Town &town, int device)
    {
        network::Board &board = town.page->plan().board();
        return board.spots[size_t(board.find(town.known[device].id))];
    }
    static QPointF placeOf(Town &town, int device) { return spotOf(town, device).at; }
    static QPoint pixelOf(Town &town, int device) { return view(town).mapFromScene(placeOf(town, device)); }
    static bool isAsBefore(Town &town, const QHash<QString, QPointF> &before)
    {
        const auto &spots = town.page->plan().board().spots;
        return std::all_of(spots.begin(), spots.end(),
                           [&](const network::Spot &spot) { return before.value(spot.id) == spot.at; });
    }
    /// The last command of its kind that was sent.
    template <class Command>
    static Command sent(const Town &town)
    {
        for (auto one = town.link.requests.rbegin(); one != town.link.requests.rend(); ++one) {
            if (one->first == QLatin1String(Command::name))
                return core::fromJson<Command>(one->second).value();
        }
        return {};
    }
    static void drawByHand(Town &town, int from, int to)
    {
        Q_EMIT view(town).joined(town.known[from].id, town.known[to].id);
        town.page->findChild<network::JoinSheet *>()->accept();
    }
    static void drag(Town &town, QPoint from, QPoint to)
    {
        QWidget *viewport = view(town).viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QMouseEvent event(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &event);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    }
    /// Opens the menu there, has it looked at, and closes it.
    static void withMenu(Town &town, QPoint pixel, const std::function<void(QMenu &)> &look)
    {
        QTimer::singleShot(0, town.page.get(), [look] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            look(*menu);
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, pixel, view(town).viewport()->mapToGlobal(pixel));
        QCoreApplication::sendEvent(view(town).viewport(), &event);
    }
    static QStringList textsOf(Town &town, QPoint pixel)
    {
        QStringList texts;
        withMenu(town, pixel, [&texts](QMenu &menu) {
            for (const QAction *each : menu.actions())
                texts << each->text();
        });
        return texts;
    }
    static void chooseInMenu(Town &town, QPoint pixel, const QStringList &path)
    {
        bool isThere = false;
        withMenu(town, pixel, [&](QMenu &menu) {
            QMenu *within = &menu;
            for (const QString &text : path) {
                const QList<QAction *> all = within->actions();
                const auto found =
                    std::find_if(all.begin(), all.end(), [&](QAction *each) { return each->text() == text; });
                if (found == all.end())
                    return;
                within = (*found)->menu();
                isThere = !within;
                if (isThere)
                    (*found)->trigger();
            }
        });
        QVERIFY2(isThere, qPrintable(path.join(QStringLiteral(" > "))));
    }
};

QTEST_MAIN(DeedsTest)
#include "deedstest.moc"
