// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "catalog/network.h"
#include "core/subnet.h"
#include "domain/network/devicecommands.h"
#include "domain/network/presence.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

using namespace network;
using core::Address;
using core::ErrorCode;
using core::MacAddress;

namespace {
/// The devices of a house with two networks, on a real store.
struct House
{
    storetest::Bench bench;
    support::SeededEntropy entropy;
    support::MemoryPublisher publisher{catalog::everything()};
    std::unique_ptr<Devices> devices;
    std::unique_ptr<DeviceCommands> commands;
    QStringList seen; ///< what the caller is limited to

    House() { restart(); }
    ~House() { (void)support::awaited(bench.store->records().one({})); }
    void restart()
    {
        // What was asked before is answered before.
        if (bench.store != nullptr)
            QVERIFY(support::awaited(bench.store->records().one({})));
        commands.reset();
        devices.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        devices = std::make_unique<Devices>(Devices::Surroundings{
            bench.store->records(), bench.store->changes(), publisher, bench.clock, entropy,
            [](const Known &) { return Verdict{}; },
            [](const Address &address) { return core::Subnet(address, 24).toString(); },
            [](const Address &address) {
                return core::Subnet::parse(u"10.1.0.0/16")->contains(address) ? u"ops"_qs : QString();
            }});
        commands = std::make_unique<DeviceCommands>(*devices, bench.store->changes(), bench.clock);
        QVERIFY(support::awaited(devices->load()));
    }
    QString see(const QString &address, const QString &mac, const QString &name = {})
    {
        Sighting sighting;
        sighting.source = u"mdns"_qs;
        sighting.at = bench.clock.now();
        sighting.isAnswer = true;
        sighting.address = *Address::parse(address);
        sighting.mac = MacAddress::parse(mac).value_or(MacAddress());
        sighting.name = name;
        return devices->see(sighting);
    }
    /// What is saved once a second is saved.
    void settle() { bench.clock.advance(std::chrono::seconds(1)); }
    template <class T>
    core::Reply ask(QFuture<core::Reply> (DeviceCommands::*method)(const core::Command &), const T &params)
    {
        core::Command command;
        command.params = core::Payload(params);
        command.caller.departments = seen;
        command.caller.displayName = u"Dana"_qs;
        return support::awaited((commands.get()->*method)(command));
    }
    ListDevices::Reply list(const ListDevices &asked = {})
    {
        return *ask(&DeviceCommands::list, asked)->as<ListDevices::Reply>();
    }
    QStringList names(const ListDevices &asked = {})
    {
        QStringList out;
        const auto reply = list(asked);
        for (const Entry &each : reply.devices)
            out << each.name;
        out.sort();
        return out;
    }
    template <class T>
    QList<T> facts() const
    {
        QList<T> out;
        for (const core::Event &event : publisher.events()) {
            if (event.topic.name() == QLatin1String(T::topic))
                out << *event.as<T>();
        }
        return out;
    }
};
const QString first = u"48:8F:5A:00:00:01"_qs;
const QString second = u"48:8F:5A:00:00:02"_qs;
} // namespace

