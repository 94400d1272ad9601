// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bench/crowd.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// The processors the bench uses: servers on one, the load on another where there is one.
struct Cores
{
    int server = 0;
    int load = 0;

    /// The first two this process may use.
    static Cores choose();
    /// Keeps this process on `core`; what it starts stays there.
    static void pin(int core);
};

/// A server under test: a child that says `ready PORT`, and takes orders on its standard input.
class ServerProcess
{
public:
    /// Starts it, pinned to `core`, and waits until it is ready.
    ServerProcess(std::string name, const std::vector<std::string> &command, int core);
    /// Ends it by closing its standard input, and by force when it does not go.
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] bool isReady() const { return m_port != 0; }
    [[nodiscard]] uint16_t port() const { return m_port; }
    void order(const std::string &line) const;
    /// Processor time used so far by all its threads.
    [[nodiscard]] Duration cpu() const;
    /// Resident memory, in bytes.
    [[nodiscard]] long memory() const;
    /// An access token for one of the accounts it made.
    [[nodiscard]] std::string signIn(const std::string &user) const;

private:
    std::string m_name;
    pid_t m_pid = -1;
    int m_orders = -1;
    int m_words = -1;
    uint16_t m_port = 0;
};

} // namespace bench
