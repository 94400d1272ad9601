// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace bench {

/// What an attacker does on each of its connections, over and over.
struct Malice
{
    std::string name;
    int connections = 1;
    std::string opening; ///< sent first
    std::string load;    ///< sent at every `pace`; empty: the connection is left and made anew
    std::chrono::milliseconds pace{1};
};

/// Everything the bench attacks with.
std::vector<Malice> everyMalice();

/// Runs in a thread of its own, less important than those it disturbs, until it is destroyed. Reads nothing.
class Attack
{
public:
    Attack(Malice malice, uint16_t port);
    ~Attack();
    Attack(const Attack &) = delete;
    Attack &operator=(const Attack &) = delete;

    /// Connections begun so far; more than there are at once when the server or the attacker had enough.
    [[nodiscard]] uint64_t opened() const { return m_opened; }

private:
    struct Connection
    {
        int descriptor = -1;
        std::string unsent;
    };

    void run();
    void open(Connection &connection);
    void push(Connection &connection);

    const Malice m_malice;
    const uint16_t m_port;
    std::atomic<uint64_t> m_opened = 0;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace bench
