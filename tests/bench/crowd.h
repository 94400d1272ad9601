// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bench/frames.h"
#include "bench/tlsclient.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace bench {

using Duration = std::chrono::nanoseconds;

/// Where a crowd goes and how it behaves there.
struct Door
{
    uint16_t port = 0;
    std::string path = "/";
    bool isEncrypted = false;
    bool isEngineIo = false; ///< answers the heartbeat, and greets only when the session is open
    std::string greeting;    ///< what each client says first; empty: nothing
    std::string served;      ///< how the message begins that means "you are in"; empty: the 101
    std::string delivery;    ///< how a message begins that counts as a delivery
    std::string answer;      ///< how a message begins that ends a round trip
};

/// Many WebSocket clients on one epoll descriptor, cheap enough to load a server from a single core.
class Crowd
{
public:
    explicit Crowd(Door door);
    ~Crowd();
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    /// Connects `count` clients at once; true when all are in within `limit`.
    bool join(int count, Duration limit);
    /// All leave, without a goodbye.
    void leave();
    /// Handles what comes until `done` or until `limit` is over; `done` is asked between two batches.
    bool run(const std::function<bool()> &done, Duration limit);
    /// `count` round trips of each of the first `clients` clients, each sending again when it is answered.
    bool converse(int clients, int count, const std::string &message, Duration limit);
    /// `count` round trips of the first client, one every `pace`; what each took is added to `tripTimes`.
    bool tap(int count, Duration pace, const std::string &message, std::vector<Duration> &tripTimes);
    /// Sends one message from the first client.
    void say(const std::string &message);

    [[nodiscard]] size_t size() const { return m_clients.size(); }
    [[nodiscard]] uint64_t served() const { return m_served; }
    [[nodiscard]] uint64_t deliveries() const { return m_deliveries; }
    [[nodiscard]] uint64_t answers() const { return m_answers; }
    [[nodiscard]] uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] uint64_t lost() const { return m_lost; }
    /// Bytes of the largest delivery.
    [[nodiscard]] size_t deliverySize() const { return m_deliverySize; }
    /// The newest answer.
    [[nodiscard]] const std::string &lastAnswer() const { return m_lastAnswer; }

private:
    enum class State : uint8_t { Connecting, ShakingHands, Upgrading, Greeting, In, Lost };
    struct Client
    {
        int descriptor = -1;
        State state = State::Connecting;
        int left = 0; ///< round trips still to be begun
        std::string kept;
        std::unique_ptr<TlsClient> tls; ///< null: plain
    };

    bool begin(Client &client, size_t index);
    void ready(Client &client, uint32_t events);
    void connected(Client &client);
    void shakeHands(Client &client);
    void receive(Client &client);
    void take(Client &client, std::string_view bytes);
    void takeFrame(Client &client, const FrameAt &frame, std::string_view payload);
    void greet(Client &client);
    void lose(Client &client);
    static bool send(const Client &client, std::string_view bytes);

    Door m_door;
    std::string m_request;
    std::string m_message; ///< framed, for `converse`
    int m_epoll = -1;
    std::vector<Client> m_clients;
    std::vector<char> m_buffer;
    uint64_t m_served = 0;
    uint64_t m_deliveries = 0;
    uint64_t m_answers = 0;
    uint64_t m_bytes = 0;
    uint64_t m_lost = 0;
    size_t m_deliverySize = 0;
    std::string m_lastAnswer;
};

} // namespace bench
