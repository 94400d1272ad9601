// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/namelookup.h"

#include "network/estate.h"

#include <QNetworkDatagram>

using namespace network;
using namespace std::chrono_literals;
using sources::DnsMessage;
using sources::DnsRecord;
using sources::DnsType;

namespace {
constexpr int patience = 60'000; // ends what hangs
core::Address at(const QString &text) { return *core::Address::parse(text); }

/// A name server on the loopback: a name for each address, or whatever bytes a test wants.
struct NameServer
{
    QUdpSocket socket;
    QHash<QByteArray, QByteArray> names; ///< by the question
    std::optional<QByteArray> bytes;     ///< instead of an answer
    QByteArrayList asked;

    NameServer()
    {
        socket.bind(QHostAddress::LocalHost);
        QObject::connect(&socket, &QUdpSocket::readyRead, &socket, [this] { read(); });
    }
    [[nodiscard]] QList<sources::DnsServer> servers() const
    {
        return {{at(u"127.0.0.1"_qs), socket.localPort()}};
    }
    void give(const QString &address, const QByteArray &name)
    {
        names.insert(sources::reverseName(at(address)), name);
    }

private:
    void read()
    {
        while (socket.hasPendingDatagrams()) {
            const QNetworkDatagram datagram = socket.receiveDatagram();
            const auto question = DnsMessage::parse(datagram.data());
            if (!question || question->questions.isEmpty())
                continue;
            const QByteArray name = question->questions.first().name;
            asked << name;
            if (bytes) {
                socket.writeDatagram(datagram.makeReply(datagram.data().left(2) + *bytes));
                continue;
            }
            DnsMessage answer = *question;
            answer.isResponse = true;
            answer.code = names.contains(name) ? 0 : 3;
            if (names.contains(name)) {
                DnsRecord record{name, DnsType::Ptr, 120};
                record.target = names.value(name);
                answer.records = {record};
            }
            socket.writeDatagram(datagram.makeReply(sources::encodeDnsResponse(answer)));
        }
    }
};

/// Devices that announce themselves to all; 127.0.0.2 is one of them.
struct Street
{
    QUdpSocket speaker;
    QUdpSocket impostor; ///< another address, the same port

    Street()
    {
        constexpr auto shared = QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint;
        speaker.bind(QHostAddress(u"127.0.0.2"_qs), 0, shared);
        impostor.bind(QHostAddress(u"127.0.0.3"_qs), port(), shared);
    }
    [[nodiscard]] quint16 port() const { return speaker.localPort(); }
    void say(QUdpSocket &from, const QByteArray &datagram) const
    {
        from.writeDatagram(datagram, QHostAddress(QHostAddress::LocalHost), port());
    }
    static QByteArray announced(const QList<DnsRecord> &records)
    {
        DnsMessage message;
        message.isResponse = true;
        message.records = records;
        return sources::encodeDnsResponse(message);
    }
    static QByteArray host(const QByteArray &name, const QString &address)
    {
        DnsRecord record{name, DnsType::A, 120, true};
        record.address = at(address);
        return announced({record});
    }
};

/// A house that asks what its devices are called.
struct House : nettest::Estate
{
    NameServer server;
    Street street;
    std::unique_ptr<NameLookup> lookup;
    QStringList failures;

    explicit House(bool hasServer = true) : Estate({u"127.0.0.0/24"_qs})
    {
        NameLookup::Setup setup;
        if (hasServer)
            setup.servers = server.servers();
        setup.multicast.port = street.port();
        setup.multicast.interfaces = QStringList{u"none"_qs}; // nothing leaves this machine
        lookup = std::make_unique<NameLookup>(
            NameLookup::Surroundings{*devices, *grounds, bench.clock, entropy}, setup);
        QObject::connect(lookup.get(), &NameLookup::failed, lookup.get(),
                         [this](const QString &sentence) { failures << sentence; });
        lookup->start();
    }
    [[nodiscard]] QString nameOf(const QString &id) const { return known(id).entry.name; }
    [[nodiscard]] QString nameBy(const QString &id, const QString &source) const
    {
        for (const KnownName &each : known(id).names) {
            if (each.source == source)
                return each.name;
        }
        return {};
    }
    bool isCalled(const QString &id, const QString &name)
    {
        return QTest::qWaitFor([&] { return nameOf(id) == name; }, patience);
    }
};
} // namespace

