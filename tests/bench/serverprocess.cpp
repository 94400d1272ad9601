// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/serverprocess.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {
constexpr int startTime = 30'000; // ms
constexpr int goodbyes = 500;     // of 10 ms

/// One request over a connection of its own; the body of the answer.
std::string post(uint16_t port, const std::string &path, const std::string &body)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const std::string request =
        "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
        "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body;
    std::string answer;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) == ssize_t(request.size())) {
        std::array<char, 4096> part;
        for (ssize_t count = 0; (count = ::recv(descriptor, part.data(), part.size(), 0)) > 0;)
            answer.append(part.data(), size_t(count));
    }
    ::close(descriptor);
    return answer.substr(std::min(answer.size(), answer.find("\r\n\r\n")));
}
} // namespace

Cores Cores::choose()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    std::vector<int> cores;
    for (int core = 0; core < CPU_SETSIZE && cores.size() < 2; ++core) {
        if (CPU_ISSET(core, &allowed))
            cores.push_back(core);
    }
    return cores.empty() ? Cores{} : Cores{cores.front(), cores.back()};
}

void Cores::pin(int core)
{
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(core, &only);
    ::sched_setaffinity(0, sizeof only, &only);
}

ServerProcess::ServerProcess(std::string name, const std::vector<std::string> &command, int core)
    : m_name(std::move(name))
{
    std::array<int, 2> orders{};
    std::array<int, 2> words{};
    if (::pipe2(orders.data(), O_CLOEXEC) != 0 || ::pipe2(words.data(), O_CLOEXEC) != 0)
        return;
    std::vector<char *> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        Cores::pin(core);
        ::dup2(orders[0], STDIN_FILENO);
        ::dup2(words[1], STDOUT_FILENO);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(orders[0]);
    ::close(words[1]);
    m_orders = orders[1];
    m_words = words[0];
    std::string said;
    pollfd waiting{m_words, POLLIN, 0};
    while (said.find('\n') == std::string::npos && ::poll(&waiting, 1, startTime) == 1) {
        std::array<char, 256> part;
        const ssize_t count = ::read(m_words, part.data(), part.size());
        if (count <= 0)
            return;
        said.append(part.data(), size_t(count));
    }
    if (const size_t port = said.find_last_of(" :"); port != std::string::npos)
        m_port = uint16_t(std::strtoul(said.c_str() + port + 1, nullptr, 10));
}

ServerProcess::~ServerProcess()
{
    ::close(m_orders);
    ::close(m_words);
    if (m_pid < 0)
        return;
    for (int i = 0; i < goodbyes; ++i) {
        if (::waitpid(m_pid, nullptr, WNOHANG) == m_pid)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

void ServerProcess::order(const std::string &line) const
{
    const std::string bytes = line + '\n';
    if (::write(m_orders, bytes.data(), bytes.size()) != ssize_t(bytes.size()))
        std::fprintf(stderr, "%s does not take orders any more\n", m_name.c_str());
}

Duration ServerProcess::cpu() const
{
    int64_t total = 0;
    std::error_code gone;
    for (const auto &thread :
         std::filesystem::directory_iterator("/proc/" + std::to_string(m_pid) + "/task", gone)) {
        std::ifstream file(thread.path() / "schedstat");
        int64_t used = 0;
        file >> used;
        total += used;
    }
    return Duration(total);
}

long ServerProcess::memory() const
{
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/statm");
    long size = 0;
    long resident = 0;
    file >> size >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

std::string ServerProcess::signIn(const std::string &user) const
{
    const std::string answer =
        post(m_port, "/api/v1/auth/login",
             R"({"username":")" + user + R"(","password":"seven quiet owls at dusk"})");
    const std::string key = R"("access_token":")";
    const size_t at = answer.find(key);
    if (at == std::string::npos)
        return {};
    const size_t begin = at + key.size();
    return answer.substr(begin, answer.find('"', begin) - begin);
}

} // namespace bench
