// SPDX-License-Identifier: GPL-3.0-or-later
// belfry-conformance: the server under test of the protocols' own suites, and of measurements.
#include "conformance/echo.h"
#include "conformance/subject.h"
#include "core/log.h"
#include "transport/epolldispatcher.h"
#include "transport/listener.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

namespace {
using namespace std::chrono_literals;

constexpr qint64 maxPayload = 1'000'000;
constexpr qint64 maxRawMessage = 16LL * 1024 * 1024;
constexpr int usualConnections = 10'000;
constexpr int spareSockets = 1024;

/// As many descriptors as the machine lets us have: each client costs one.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

struct Arguments
{
    QString address;
    quint16 port = 0;
    int maxConnections = 0;
};

/// Ends the program when they cannot be understood.
Arguments argumentsOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Belfry's transport with nothing behind it, for the conformance suites of Engine.IO 4 "
                       "and Socket.IO 5 and for measurements."));
    parser.addHelpOption();
    const QCommandLineOption address(QStringLiteral("address"), QStringLiteral("Address to listen on."),
                                     QStringLiteral("address"), QStringLiteral("localhost"));
    const QCommandLineOption port(QStringLiteral("port"),
                                  QStringLiteral("Port to listen on; 0 picks a free one."),
                                  QStringLiteral("port"), QStringLiteral("3000"));
    const QCommandLineOption connections(QStringLiteral("max-connections"),
                                         QStringLiteral("Open connections at most."),
                                         QStringLiteral("number"), QString::number(usualConnections));
    parser.addOptions({address, port, connections});
    parser.process(application);
    bool hasPort = false;
    bool hasConnections = false;
    const Arguments arguments{parser.value(address), parser.value(port).toUShort(&hasPort),
                              parser.value(connections).toInt(&hasConnections)};
    if (!hasPort || !hasConnections || arguments.maxConnections < 1) {
        QTextStream(stderr) << "--port wants a number up to 65535, --max-connections one above 0."
                            << Qt::endl;
        std::exit(EXIT_FAILURE);
    }
    return arguments;
}
} // namespace

int main(int argc, char **argv)
{
    core::installLogHandler();
    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    QCoreApplication::setEventDispatcher(new transport::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    const Arguments arguments = argumentsOf(application);

    core::SystemClock clock;
    core::SystemEntropy entropy;
    const transport::EngineIoOptions engineIo{
        .pingInterval = 300ms, .pingTimeout = 200ms, .upgradeTimeout = 10s, .maxPayload = maxPayload};
    conformance::Subject subject(clock, entropy, {.connectTimeout = 1s}, maxPayload);
    auto router = std::make_shared<transport::Router>();
    router->engineIo("/engine.io/", engineIo,
                     [](transport::Channel *channel) { conformance::echo(*channel, maxPayload); });
    router->engineIo("/socket.io/", engineIo,
                     [&subject](transport::Channel *channel) { subject.serve(*channel); });
    router->webSocket("/echo",
                      [](transport::Channel *channel) { conformance::echo(*channel, maxRawMessage); });

    transport::ListenerOptions options;
    options.isOpenToAllOrigins = true;
    options.maxConnections = arguments.maxConnections;
    options.maxPerAddress = arguments.maxConnections;
    // A polling client has two: one that waits and one that speaks.
    options.maxSockets = 2 * std::min(arguments.maxConnections, 1'000'000) + spareSockets;
    transport::Listener listener(router, options, clock, entropy);
    const core::Result<void> listening = listener.listen(arguments.address, arguments.port);
    if (!listening) {
        QTextStream(stderr) << listening.error().message << Qt::endl;
        return EXIT_FAILURE;
    }
    QTextStream(stdout) << "Listening on " << listener.urls().join(QLatin1Char(' ')) << Qt::endl;
    return QCoreApplication::exec();
}
