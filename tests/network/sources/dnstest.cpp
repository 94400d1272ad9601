// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/dnsclient.h"
#include "domain/network/sources/mdnscache.h"
#include "domain/network/sources/reversenames.h"
#include "support/fakeclock.h"

#include <QNetworkDatagram>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
constexpr int patience = 60'000;
core::Address address(const char *text) { return *core::Address::parse(QString::fromLatin1(text)); }

DnsRecord pointer(const QByteArray &name, const QByteArray &target, quint32 ttl = 120)
{
    DnsRecord record{name, DnsType::Ptr, ttl};
    record.target = target;
    return record;
}

DnsRecord service(const QByteArray &name, const QByteArray &host, quint16 port, quint32 ttl = 120)
{
    DnsRecord record{name, DnsType::Srv, ttl};
    record.target = host;
    record.port = port;
    return record;
}

DnsRecord host(const QByteArray &name, const char *where, bool flushes = true)
{
    DnsRecord record{name, DnsType::A, 120, flushes};
    record.address = address(where);
    return record;
}

DnsMessage said(const QList<DnsRecord> &records)
{
    DnsMessage message;
    message.isResponse = true;
    message.records = records;
    return message;
}

/// A name server on the loopback that answers as a test says.
class FakeServer : public QObject
{
public:
    using Manner = std::function<std::optional<DnsMessage>(const DnsMessage &)>;
    explicit FakeServer(Manner manner) : m_manner(std::move(manner))
    {
        m_socket.bind(QHostAddress::LocalHost);
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] {
            while (m_socket.hasPendingDatagrams()) {
                const QNetworkDatagram datagram = m_socket.receiveDatagram();
                const auto question = DnsMessage::parse(datagram.data());
                ++questions;
                const auto answer = question ? m_manner(*question) : std::nullopt;
                if (answer)
                    m_socket.writeDatagram(datagram.makeReply(encodeDnsResponse(*answer)));
            }
        });
    }
    [[nodiscard]] DnsServer server() const { return {address("127.0.0.1"), m_socket.localPort()}; }

    int questions = 0;

private:
    Manner m_manner;
    QUdpSocket m_socket;
};

DnsMessage answerTo(const DnsMessage &question, const QList<DnsRecord> &records, int code = 0)
{
    DnsMessage answer = question;
    answer.records = records;
    answer.code = code;
    return answer;
}
} // namespace

