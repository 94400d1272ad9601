// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pastnetwork.h"
#include "kit/banner.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "map/town.h"
#include "network/timestrip.h"

#include <QComboBox>
#include <QPushButton>
#include <QSlider>
#include <QTest>

using namespace std::chrono_literals;

namespace {
const QString statesAsked = QStringLiteral("network.devices.states");

/// A link that remembers nothing but how one device was, by the moment.
class Memory
{
public:
    Memory()
    {
        link.become(client::Link::State::Live);
        link.answers.insert(statesAsked, [](const QJsonObject &params) {
            const auto asked = core::fromJson<network::PastStates>(params);
            const bool wasUp = asked->at.time().minute() % 2 == 0;
            return core::Reply(core::toJson(network::PastStates::Reply{
                                                {{QStringLiteral("a"),
                                                  wasUp ? QStringLiteral("up") : QStringLiteral("down")},
                                                 {QStringLiteral("b"), QStringLiteral("asleep")}}})
                                   .toObject());
        });
        link.answer(QStringLiteral("network.links.list"),
                    core::toJson(network::ListLinks::Reply{}).toObject());
        QObject::connect(&past, &client::PastNetwork::known, &past,
                         [this](const client::Moment &moment) { known << moment; });
        QObject::connect(&past, &client::PastNetwork::refused, &past,
                         [this](const QString &why) { refusals << why; });
    }
    [[nodiscard]] qsizetype asked() const { return link.asked(statesAsked); }
    [[nodiscard]] QDateTime minute(int number) const { return start.addSecs(60 * number); }

    support::ScriptedLink link;
    support::FakeClock clock;
    client::PastNetwork past{link, clock};
    QDateTime start = QDateTime::fromString(QStringLiteral("2026-11-19T08:00:00Z"), Qt::ISODate);
    QList<client::Moment> known;
    QStringList refusals;
};

/// A town, and how it was: the fourth device was down, the fifth was not known, and there were three links.
class OldTown
{
public:
    OldTown() : town(30)
    {
        town.link.answers.insert(statesAsked, [this](const QJsonObject &) {
            network::PastStates::Reply reply;
            for (const network::Entry &one : town.known)
                reply.states.insert(one.id, QStringLiteral("up"));
            reply.states.insert(town.known[4].id, QStringLiteral("down"));
            reply.states.remove(town.known[5].id);
            return core::Reply(core::toJson(reply).toObject());
        });
        const auto now = town.link.answers.value(QStringLiteral("network.links.list"));
        town.link.answers.insert(QStringLiteral("network.links.list"), [this,
                                                                        now](const QJsonObject &params) {
            if (!params.contains(QStringLiteral("at")))
                return now(params);
            return core::Reply(core::toJson(network::ListLinks::Reply{town.joined.mid(0, 3), {}}).toObject());
        });
    }
    void open()
    {
        town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        town.page->view().fit();
        for (QAction *action : town.page->mapActions()) {
            if (action->objectName() == QLatin1String("map.time"))
                action->trigger();
        }
        for (const network::Spot &spot : board().spots)
            places.insert(spot.id, spot.at);
    }
    network::Board &board() { return town.page->plan().board(); }
    const network::Spot &spot(int device)
    {
        return board().spots[size_t(board().find(town.known[device].id))];
    }
    [[nodiscard]] QSlider &slider() const { return *town.page->findChild<QSlider *>(); }
    [[nodiscard]] kit::Banner &banner() const { return *town.page->findChild<kit::Banner *>(); }
    [[nodiscard]] QDateTime lastAsked() const
    {
        for (auto one = town.link.requests.rbegin(); one != town.link.requests.rend(); ++one) {
            if (one->first == statesAsked)
                return core::fromJson<network::PastStates>(one->second)->at;
        }
        return {};
    }
    [[nodiscard]] bool isUnmoved()
    {
        return std::all_of(board().spots.begin(), board().spots.end(),
                           [this](const network::Spot &one) { return one.at == places.value(one.id); });
    }

