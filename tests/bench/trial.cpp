// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/trial.h"

#include "bench/attack.h"

namespace bench {

namespace {
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
constexpr auto entryTime = 60s;
constexpr auto deliveryTime = 30s;
constexpr auto quietTime = 30ms;
constexpr auto tapPace = 2ms;
constexpr size_t longHead = 4; // of a frame of 126 bytes and more

double microseconds(Duration time) { return double(time.count()) / 1e3; }

/// A server with its crowd, and what its rounds measured.
struct Contestant
{
    std::unique_ptr<ServerProcess> server;
    Door door;
    std::string message; ///< what a talker asks
    std::unique_ptr<Crowd> crowd;
    Series cost;
    Series time;

    [[nodiscard]] bool enter(int count, Report &report)
    {
        const bool isReady = server && server->isReady();
        report.require(isReady, "a server does not start");
        if (!isReady)
            return false;
        door.port = server->port();
        crowd = std::make_unique<Crowd>(door);
        const bool isIn = crowd->join(count, entryTime);
        report.require(isIn, server->name() + ": not everybody came in");
        return isIn;
    }

    /// Until nothing more comes, so that what others' rounds left does not count.
    void settle() const
    {
        for (uint64_t before = ~uint64_t(0); before != crowd->bytes();) {
            before = crowd->bytes();
            crowd->run([] { return false; }, quietTime);
        }
    }
};

Door socketIoDoor(const std::string &nsp, const std::string &token)
{
    Door door;
    door.path = "/socket.io/?EIO=4&transport=websocket";
    door.isEngineIo = true;
    door.served = "40" + nsp;
    door.greeting = door.served + (token.empty() ? "" : R"({"token":")" + token + R"("})");
    door.delivery = "42";
    door.answer = "43";
    return door;
}

Door rawDoor()
{
    Door door;
    door.delivery = "42";
    return door;
}

Door consoleDoor(const std::string &token)
{
    Door door;
    door.path = "/console?token=" + token;
    door.served = R"({"hello")";
    door.answer = R"({"id")";
    return door;
}

void fanOutRound(Contestant &one, const Extent &extent, int burst, Report &report)
{
    one.settle();
    Crowd &crowd = *one.crowd;
    const uint64_t each = crowd.size() * uint64_t(burst);
    const uint64_t before = crowd.deliveries();
    const Duration used = one.server->cpu();
    const auto began = Steady::now();
    const std::string order = "burst " + std::to_string(burst);
    while (Steady::now() - began < extent.window) {
        const uint64_t wanted = crowd.deliveries() + each;
        const auto sent = Steady::now();
        one.server->order(order);
        if (!crowd.run([&] { return crowd.deliveries() >= wanted; }, deliveryTime)) {
            report.require(false, one.server->name() + ": deliveries are missing");
            return;
        }
        one.time.add(microseconds(Steady::now() - sent) / 1000);
    }
    one.settle();
    one.cost.add(microseconds(one.server->cpu() - used) / double(crowd.deliveries() - before));
    report.require(crowd.lost() == 0, one.server->name() + ": somebody was closed");
}

/// Bytes of the frame in which Belfry says the fact.
size_t frameSize(Contestant &belfry)
{
    constexpr int enough = 3; // a reading of the machine's own is smaller
    for (int i = 0; i < enough; ++i) {
        const uint64_t wanted = belfry.crowd->deliveries() + belfry.crowd->size();
        belfry.server->order("burst 1");
        belfry.crowd->run([&] { return belfry.crowd->deliveries() >= wanted; }, deliveryTime);
    }
    belfry.settle();
    return belfry.crowd->deliverySize();
}

/// Enters those that can; others are left out with a word.
void enterOthers(std::vector<Contestant> &others, int count, Report &report)
{
    std::erase_if(others, [&](Contestant &one) {
        if (!one.server || !one.server->isReady()) {
            Report::note((one.server ? one.server->name() : std::string("a server")) +
                         " does not run here and is left out");
            return true;
        }
        return !one.enter(count, report);
    });
}

const Series *costOf(const std::vector<Contestant> &all, const std::string &name)
{
    for (const Contestant &one : all) {
        if (one.server->name() == name && !one.cost.isEmpty())
            return &one.cost;
    }
    return nullptr;
}

/// Where the kernel takes long for a send, even the best server gains little.
void showRoom(const std::vector<Contestant> &all)
{
    const Series *raw = costOf(all, "raw epoll");
    const Series *socketIo = costOf(all, "socket.io");
    if (raw != nullptr && socketIo != nullptr)
        Report::figure("socket.io, to raw epoll", socketIo->to(*raw), "x");
}

void compare(const std::vector<Contestant> &all, const std::string &what, double mostOfRaw,
             double leastOfSocketIo, Report &report, const std::string &who = "Belfry")
{
    const Series *belfry = costOf(all, who);
    if (belfry == nullptr)
        return;
    const Series *raw = costOf(all, "raw epoll");
    const Series *socketIo = costOf(all, "socket.io");
    if (raw != nullptr)
        report.atMost(what + ", to raw epoll", belfry->to(*raw).median(), mostOfRaw, "x");
    if (socketIo != nullptr)
        report.atLeast(what + ", better than socket.io", socketIo->to(*belfry).median(), leastOfSocketIo,
                       "x");
}
} // namespace

Extent Extent::brief()
{
    Extent extent;
    extent.rounds = 1;
    extent.window = 50ms;
    extent.rest = 50ms;
    extent.subscribers = 20;
    extent.manySubscribers = 40;
    extent.talkers = 5;
    extent.idlers = 100;
    extent.encryptedIdlers = 50;
    extent.taps = 20;
    extent.storm = 50;
    extent.missed = 5;
    return extent;
}

std::unique_ptr<ServerProcess> Programs::belfry() const
{
    return std::make_unique<ServerProcess>("Belfry", std::vector{folder + "/bench_belfry"}, cores.server);
}

std::unique_ptr<ServerProcess> Programs::conformance() const
{
    return std::make_unique<ServerProcess>("Belfry's echo",
                                           std::vector<std::string>{folder + "/../bin/belfry-conformance",
                                                                    "--port", "0", "--ping-interval", "25000",
                                                                    "--ping-timeout", "20000"},
                                           cores.server);
}

std::unique_ptr<ServerProcess> Programs::raw(size_t frameBytes) const
{
    return std::make_unique<ServerProcess>(
        "raw epoll", std::vector{folder + "/bench_raw", std::to_string(frameBytes)}, cores.server);
}

std::unique_ptr<ServerProcess> Programs::node(const std::string &kind, size_t eventBytes) const
{
    return std::make_unique<ServerProcess>(
        kind, std::vector<std::string>{"node", scripts + "/servers.mjs", kind, std::to_string(eventBytes)},
        cores.server);
}

void measureFanOut(const Programs &programs, const Extent &extent, int subscribers, int burst,
                   double mostOfRaw, double leastOfSocketIo, Report &report)
{
    const std::string what =
        (burst > 1 ? "Burst of " + std::to_string(burst) + " to " : std::string("Fan-out to ")) +
        std::to_string(subscribers);
    Report::title(what);
    std::vector<Contestant> all(1);
    all[0].server = programs.belfry();
    all[0].door = socketIoDoor("", all[0].server->isReady() ? all[0].server->signIn("viewer") : "");
    if (!all[0].enter(subscribers, report))
        return;
    const size_t size = frameSize(all[0]);
    Report::note("frames of " + std::to_string(size) + " bytes");
    std::vector<Contestant> others(subscribers <= extent.subscribers ? 3 : 2);
    others[0].server = programs.raw(size);
    others[0].door = rawDoor();
    others[1].server = programs.node("socket.io", size - longHead);
    others[1].door = socketIoDoor("", "");
    if (others.size() > 2) {
        others[2].server = programs.node("ws", size - longHead);
        others[2].door = rawDoor();
    }
    enterOthers(others, subscribers, report);
    std::move(others.begin(), others.end(), std::back_inserter(all));
    for (int round = 0; round < extent.rounds; ++round) {
        for (Contestant &one : all)
            fanOutRound(one, extent, burst, report);
    }
    for (const Contestant &one : all) {
        Report::figure(one.server->name() + ": CPU per delivery", one.cost, "us");
        Report::times(one.server->name() + ": until all have it", one.time, "ms");
    }
    showRoom(all);
    compare(all, what, mostOfRaw, leastOfSocketIo, report);
}

void measureAcks(const Programs &programs, const Extent &extent, Report &report)
{
    const std::string what = "Ack round trip, " + std::to_string(extent.talkers) + " clients";
    Report::title(what);
    std::vector<Contestant> all(1);
    all[0].server = programs.belfry();
    // An agent may ask a thousand times a second, and hears no readings meanwhile.
    all[0].door = socketIoDoor("/everyst,", all[0].server->isReady() ? all[0].server->signIn("agent") : "");
    all[0].message = R"(42/everyst,7["get_user_info",{}])";
    if (!all[0].enter(extent.talkers, report) || !all[0].crowd->converse(1, 1, all[0].message, deliveryTime))
        return;
    const std::string answer = all[0].crowd->lastAnswer();
    report.require(answer.find("success") != std::string::npos, "the word is not acknowledged: " + answer);
    Report::note("acknowledgements of " + std::to_string(answer.size()) + " bytes");
    const std::string argument = R"(",{"pad":")" + std::string(answer.size() - 16, 'x') + R"("}])";
    std::vector<Contestant> others(3);
    others[0].server = programs.raw(answer.size() + longHead);
    others[0].door.answer = "42";
    others[0].message = "42" + std::string(answer.size() - 2, 'x');
    others[1].server = programs.node("socket.io", answer.size());
    others[1].door = socketIoDoor("", "");
    others[1].message = R"(427["get_user_info)" + argument;
    others[2].server = programs.conformance();
    others[2].door = socketIoDoor("", "");
    others[2].message = R"(427["echo)" + argument;
    enterOthers(others, extent.talkers, report);
    std::move(others.begin(), others.end(), std::back_inserter(all));
    constexpr int tripsAtOnce = 50;
    for (int round = 0; round < extent.rounds; ++round) {
        for (Contestant &one : all) {
            one.settle();
            const uint64_t before = one.crowd->answers();
            const Duration used = one.server->cpu();
            const auto began = Steady::now();
            while (Steady::now() - began < extent.window &&
                   one.crowd->converse(extent.talkers, tripsAtOnce, one.message, deliveryTime)) {
            }
            const auto trips = double(one.crowd->answers() - before);
            one.cost.add(microseconds(one.server->cpu() - used) / trips);
            one.time.add(trips / std::chrono::duration<double>(Steady::now() - began).count());
            report.require(one.crowd->lost() == 0, one.server->name() + ": somebody was closed");
        }
    }
    report.require(all[0].crowd->lastAnswer() == answer,
                   "the last acknowledgement is another: " + all[0].crowd->lastAnswer());
    for (const Contestant &one : all) {
        Report::figure(one.server->name() + ": CPU per round trip", one.cost, "us");
        Report::figure(one.server->name() + ": round trips", one.time, "/s");
    }
    showRoom(all);
    compare(all, what, 1.6, 4, report);
    compare(all, what + ", echo alone", 1.6, 4, report, "Belfry's echo");
}

