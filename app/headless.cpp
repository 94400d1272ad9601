// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/exitcode.h"
#include "app/signals.h"
#include "core/log.h"
#include "engine/engine.h"
#include "transport/epolldispatcher.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace app {

namespace {
void announceDoors(const engine::Engine &engine)
{
    const QStringList urls = engine.urls();
    for (const QString &url : urls)
        std::printf("Listening on %s\n", url.toUtf8().constData());
    std::fflush(stdout);
}

void announceCertificate(const engine::Engine &engine)
{
    std::printf("Certificate fingerprint (SHA-256): %s\n", engine.fingerprint().toUtf8().constData());
    std::fflush(stdout);
}

/// What a person or a script needs to come in; stdout, a fact a line.
void announce(const engine::Engine &engine)
{
    announceDoors(engine);
    announceCertificate(engine);
    if (const auto token = engine.setupToken()) {
        std::printf("Set-up token: %s (valid until %s)\n", token->toUtf8().constData(),
                    engine.setupTokenExpiry().toString(Qt::ISODate).toUtf8().constData());
    }
    std::fflush(stdout);
    if (!engine.note().isEmpty())
        qCWarning(logApp).noquote() << engine.note();
}
} // namespace

int exitCodeOf(const engine::StartFailure &failure)
{
    using Kind = engine::StartFailure::Kind;
    switch (failure.kind) {
    case Kind::Unexpected:
        return Unexpected;
    case Kind::CannotListen:
        return CannotListen;
    case Kind::Locked:
        return AlreadyRunning;
    case Kind::Database:
    case Kind::CorruptDatabase:
        return BadDatabase;
    case Kind::Certificate:
        return BadCertificate;
    }
    return Unexpected;
}

int runHeadless(const Options &options, int &argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new transport::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    const Signals signals;
    core::SystemClock clock;
    core::SystemEntropy entropy;
    engine::Engine engine(options.engine, clock, entropy);
    QObject::connect(&signals, &Signals::endRequested, &application, &QCoreApplication::quit);
    QObject::connect(&engine, &engine::Engine::started, &engine, [&engine] { announce(engine); });
    QObject::connect(&engine, &engine::Engine::doorsChanged, &engine, [&engine] { announceDoors(engine); });
    QObject::connect(&engine, &engine::Engine::certificateChanged, &engine,
                     [&engine] { announceCertificate(engine); });
    QObject::connect(&engine, &engine::Engine::failed, &engine, [](const engine::StartFailure &failure) {
        std::fprintf(stderr, "belfry: %s\n", failure.sentence.toUtf8().constData());
        QCoreApplication::exit(exitCodeOf(failure));
    });
    QTimer::singleShot(0, &engine, [&engine] { engine.start(); });
    const int exitCode = QCoreApplication::exec();
    engine.stop();
    return exitCode;
}

} // namespace app
