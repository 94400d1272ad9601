// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpprobe.h"

#include "domain/network/sources/socketaddress.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <unistd.h>

namespace network::sources {

SnmpProbe::SnmpProbe(const SnmpPeer &peer, core::Clock &clock, std::chrono::milliseconds patience,
                     std::function<void(Outcome)> done, QObject *parent)
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
    if (answer.size() > 8 && answer.at(0) == 0x30 && answer.left(8).contains(QByteArray("\x02\x01\x03", 3)))
        finish(Outcome::Answers);
}

void SnmpProbe::finish(Outcome outcome)
{
    if (!m_done)
        return;
    const auto done = std::exchange(m_done, {});
    // Whoever is told may delete this.
    QMetaObject::invokeMethod(
        this, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
}

} // namespace network::sources
