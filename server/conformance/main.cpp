// SPDX-License-Identifier: GPL-3.0-or-later
// belfry-conformance: the server under test of the protocols' own suites, and of measurements.
#include "conformance/echo.h"
#include "conformance/subject.h"
#include "core/log.h"
#include "transport/descriptorlimit.h"
#include "transport/epolldispatcher.h"
#include "transport/listener.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <csignal>

namespace {
using namespace std::chrono_literals;

constexpr qint64 maxPayload = 1'000'000;
constexpr qint64 maxRawMessage = 16LL * 1024 * 1024;
constexpr int usualConnections = 10'000;
constexpr int mostConnections = 1'000'000;
constexpr int spareSockets = 1024;
constexpr int mostPort = 65'535;
constexpr int longestPing = 3'600'000;
constexpr int longestRecovery = 3600;

struct Arguments
{
    QString address;
    quint16 port = 0;
    int maxConnections = 0;
    std::chrono::milliseconds pingInterval{};
    std::chrono::milliseconds pingTimeout{};
    std::chrono::seconds recoveryTime{};
    QString certificate;
    QString key;
};

/// The number given for an option; the program ends when it is not between `least` and `most`.
int numberOf(const QCommandLineParser &parser, const QCommandLineOption &option, int least, int most)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most) {
        QTextStream(stderr) << "--" << option.names().constFirst() << " wants a number from " << least
                            << " to " << most << "." << Qt::endl;
        std::exit(EXIT_FAILURE);
    }
    return number;
}

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
    const QCommandLineOption interval(QStringLiteral("ping-interval"),
                                      QStringLiteral("Milliseconds between two pings."), QStringLiteral("ms"),
                                      QStringLiteral("300"));
    const QCommandLineOption timeout(QStringLiteral("ping-timeout"),
                                     QStringLiteral("Milliseconds a client has to answer a ping."),
                                     QStringLiteral("ms"), QStringLiteral("200"));
    const QCommandLineOption recovery(
        QStringLiteral("recovery"),
        QStringLiteral("Seconds in which a client that lost its connection may come back as who it was; 0: "
                       "never."),
        QStringLiteral("s"), QStringLiteral("0"));
    const QCommandLineOption certificate(
        QStringLiteral("certificate"),
        QStringLiteral("Speaks TLS as well, showing this certificate (PEM); wants --key."),
        QStringLiteral("file"));
    const QCommandLineOption key(QStringLiteral("key"), QStringLiteral("The key of --certificate."),
                                 QStringLiteral("file"));
    parser.addOptions({address, port, connections, interval, timeout, recovery, certificate, key});
    parser.process(application);
    return {parser.value(address),
            quint16(numberOf(parser, port, 0, mostPort)),
            numberOf(parser, connections, 1, mostConnections),
            std::chrono::milliseconds(numberOf(parser, interval, 1, longestPing)),
            std::chrono::milliseconds(numberOf(parser, timeout, 1, longestPing)),
            std::chrono::seconds(numberOf(parser, recovery, 0, longestRecovery)),
            parser.value(certificate),
            parser.value(key)};
}

/// Everybody may come in; the program ends when its certificate cannot be used.
transport::ListenerOptions listenerOptions(const Arguments &arguments, core::Clock &clock)
{
    transport::ListenerOptions options;
    options.isOpenToAllOrigins = true;
    options.allowPlaintext = true;
    options.maxConnections = arguments.maxConnections;
    options.maxPerAddress = arguments.maxConnections;
    // A polling client has two: one that waits and one that speaks.
    options.maxSockets = 2 * arguments.maxConnections + spareSockets;
    if (arguments.certificate.isEmpty())
        return options;
    auto certificate = transport::Certificate::load(arguments.certificate, arguments.key);
    if (!certificate) {
        QTextStream(stderr) << certificate.error().message << Qt::endl;
        std::exit(EXIT_FAILURE);
    }
    options.tls = std::make_shared<transport::Tls>(std::move(certificate).value(), clock);
    return options;
}
} // namespace

int main(int argc, char **argv)
{
    core::installLogHandler();
    std::signal(SIGPIPE, SIG_IGN);
    transport::raiseDescriptorLimit();
    QCoreApplication::setEventDispatcher(new transport::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    const Arguments arguments = argumentsOf(application);

    core::SystemClock clock;
    core::SystemEntropy entropy;
    const transport::EngineIoOptions engineIo{.pingInterval = arguments.pingInterval,
                                              .pingTimeout = arguments.pingTimeout,
                                              .upgradeTimeout = 10s,
                                              .maxPayload = maxPayload};
    transport::SocketIoRecovery recovery(clock, entropy, arguments.recoveryTime);
    transport::SocketIoOptions socketIo{.connectTimeout = 1s};
    if (arguments.recoveryTime > 0s)
        socketIo.recovery = &recovery;
    conformance::Subject subject(clock, entropy, socketIo, maxPayload);
    auto router = std::make_shared<transport::Router>();
    router->engineIo("/engine.io/", engineIo,
                     [](transport::Channel *channel) { conformance::echo(*channel, maxPayload); });
    router->engineIo("/socket.io/", engineIo,
                     [&subject](transport::Channel *channel) { subject.serve(*channel); });
    router->webSocket("/echo",
                      [](transport::Channel *channel) { conformance::echo(*channel, maxRawMessage); });

    transport::Listener listener(router, listenerOptions(arguments, clock), clock, entropy);
    const core::Result<void> listening = listener.listen(arguments.address, arguments.port);
    if (!listening) {
        QTextStream(stderr) << listening.error().message << Qt::endl;
        return EXIT_FAILURE;
    }
    QTextStream(stdout) << "Listening on " << listener.urls().join(QLatin1Char(' ')) << Qt::endl;
    return QCoreApplication::exec();
}