    Town town;
    QHash<QString, QPointF> places;
};
} // namespace

/// The map as it was.
class PastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void asksAFewTimesASecondAtMost()
    {
        Memory memory;
        for (int i = 0; i < 10; ++i)
            memory.past.lookAt(memory.minute(i));
        QCOMPARE(memory.asked(), 1);
        memory.clock.advance(199ms);
        QCOMPARE(memory.asked(), 1);
        memory.clock.advance(1ms);
        QCOMPARE(memory.asked(), 2);
        memory.clock.advance(10s);
        QCOMPARE(memory.asked(), 2);
        QTRY_COMPARE(memory.known.size(), 1);
        QCOMPARE(memory.known.first().at, memory.minute(9)); // what was wanted last
        memory.past.lookAt(memory.minute(9));                // it is known already
        QCOMPARE(memory.asked(), 2);
    }

    void lateAnswersAreOfNoUse()
    {
        Memory memory;
        memory.past.lookAt(memory.minute(1));
        memory.clock.advance(200ms);
        memory.past.lookAt(memory.minute(2)); // the first is not answered yet
        QCOMPARE(memory.asked(), 2);
        QTRY_COMPARE(memory.known.size(), 1);
        QCOMPARE(memory.known.first().at, memory.minute(2));
        QCOMPARE(memory.known.first().states.value(QStringLiteral("a")), network::State::Up);
        QCOMPARE(memory.known.first().states.value(QStringLiteral("b")), network::State::Unknown);
        memory.clock.advance(200ms);
        memory.past.lookAt(memory.minute(3));
        memory.past.leave();
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(memory.known.size(), 1);
        QVERIFY(!memory.past.wanted());
    }

    void asksAgainWhenTheServerIsBack()
    {
        Memory memory;
        memory.link.become(client::Link::State::Connecting);
        memory.past.lookAt(memory.minute(1));
        QTRY_COMPARE(memory.refusals.size(), 1);
        memory.link.become(client::Link::State::Live);
        QTRY_COMPARE(memory.known.size(), 1);
        QCOMPARE(memory.known.first().states.value(QStringLiteral("a")), network::State::Down);
    }

    void showsHowItWasWhereItIs()
    {
        OldTown old;
        old.open();
        QVERIFY(old.slider().isVisible());
        QVERIFY(!old.banner().isVisible());
        QCOMPARE(old.spot(6).status, kit::Status::Low);
        old.slider().setValue(old.slider().maximum() - 12);
        QTRY_VERIFY(old.town.page->plan().isPast());
        QCOMPARE(old.spot(4).status, kit::Status::Critical);
        QCOMPARE(old.spot(6).status, kit::Status::Ok);
        QVERIFY(old.spot(5).isGhost);
        QVERIFY(!old.spot(5).isNew);
        QCOMPARE(old.board().wires.size(), size_t(3));
        QCOMPARE(old.board().spots.size(), size_t(30));
        QVERIFY(old.isUnmoved());
        QVERIFY(old.banner().isVisible());
        const QDateTime at = old.lastAsked();
        QCOMPARE(at, old.town.clock.now().addSecs(-3600));
        QVERIFY(old.banner().accessibleName().contains(kit::format::exactTime(at.toMSecsSinceEpoch())));
        QCOMPARE(old.town.page->plan().shownDevices().size(), 29);
        old.banner().findChild<QPushButton *>()->click();
        QVERIFY(!old.town.page->plan().isPast());
        QVERIFY(!old.banner().isVisible());
        QVERIFY(!old.spot(5).isGhost);
        QCOMPARE(old.board().wires.size(), size_t(old.town.joined.size()));
        QVERIFY(old.isUnmoved());
    }

    void theKeysStep()
    {
        OldTown old;
        old.open();
        const QDateTime now = old.town.clock.now();
        QTest::keyClick(&old.slider(), Qt::Key_Left);
        QCOMPARE(old.lastAsked(), now.addSecs(-5 * 60));
        QTest::keyClick(&old.slider(), Qt::Key_Left);
        QTest::keyClick(&old.slider(), Qt::Key_Left);
        QCOMPARE(old.town.link.asked(statesAsked), 1);
        old.town.clock.advance(200ms);
        QCOMPARE(old.lastAsked(), now.addSecs(-15 * 60));
        QTest::keyClick(&old.slider(), Qt::Key_Home);
        old.town.clock.advance(200ms);
        QCOMPARE(old.lastAsked(), now.addDays(-1));
        QTRY_VERIFY(old.town.page->plan().isPast());
        QTest::keyClick(&old.slider(), Qt::Key_End);
        QVERIFY(!old.town.page->plan().isPast());
        old.town.clock.advance(1s);
        QVERIFY(!old.town.page->plan().isPast());
    }

    void nothingIsChangedInThePast()
    {
        OldTown old;
        old.open();
        QWidget *viewport = old.town.page->view().viewport();
        const QPoint pixel = old.town.page->view().mapFromScene(old.spot(4).at);
        old.slider().setValue(0);
        QTest::mousePress(viewport, Qt::LeftButton, {}, pixel);
        const QPoint away = pixel + QPoint(60, 40);
        QMouseEvent event(QEvent::MouseMove, away, viewport->mapToGlobal(away), Qt::NoButton, Qt::LeftButton,
                          {});
        QCoreApplication::sendEvent(viewport, &event);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, away);
        QTRY_VERIFY(old.town.page->plan().isPast());
        old.town.page->plan().moveBy({old.town.known[4].id}, {10, 10});
        old.town.page->plan().hide({old.town.known[4].id});
        old.town.clock.advance(1s);
        QVERIFY(old.isUnmoved());
        QCOMPARE(old.town.link.asked(QStringLiteral("network.layout.set")), 0);
        QCOMPARE(old.town.page->plan().undoStack().count(), 0);
        for (const QAction *action : old.town.page->mapActions()) {
            if (action->objectName() == QLatin1String("map.join"))
                QVERIFY(!action->isEnabled());
        }
    }

    void whatHappensNowWaitsForNow()
    {
        OldTown old;
        old.open();
        old.slider().setValue(0);
        QTRY_VERIFY(old.town.page->plan().isPast());
        network::Entry changed = old.town.known[6];
        changed.state = network::State::Away;
        old.town.link.say(network::DeviceChanged{changed}, old.town.clock.now());
        old.town.clock.advance(1s);
        QCOMPARE(old.spot(6).status, kit::Status::Ok);
        QVERIFY(old.isUnmoved());
        old.town.page->findChild<network::TimeStrip *>()->goToNow();
        QCOMPARE(old.spot(6).status, kit::Status::Away);
    }

    void anotherSpanKeepsTheMoment()
    {
        OldTown old;
        network::TimeStrip strip([&old] { return old.town.clock.now(); });
        auto *slider = strip.findChild<QSlider *>();
        slider->setValue(slider->maximum() - 24);
        QCOMPARE(*strip.moment(), old.town.clock.now().addSecs(-7200));
        auto *span = strip.findChild<QComboBox *>();
        span->setCurrentIndex(2);
        QCOMPARE(*strip.moment(), old.town.clock.now().addSecs(-7200));
        span->setCurrentIndex(0); // an hour reaches no further
        QCOMPARE(*strip.moment(), old.town.clock.now().addSecs(-3600));
        strip.goToNow();
        QVERIFY(!strip.moment());
    }

    void saysSoWhenThePastIsNotKnown()
    {
        OldTown old;
        old.town.link.answers.insert(statesAsked, [](const QJsonObject &) {
            return core::Reply(
                core::Error{core::ErrorCode::Unavailable, QStringLiteral("The store is full.")});
        });
        old.open();
        old.slider().setValue(0);
        QTRY_VERIFY(old.banner().accessibleName().contains(QStringLiteral("The store is full.")));
        QVERIFY(!old.town.page->plan().isPast());
    }
};

QTEST_MAIN(PastTest)
#include "pasttest.moc"