namespace {
/// More come in, a thousand at a time. KB that the server holds for each of them.
Series idleMemory(Contestant &one, int count, Report &report)
{
    constexpr int atOnce = 1000;
    const long before = one.server->memory();
    Series memory;
    for (int left = count; left > 0; left -= atOnce) {
        if (!one.crowd->join(std::min(left, atOnce), entryTime)) {
            report.require(false, "not all idle ones came in");
            return memory;
        }
    }
    one.settle();
    memory.add(double(one.server->memory() - before) / 1024 / count);
    return memory;
}
} // namespace

void measureIdle(const Programs &programs, const Extent &extent, Report &report)
{
    Report::title("One that talks among " + std::to_string(extent.idlers) + " idle WebSocket connections");
    constexpr int usual = 2;
    std::vector<Contestant> both(2); // few, many
    for (Contestant &one : both) {
        one.server = programs.belfry();
        one.door = consoleDoor(one.server->isReady() ? one.server->signIn("agent") : "");
        if (!one.enter(usual, report))
            return;
        one.settle();
    }
    Contestant &many = both[1];
    const Series memory = idleMemory(many, extent.idlers - usual, report);
    if (memory.isEmpty())
        return;
    const std::string ping = R"({"id":1,"command":"session.ping"})";
    for (int round = 0; round < extent.fewRounds(); ++round) {
        for (Contestant &one : both) {
            one.settle();
            const Duration restFrom = one.server->cpu();
            const auto restBegan = Steady::now();
            one.crowd->run([] { return false; }, extent.rest);
            const double resting =
                double((one.server->cpu() - restFrom).count()) / double((Steady::now() - restBegan).count());
            std::vector<Duration> trips;
            const Duration used = one.server->cpu();
            const auto began = Steady::now();
            const bool isAnswered = one.crowd->tap(extent.taps, tapPace, ping, trips);
            report.require(isAnswered && one.crowd->lost() == 0, "the one that talks is not answered");
            const double taken = double((one.server->cpu() - used).count()) -
                                 resting * double((Steady::now() - began).count());
            one.cost.add(taken / 1e3 / double(extent.taps));
            Series times;
            for (const Duration trip : trips)
                times.add(microseconds(trip));
            one.time.add(times.median());
        }
    }
    Report::figure("CPU per round trip among 2", both[0].cost, "us");
    Report::figure("CPU per round trip among all", many.cost, "us");
    Report::figure("p50 among 2", both[0].time, "us");
    Report::figure("p50 among all", many.time, "us");
    Report::figure("memory of an idle one", memory, "KB");
    const std::string what = std::to_string(extent.idlers) + " idle connections";
    report.atMost(what + ", p50 to that with 2", many.time.to(both[0].time).median(), 1.2, "x");
    report.atMost(what + ", CPU to that with 2", many.cost.to(both[0].cost).median(), 1.2, "x");
    report.atMost(what + ", memory each", memory.median(), 4, "KB");
}

