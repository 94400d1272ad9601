// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/multicastnames.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>

namespace network::sources {

namespace {
const QHostAddress groupV4(QStringLiteral("224.0.0.251")); // RFC 6762 §3
const QHostAddress groupV6(QStringLiteral("ff02::fb"));
constexpr std::chrono::milliseconds gather{200};
constexpr std::chrono::seconds soon{5};
constexpr std::chrono::seconds sweepEvery{30};
constexpr std::chrono::seconds notAgainFor{60};
constexpr qsizetype questionsAtOnce = 20; // fit one datagram
constexpr qsizetype mostQuestionsWaiting = 1000;
constexpr qsizetype mostAsked = 10'000;
constexpr int mostDatagrams = 256;

QList<QNetworkInterface> interfacesNamed(const QStringList &names)
{
    QList<QNetworkInterface> list;
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &each : all) {
        const auto flags = each.flags();
        const bool canMulticast =
            flags.testFlag(QNetworkInterface::CanMulticast) && flags.testFlag(QNetworkInterface::IsUp);
        if (canMulticast && (names.isEmpty() || names.contains(each.name())))
            list.append(each);
    }
    return list;
}
} // namespace

MulticastNames::MulticastNames(Setup setup, core::Clock &clock, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_clock(clock)
{
}

core::Result<void> MulticastNames::start()
{
    if (m_v4)
        return {};
    m_v4 = std::make_unique<QUdpSocket>();
    if (const auto opened = open(*m_v4, QHostAddress(QHostAddress::AnyIPv4)); !opened) {
        m_v4.reset();
        return opened;
    }
    m_v6 = std::make_unique<QUdpSocket>();
    if (!open(*m_v6, QHostAddress(QHostAddress::AnyIPv6)))
        m_v6.reset(); // a machine without IPv6
    join();
    askAll();
    m_soon = m_clock.after(soon, [this] {
        m_asked.clear();
        askAll();
    });
    m_again = m_clock.every(m_setup.again, [this] {
        m_asked.clear();
        askAll();
    });
    m_sweep = m_clock.every(sweepEvery, [this] { tell(m_cache.expire(m_clock.steady())); });
    return {};
}

core::Result<void> MulticastNames::open(QUdpSocket &socket, const QHostAddress &any)
{
    // avahi and others listen there, too.
    if (!socket.bind(any, m_setup.port, QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
        return core::Error{
            core::ErrorCode::Unavailable,
            tr("Multicast DNS on port %1 cannot be listened to: %2. Devices that announce their name and "
               "services so are found by other means only.")
                .arg(m_setup.port)
                .arg(socket.errorString())};
    connect(&socket, &QUdpSocket::readyRead, this, [this, &socket] { read(socket); });
    return {};
}

void MulticastNames::stop()
{
    m_flush.reset();
    m_soon.reset();
    m_again.reset();
    m_sweep.reset();
    m_v4.reset();
    m_v6.reset();
    m_questions.clear();
    m_asked.clear();
    m_cache = {};
}

void MulticastNames::join()
{
    const QList<QNetworkInterface> interfaces = interfacesNamed(m_setup.interfaces);
    for (const QNetworkInterface &interface : interfaces) {
        // Joining again does nothing.
        if (m_v4)
            m_v4->joinMulticastGroup(groupV4, interface);
        if (m_v6)
            m_v6->joinMulticastGroup(groupV6, interface);
    }
}

void MulticastNames::read(QUdpSocket &socket)
{
    for (int i = 0; i < mostDatagrams && socket.hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = socket.receiveDatagram();
        QHostAddress sender = datagram.senderAddress();
        sender.setScopeId({});
        const auto source = core::Address::parse(sender.toString());
        const auto message = DnsMessage::parse(datagram.data());
        // Answers come from the port of multicast DNS (RFC 6762 §6).
        if (source && message && message->isResponse && datagram.senderPort() == m_setup.port)
            tell(m_cache.take(*message, *source, m_clock.steady()));
    }
}

void MulticastNames::tell(const MdnsCache::Change &change)
{
    ask(change.questions);
    for (const MdnsHost &host : change.hosts)
        Q_EMIT hostSeen(host);
    for (const MdnsService &service : change.services)
        Q_EMIT serviceSeen(service);
    for (const MdnsService &service : change.gone)
        Q_EMIT serviceGone(service);
}

void MulticastNames::askAll() { ask(m_cache.questions()); }

void MulticastNames::ask(const QList<DnsQuestion> &questions)
{
    const auto now = m_clock.steady();
    if (m_asked.size() > mostAsked)
        m_asked.clear();
    for (const DnsQuestion &question : questions) {
        auto &asked = m_asked[question.name.toLower() + char(question.type)];
        if ((asked.count() != 0 && now - asked < notAgainFor) || m_questions.size() >= mostQuestionsWaiting)
            continue;
        asked = now;
        m_questions.append(question);
    }
    if (!m_questions.isEmpty() && !m_flush)
        m_flush = m_clock.after(gather, [this] {
            QMetaObject::invokeMethod(this, &MulticastNames::flush, Qt::QueuedConnection);
        });
}

void MulticastNames::flush()
{
    m_flush.reset();
    while (!m_questions.isEmpty()) {
        DnsMessage message;
        message.questions = m_questions.first(std::min(questionsAtOnce, m_questions.size()));
        m_questions.remove(0, message.questions.size());
        send(encodeDnsQuery(message));
    }
}

void MulticastNames::send(const QByteArray &datagram)
{
    const QList<QNetworkInterface> interfaces = interfacesNamed(m_setup.interfaces);
    for (const QNetworkInterface &interface : interfaces) {
        if (m_v4) {
            m_v4->setMulticastInterface(interface);
            m_v4->writeDatagram(datagram, groupV4, m_setup.port);
        }
        if (m_v6) {
            m_v6->setMulticastInterface(interface);
            m_v6->writeDatagram(datagram, groupV6, m_setup.port);
        }
    }
}

} // namespace network::sources
