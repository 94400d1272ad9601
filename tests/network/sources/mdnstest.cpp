// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/multicastnames.h"
#include "network/sources/lab.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
/// A printer that answers what it is asked by multicast, question by question.
class Printer : public QObject
{
public:
    explicit Printer(const QHostAddress &group) : m_group(group)
    {
        const bool isV4 = group.protocol() == QAbstractSocket::IPv4Protocol;
        m_socket.bind(isV4 ? QHostAddress::AnyIPv4 : QHostAddress::AnyIPv6, 5353,
                      QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint);
        const QNetworkInterface here = QNetworkInterface::interfaceFromName(QStringLiteral("here"));
        m_socket.joinMulticastGroup(group, here);
        m_socket.setMulticastInterface(here);
        connect(&m_socket, &QUdpSocket::readyRead, this, &Printer::read);
    }

    void say(const QList<DnsRecord> &records)
    {
        DnsMessage message;
        message.records = records;
        m_socket.writeDatagram(encodeDnsResponse(message), m_group, 5353);
    }

    static DnsRecord pointer(const QByteArray &name, const QByteArray &target, quint32 ttl = 120)
    {
        DnsRecord record{name, DnsType::Ptr, ttl};
        record.target = target;
        return record;
    }

private:
    void read()
    {
        while (m_socket.hasPendingDatagrams()) {
            const auto message = DnsMessage::parse(m_socket.receiveDatagram().data());
            if (!message || message->isResponse)
                continue;
            for (const DnsQuestion &question : message->questions)
                answer(question);
        }
    }

    void answer(const DnsQuestion &question)
    {
        if (question.name == "_services._dns-sd._udp.local")
            say({pointer(question.name, "_ipp._tcp.local")});
        else if (question.name == "_ipp._tcp.local")
            say({pointer(question.name, "Hall._ipp._tcp.local")});
        else if (question.name == "Hall._ipp._tcp.local" && question.type == DnsType::Srv) {
            DnsRecord record{question.name, DnsType::Srv, 120};
            record.target = "printer.local";
            record.port = 631;
            say({record});
        } else if (question.name == "printer.local" && question.type == DnsType::A) {
            DnsRecord record{question.name, DnsType::A, 120, true};
            record.address = *core::Address::parse(u"10.20.0.9");
            say({record});
        }
    }

    QHostAddress m_group;
    QUdpSocket m_socket;
};
} // namespace

/// Multicast DNS over an interface of the test's own.
class MdnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(lab::ip("link add name here type veth peer name there\n"
                        "addr add 10.20.0.1/24 dev here\n"
                        "addr add fe80::1/64 dev here nodad\n"
                        "link set here up\nlink set there up\n"));
    }

    void servicesAreFound_data()
    {
        QTest::addColumn<QString>("group");
        QTest::newRow("IPv4") << QStringLiteral("224.0.0.251");
        QTest::newRow("IPv6") << QStringLiteral("ff02::fb");
    }

    void servicesAreFound()
    {
        QFETCH(QString, group);
        Printer printer((QHostAddress(group)));
        core::SystemClock clock;
        MulticastNames names({5353, {QStringLiteral("here")}}, clock);
        QSignalSpy seen(&names, &MulticastNames::serviceSeen);
        QSignalSpy gone(&names, &MulticastNames::serviceGone);
        QVERIFY(names.start());
        const auto found = [&] {
            const QList<MdnsService> services = names.services();
            return services.size() == 1 && !services.first().addresses.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(found(), lab::patience);
        const MdnsService service = names.services().first();
        QCOMPARE(service.instance, QStringLiteral("Hall"));
        QCOMPARE(service.type, QStringLiteral("_ipp._tcp"));
        QCOMPARE(service.host, QStringLiteral("printer.local"));
        QCOMPARE(service.port, quint16(631));
        QCOMPARE(service.addresses, QList{*core::Address::parse(u"10.20.0.9")});
        QVERIFY(!service.source.isNull());
        QCOMPARE(seen.last().first().value<MdnsService>(), service);

        printer.say({Printer::pointer("_ipp._tcp.local", "Hall._ipp._tcp.local", 0)});
        QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, lab::patience);
        names.stop();
    }
};

QTEST_GUILESS_MAIN(MdnsTest)
#include "mdnstest.moc"