void measureEncryptedIdle(const Programs &programs, const Extent &extent, Report &report)
{
    Report::title(std::to_string(extent.encryptedIdlers) + " idle WebSocket connections under TLS");
    constexpr int usual = 2;
    Contestant one;
    one.server = programs.belfry();
    one.door = consoleDoor(one.server->isReady() ? one.server->signIn("agent") : "");
    one.door.isEncrypted = true;
    if (!one.enter(usual, report))
        return;
    one.settle();
    const Series memory = idleMemory(one, extent.encryptedIdlers - usual, report);
    if (memory.isEmpty())
        return;
    report.require(one.crowd->lost() == 0, "somebody was closed");
    Report::figure("memory of an idle one", memory, "KB");
    report.atMost(std::to_string(extent.encryptedIdlers) + " idle connections under TLS, memory each",
                  memory.median(), 64, "KB");
}

void measureAttacks(const Programs &programs, const Extent &extent, Report &report)
{
    Report::title("One that talks under attack");
    Contestant one;
    one.server = programs.belfry();
    one.door = consoleDoor(one.server->isReady() ? one.server->signIn("agent") : "");
    if (!one.enter(1, report))
        return;
    const std::string ping = R"({"id":1,"command":"session.ping"})";
    const auto measure = [&](const std::string &name) {
        Series times;
        for (int round = 0; round < extent.fewRounds(); ++round) {
            std::vector<Duration> trips;
            const bool isAnswered = one.crowd->tap(extent.taps, tapPace, ping, trips);
            report.require(isAnswered && one.crowd->lost() == 0,
                           "the one that talks is not answered: " + name);
            for (const Duration trip : trips)
                times.add(microseconds(trip) / 1000);
        }
        Report::times(name, times, "ms");
        return times.quantile(0.99);
    };
    measure("in peace");
    for (const Malice &malice : everyMalice()) {
        const Attack attack(malice, one.server->port());
        const auto isUnderWay = [&] { return attack.opened() >= uint64_t(malice.connections); };
        report.require(one.crowd->run(isUnderWay, entryTime), "nobody attacks: " + malice.name);
        report.atMost("p99 under " + malice.name, measure(malice.name), 20, "ms");
    }
}

