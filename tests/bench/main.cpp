// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the figures of the wire: bench_wire [--short] [--rounds N] [--idlers N] [PART…]. Parts: fanout
// many burst acks idle idletls storm attacks. Each server runs on one processor and the load on another; the
// servers take turns, so that what else the machine does troubles them alike. It fails when something is
// lost, never for a figure.
#include "bench/trial.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sys/resource.h>

namespace {
void raiseFileLimit()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}
} // namespace

int main(int argc, char **argv)
{
    using namespace bench;
    raiseFileLimit();
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to sockets whose peer may be gone
    Extent extent;
    std::vector<std::string> parts;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--short") == 0)
            extent = Extent::brief();
        else if (std::strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
            extent.rounds = std::max(1, std::atoi(argv[++i]));
        else if (std::strcmp(argv[i], "--idlers") == 0 && i + 1 < argc)
            extent.idlers = extent.encryptedIdlers = std::max(3, std::atoi(argv[++i]));
        else
            parts.emplace_back(argv[i]);
    }
    const auto isAsked = [&](const char *part) {
        return parts.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    const Cores cores = Cores::choose();
    Cores::pin(cores.load);
    const Programs programs{std::filesystem::read_symlink("/proc/self/exe").parent_path(),
                            BELFRY_SOURCE_DIR "/tests/bench", cores};
    Report report;
    Report::introduce(extent.rounds);
    if (isAsked("fanout"))
        measureFanOut(programs, extent, extent.subscribers, 1, 1.15, 2.2, report);
    if (isAsked("many"))
        measureFanOut(programs, extent, extent.manySubscribers, 1, 1.25, 3.5, report);
    if (isAsked("burst"))
        measureFanOut(programs, extent, extent.subscribers, 16, 1.3, 20, report);
    if (isAsked("acks"))
        measureAcks(programs, extent, report);
    if (isAsked("idle"))
        measureIdle(programs, extent, report);
    if (isAsked("idletls"))
        measureEncryptedIdle(programs, extent, report);
    if (isAsked("storm"))
        measureStorm(programs, extent, report);
    if (isAsked("attacks"))
        measureAttacks(programs, extent, report);
    report.printTable();
    return report.hasFailed() ? 1 : 0;
}
