// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/session.h"

#include "helper/confinement.h"
#include "helper/request.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace helper {

namespace {
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;
constexpr std::size_t longestLine = 8192;
constexpr milliseconds grace{500};
constexpr milliseconds look{50}; // for an end that no pipe tells of
constexpr seconds patience{10};  // with a peer that neither speaks nor reads

void boundWaiting(int socket)
{
    const timeval time{patience.count(), 0};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}
} // namespace

void Session::serve()
{
    boundWaiting(m_socket);
    tell(hasRawSockets() ? "belfry-scan-helper 1 raw\n" : "belfry-scan-helper 1 none\n");
    std::string line;
    if (m_isPeerGone || !readLine(line))
        return;
    const std::optional<Request> request = Request::parse(line);
    if (!request)
        return tell("no the request is not one this helper knows\n");
    if (::access(m_nmap, X_OK) != 0)
        return tell("no nmap is not installed where the helper looks for it\n");
    if (!begin(*request))
        return tell("no the system gives no further process\n");
    follow();
}

bool Session::readLine(std::string &line)
{
    std::array<char, 1024> buffer; // NOLINT: recv() fills it
    for (;;) {
        if (const std::size_t end = m_heard.find('\n'); end != std::string::npos) {
            line = m_heard.substr(0, end);
            m_heard.erase(0, end + 1);
            return true;
        }
        const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count <= 0 || m_heard.size() > longestLine)
            return false;
        m_heard.append(buffer.data(), std::size_t(count));
    }
}

bool Session::begin(const Request &request)
{
    std::array<int, 2> out{-1, -1};
    std::array<int, 2> err{-1, -1};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0)
        return false;
    m_leader = ::fork();
    if (m_leader == 0)
        becomeNmap(request, out[1], err[1]);
    ::close(out[1]);
    ::close(err[1]);
    m_out = out[0];
    m_err = err[0];
    if (m_leader < 0)
        return false;
    ::setpgid(m_leader, m_leader); // whoever is first
    m_deadline = steady_clock::now() + seconds(request.seconds);
    return true;
}

void Session::becomeNmap(const Request &request, int out, int err)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    const std::vector<std::string> arguments = request.arguments();
    std::vector<char *> argv;
    for (const std::string &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str())); // NOLINT: execve() changes nothing
    argv.push_back(nullptr);
    std::array<char *, 3> environment{const_cast<char *>("PATH=/usr/bin:/bin"),
                                      const_cast<char *>("LC_ALL=C"), nullptr}; // NOLINT
    if (::chdir("/") == 0)
        ::execve(m_nmap, argv.data(), environment.data());
    ::_exit(127);
}

void Session::follow()
{
    int status = 0;
    for (;;) {
        std::array<pollfd, 3> watched{
            {{m_isPeerGone ? -1 : m_socket, POLLIN, 0}, {m_out, POLLIN, 0}, {m_err, POLLIN, 0}}};
        const bool isQuiet = m_out < 0 && m_err < 0;
        const auto left = std::chrono::duration_cast<milliseconds>(m_deadline - steady_clock::now());
        const auto wait =
            std::clamp<milliseconds>(isQuiet ? std::min(left, look) : left, milliseconds(0), seconds(60));
        ::poll(watched.data(), watched.size(), int(wait.count()));
        mind(watched[0].revents);
        if ((watched[1].revents != 0 && !forward(m_out, "out ")) ||
            (watched[2].revents != 0 && !forward(m_err, "err ")))
            m_isPeerGone = true;
        if (m_isPeerGone)
            signalGroup(SIGKILL);
        else if (steady_clock::now() >= m_deadline)
            m_isAsked ? signalGroup(SIGKILL) : askToEnd();
        if ((isQuiet || m_isPeerGone) && ::waitpid(m_leader, &status, m_isPeerGone ? 0 : WNOHANG) == m_leader)
            break;
    }
    tellEnd(status);
}

void Session::askToEnd()
{
    m_isAsked = true;
    m_deadline = steady_clock::now() + grace;
    signalGroup(SIGTERM);
}

void Session::mind(short peerEvents)
{
    if (peerEvents == 0)
        return;
    std::array<char, 256> buffer; // NOLINT: recv() fills it
    const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        m_isPeerGone = true;
        return;
    }
    m_heard.append(buffer.data(), std::size_t(count));
    // Whatever it says now, it is about ending: there is nothing else to say.
    if (m_heard.find('\n') != std::string::npos && !m_isAsked)
        askToEnd();
    m_heard.clear();
}

bool Session::forward(int &pipe, const char *name)
{
    std::array<char, 32768> buffer; // NOLINT: read() fills it
    const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
    if (count <= 0) {
        ::close(pipe);
        pipe = -1;
        return true;
    }
    tell(name + std::to_string(count) + '\n' + std::string(buffer.data(), std::size_t(count)));
    return !m_isPeerGone;
}

void Session::tell(const std::string &text)
{
    std::size_t sent = 0;
    while (sent < text.size() && !m_isPeerGone) {
        const ssize_t count = ::send(m_socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (count > 0)
            sent += std::size_t(count);
        else if (errno != EINTR)
            m_isPeerGone = true;
    }
}

void Session::tellEnd(int status)
{
    signalGroup(SIGKILL); // whatever else the group holds
    if (WIFSIGNALED(status))
        tell("end signal " + std::to_string(WTERMSIG(status)) + '\n');
    else
        tell("end exit " + std::to_string(WEXITSTATUS(status)) + '\n');
}

void Session::signalGroup(int signal) const { ::kill(-m_leader, signal); }

} // namespace helper