namespace {
void storm(Contestant &one, const Extent &extent, Report &report)
{
    for (int round = 0; round < extent.fewRounds(); ++round) {
        const Duration used = one.server->cpu();
        const auto began = Steady::now();
        if (!one.enter(extent.storm, report))
            return;
        one.time.add(std::chrono::duration<double>(Steady::now() - began).count());
        one.cost.add(microseconds(one.server->cpu() - used) / extent.storm);
        one.crowd->leave();
        one.crowd->run([] { return false; }, extent.rest / 4); // the server sees them off
    }
}

/// The name of the stream, out of the first thing the console says.
std::string epochOf(const ServerProcess &server, Door door)
{
    door.port = server.port();
    door.answer = door.served;
    door.served.clear();
    Crowd one(door);
    one.join(1, entryTime);
    one.run([&] { return one.answers() > 0; }, entryTime);
    const std::string key = R"("epoch":")";
    const size_t begin = one.lastAnswer().find(key);
    if (begin == std::string::npos)
        return {};
    return one.lastAnswer().substr(begin + key.size(),
                                   one.lastAnswer().find('"', begin + key.size()) - begin - key.size());
}
} // namespace

void measureStorm(const Programs &programs, const Extent &extent, Report &report)
{
    const std::string what = std::to_string(extent.storm) + " clients at once";
    Report::title(what);
    Contestant plain;
    plain.server = programs.belfry();
    plain.door = socketIoDoor("", "");
    storm(plain, extent, report);
    Report::figure("Socket.IO: until all are served", plain.time, "s");
    Report::figure("Socket.IO: CPU each", plain.cost, "us");
    report.atMost(what + ", Socket.IO, all served", plain.time.median(), 1, "s");

    Contestant encrypted;
    encrypted.server = std::move(plain.server);
    encrypted.door = plain.door;
    encrypted.door.isEncrypted = true;
    storm(encrypted, extent, report);
    Report::figure("Socket.IO, TLS: until all are served", encrypted.time, "s");
    Report::figure("Socket.IO, TLS: CPU each", encrypted.cost, "us");
    report.atMost(what + ", Socket.IO under TLS, all served", encrypted.time.median(), 6, "s");

    Contestant returning;
    returning.server = std::move(encrypted.server);
    if (!returning.server->isReady())
        return;
    returning.server->order("remember " + std::to_string(extent.missed));
    returning.door = consoleDoor(returning.server->signIn("viewer"));
    const std::string epoch = epochOf(*returning.server, returning.door);
    report.require(!epoch.empty(), "the console does not name its stream");
    returning.door.greeting =
        R"({"id":1,"command":"session.subscribe","params":{"topics":["session.*"],"since":0,"epoch":")" +
        epoch + R"("}})";
    returning.door.served = R"({"id":1,"reply":)";
    returning.door.delivery = R"({"at")";
    storm(returning, extent, report);
    Report::figure("console, token, replay: all served", returning.time, "s");
    Report::figure("console, token, replay: CPU each", returning.cost, "us");
    report.atMost(what + ", token and replay, all served", returning.time.median(), 3, "s");
}

} // namespace bench
