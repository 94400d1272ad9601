// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/presences.h"

#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using client::Presences;
using State = client::Link::State;

/// The last day of devices, asked for of those that are in sight.
class PresencesTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        QStringList asked;
        QString state = QStringLiteral("up");
        std::unique_ptr<client::Devices> devices;
        std::unique_ptr<client::Mirror> mirror;
        std::unique_ptr<Presences> presences;

        Bench()
        {
            link.answers.insert(QStringLiteral("network.devices.list"), [this](const QJsonObject &) {
                network::ListDevices::Reply reply;
                for (int place = 0; place < 20; ++place)
                    reply.devices << entry(place, network::State::Up);
                return core::Reply(core::toJson(reply).toObject());
            });
            link.answers.insert(
                QStringLiteral("network.devices.presence"), [this](const QJsonObject &params) {
                    const auto command = core::fromJson<network::DevicePresence>(params).value();
                    asked << command.id;
                    network::DevicePresence::Reply reply;
                    reply.cells = QStringList(command.cells, state);
                    return core::Reply(core::toJson(reply).toObject());
                });
            link.become(State::Live);
            devices = std::make_unique<client::Devices>(link);
            mirror = std::make_unique<client::Mirror>(link, clock);
            presences = std::make_unique<Presences>(*mirror, *devices);
            QTRY_VERIFY(devices->isKnown());
        }
        [[nodiscard]] network::Entry entry(int place, network::State now) const
        {
            network::Entry one;
            one.id = id(place);
            one.state = now;
            one.firstSeen = clock.now();
            return one;
        }
        [[nodiscard]] static QString id(int place)
        {
            return QStringLiteral("d%1").arg(place, 2, 10, QLatin1Char('0'));
        }
        [[nodiscard]] static QStringList ids(int from, int to)
        {
            QStringList all;
            for (int place = from; place < to; ++place)
                all << id(place);
            return all;
        }
        [[nodiscard]] int known() const
        {
            int count = 0;
            for (int place = 0; place < 20; ++place)
                count += presences->of(id(place)).isEmpty() ? 0 : 1;
            return count;
        }
    };

private Q_SLOTS:
    void asksAFewAtATime()
    {
        Bench bench;
        bench.presences->want(Bench::ids(0, 10));
        QCOMPARE(bench.asked, Bench::ids(0, Presences::mostInFlight));
        QTRY_COMPARE(bench.known(), 10);
        QCOMPARE(bench.asked, Bench::ids(0, 10));
        QCOMPARE(bench.presences->of(Bench::id(3)), QStringList(Presences::cells, QStringLiteral("up")));
        QVERIFY(bench.presences->of(QStringLiteral("nobody")).isEmpty());
    }

    void whoIsOutOfSightIsNotAskedFor()
    {
        Bench bench;
        bench.presences->want(Bench::ids(0, 10));
        bench.presences->want(Bench::ids(15, 17));
        QTRY_VERIFY(!bench.presences->of(Bench::id(16)).isEmpty());
        QCOMPARE(bench.asked, Bench::ids(0, Presences::mostInFlight) + Bench::ids(15, 17));
    }

    void isKeptForAWhile()
    {
        Bench bench;
        bench.presences->want(Bench::ids(0, 2));
        QTRY_COMPARE(bench.known(), 2);
        bench.clock.advance(std::chrono::seconds(Presences::freshSeconds - 1));
        bench.presences->want(Bench::ids(0, 2));
        QCOMPARE(bench.asked.size(), 2);
        bench.clock.advance(1s);
        bench.state = QStringLiteral("down");
        QSignalSpy changed(bench.presences.get(), &Presences::changed);
        bench.presences->want(Bench::ids(0, 2));
        QCOMPARE(bench.asked.size(), 4);
        QCOMPARE(bench.known(), 2); // what was known is shown until there is better
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(bench.presences->of(Bench::id(0)).last(), QStringLiteral("down"));
    }

    void anotherStateIsAnotherLastCell()
    {
        Bench bench;
        bench.presences->want(Bench::ids(0, 2));
        QTRY_COMPARE(bench.known(), 2);
        network::Entry one = bench.entry(1, network::State::Up);
        one.latency = 3;
        bench.link.say(network::DeviceChanged{one}, bench.clock.now());
        QCOMPARE(bench.asked.size(), 2);
        bench.link.say(network::DeviceChanged{bench.entry(1, network::State::Down)}, bench.clock.now());
        QCOMPARE(bench.asked.size(), 3);
        QCOMPARE(bench.asked.last(), Bench::id(1));
        // Before the answer is here it changes once more: what comes is not the last word.
        bench.link.say(network::DeviceChanged{bench.entry(1, network::State::Up)}, bench.clock.now());
        QTRY_COMPARE(bench.asked.size(), 4);
        bench.link.say(network::DeviceChanged{bench.entry(9, network::State::Down)}, bench.clock.now());
        QCOMPARE(bench.asked.size(), 4); // nobody looks at it
    }

    void whatIsRefusedIsNotAskedForAgainAtOnce()
    {
        Bench bench;
        int refused = 0;
        bench.link.answers.insert(QStringLiteral("network.devices.presence"), [&](const QJsonObject &) {
            ++refused;
            return core::Reply(core::Error{core::ErrorCode::Unavailable, QStringLiteral("Not now.")});
        });
        bench.presences->want(Bench::ids(0, 6));
        QTRY_COMPARE(refused, 6);
        QCoreApplication::processEvents();
        bench.presences->want(Bench::ids(0, 6));
        QCOMPARE(refused, 6);
    }

    void goesOnAfterAReconnection()
    {
        Bench bench;
        bench.presences->want(Bench::ids(0, 10));
        bench.link.become(State::Reconnecting);
        bench.presences->want(Bench::ids(0, 10));
        QCOMPARE(bench.asked.size(), Presences::mostInFlight);
        bench.link.become(State::Live);
        QTRY_COMPARE(bench.known(), 10);
    }

    void whatIsGoneIsForgotten()
    {
        Bench bench;
        bench.presences->want(Bench::ids(0, 2));
        QTRY_COMPARE(bench.known(), 2);
        bench.link.say(network::DeviceRemoved{Bench::id(0), {}}, bench.clock.now());
        QVERIFY(bench.presences->of(Bench::id(0)).isEmpty());
        bench.presences->want(Bench::ids(0, 2));
        QCOMPARE(bench.asked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(PresencesTest)
#include "presencestest.moc"
