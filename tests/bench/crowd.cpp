// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/crowd.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {
using Steady = std::chrono::steady_clock;
constexpr size_t bufferSize = 256UL * 1024;
constexpr int batchSize = 512;
constexpr std::chrono::milliseconds longestWait{50};
constexpr std::chrono::seconds longestTrip{5};
} // namespace

Crowd::Crowd(Door door)
    : m_door(std::move(door)),
      m_request("GET " + m_door.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_door.port) +
                "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                "Sec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_buffer(bufferSize)
{
}

Crowd::~Crowd()
{
    leave();
    ::close(m_epoll);
}

void Crowd::leave()
{
    const linger atOnce{1, 0}; // no TIME_WAIT, or the ports would run out
    for (Client &client : m_clients) {
        if (client.descriptor < 0)
            continue;
        ::setsockopt(client.descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        ::close(client.descriptor);
    }
    m_clients.clear();
    m_served = 0;
}

bool Crowd::join(int count, Duration limit)
{
    const size_t first = m_clients.size();
    const uint64_t wanted = m_served + uint64_t(count);
    m_clients.resize(first + size_t(count));
    for (size_t i = first; i < m_clients.size(); ++i) {
        if (!begin(m_clients[i], i))
            return false;
    }
    return run([&] { return m_served >= wanted; }, limit);
}

bool Crowd::begin(Client &client, size_t index)
{
    client.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (client.descriptor < 0)
        return false;
    const int on = 1;
    ::setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_door.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client.descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 &&
        errno != EINPROGRESS)
        return false;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u64 = index;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor, &event) == 0;
}

bool Crowd::run(const std::function<bool()> &done, Duration limit)
{
    const auto end = Steady::now() + limit;
    std::array<epoll_event, batchSize> events;
    while (!done()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Steady::now());
        if (left.count() <= 0)
            return false;
        const int count =
            ::epoll_wait(m_epoll, events.data(), batchSize, int(std::min(left, longestWait).count()));
        for (int i = 0; i < count; ++i)
            ready(m_clients[events[size_t(i)].data.u64], events[size_t(i)].events);
    }
    return true;
}

void Crowd::ready(Client &client, uint32_t events)
{
    if (client.state == State::Connecting && (events & EPOLLOUT) != 0)
        connected(client);
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) == 0)
        return;
    if (client.state == State::ShakingHands)
        shakeHands(client);
    else
        receive(client);
}

void Crowd::connected(Client &client)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = uint64_t(&client - m_clients.data());
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor, &event);
    if (m_door.isEncrypted) {
        client.tls = std::make_unique<TlsClient>(client.descriptor);
        client.state = State::ShakingHands;
        shakeHands(client);
        return;
    }
    client.state = State::Upgrading;
    send(client, m_request);
}

void Crowd::shakeHands(Client &client)
{
    const TlsClient::Progress progress = client.tls->shakeHands();
    if (progress == TlsClient::Progress::Done) {
        client.state = State::Upgrading;
        send(client, m_request);
    } else if (progress == TlsClient::Progress::Failed) {
        lose(client);
    }
}

void Crowd::receive(Client &client)
{
    // Of TLS all is taken at once: the socket does not tell of what is decrypted already.
    do {
        const ssize_t count = client.tls ? client.tls->receive(m_buffer.data(), m_buffer.size())
                                         : ::recv(client.descriptor, m_buffer.data(), m_buffer.size(), 0);
        if (count > 0) {
            m_bytes += uint64_t(count);
            take(client, {m_buffer.data(), size_t(count)});
        } else {
            if (count == 0 || errno != EAGAIN)
                lose(client);
            return;
        }
    } while (client.tls);
}

void Crowd::lose(Client &client)
{
    client.tls.reset();
    ::close(client.descriptor);
    client.descriptor = -1;
    client.state = State::Lost;
    ++m_lost;
}

void Crowd::take(Client &client, std::string_view bytes)
{
    if (!client.kept.empty()) {
        client.kept.append(bytes);
        bytes = client.kept;
    }
    if (client.state == State::Upgrading) {
        const size_t end = bytes.find("\r\n\r\n");
        if (end == std::string_view::npos) {
            client.kept.assign(std::string(bytes));
            return;
        }
        if (bytes.substr(0, 12) != "HTTP/1.1 101") {
            lose(client);
            return;
        }
        bytes.remove_prefix(end + 4);
        client.state = State::Greeting;
        if (!m_door.isEngineIo)
            greet(client);
    }
    FrameAt frame;
    while (client.state != State::Lost && frameAt(bytes, frame)) {
        takeFrame(client, frame, bytes.substr(frame.payload, frame.size));
        bytes.remove_prefix(frame.end());
    }
    if (client.kept.empty() && bytes.empty())
        return;
    client.kept = std::string(bytes);
}

void Crowd::greet(Client &client)
{
    if (!m_door.greeting.empty())
        send(client, bench::frame(Opcode::Text, m_door.greeting, true));
    if (m_door.served.empty()) {
        client.state = State::In;
        ++m_served;
    }
}

void Crowd::takeFrame(Client &client, const FrameAt &frame, std::string_view payload)
{
    if (frame.opcode == Opcode::Ping) {
        send(client, bench::frame(Opcode::Pong, payload, true));
    } else if (frame.opcode == Opcode::Close) {
        lose(client);
    } else if (client.state == State::Greeting) {
        if (m_door.isEngineIo && payload.starts_with('0')) {
            greet(client);
        } else if (payload.starts_with(m_door.served)) {
            client.state = State::In;
            ++m_served;
        }
    } else if (!m_door.delivery.empty() && payload.starts_with(m_door.delivery)) {
        ++m_deliveries;
        m_deliverySize = std::max(m_deliverySize, frame.end());
    } else if (!m_door.answer.empty() && payload.starts_with(m_door.answer)) {
        ++m_answers;
        m_lastAnswer = payload;
        if (client.left > 0) {
            --client.left;
            send(client, m_message);
        }
    } else if (m_door.isEngineIo && payload == "2") {
        send(client, bench::frame(Opcode::Text, "3", true));
    }
}

bool Crowd::send(const Client &client, std::string_view bytes)
{
    if (client.tls)
        return client.tls->send(bytes);
    return ::send(client.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) == ssize_t(bytes.size());
}

bool Crowd::converse(int clients, int count, const std::string &message, Duration limit)
{
    m_message = bench::frame(Opcode::Text, message, true);
    const uint64_t wanted = m_answers + uint64_t(clients) * uint64_t(count);
    for (int i = 0; i < clients; ++i) {
        Client &client = m_clients[size_t(i)];
        client.left = count - 1;
        if (!send(client, m_message))
            return false;
    }
    return run([&] { return m_answers >= wanted || m_lost > 0; }, limit) && m_lost == 0;
}

void Crowd::say(const std::string &message)
{
    send(m_clients.front(), bench::frame(Opcode::Text, message, true));
}

bool Crowd::tap(int count, Duration pace, const std::string &message, std::vector<Duration> &tripTimes)
{
    auto due = Steady::now();
    for (int i = 0; i < count; ++i) {
        due += pace;
        if (!run([&] { return Steady::now() + longestWait >= due; }, longestTrip))
            return false;
        std::this_thread::sleep_until(due);
        const uint64_t before = m_answers;
        const auto sent = Steady::now();
        say(message);
        if (!run([&] { return m_answers > before; }, longestTrip))
            return false;
        tripTimes.push_back(Steady::now() - sent);
    }
    return true;
}

} // namespace bench