/// What the devices are called by others, and by themselves.
class NameLookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesHaveNames()
    {
        House house;
        QCOMPARE(house.failures, QStringList());
        house.server.give(u"127.0.0.9"_qs, "nas.example.org");
        const QString id = house.see(u"127.0.0.9"_qs);
        QVERIFY(house.isCalled(id, u"nas.example.org"_qs));
        QCOMPARE(house.nameBy(id, u"dns"_qs), u"nas.example.org"_qs);
        // Once; an hour later again, and it may be called otherwise then.
        house.see(u"127.0.0.9"_qs);
        QCoreApplication::processEvents();
        QCOMPARE(house.server.asked.size(), 1);
        house.server.give(u"127.0.0.9"_qs, "store.example.org");
        house.bench.clock.advance(61min);
        QVERIFY(house.isCalled(id, u"store.example.org"_qs));
        QCOMPARE(house.server.asked.size(), 2);
    }

    void onlyTickedNetworksAreAskedFor()
    {
        House house;
        house.server.give(u"127.0.9.9"_qs, "stranger.example.org");
        house.server.give(u"127.0.0.9"_qs, "nas.example.org");
        const QString stranger = house.see(u"127.0.9.9"_qs);
        const QString id = house.see(u"127.0.0.9"_qs);
        QVERIFY(house.isCalled(id, u"nas.example.org"_qs));
        QCOMPARE(house.server.asked, QByteArrayList{sources::reverseName(at(u"127.0.0.9"_qs))});
        QCOMPARE(house.nameOf(stranger), u"127.0.9.9"_qs);
    }

    void withoutAServerNobodyIsAsked()
    {
        House house(false);
        const QString id = house.see(u"127.0.0.9"_qs);
        house.bench.clock.advance(2h);
        QCoreApplication::processEvents();
        QCOMPARE(house.nameOf(id), u"127.0.0.9"_qs);
        QVERIFY(house.server.asked.isEmpty());
    }

    void brokenAnswersAreNoNames_data()
    {
        QTest::addColumn<QByteArray>("bytes"); // behind the number of the question
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a head alone") << QByteArray::fromHex("84000001000100000000");
        QTest::newRow("no end of names") << QByteArray::fromHex("84000000000100000000c00c000c0001");
        QTest::newRow("ones") << QByteArray(1400, '\xff');
        QTest::newRow("zeros") << QByteArray(1400, '\0');
        QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\n\r\n<html>");
        QTest::newRow("it failed") << QByteArray::fromHex("84020000000000000000");
    }

    void brokenAnswersAreNoNames()
    {
        QFETCH(QByteArray, bytes);
        House house;
        house.server.bytes = bytes;
        const QString id = house.see(u"127.0.0.9"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(!house.server.asked.isEmpty(), patience);
        for (int i = 0; i < 100; ++i) { // whoever waits for an answer gives up
            QCoreApplication::processEvents();
            house.bench.clock.advance(100ms);
        }
        QCOMPARE(house.nameOf(id), u"127.0.0.9"_qs);
        // And what is good later is taken.
        house.server.bytes.reset();
        house.server.give(u"127.0.0.9"_qs, "nas.example.org");
        house.bench.clock.advance(61min);
        QVERIFY(house.isCalled(id, u"nas.example.org"_qs));
    }

    void hostileNamesAreTextAndKept()
    {
        House house;
        QByteArray name = "<img src=x>\x1b[2J\xe2\x80\xae";
        while (name.size() < 200)
            name += ".<script>alert(1)</script>";
        house.server.give(u"127.0.0.9"_qs, name);
        const QString id = house.see(u"127.0.0.9"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(!house.nameBy(id, u"dns"_qs).isEmpty(), patience);
        const QString shown = house.nameOf(id);
        QVERIFY(shown.startsWith(u"<img src=x>") && shown.size() <= 256);
        QVERIFY(std::all_of(shown.begin(), shown.end(), [](QChar letter) { return letter.isPrint(); }));
        house.lookup.reset();
        QCOMPARE(house.publisher.refused, QStringList());
        house.reopen();
        QCOMPARE(house.nameOf(id), shown);
    }

    void whoAnnouncesItselfIsCalledSo()
    {
        House house;
        house.street.say(house.street.speaker, Street::host("Printer.local", u"127.0.0.2"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(house.devices->inventory().size(), 1, patience);
        const Known &device = *house.devices->inventory().holder(at(u"127.0.0.2"_qs));
        QCOMPARE(device.entry.name, u"Printer"_qs);
        DnsRecord service{"Hall._ipp._tcp.local", DnsType::Srv, 120};
        service.target = "Printer.local";
        service.port = 631;
        house.street.say(house.street.speaker, Street::announced({service}));
        QTRY_VERIFY_WITH_TIMEOUT(
            std::any_of(device.observations.begin(), device.observations.end(),
                        [](const Observation &each) { return each.value == QLatin1String("_ipp._tcp"); }),
            patience);
        QCOMPARE(house.devices->inventory().size(), 1);
    }

    void nobodySpeaksForAnother()
    {
        House house;
        const QString victim = house.see(u"127.0.0.2"_qs);
        DnsRecord service{"Hall._ipp._tcp.local", DnsType::Srv, 120};
        service.target = "evil.local";
        service.port = 631;
        DnsRecord where{"evil.local", DnsType::A, 120, true};
        where.address = at(u"127.0.0.2"_qs);
        house.street.say(house.street.impostor, Street::announced({where, service}));
        // What is said last is heard last.
        house.street.say(house.street.impostor, Street::host("honest.local", u"127.0.0.3"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(house.devices->inventory().size(), 2, patience);
        QCOMPARE(house.nameOf(victim), u"127.0.0.2"_qs);
        const QString other = house.devices->inventory().holder(at(u"127.0.0.3"_qs))->entry.id;
        QCOMPARE(house.nameOf(other), u"honest"_qs);
    }

    void noiseOnTheStreetIsSurvived()
    {
        House house;
        const QByteArray good = Street::host("Printer.local", u"127.0.0.2"_qs);
        for (qsizetype i = 0; i < good.size(); ++i) {
            house.street.say(house.street.impostor, good.left(i));
            QByteArray turned = good;
            turned[i] = char(~turned.at(i));
            house.street.say(house.street.impostor, turned);
            QCoreApplication::processEvents();
        }
        house.street.say(house.street.speaker, good);
        QTRY_VERIFY_WITH_TIMEOUT(house.devices->inventory().holder(at(u"127.0.0.2"_qs)) != nullptr, patience);
        QCOMPARE(house.devices->inventory().holder(at(u"127.0.0.2"_qs))->entry.name, u"Printer"_qs);
    }

    void anotherThatHasThePortIsSaid()
    {
        QUdpSocket alone;
        QVERIFY(alone.bind(QHostAddress(QHostAddress::AnyIPv4), 0, QAbstractSocket::DontShareAddress));
        nettest::Estate estate({u"127.0.0.0/24"_qs});
        NameServer server;
        server.give(u"127.0.0.9"_qs, "nas.example.org");
        NameLookup::Setup setup;
        setup.servers = server.servers();
        setup.multicast.port = alone.localPort();
        setup.multicast.interfaces = QStringList{u"none"_qs};
        NameLookup lookup({*estate.devices, *estate.grounds, estate.bench.clock, estate.entropy}, setup);
        QStringList failures;
        connect(&lookup, &NameLookup::failed, this, [&](const QString &sentence) { failures << sentence; });
        lookup.start();
        QCOMPARE(failures.size(), 1);
        QVERIFY(failures.first().contains(QString::number(alone.localPort())));
        const QString id = estate.see(u"127.0.0.9"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(estate.known(id).entry.name, u"nas.example.org"_qs, patience);
    }
};

QTEST_GUILESS_MAIN(NameLookupTest)
#include "namelookuptest.moc"
