// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/attack.h"

#include "bench/frames.h"

#include <arpa/inet.h>
#include <cerrno>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace bench {

namespace {
using namespace std::chrono_literals;

constexpr int politeness = 10; // what is measured shares this processor
constexpr int framesAtOnce = 500;

std::string upgradeRequest()
{
    return "GET /console HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

std::string repeated(const std::string &text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

std::string fragment(char firstByte)
{
    std::string bytes = frame(Opcode::Text, "x", true);
    bytes.front() = firstByte;
    return bytes;
}
} // namespace

std::vector<Malice> everyMalice()
{
    const std::string ping = frame(Opcode::Ping, std::string(125, 'p'), true);
    const std::string gigabyte("\x81\xff\0\0\0\0\x40\0\0\0\0\0\0\0", 14);
    return {{"a flood of pings", 4, upgradeRequest(), repeated(ping, framesAtOnce)},
            {"a flood of fragments", 4, upgradeRequest() + fragment('\x01'),
             repeated(fragment('\0'), framesAtOnce)},
            {"messages of a gigabyte", 20, upgradeRequest() + gigabyte, "", 10ms},
            {"malformed requests", 20, "GET / HTTP/1.1\r\nHost: a\r\nB@d\x01: x\r\n\r\n", "", 10ms},
            {"heads that do not end", 200, "GET / HTTP/1.1\r\nX: ", "x", 50ms},
            {"visitors who leave at once", 20, "", "", 10ms}};
}

Attack::Attack(Malice malice, uint16_t port)
    : m_malice(std::move(malice)), m_port(port), m_thread([this] { run(); })
{
}

Attack::~Attack()
{
    m_isOver = true;
    m_thread.join();
}

void Attack::run()
{
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), politeness);
    std::vector<Connection> connections(size_t(m_malice.connections));
    while (!m_isOver) {
        for (Connection &connection : connections) {
            if (connection.descriptor < 0 || m_malice.load.empty())
                open(connection);
            push(connection);
        }
        std::this_thread::sleep_for(m_malice.pace);
    }
    for (const Connection &connection : connections)
        ::close(connection.descriptor);
}

void Attack::open(Connection &connection)
{
    if (connection.descriptor >= 0)
        ::close(connection.descriptor);
    ++m_opened;
    connection.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const linger atOnce{1, 0}; // no TIME_WAIT, or the ports would run out
    ::setsockopt(connection.descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection.descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(std::exchange(connection.descriptor, -1));
        return;
    }
    connection.unsent = m_malice.opening;
}

void Attack::push(Connection &connection)
{
    if (connection.descriptor < 0)
        return;
    if (connection.unsent.empty())
        connection.unsent = m_malice.load;
    if (connection.unsent.empty())
        return;
    const ssize_t count = ::send(connection.descriptor, connection.unsent.data(), connection.unsent.size(),
                                 MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0)
        connection.unsent.erase(0, size_t(count));
    else if (errno != EAGAIN)
        ::close(std::exchange(connection.descriptor, -1));
}

} // namespace bench
