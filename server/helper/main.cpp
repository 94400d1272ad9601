// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/confinement.h"
#include "helper/session.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {
constexpr std::size_t mostSessions = 64;
constexpr int inheritedSocket = 3; // sd_listen_fds(3)
constexpr unsigned nobody = 65534;

/// What it was started with.
struct Options
{
    const char *socket = nullptr;
    const char *nmap = "/usr/bin/nmap";
    std::vector<uid_t> served;
    uid_t user = nobody;
    bool areRight = true;
};

int failed(const char *what)
{
    std::fprintf(stderr, "belfry-scan-helper: %s: %s\n", what, std::strerror(errno));
    return 1;
}

int usage()
{
    std::fputs("belfry-scan-helper --uid UID… [--socket PATH] [--nmap PATH] [--run-as UID]\n"
               "Runs nmap with raw sockets for the users UID. Without --socket it serves the socket systemd "
               "hands it.\n",
               stderr);
    return 2;
}

Options read(int count, char **arguments)
{
    Options options;
    for (int i = 1; i < count; i += 2) {
        const std::string_view name = arguments[i];
        const char *value = i + 1 < count ? arguments[i + 1] : "";
        char *end = nullptr;
        const unsigned long number = std::strtoul(value, &end, 10);
        const bool isNumber = *value >= '0' && *value <= '9' && *end == '\0' && number < 0xffffffffUL;
        if (name == "--socket" && *value == '/')
            options.socket = value;
        else if (name == "--nmap" && *value == '/')
            options.nmap = value;
        else if (name == "--uid" && isNumber)
            options.served.push_back(uid_t(number));
        else if (name == "--run-as" && isNumber && number != 0)
            options.user = uid_t(number);
        else
            options.areRight = false;
    }
    options.areRight = options.areRight && !options.served.empty();
    return options;
}

int listenAt(const char *path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (std::strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::strcpy(address.sun_path, path); // NOLINT: it fits
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto *where = reinterpret_cast<const sockaddr *>(&address);
    // What a killed helper left behind refuses, and is in the way.
    struct stat there
    {
    };
    if (::lstat(path, &there) == 0 && S_ISSOCK(there.st_mode) &&
        ::connect(socket, where, sizeof address) != 0 && errno == ECONNREFUSED)
        ::unlink(path);
    // Everybody may knock; who is served is asked of the kernel.
    if (socket < 0 || ::bind(socket, where, sizeof address) != 0 || ::chmod(path, 0666) != 0 ||
        ::listen(socket, int(mostSessions)) != 0)
        return -1;
    return socket;
}

int socketOf(const Options &options)
{
    if (options.socket != nullptr)
        return listenAt(options.socket);
    const char *handed = std::getenv("LISTEN_FDS");
    const char *to = std::getenv("LISTEN_PID");
    if (handed != nullptr && to != nullptr && std::strcmp(handed, "1") == 0 &&
        std::atol(to) == long(::getpid()))
        return inheritedSocket;
    errno = EINVAL;
    return -1;
}

bool isServed(int peer, const Options &options)
{
    ucred who{};
    socklen_t size = sizeof who;
    return ::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 &&
           std::find(options.served.begin(), options.served.end(), who.uid) != options.served.end();
}

void refuse(int peer, std::string_view why)
{
    ::send(peer, why.data(), why.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void takeIn(int peer, int door, const Options &options, std::size_t &sessions)
{
    if (!isServed(peer, options))
        return refuse(peer, "no this user is not served; start the helper with its --uid\n");
    if (sessions >= mostSessions)
        return refuse(peer, "no too many scans at once\n");
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child > 0)
        ++sessions;
    if (child != 0)
        return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(1);
    ::close(door);
    helper::Session(peer, options.nmap).serve();
    ::_exit(0);
}
} // namespace

int main(int count, char **arguments)
{
    const Options options = read(count, arguments);
    if (!options.areRight)
        return usage();
    const int door = socketOf(options);
    if (door < 0)
        return failed("the socket cannot be opened");
    if (!helper::confine(options.user, gid_t(nobody)))
        return failed("privileges cannot be given up");
    std::size_t sessions = 0;
    for (;;) {
        const int peer = ::accept4(door, nullptr, nullptr, SOCK_CLOEXEC);
        while (sessions > 0 && ::waitpid(-1, nullptr, WNOHANG) > 0)
            --sessions;
        if (peer >= 0) {
            takeIn(peer, door, options, sessions);
            ::close(peer);
        } else if (errno != EINTR && errno != ECONNABORTED) {
            ::usleep(100'000); // out of descriptors or memory: it may get better
        }
    }
}
