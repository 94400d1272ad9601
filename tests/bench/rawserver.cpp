// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine can do at best: one epoll loop, frames encoded before, one send per connection and burst, no
// checks. rawserver FRAMEBYTES; `burst N` on standard input sends N frames to everybody; every message is
// echoed.
#include "bench/frames.h"

#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr int batchSize = 256;
constexpr size_t readChunk = 64UL * 1024;

struct Client
{
    int descriptor = -1;
    bool isUpgraded = false;
};

int listenAnywhere(uint16_t &port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (listener < 0 || ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(listener, 4096) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return -1;
    port = ntohs(address.sin_port);
    return listener;
}

class RawServer
{
public:
    RawServer(int listener, size_t frameBytes) : m_listener(listener), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        const size_t head = frameBytes > 127 ? 4 : 2;
        m_frame = bench::frame(bench::Opcode::Text, "42" + std::string(frameBytes - head - 2, 'x'), false);
        watch(m_listener);
        watch(STDIN_FILENO);
    }

    void run()
    {
        std::array<epoll_event, batchSize> events;
        for (;;) {
            const int count = ::epoll_wait(m_epoll, events.data(), batchSize, -1);
            for (int i = 0; i < count; ++i) {
                const int descriptor = events[size_t(i)].data.fd;
                if (descriptor == m_listener)
                    accept();
                else if (descriptor != STDIN_FILENO)
                    read(m_clients[size_t(descriptor)]);
                else if (!obey())
                    return;
            }
        }
    }

private:
    void watch(int descriptor) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    }

    void accept()
    {
        for (;;) {
            const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (descriptor < 0)
                return;
            const int on = 1;
            ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            if (m_clients.size() <= size_t(descriptor))
                m_clients.resize(size_t(descriptor) + 1);
            m_clients[size_t(descriptor)] = {descriptor, false};
            m_order.push_back(descriptor);
            watch(descriptor);
        }
    }

    bool obey()
    {
        std::array<char, 256> line;
        const ssize_t count = ::read(STDIN_FILENO, line.data(), line.size() - 1);
        if (count <= 0)
            return false;
        line[size_t(count)] = '\0';
        const long burst = std::strtol(line.data() + sizeof "burst", nullptr, 10);
        std::string all;
        for (long i = 0; i < burst; ++i)
            all += m_frame;
        for (const int descriptor : m_order) {
            if (m_clients[size_t(descriptor)].isUpgraded)
                ::send(descriptor, all.data(), all.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        }
        return true;
    }

    void read(Client &client)
    {
        const ssize_t count = ::recv(client.descriptor, m_buffer.data(), m_buffer.size(), 0);
        if (count <= 0) {
            ::close(client.descriptor);
            std::erase(m_order, client.descriptor);
            client = {};
        } else if (client.isUpgraded) {
            echo(client, {m_buffer.data(), size_t(count)});
        } else {
            client.isUpgraded = true;
            send(client, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
        }
    }

    static void echo(const Client &client, std::string_view bytes)
    {
        bench::FrameAt frame;
        while (bench::frameAt(bytes, frame)) {
            if (frame.opcode == bench::Opcode::Text) {
                std::string payload(bytes.substr(frame.payload, frame.size));
                for (size_t i = 0; i < payload.size(); ++i)
                    payload[i] = char(payload[i] ^ bytes[frame.payload - 4 + (i & 3)]);
                send(client, bench::frame(bench::Opcode::Text, payload, false));
            }
            bytes.remove_prefix(frame.end());
        }
    }

    static void send(const Client &client, std::string_view bytes)
    {
        ::send(client.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    }

    int m_listener;
    int m_epoll;
    std::string m_frame;
    std::vector<Client> m_clients; // by descriptor
    std::vector<int> m_order;
    std::array<char, readChunk> m_buffer;
};

} // namespace

int main(int argc, char **argv)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    uint16_t port = 0;
    const int listener = listenAnywhere(port);
    if (listener < 0 || argc < 2) {
        std::fprintf(stderr, "rawserver: cannot listen, or FRAMEBYTES is missing\n");
        return 1;
    }
    std::printf("ready %d\n", port);
    std::fflush(stdout);
    RawServer server(listener, size_t(std::strtoul(argv[1], nullptr, 10)));
    server.run();
    return 0;
}
