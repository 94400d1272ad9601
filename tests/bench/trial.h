// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bench/report.h"
#include "bench/serverprocess.h"

#include <memory>

namespace bench {

/// How much is measured.
struct Extent
{
    int rounds = 15;
    std::chrono::milliseconds window{400}; ///< of one server in one round
    std::chrono::milliseconds rest{2'000}; ///< over which a server at rest is watched
    int subscribers = 1000;
    int manySubscribers = 5000;
    int talkers = 50;
    int idlers = 10'000;
    int encryptedIdlers = 10'000;
    int taps = 500; ///< round trips of the one that is not idle, in a round
    int storm = 1000;
    int missed = 100; ///< facts each one of a storm catches up with

    /// Of what takes long or hardly differs.
    [[nodiscard]] int fewRounds() const { return (rounds + 2) / 3; }
    /// Enough to see that the bench works.
    static Extent brief();
};

/// The programs that are compared.
struct Programs
{
    std::string folder;  ///< where ours are
    std::string scripts; ///< where the script of the others is
    Cores cores;

    [[nodiscard]] std::unique_ptr<ServerProcess> belfry() const;
    /// The transport alone: it acknowledges `echo` with its argument.
    [[nodiscard]] std::unique_ptr<ServerProcess> conformance() const;
    [[nodiscard]] std::unique_ptr<ServerProcess> raw(size_t frameBytes) const;
    /// `kind`: socket.io or ws.
    [[nodiscard]] std::unique_ptr<ServerProcess> node(const std::string &kind, size_t eventBytes) const;
};

/// An event to `subscribers`, `burst` at once: processor time of the server for one delivery.
void measureFanOut(const Programs &programs, const Extent &extent, int subscribers, int burst,
                   double mostOfRaw, double leastOfSocketIo, Report &report);
/// A word asked and acknowledged, from every talker as fast as it is answered.
void measureAcks(const Programs &programs, const Extent &extent, Report &report);
/// One client that talks among many that do not, against one of two; what an idle one holds.
void measureIdle(const Programs &programs, const Extent &extent, Report &report);
/// What an idle one under TLS holds.
void measureEncryptedIdle(const Programs &programs, const Extent &extent, Report &report);
/// One client that talks while another machine's worth of attackers does its worst, one way after another.
void measureAttacks(const Programs &programs, const Extent &extent, Report &report);
/// Everybody at once.
void measureStorm(const Programs &programs, const Extent &extent, Report &report);

} // namespace bench
