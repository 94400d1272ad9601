// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <string>
#include <sys/types.h>

namespace helper {

/// One peer: a greeting, one scan, its output as it comes, its end. It lives in a process of its own.
///
///     < belfry-scan-helper 1 raw            or: none
///     > scan ports normal 300 22,80 192.0.2.0/27
///     < out 512, followed by 512 bytes      err …: what nmap complains
///     > cancel
///     < end exit 0                          or: end signal 15; no SENTENCE when it was not begun
class Session
{
public:
    /// `nmap`: where the program is.
    Session(int socket, const char *nmap) : m_socket(socket), m_nmap(nmap) {}
    /// Until the scan has ended or the peer has gone; then nothing it started is left.
    void serve();

private:
    using Moment = std::chrono::steady_clock::time_point;

    bool readLine(std::string &line);
    bool begin(const struct Request &request);
    [[noreturn]] void becomeNmap(const struct Request &request, int out, int err);
    void follow();
    void askToEnd();
    void mind(short peerEvents);
    bool forward(int &pipe, const char *name);
    void tell(const std::string &text);
    void tellEnd(int status);
    void signalGroup(int signal) const;

    int m_socket;
    const char *m_nmap;
    std::string m_heard;
    pid_t m_leader = 0;
    int m_out = -1;
    int m_err = -1;
    bool m_isPeerGone = false;
    bool m_isAsked = false;
    Moment m_deadline; ///< first to ask it to end, then to end it
};

} // namespace helper
