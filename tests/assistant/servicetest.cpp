// SPDX-License-Identifier: GPL-3.0-or-later
#include "assistant/parlour.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace assistant;
using namespace assistanttest;
using namespace std::chrono_literals;
using core::Role;

namespace {
const QString firstRoomName = QString::fromLatin1(firstRoom);

/// What was said in rooms.
struct Lines
{
    explicit Lines(Service &service) : spy(&service, &Service::answered) {}
    [[nodiscard]] QStringList in(const QString &room) const
    {
        QStringList texts;
        for (const auto &each : spy) {
            if (each.at(0).toString() == room)
                texts << each.at(1).value<Answer>().text;
        }
        return texts;
    }

    QSignalSpy spy;
};

core::Principal numbered(int number)
{
    core::Principal caller = House::somebody();
    caller.id = u"u-%1"_qs.arg(number);
    return caller;
}
} // namespace

/// The assistant in chat rooms: whom it hears, and in which order it answers.
class ServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itHearsWhereItMay()
    {
        Parlour parlour;
        Lines lines(*parlour.service);
        const auto hear = [&](const QString &room, const QString &text, bool isPerson = true) {
            parlour.service->hear({room, text, House::somebody(), isPerson});
        };
        hear(firstRoomName, u"what is down?"_qs);
        QVERIFY(lines.spy.isEmpty()); // never before it returns
        QTRY_COMPARE(lines.spy.size(), 1);
        hear(u"alerts"_qs, u"what is down?"_qs);
        hear(firstRoomName, u"what is down?"_qs, false);
        hear(u"alerts"_qs, u"@assistant what is down?"_qs, false);
        hear(u"alerts"_qs, u"@omar, what is down?"_qs);
        hear(u"alerts"_qs, u"@assistant, what is down?"_qs);
        QTRY_COMPARE(lines.in(u"alerts"_qs).size(), 1);
        QCOMPARE(lines.in(firstRoomName).size(), 1);
        QCOMPARE(lines.spy.last().at(2).value<core::Principal>(), House::somebody());
        hear(firstRoomName, u"/ai"_qs);
        QTRY_COMPARE(lines.in(firstRoomName).size(), 2);
        QVERIFY(lines.in(firstRoomName).last().contains(u"You can ask"));
        // Whoever else it is to (decision 14 of the contracts).
        hear(firstRoomName, u"@omar, what is down?"_qs);
        QTRY_COMPARE(lines.in(firstRoomName).size(), 3);
    }

    void roomsAreSetOneByOne()
    {
        Parlour parlour;
        const auto set = [&](const QString &room, Hearing hearing) {
            return support::awaited(
                parlour.service->setup().setHearing(Parlour::command(SetHearing{room, hearing})));
        };
        QVERIFY(set(firstRoomName, Hearing::Addressed));
        QVERIFY(set(u"quiet"_qs, Hearing::Off));
        QVERIFY(set(u"loud"_qs, Hearing::Every));
        QVERIFY(!set(u" "_qs, Hearing::Every));
        parlour.restart();
        QCOMPARE(parlour.settings().rooms.size(), 3);
        Lines lines(*parlour.service);
        for (const QString &room : {firstRoomName, u"quiet"_qs, u"loud"_qs, u"other"_qs})
            parlour.service->hear({room, u"what is down?"_qs, House::somebody(), true});
        QTRY_COMPARE(lines.spy.size(), 1);
        QCOMPARE(lines.in(u"loud"_qs).size(), 1);
        parlour.service->hear({u"quiet"_qs, u"@assistant what is down?"_qs, House::somebody(), true});
        parlour.service->hear({u"other"_qs, u"@assistant what is down?"_qs, House::somebody(), true});
        QTRY_COMPARE(lines.spy.size(), 2);
        QVERIFY(lines.in(u"quiet"_qs).isEmpty());
        const core::Reply refused =
            support::awaited(parlour.service->ask(Parlour::command(Ask{u"what is down?"_qs, u"quiet"_qs})));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        // As usual is not kept.
        QVERIFY(set(firstRoomName, Hearing::Every));
        QCOMPARE(parlour.settings().rooms.size(), 2);
    }

    void oneAnswerAtATimeAndFiveWait()
    {
        Parlour parlour;
        parlour.employ();
        QList<QTcpSocket *> asking;
        for (int answer = 0; answer < 20; ++answer)
            parlour.model.prepare([&asking](QTcpSocket &socket) { asking << &socket; });
        Lines lines(*parlour.service);
        parlour.service->hear({firstRoomName, u"what is down?"_qs, numbered(0), true});
        QTRY_COMPARE(asking.size(), 1);
        for (int number = 1; number <= 9; ++number)
            parlour.service->hear({firstRoomName, u"what is down?"_qs, numbered(number), true});
        // Too many is said once; another room does not wait.
        QTRY_COMPARE(lines.spy.size(), 1);
        QVERIFY(lines.in(firstRoomName).first().contains(u"wait here already"));
        parlour.service->hear({u"alerts"_qs, u"@assistant help"_qs, numbered(1), true});
        QTRY_COMPARE(asking.size(), 2);
        for (int answer = 0; answer < 7; ++answer) {
            QTRY_VERIFY(asking.size() > answer);
            asking.at(answer)->write(StubModel::stream(u"Two."_qs));
            asking.at(answer)->disconnectFromHost();
        }
        QTRY_COMPARE(lines.in(firstRoomName).size(), 1 + 6);
        QTRY_COMPARE(lines.in(u"alerts"_qs).size(), 1);
        QCOMPARE(asking.size(), 7);
    }

    void everyoneHasTheirShare()
    {
        Parlour parlour;
        Lines lines(*parlour.service);
        for (int message = 0; message < 20; ++message) {
            parlour.service->hear({u"room-%1"_qs.arg(message), u"@assistant help"_qs, numbered(1), true});
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(lines.spy.size(), int(Service::questionsAtOnce));
        const core::Reply refused = support::awaited(parlour.begin(u"help"_qs, numbered(1)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Limited);
        QVERIFY(support::awaited(parlour.begin(u"help"_qs, numbered(2))));
        parlour.house.clock.advance(10s);
        QVERIFY(support::awaited(parlour.begin(u"help"_qs, numbered(1))));
    }

    void asksAreAnswered()
    {
        Parlour parlour;
        QVERIFY(parlour.ask(u"/ai what is down?"_qs).text.startsWith(u"2 device(s) down"));
        const Answer answer = parlour.ask(u"what is down?"_qs, House::somebody(Role::Viewer, {u"design"_qs}));
        QVERIFY2(answer.text.startsWith(u"1 device(s) down: nas-01"), qPrintable(answer.text));
        for (const House::Asked &each : std::as_const(parlour.house.asked))
            QVERIFY(each.caller == House::somebody() || each.caller.departments == QStringList{u"design"_qs});
    }

    void roomsAreToldWhatAllInThemMaySee()
    {
        Parlour parlour;
        Lines lines(*parlour.service);
        const core::Principal dana = House::somebody();
        const auto hear = [&](const core::Principal &view) {
            parlour.service->hear({firstRoomName, u"what is down?"_qs, dana, true, false, view});
        };
        core::Principal narrow = dana;
        narrow.departments = QStringList{u"design"_qs};
        hear(narrow);
        QTRY_COMPARE(lines.spy.size(), 1);
        const auto less = lines.spy.last().at(1).value<Answer>();
        QVERIFY2(less.text.startsWith(u"1 device(s) down: nas-01"), qPrintable(less.text));
        QVERIFY2(less.text.contains(u"Ask me directly to see more"), qPrintable(less.text));
        QCOMPARE(less.proposals.last().line, u"/ai what is down?"_qs);
        QCOMPARE(lines.spy.last().at(2).value<core::Principal>(), dana);
        // Nothing is said of nothing.
        hear(dana);
        QTRY_COMPARE(lines.spy.size(), 2);
        QVERIFY(lines.in(firstRoomName).last().startsWith(u"2 device(s) down"));
        QVERIFY(!lines.in(firstRoomName).last().contains(u"directly"));
        core::Principal viewer = dana;
        viewer.role = Role::Viewer;
        hear(viewer);
        QTRY_COMPARE(lines.spy.size(), 3);
        QVERIFY(!lines.in(firstRoomName).last().contains(u"directly"));
    }

    void aModelIsToldNoMoreThanTheRoom()
    {
        Parlour parlour;
        parlour.employ();
        parlour.model.prepare(StubModel::stream(u"One is down."_qs));
        Lines lines(*parlour.service);
        core::Principal narrow = House::somebody();
        narrow.departments = QStringList{u"design"_qs};
        parlour.service->hear({firstRoomName, u"what is down?"_qs, House::somebody(), true, false, narrow});
        QTRY_COMPARE(lines.spy.size(), 1);
        QVERIFY(lines.in(firstRoomName).first().startsWith(u"One is down."));
        QVERIFY(lines.in(firstRoomName).first().contains(u"directly"));
        const QByteArray sent = QJsonDocument(parlour.model.bodies.first()).toJson();
        QVERIFY2(sent.contains("nas-01") && !sent.contains("core-sw-02"), sent.constData());
    }

    void aModelIsTested()
    {
        Parlour parlour;
        const auto test = [&] {
            return *support::awaited(parlour.service->probe().test(Parlour::command(TestModel())))
                        ->as<TestModel::Reply>();
        };
        QVERIFY(!test().isAnswered);
        QVERIFY(test().message.contains(u"nothing leaves it"));
        parlour.employ();
        parlour.model.prepare(StubModel::stream(u"**OK**"_qs));
        const TestModel::Reply good = test();
        QVERIFY2(good.isAnswered, qPrintable(good.message));
        QCOMPARE(good.message, u"stub-1 answered: OK"_qs);
        QVERIFY(!QJsonDocument(parlour.model.bodies.last()).toJson().contains("nas-01"));
        QVERIFY(parlour.settings().tokensToday > 0);
        // One that never answers is waited for as long as was set, and one at a time.
        SetSettings impatient;
        impatient.waitSeconds = 120;
        impatient.answerSeconds = 7;
        QVERIFY(parlour.set(impatient));
        QCOMPARE(parlour.settings().answerSeconds, 7);
        bool isAsked = false;
        parlour.model.prepare([&isAsked](QTcpSocket &) { isAsked = true; });
        const QFuture<core::Reply> waiting = parlour.service->probe().test(Parlour::command(TestModel()));
        QTRY_VERIFY(isAsked);
        QCOMPARE(support::awaited(parlour.service->probe().test(Parlour::command(TestModel()))).error().code,
                 core::ErrorCode::Limited);
        parlour.house.clock.advance(6s);
        QVERIFY(!waiting.isFinished());
        parlour.house.clock.advance(1s);
        const auto late = *support::awaited(waiting)->as<TestModel::Reply>();
        QVERIFY2(!late.isAnswered && late.message.contains(u"did not come to an end"),
                 qPrintable(late.message));
        QCOMPARE(late.milliseconds, 7000);
    }

    void roomsBringQueriesOfTheirOwn()
    {
        Parlour parlour;
        Query query;
        query.id = u"test.weather"_qs;
        query.example = u"how is the weather?"_qs;
        query.phrases = QStringList{u"how is weather"_qs};
        query.commands = QStringList{u"metrics.current"_qs};
        query.asks = [](const Matter &) { return QList<Asking>{Asking{u"metrics.current"_qs, {}}}; };
        query.tell = [](const Matter &, const Findings &findings) {
            Telling telling;
            telling.sentences << u"It is %1."_qs.arg(findings.list().first().reply ? u"fine"_qs
                                                                                   : u"unknown"_qs);
            return telling;
        };
        parlour.service->book().add(query);
        QCOMPARE(parlour.ask(u"how is the weather?"_qs).text, u"It is fine."_qs);
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "servicetest.moc"