/// Devices, as they are told of, kept and asked for.
class DevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areToldAndKept()
    {
        House house;
        const QString id = house.see(u"10.0.0.7"_qs, first, u"pc-7"_qs);
        QCOMPARE(house.facts<DeviceDiscovered>().size(), 1);
        QCOMPARE(house.facts<DeviceDiscovered>().first().device.ipAddress, u"10.0.0.7"_qs);
        QCOMPARE(house.facts<DeviceChanged>().size(), 1);
        house.publisher.clear();
        house.see(u"10.0.0.7"_qs, first, u"pc-7"_qs);
        QVERIFY(house.publisher.events().isEmpty());
        house.settle();
        house.restart();
        QCOMPARE(house.names(), QStringList{u"pc-7"_qs});
        QCOMPARE(house.see(u"10.0.0.7"_qs, first), id);
        QVERIFY(house.publisher.events().isEmpty());
    }

    void whatWasSeenLastIsKeptAtTheEnd()
    {
        House house;
        house.see(u"10.0.0.7"_qs, first, u"pc-7"_qs);
        house.restart();
        QCOMPARE(house.names(), QStringList{u"pc-7"_qs});
    }

    void changesAreFactsAndHistory()
    {
        House house;
        const QString id = house.see(u"10.0.0.7"_qs, first, u"pc-7"_qs);
        house.bench.clock.advance(std::chrono::hours(1));
        house.see(u"10.0.0.9"_qs, first, u"pc-9"_qs);
        const auto configured = house.facts<DeviceConfigured>();
        QCOMPARE(configured.size(), 1);
        QCOMPARE(configured.first().changes.size(), 2);
        QCOMPARE(configured.first().changes.first().field, u"address"_qs);
        house.settle();
        DeviceHistory asked;
        asked.id = id;
        const auto history = house.ask(&DeviceCommands::history, asked)->as<DeviceHistory::Reply>();
        QCOMPARE(history->changes.size(), 3);
        QCOMPARE(history->changes.first().to, u"pc-9"_qs);
        QCOMPARE(history->changes.last().field, u"discovered"_qs);
        asked.kinds = {u"address"_qs};
        QCOMPARE(house.ask(&DeviceCommands::history, asked)->as<DeviceHistory::Reply>()->changes.size(), 1);
        asked.id = u"d-none"_qs;
        QCOMPARE(house.ask(&DeviceCommands::history, asked).error().code, ErrorCode::NotFound);
    }

    void statesAreToldWithTheirCause()
    {
        House house;
        const QString id = house.see(u"10.0.0.7"_qs, first);
        house.devices->become({id, State::Up, false, {}}, u"ping"_qs);
        house.devices->become({id, State::Up, false, {}}, u"ping"_qs);
        house.devices->become({id, State::Unreachable, false, u"d-switch"_qs}, u"ping"_qs);
        house.devices->become({id, State::Down, false, {}}, u"ping"_qs);
        const auto told = house.facts<DeviceStatusChanged>();
        QCOMPARE(told.size(), 3);
        QVERIFY(told.at(0).isOnline && !told.at(0).causeId);
        QCOMPARE(told.at(1).causeId, std::optional(u"d-switch"_qs));
        QCOMPARE(told.at(2).statusChange, u"offline"_qs);
        QList<int> priorities;
        for (const core::Event &event : house.publisher.events()) {
            if (event.topic.name() == QLatin1String(DeviceStatusChanged::topic))
                priorities << event.priority;
        }
        QCOMPARE(priorities, (QList<int>{5, 3, 7}));
    }

    void flappingIsToldOnce()
    {
        House house;
        const QString id = house.see(u"10.0.0.7"_qs, first);
        house.devices->become({id, State::Up, false, {}}, {});
        house.publisher.clear();
        house.devices->become({id, State::Down, true, {}}, {});
        house.devices->become({id, State::Up, true, {}}, {});
        house.devices->become({id, State::Down, true, {}}, {});
        QCOMPARE(house.facts<DeviceStatusChanged>().size(), 1);
        QCOMPARE(house.facts<DeviceStatusChanged>().first().statusChange, u"warning"_qs);
        QCOMPARE(house.facts<DeviceChanged>().size(), 3);
        house.devices->become({id, State::Down, false, {}}, {});
        QCOMPARE(house.facts<DeviceStatusChanged>().last().statusChange, u"offline"_qs);
    }

    void twoThatUseOneAddressAreAFailure()
    {
        House house;
        for (const QString &mac : {first, second, first, second})
            house.see(u"10.0.0.7"_qs, mac);
        const auto failures = house.facts<DeviceFailed>();
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.first().code, u"address_shared"_qs);
        QVERIFY(failures.first().message.contains(u"10.0.0.7"));
    }

    void oneThatLostItsAddressAndIsTheSame()
    {
        House house;
        const QString afar = house.see(u"10.0.0.8"_qs, QString(), u"afar"_qs);
        const QString near = house.see(u"10.0.0.7"_qs, first);
        Sighting told;
        told.source = u"snmp"_qs;
        told.at = house.bench.clock.now();
        told.address = *Address::parse(u"10.0.0.8"_qs);
        told.mac = *MacAddress::parse(first);
        told.identities = {u"snmp:1"_qs};
        Sighting named = told;
        named.mac = {};
        QCOMPARE(house.devices->see(named), afar);
        // It takes the other's address, and then it is the other.
        QCOMPARE(house.devices->see(told), near);
        QCOMPARE(house.names().size(), 1);
        QCOMPARE(house.facts<DeviceRemoved>().last().mergedInto, near);
    }

    void whoIsNotWatchedIsUnknown()
    {
        House house;
        const QString id = house.see(u"10.0.0.7"_qs, first);
        house.devices->become({id, State::Up, false, {}}, {});
        house.publisher.clear();
        house.devices->become({id, State::Unknown, false, {}}, {});
        QVERIFY(house.facts<DeviceStatusChanged>().isEmpty());
        QCOMPARE(house.facts<DeviceChanged>().last().device.state, State::Unknown);
    }

    void areFilteredAndPaged()
    {
        House house;
        for (int i = 1; i <= 25; ++i)
            house.see(u"10.0.0.%1"_qs.arg(i), QString(), u"Node-%1"_qs.arg(i));
        house.see(u"10.1.0.1"_qs, QString(), u"Gate Ωmega"_qs);
        ListDevices asked;
        asked.limit = 10;
        QStringList ids;
        for (;;) {
            const auto page = house.list(asked);
            QCOMPARE(page.total, 26);
            for (const Entry &each : page.devices)
                ids << each.id;
            if (page.next.isEmpty())
                break;
            asked.after = page.next;
        }
        QCOMPARE(ids.size(), 26);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 26);
        asked = {};
        asked.search = u"gate ωMEGA"_qs;
        QCOMPARE(house.names(asked), QStringList{u"Gate Ωmega"_qs});
        asked.search = u"node-1 node-2"_qs;
        QCOMPARE(house.names(asked), QStringList());
        asked = {};
        asked.subnet = u"10.1.0.0/16"_qs;
        QCOMPARE(house.names(asked).size(), 1);
        asked.subnet = u"office"_qs;
        QCOMPARE(house.ask(&DeviceCommands::list, asked).error().code, ErrorCode::Invalid);
        asked = {};
        asked.department = u"ops"_qs;
        QCOMPARE(house.names(asked).size(), 1);
    }

    void aLimitedViewSeesItsOwn()
    {
        House house;
        const QString other = house.see(u"10.0.0.7"_qs, first, u"other"_qs);
        const QString own = house.see(u"10.1.0.7"_qs, second, u"own"_qs);
        house.seen = {u"ops"_qs};
        QCOMPARE(house.names(), QStringList{u"own"_qs});
        QVERIFY(house.ask(&DeviceCommands::get, GetDevice{own}));
        QCOMPARE(house.ask(&DeviceCommands::get, GetDevice{other}).error().code, ErrorCode::NotFound);
        QCOMPARE(house.ask(&DeviceCommands::forget, ForgetDevices{{own, other}}).error().code,
                 ErrorCode::NotFound);
        QVERIFY(house.devices->inventory().find(own) != nullptr);
        for (const core::Event &event : house.publisher.events())
            QCOMPARE(event.audience.departments.size(), 1);
        house.settle();
        const auto history = house.ask(&DeviceCommands::history, DeviceHistory{})->as<DeviceHistory::Reply>();
        QCOMPARE(history->changes.size(), 1);
    }

    void areAddedSetJoinedAndForgotten()
    {
        House house;
        const auto added = house.ask(&DeviceCommands::add, AddDevice{u" 10.0.0.7"_qs, u"Door"_qs});
        QVERIFY(added);
        const QString id = added->as<AddDevice::Reply>()->id;
        QCOMPARE(house.ask(&DeviceCommands::add, AddDevice{u"10.0.0.7"_qs, {}}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(house.ask(&DeviceCommands::add, AddDevice{u"224.0.0.1"_qs, {}}).error().code,
                 ErrorCode::Invalid);
        const QString other = house.see(u"10.0.0.8"_qs, second);
        SetDevices wish;
        wish.ids = {id, other};
        wish.owner = u"Dana"_qs;
        QCOMPARE(house.ask(&DeviceCommands::set, wish)->as<SetDevices::Reply>()->changed, 2);
        QCOMPARE(house.ask(&DeviceCommands::set, wish)->as<SetDevices::Reply>()->changed, 0);
        wish = {};
        wish.ids = {id};
        wish.deviceType = u"toaster"_qs;
        QCOMPARE(house.ask(&DeviceCommands::set, wish).error().code, ErrorCode::Invalid);
        wish.deviceType = u"camera"_qs;
        wish.parentId = other;
        QVERIFY(house.ask(&DeviceCommands::set, wish));
        wish = {};
        wish.ids = {other};
        wish.parentId = id;
        QCOMPARE(house.ask(&DeviceCommands::set, wish).error().code, ErrorCode::Invalid);
        QVERIFY(house.ask(&DeviceCommands::merge, MergeDevices{id, {other}}));
        QCOMPARE(house.facts<DeviceRemoved>().last().mergedInto, id);
        QCOMPARE(house.ask(&DeviceCommands::forget, ForgetDevices{{id}})->as<SetDevices::Reply>()->changed,
                 1);
        house.settle();
        house.restart();
        QCOMPARE(house.names(), QStringList());
    }

    void presenceInCells()
    {
        House house;
        const QString id = house.see(u"10.0.0.7"_qs, first);
        const QDateTime begin = house.bench.clock.now();
        house.devices->become({id, State::Up, false, {}}, {});
        house.bench.clock.advance(std::chrono::minutes(90));
        house.devices->become({id, State::Down, false, {}}, {});
        house.bench.clock.advance(std::chrono::minutes(30));
        house.devices->become({id, State::Up, false, {}}, {});
        house.bench.clock.advance(std::chrono::minutes(60));
        const auto ask = [&](const QDateTime &from, const QDateTime &to, int cells) {
            return house.ask(&DeviceCommands::presence, DevicePresence{id, from, to, cells});
        };
        const auto reply = ask(begin.addSecs(-3600), begin.addSecs(4 * 3600), 5)->as<DevicePresence::Reply>();
        QCOMPARE(reply->cells, (QStringList{u"unknown"_qs, u"up"_qs, u"down"_qs, u"up"_qs, u"unknown"_qs}));
        QCOMPARE(reply->upShare, 150.0 / 180.0);
        const auto later = ask(begin.addSecs(3600), begin.addSecs(5400), 3)->as<DevicePresence::Reply>();
        QCOMPARE(later->cells, (QStringList{u"up"_qs, u"up"_qs, u"up"_qs}));
        QCOMPARE(ask(begin, begin, 3).error().code, ErrorCode::Invalid);
        QCOMPARE(ask(begin.addYears(-3), begin, 3).error().code, ErrorCode::Invalid);
    }

    void aFullDiskLosesNothing()
    {
        House house;
        house.see(u"10.0.0.7"_qs, first, u"before"_qs);
        house.settle();
        *house.bench.freeBytes = 1 << 20;
        house.bench.clock.advance(std::chrono::seconds(5));
        QTRY_COMPARE(house.bench.store->state(), store::State::Full);
        house.see(u"10.0.0.8"_qs, second, u"meanwhile"_qs);
        house.settle();
        QCOMPARE(house.names().size(), 2);
        *house.bench.freeBytes = 10LL << 30;
        QTRY_VERIFY((house.bench.clock.advance(std::chrono::seconds(2)),
                     house.bench.store->state() == store::State::Ok));
        house.settle();
        house.restart();
        QCOMPARE(house.names(), (QStringList{u"before"_qs, u"meanwhile"_qs}));
    }
};

QTEST_GUILESS_MAIN(DevicesTest)
#include "devicestest.moc"