/// Messages of the domain name system, who asks for names, and what is made of announcements.
class DnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messagesAreReadAsTheyAreWritten()
    {
        DnsMessage message;
        message.id = 0x1234;
        message.questions = {{"_ipp._tcp.local", DnsType::Ptr}};
        DnsRecord texts{"My Printer\\.2._ipp._tcp.local", DnsType::Txt, 4500};
        texts.texts = {"rp=queue", "note=Hall"};
        message.records = {pointer("_ipp._tcp.local", "My Printer\\.2._ipp._tcp.local"),
                           service("My Printer\\.2._ipp._tcp.local", "printer.local", 631), texts,
                           host("printer.local", "192.0.2.9")};
        const auto read = DnsMessage::parse(encodeDnsResponse(message));
        QVERIFY(read);
        QVERIFY(read->isResponse);
        QCOMPARE(read->id, quint16(0x1234));
        QCOMPARE(read->questions, message.questions);
        QCOMPARE(read->records.size(), 4);
        QCOMPARE(read->records.at(0).target, QByteArray("My Printer\\.2._ipp._tcp.local"));
        QCOMPARE(read->records.at(1).target, QByteArray("printer.local"));
        QCOMPARE(read->records.at(1).port, quint16(631));
        QCOMPARE(read->records.at(2).texts, texts.texts);
        QCOMPARE(read->records.at(3).address, address("192.0.2.9"));
        QVERIFY(read->records.at(3).flushes);
    }

    void compressedNamesAreFollowed()
    {
        // One question for a.b, and a PTR of c.b, "b" being pointed to.
        const auto read = DnsMessage::parse(QByteArray::fromHex("000084000001000100000000"
                                                                "0161016200000c0001"
                                                                "c00c000c00010000007800040163c00e"));
        QVERIFY(read);
        QCOMPARE(read->records.size(), 1);
        QCOMPARE(read->records.first().name, QByteArray("a.b"));
        QCOMPARE(read->records.first().target, QByteArray("c.b"));
    }

    void brokenMessagesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray head = QByteArray::fromHex("000084000001000000000000");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("head alone") << head;
        QTest::newRow("a pointer to itself") << head + QByteArray::fromHex("c00c000c0001");
        QTest::newRow("two that point to each other") << head + QByteArray::fromHex("c00ec00c000c0001");
        QTest::newRow("a pointer ahead") << head + QByteArray::fromHex("c0ff000c0001");
        QTest::newRow("a label too long")
            << head + QByteArray::fromHex("40") + QByteArray(64, 'a') + QByteArray::fromHex("00000c0001");
        QTest::newRow("a name too long")
            << head + QByteArray(64, 'a').replace(0, 1, "?").repeated(5) + QByteArray::fromHex("00000c0001");
        QTest::newRow("a label that is cut") << head + QByteArray::fromHex("0561");
        QTest::newRow("another operation") << QByteArray::fromHex("00002800000000000000000000");
        QTest::newRow("too many questions")
            << QByteArray::fromHex("00008400ffff000000000000") + QByteArray(8000, '\0');
        QTest::newRow("too many records")
            << QByteArray::fromHex("000084000000ffff00000000") + QByteArray(8000, '\0');
        QTest::newRow("too long") << QByteArray::fromHex("000084000000000000000000") + QByteArray(9000, '\0');
        QTest::newRow("data that is cut")
            << QByteArray::fromHex("00008400000000010000000000000c000100000078ffff");
    }

    void brokenMessagesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!DnsMessage::parse(bytes));
    }

    void anyBytesAreSurvived()
    {
        QRandomGenerator random(1);
        const QByteArray good = encodeDnsResponse(
            said({pointer("_ipp._tcp.local", "a._ipp._tcp.local"), service("a._ipp._tcp.local", "a.local", 1),
                  host("a.local", "192.0.2.1")}));
        int read = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = good;
            for (int j = random.bounded(1, 6); j > 0; --j)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            bytes.truncate(random.bounded(int(bytes.size() + 1)));
            const auto message = DnsMessage::parse(bytes);
            read += message ? 1 : 0;
            if (!message)
                continue;
            MdnsCache cache;
            cache.take(*message, address("192.0.2.1"), 0ms);
            QVERIFY(cache.services().size() <= 1);
        }
        QVERIFY(read > 0);
    }

    void namesOfAddresses()
    {
        QCOMPARE(reverseName(address("192.0.2.9")), QByteArray("9.2.0.192.in-addr.arpa"));
        QCOMPARE(reverseName(address("2001:db8::1")),
                 QByteArray("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"));
        QVERIFY(labelsOf("").isEmpty() && labelsOf("a..b").isEmpty() &&
                labelsOf(QByteArray(64, 'a')).isEmpty());
        QCOMPARE(labelsOf("a.b.").size(), 2);
    }

    void serversAreRead()
    {
        const auto servers =
            parseResolvConf("# comment\nsearch lan\nnameserver 192.0.2.1\nnameserver\t2001:db8::1\n"
                            "nameserver nonsense\nnameserver 192.0.2.2\nnameserver 192.0.2.3");
        QCOMPARE(servers.size(), 3);
        QCOMPARE(servers.at(1).address, address("2001:db8::1"));
    }

    void namesAreFoundAndRemembered()
    {
        FakeServer server([](const DnsMessage &question) {
            const QByteArray name = question.questions.first().name;
            if (name.startsWith("9."))
                return answerTo(question, {pointer(name, "printer\x1b.lan"), pointer(name, "second.lan")});
            return answerTo(question, {}, 3);
        });
        support::FakeClock clock;
        core::SystemEntropy entropy;
        DnsClient client({{server.server()}}, clock, entropy);
        ReverseNames names(client, clock);
        QSignalSpy found(&names, &ReverseNames::found);
        names.ask(address("192.0.2.9"));
        names.ask(address("192.0.2.9"));
        names.ask(address("192.0.2.8"));
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 2, patience);
        QHash<core::Address, QString> told;
        for (const QVariantList &each : std::as_const(found))
            told.insert(each.first().value<core::Address>(), each.last().toString());
        QCOMPARE(told.value(address("192.0.2.9")), QStringLiteral("printer .lan"));
        QCOMPARE(told.value(address("192.0.2.8")), QString());
        QCOMPARE(server.questions, 2);
        names.ask(address("192.0.2.9"));
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 3, patience);
        QCOMPARE(server.questions, 2);
        clock.advance(11min); // that there was none is forgotten sooner
        names.ask(address("192.0.2.9"));
        names.ask(address("192.0.2.8"));
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 5, patience);
        QCOMPARE(server.questions, 3);
    }

    void aSilentServerIsPassedOver()
    {
        FakeServer silent([](const DnsMessage &) { return std::nullopt; });
        FakeServer broken([](const DnsMessage &question) { return answerTo(question, {}, 2); });
        FakeServer good([](const DnsMessage &question) {
            return answerTo(question, {host(question.questions.first().name, "192.0.2.1")});
        });
        support::FakeClock clock;
        core::SystemEntropy entropy;
        DnsClient client({{silent.server(), broken.server(), good.server()}}, clock, entropy);
        std::optional<DnsClient::Answer> given;
        client.ask("www.example", DnsType::A, [&](const DnsClient::Answer &answer) { given = answer; });
        QTRY_COMPARE_WITH_TIMEOUT(silent.questions, 1, patience);
        QVERIFY(!given);
        clock.advance(2100ms);
        QTRY_VERIFY_WITH_TIMEOUT(given, patience);
        QCOMPARE(given->state, DnsClient::Answer::State::Found);
        QCOMPARE(given->records.size(), 1);
    }

    void strangersAreNotHeard()
    {
        FakeServer server([](const DnsMessage &question) {
            DnsMessage other = answerTo(question, {host("www.example", "192.0.2.66")});
            other.id = quint16(question.id + 1);
            return other;
        });
        FakeServer wrongName([](const DnsMessage &question) {
            DnsMessage other = answerTo(question, {host("www.example", "192.0.2.66")});
            other.questions.first().name = "other.example";
            return other;
        });
        support::FakeClock clock;
        core::SystemEntropy entropy;
        DnsClient client({{server.server(), wrongName.server()}}, clock, entropy);
        std::optional<DnsClient::Answer> given;
        client.ask("www.example", DnsType::A, [&](const DnsClient::Answer &answer) { given = answer; });
        QTRY_COMPARE_WITH_TIMEOUT(server.questions, 1, patience);
        clock.advance(2100ms);
        QTRY_COMPARE_WITH_TIMEOUT(wrongName.questions, 1, patience);
        clock.advance(2100ms);
        QTRY_VERIFY_WITH_TIMEOUT(given, patience);
        QCOMPARE(given->state, DnsClient::Answer::State::Silent);
    }

    void questionsAreBounded()
    {
        FakeServer server([](const DnsMessage &question) { return answerTo(question, {}, 3); });
        support::FakeClock clock;
        core::SystemEntropy entropy;
        DnsClient::Setup setup{{server.server()}};
        setup.mostWaiting = 100;
        DnsClient client(setup, clock, entropy);
        int refused = 0;
        int answered = 0;
        for (int i = 0; i < 150; ++i)
            client.ask(QByteArray::number(i) + ".example", DnsType::A, [&](const DnsClient::Answer &answer) {
                ++(answer.state == DnsClient::Answer::State::Refused ? refused : answered);
            });
        QTRY_COMPARE_WITH_TIMEOUT(refused + answered, 150, patience);
        QCOMPARE(refused, 50);
        DnsClient none({{}}, clock, entropy);
        std::optional<DnsClient::Answer> given;
        none.ask("www.example", DnsType::A, [&](const DnsClient::Answer &answer) { given = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(given, patience);
        QCOMPARE(given->state, DnsClient::Answer::State::Refused);
    }

    void announcementsArePutTogether()
    {
        MdnsCache cache;
        const core::Address source = address("192.0.2.9");
        auto change =
            cache.take(said({pointer("_services._dns-sd._udp.local", "_ipp._tcp.local")}), source, 0ms);
        QCOMPARE(change.questions, (QList<DnsQuestion>{{"_ipp._tcp.local", DnsType::Ptr}}));
        change = cache.take(said({pointer("_ipp._tcp.local", "Hall <b>\\.1._ipp._tcp.local")}), source, 0ms);
        QCOMPARE(change.questions.size(), 2);
        QVERIFY(change.services.isEmpty());
        DnsRecord texts{"Hall <b>\\.1._IPP._tcp.local", DnsType::Txt, 4500};
        texts.texts = {"ty=HP\x1b LaserJet", "rp", "TY=second"};
        change = cache.take(said({service("Hall <b>\\.1._ipp._tcp.local", "Printer.local", 631), texts}),
                            source, 0ms);
        QCOMPARE(change.questions.size(), 2);
        QCOMPARE(change.services.size(), 1);
        QCOMPARE(change.services.first().instance, QStringLiteral("Hall <b>.1"));
        QCOMPARE(change.services.first().type, QStringLiteral("_ipp._tcp"));
        QCOMPARE(change.services.first().texts,
                 (QMap<QString, QString>{{QStringLiteral("ty"), QStringLiteral("HP LaserJet")},
                                         {QStringLiteral("rp"), {}}}));
        change = cache.take(said({host("printer.local", "192.0.2.9")}), source, 0ms);
        QCOMPARE(change.hosts.size(), 1);
        QCOMPARE(change.services.first().addresses, QList{source});
        // A new address takes the old one's place.
        change = cache.take(said({host("printer.local", "192.0.2.10")}), source, 0ms);
        QCOMPARE(change.services.first().addresses, QList{address("192.0.2.10")});
        change =
            cache.take(said({pointer("_ipp._tcp.local", "Hall <b>\\.1._ipp._tcp.local", 0)}), source, 0ms);
        QCOMPARE(change.gone.size(), 1);
        QVERIFY(cache.services().isEmpty());
    }

    void whatIsNotSaidAgainExpires()
    {
        MdnsCache cache;
        cache.take(said({service("a._ssh._tcp.local", "a.local", 22)}), address("192.0.2.9"), 1000ms);
        QVERIFY(cache.expire(100s).gone.isEmpty());
        QCOMPARE(cache.expire(121s).gone.size(), 1);
    }

    void aFloodOfAnnouncementsIsBounded()
    {
        MdnsCache cache;
        qsizetype questions = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            questions +=
                cache
                    .take(said({pointer("_services._dns-sd._udp.local", "_t" + number + "._tcp.local"),
                                service("x" + number + "._ssh._tcp.local", "h" + number + ".local", 22),
                                host("h" + number + ".local", "192.0.2.1")}),
                          address("192.0.2.9"), 0ms)
                    .questions.size();
        }
        QCOMPARE(cache.services().size(), 4096);
        QVERIFY(cache.questions().size() <= 257);
        QVERIFY(questions < 20'000);
    }

    void strangeNamesAreNoServices()
    {
        MdnsCache cache;
        const auto change = cache.take(
            said({pointer("_services._dns-sd._udp.local", "evil.example.com"),
                  service("a.b.example.com", "x", 1), pointer("_ipp._tcp.local", "a._ssh._tcp.local"),
                  host("www.example.com", "192.0.2.1")}),
            address("192.0.2.9"), 0ms);
        QVERIFY(change.questions.isEmpty() && change.services.isEmpty() && change.hosts.isEmpty());
        DnsMessage question = said({service("a._ssh._tcp.local", "a.local", 22)});
        question.isResponse = false;
        QVERIFY(cache.take(question, address("192.0.2.9"), 0ms).services.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DnsTest)
#include "dnstest.moc"
