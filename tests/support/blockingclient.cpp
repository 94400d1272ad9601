// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/blockingclient.h"

#include <QCryptographicHash>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {
constexpr int patience = 60'000; // ms without any progress: something is broken
constexpr qsizetype shownWhole = 150;

QByteArray kindOf(int opcode)
{
    switch (opcode) {
    case 1:
        return "text";
    case 2:
        return "binary";
    case 8:
        return "close";
    case 9:
        return "ping";
    case 10:
        return "pong";
    default:
        return "malformed opcode " + QByteArray::number(opcode);
    }
}

QByteArray bigEndian(quint64 number, int bytes)
{
    QByteArray out;
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += char(number >> shift);
    return out;
}
} // namespace

QByteArray shownFrame(const QByteArray &kind, const QByteArray &payload)
{
    if (payload.size() <= shownWhole)
        return kind + ' ' + payload;
    return kind + " of " + QByteArray::number(payload.size()) + " bytes " +
           QCryptographicHash::hash(payload, QCryptographicHash::Md5).toHex();
}

QByteArray HeardFrame::shown() const
{
    if (isMasked || !isShortest || (firstByte & 0xF0) != 0x80)
        return "malformed frame 0x" + QByteArray::number(firstByte, 16);
    if (firstByte == 0x88 && payload.size() >= 2)
        return "close " + QByteArray::number(uchar(payload[0]) << 8 | uchar(payload[1]));
    return shownFrame(kindOf(firstByte & 0x0F), payload);
}

QByteArray clientFrameHead(int firstByte, quint64 length, int lengthBytes, const QByteArray &mask)
{
    QByteArray head(1, char(firstByte));
    const int inSecondByte = lengthBytes == 0 ? int(length) : lengthBytes == 2 ? 126 : 127;
    head += char(0x80 | inSecondByte);
    return head + bigEndian(length, lengthBytes) + mask;
}

QByteArray clientFrame(int firstByte, const QByteArray &payload, const QByteArray &mask)
{
    const int lengthBytes = payload.size() < 126 ? 0 : payload.size() <= 0xFFFF ? 2 : 8;
    QByteArray frame = clientFrameHead(firstByte, quint64(payload.size()), lengthBytes, mask);
    const qsizetype head = frame.size();
    frame += payload;
    for (qsizetype i = head; i < frame.size(); ++i)
        frame[i] = char(frame[i] ^ mask[(i - head) % 4]);
    return frame;
}

BlockingClient::BlockingClient(quint16 port, int receiveBuffer)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (receiveBuffer > 0)
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

BlockingClient::~BlockingClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool BlockingClient::wait(short events) const
{
    pollfd poll{m_descriptor, events, 0};
    return ::poll(&poll, 1, patience) > 0;
}

qint64 BlockingClient::offer(const QByteArray &bytes)
{
    const ssize_t count =
        ::send(m_descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0)
        return count;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

bool BlockingClient::send(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qint64 taken = offer(bytes.mid(at));
        if (taken < 0 || (taken == 0 && !wait(POLLOUT)))
            return false;
        at += taken;
    }
    return true;
}

void BlockingClient::finish() { ::shutdown(m_descriptor, SHUT_WR); }

void BlockingClient::vanish()
{
    const linger atOnce{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    ::close(m_descriptor);
    m_descriptor = -1;
}

bool BlockingClient::receive()
{
    if (!isConnected() || !wait(POLLIN))
        return false;
    std::array<char, 64 * 1024> bytes;
    const ssize_t count = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return false;
    m_heard.append(bytes.data(), count);
    return true;
}

bool BlockingClient::need(qsizetype count)
{
    while (m_heard.size() < count) {
        if (!receive())
            return false;
    }
    return true;
}

QByteArray BlockingClient::readUntil(const QByteArray &mark)
{
    for (qsizetype from = 0;;) {
        const qsizetype at = m_heard.indexOf(mark, from);
        if (at >= 0) {
            const QByteArray found = m_heard.left(at + mark.size());
            m_heard.remove(0, found.size());
            return found;
        }
        from = qMax<qsizetype>(0, m_heard.size() - mark.size());
        if (!receive())
            return {};
    }
}

HeardAnswer BlockingClient::readAnswer(bool isHead)
{
    HeardAnswer answer;
    const QList<QByteArray> lines = readUntil("\r\n\r\n").split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = isHead ? 0 : answer.headers.value("content-length").toLongLong();
    if (!need(length))
        return {};
    answer.body = m_heard.left(length);
    m_heard.remove(0, length);
    return answer;
}

std::optional<HeardFrame> BlockingClient::readFrame()
{
    if (!need(2))
        return std::nullopt;
    HeardFrame frame;
    frame.firstByte = uchar(m_heard[0]);
    frame.isMasked = (uchar(m_heard[1]) & 0x80) != 0;
    quint64 length = uchar(m_heard[1]) & 0x7F;
    const int lengthBytes = length == 126 ? 2 : length == 127 ? 8 : 0;
    const qsizetype head = 2 + lengthBytes + (frame.isMasked ? 4 : 0);
    if (!need(head))
        return std::nullopt;
    if (lengthBytes > 0) {
        length = 0;
        for (int i = 0; i < lengthBytes; ++i)
            length = length << 8 | uchar(m_heard[2 + i]);
        frame.isShortest = length > (lengthBytes == 2 ? 125U : 0xFFFFU);
    }
    if (!need(head + qsizetype(length)))
        return std::nullopt;
    frame.payload = m_heard.mid(head, qsizetype(length));
    m_heard.remove(0, head + qsizetype(length));
    return frame;
}

std::optional<HeardFrame> BlockingClient::readFrame(const QByteArray &kind, const QByteArray &part)
{
    for (;;) {
        auto frame = readFrame();
        if (!frame || (kindOf(frame->firstByte & 0x0F) == kind && frame->payload.contains(part)))
            return frame;
    }
}

bool BlockingClient::hearsEnd()
{
    while (wait(POLLIN)) {
        std::array<char, 64 * 1024> bytes;
        if (::recv(m_descriptor, bytes.data(), bytes.size(), 0) <= 0)
            return true;
    }
    return false;
}

bool BlockingClient::isSilent()
{
    pollfd poll{m_descriptor, POLLIN, 0};
    return m_heard.isEmpty() && ::poll(&poll, 1, 0) == 0;
}

int BlockingClient::upgrade(const QByteArray &target, const QByteArray &extraHeaders)
{
    const QByteArray host = extraHeaders.contains("Host:") ? QByteArray() : QByteArray("Host: localhost\r\n");
    send("GET " + target + " HTTP/1.1\r\n" + host +
         "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         extraHeaders + "\r\n");
    return readAnswer().status;
}

} // namespace support
