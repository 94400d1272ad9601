// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpprobe.h"

#include "domain/network/sources/socketaddress.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <optional>
#include <unistd.h>

namespace network::sources {

namespace {
constexpr quint8 berInteger = 0x02;
constexpr quint8 berOctets = 0x04;
constexpr quint8 berSequence = 0x30;

/// Takes an element off the front (ITU-T X.690); nothing where it is cut, or another one.
std::optional<QByteArrayView> berElement(QByteArrayView &rest, quint8 tag)
{
    constexpr quint8 isLong = 0x80;
    constexpr qsizetype mostBytes = 2; // a datagram is no longer
    if (rest.size() < 2 || quint8(rest[0]) != tag)
        return std::nullopt;
    qsizetype head = 2;
    qsizetype length = quint8(rest[1]);
    if (length >= isLong) {
        const qsizetype bytes = length - isLong;
        head += bytes;
        if (bytes > mostBytes || rest.size() < head)
            return std::nullopt;
        length = 0;
        for (qsizetype i = 2; i < head; ++i)
            length = length << 8 | quint8(rest[i]);
    }
    if (rest.size() - head < length)
        return std::nullopt;
    const QByteArrayView content = rest.sliced(head, length);
    rest = rest.sliced(head + length);
    return content;
}

quint32 berNumber(QByteArrayView bytes)
{
    quint32 number = 0;
    for (const char byte : bytes)
        number = number << 8U | quint8(byte);
    return number;
}

/// RFC 3412 §6, RFC 3414 §2.4.
SnmpEngine engineIn(QByteArrayView datagram)
{
    constexpr qsizetype shortest = 5; // RFC 3411, SnmpEngineID
    constexpr qsizetype longest = 32;
    auto message = berElement(datagram, berSequence);
    if (!message || !berElement(*message, berInteger) || !berElement(*message, berSequence))
        return {};
    auto security = berElement(*message, berOctets);
    auto parts = security ? berElement(*security, berSequence) : std::nullopt;
    const auto name = parts ? berElement(*parts, berOctets) : std::nullopt;
    const auto boots = name ? berElement(*parts, berInteger) : std::nullopt;
    const auto time = boots ? berElement(*parts, berInteger) : std::nullopt;
    if (!time || name->size() < shortest || name->size() > longest)
        return {};
    return {name->toByteArray(), berNumber(*boots), berNumber(*time)};
}
} // namespace

SnmpProbe::SnmpProbe(const SnmpPeer &peer, core::Clock &clock, std::chrono::milliseconds patience,
                     Listener done, QObject *parent)
    : QObject(parent), m_done(std::move(done))
{
    // A connected socket hears that nobody listens there, and nothing from anybody else.
    const SocketAddress address(peer.address, peer.port);
    const QByteArray message = question();
    m_socket = ::socket(address.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0 || ::connect(m_socket, address.data(), address.size) < 0 ||
        ::send(m_socket, message.constData(), size_t(message.size()), 0) < 0) {
        finish(Outcome::Silent);
        return;
    }
    m_notifier = new QSocketNotifier(m_socket, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SnmpProbe::read);
    m_deadline = clock.after(patience, [this] { finish(Outcome::Silent); });
}

SnmpProbe::~SnmpProbe()
{
    delete m_notifier;
    if (m_socket >= 0)
        ::close(m_socket);
}

QByteArray SnmpProbe::question()
{
    // RFC 3412 §6, RFC 3414 §2.4: a reportable message without a user to an engine without a name.
    return QByteArray::fromHex("303e020103"
                               "301102042b1f0001020300ffe3040104020103"
                               "0410300e0400020100020100040004000400"
                               "301404000400a00e02042b1f00010201000201003000");
}

void SnmpProbe::read()
{
    std::array<char, 1500> buffer{};
    const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (size < 0 && errno == ECONNREFUSED)
        finish(Outcome::Refuses);
    const QByteArray answer = QByteArray(buffer.data(), std::max<ssize_t>(size, 0));
    // A sequence that begins with version 3; whoever says so much knows SNMP.
    if (answer.size() > 8 && answer.at(0) == 0x30 && answer.left(8).contains(QByteArray("\x02\x01\x03", 3))) {
        m_engine = engineIn(answer);
        finish(Outcome::Answers);
    }
}

void SnmpProbe::finish(Outcome outcome)
{
    if (!m_done)
        return;
    const auto done = std::exchange(m_done, {});
    // Whoever is told may delete this.
    QMetaObject::invokeMethod(
        this, [done, outcome, engine = m_engine] { done(outcome, engine); }, Qt::QueuedConnection);
}

} // namespace network::sources
