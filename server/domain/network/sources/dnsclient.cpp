// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/dnsclient.h"

#include <QHostAddress>
#include <QNetworkDatagram>

namespace network::sources {

namespace {
constexpr qsizetype mostServers = 3; // resolv.conf(5), MAXNS
constexpr std::chrono::milliseconds lookForLateDnsEvery{100};
constexpr int mostReads = 256;
} // namespace

QList<DnsServer> parseResolvConf(QByteArrayView text)
{
    QList<DnsServer> servers;
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || words.first() != "nameserver" || servers.size() == mostServers)
            continue;
        if (const auto address = core::Address::parse(QString::fromLatin1(words.at(1))))
            servers.append({*address, 53});
    }
    return servers;
}

DnsClient::DnsClient(Setup setup, core::Clock &clock, core::Entropy &entropy, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_clock(clock), m_entropy(entropy)
{
}

DnsClient::~DnsClient() { stop(); }

void DnsClient::ask(const QByteArray &name, DnsType type, Listener listener)
{
    Query query{{name, type}, std::move(listener)};
    if (m_setup.servers.isEmpty() || m_waiting.size() >= m_setup.mostWaiting || labelsOf(name).isEmpty()) {
        answer(query, {Answer::State::Refused, {}, 0});
        return;
    }
    m_waiting.enqueue(std::move(query));
    QMetaObject::invokeMethod(this, &DnsClient::fill, Qt::QueuedConnection);
}

void DnsClient::stop()
{
    m_timer.reset();
    m_waiting.clear();
    m_open.clear();
    m_socket.reset();
}

void DnsClient::fill()
{
    if (m_open.isEmpty())
        m_socket.reset();
    while (!m_waiting.isEmpty() && m_open.size() < m_setup.atOnce) {
        Query query = m_waiting.dequeue();
        query.begun = std::chrono::steady_clock::now();
        send(std::move(query));
    }
    if (m_open.isEmpty())
        m_timer.reset();
    else if (!m_timer)
        m_timer = m_clock.every(lookForLateDnsEvery, [this] { lookForLate(); });
}

void DnsClient::send(Query query)
{
    if (!m_socket) {
        m_socket = std::make_unique<QUdpSocket>();
        connect(m_socket.get(), &QUdpSocket::readyRead, this, &DnsClient::read);
        m_socket->bind(QHostAddress(QHostAddress::Any), 0);
    }
    quint16 id = 0;
    do { // an id that cannot be guessed (RFC 5452 §9.2)
        const QByteArray random = m_entropy.bytes(2);
        id = quint16(quint8(random.at(0)) << 8U | quint8(random.at(1)));
    } while (m_open.contains(id));
    DnsMessage message;
    message.id = id;
    message.wantsRecursion = true;
    message.questions = {query.question};
    const DnsServer &server = m_setup.servers.at(query.server);
    m_socket->writeDatagram(encodeDnsQuery(message), QHostAddress(server.address.toString()), server.port);
    query.deadline = m_clock.steady() + m_setup.patience;
    m_open.insert(id, std::move(query));
}

void DnsClient::read()
{
    for (int i = 0; i < mostReads && m_socket && m_socket->hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = m_socket->receiveDatagram();
        const auto message = DnsMessage::parse(datagram.data());
        const auto from = core::Address::parse(datagram.senderAddress().toString());
        if (message && from && message->isResponse)
            take(*message, *from, quint16(datagram.senderPort()));
    }
    // Not here: it may take the socket away, which just calls.
    QMetaObject::invokeMethod(this, &DnsClient::fill, Qt::QueuedConnection);
}

void DnsClient::take(const DnsMessage &message, const core::Address &from, quint16 port)
{
    const auto open = m_open.constFind(message.id);
    if (open == m_open.constEnd() || message.questions.size() != 1)
        return;
    const DnsServer &server = m_setup.servers.at(open->server);
    const DnsQuestion &asked = open->question;
    if (server.address != from || server.port != port || message.questions.first().type != asked.type ||
        message.questions.first().name.compare(asked.name, Qt::CaseInsensitive) != 0)
        return;
    Query query = m_open.take(message.id);
    const bool isAnswered = message.code == 0 || message.code == 3; // RFC 1035 §4.1.1
    if (!isAnswered && query.server + 1 < m_setup.servers.size()) {
        ++query.server;
        send(std::move(query));
        return;
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - query.begun;
    Answer given{Answer::State::Failed, {}, took.count()};
    if (message.code == 3)
        given.state = Answer::State::NoSuchName;
    else if (message.code == 0)
        given = {Answer::State::Found,
                 message.records.first(std::min(message.answers, message.records.size())), took.count()};
    answer(query, given);
}

void DnsClient::lookForLate()
{
    const auto now = m_clock.steady();
    QList<quint16> late;
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open) {
        if (open->deadline <= now)
            late.append(open.key());
    }
    for (quint16 id : std::as_const(late)) {
        Query query = m_open.take(id);
        if (query.server + 1 < m_setup.servers.size()) {
            ++query.server;
            send(std::move(query));
        } else {
            answer(query, {Answer::State::Silent, {}, 0});
        }
    }
    // Not here: a timer does not end itself.
    QMetaObject::invokeMethod(this, &DnsClient::fill, Qt::QueuedConnection);
}

void DnsClient::answer(const Query &query, const Answer &given)
{
    QMetaObject::invokeMethod(
        this, [listener = query.listener, given] { listener(given); }, Qt::QueuedConnection);
}

} // namespace network::sources
