// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usercommand.h"

#include "app/exitcode.h"
#include "app/headless.h"
#include "catalog/identity.h"
#include "catalog/onetimecodes.h"
#include "dialects/console/consoleclient.h"
#include "engine/engine.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <cstdio>

namespace app {

namespace {
constexpr int answerTime = 15'000; ///< ms; an Argon2id hash on a busy machine takes a while

QString userText(const char *text) { return QCoreApplication::translate("UserCommand", text); }

core::Result<QString> readPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return core::Error{core::ErrorCode::Invalid, userText("The password could not be read from stdin.")};
    QByteArray line = input.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return core::Error{core::ErrorCode::Invalid,
                           userText("No password came on stdin. Give it as one line.")};
    return QString::fromUtf8(line);
}

void printUsers(const core::Reply &reply)
{
    const auto users = reply.value().as<identity::ListUsers::Reply>();
    if (!users)
        return;
    for (const identity::User &user : users->users) {
        const QString line =
            QStringLiteral("%1\t%2\t%3\t%4\n")
                .arg(user.username, user.role,
                     user.isActive ? QStringLiteral("active") : QStringLiteral("disabled"), user.email);
        std::fputs(line.toUtf8().constData(), stdout);
    }
}

int exitCodeOfReply(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::Unavailable:
        return BadDatabase; // what accounts need is their storage
    case core::ErrorCode::Internal:
        return Unexpected;
    default:
        return Usage;
    }
}

int failWith(const QString &sentence, int exitCode)
{
    std::fprintf(stderr, "belfry: %s\n", sentence.toUtf8().constData());
    return exitCode;
}

int report(const core::Reply &reply, bool isList)
{
    if (!reply)
        return failWith(reply.error().message, exitCodeOfReply(reply.error().code));
    if (isList)
        printUsers(reply);
    return Ok;
}

/// Asks the server that runs on this data directory; nothing when none answers.
std::optional<core::Reply> askServer(const QString &directory, const UserCommand::Request &request)
{
    QLocalSocket socket;
    socket.connectToServer(directory + QStringLiteral("/control.sock"));
    if (!socket.waitForConnected(1'000))
        return std::nullopt;
    socket.write(dialects::encodeRequest(1, request.command, request.params).toUtf8() + '\n');
    while (socket.waitForReadyRead(answerTime)) {
        while (socket.canReadLine()) {
            const auto read = dialects::decodeIncoming(QString::fromUtf8(socket.readLine()));
            if (!read)
                continue;
            if (const auto *answer = std::get_if<dialects::ConsoleAnswer>(&read.value()))
                return answer->reply;
        }
    }
    return core::Reply(
        core::Error{core::ErrorCode::Internal,
                    userText("The running Belfry did not answer. Try again, or stop it first.")});
}

/// Opens the data directory without any door and asks there.
int runOffline(const Options &options, const UserCommand::Request &request, bool isList)
{
    core::SystemClock clock;
    core::SystemEntropy entropy;
    engine::EngineOptions engineOptions = options.engine;
    engineOptions.listen.clear();
    engineOptions.isRecording = false;
    engine::Engine engine(engineOptions, clock, entropy);
    int exitCode = Unexpected;
    QObject::connect(&engine, &engine::Engine::failed, &engine, [&](const engine::StartFailure &failure) {
        exitCode = failWith(failure.sentence, exitCodeOf(failure));
        QCoreApplication::exit(exitCode);
    });
    QObject::connect(&engine, &engine::Engine::started, &engine, [&] {
        engine.dispatcher()
            .dispatch({request.command, request.params, core::localAdministrator(), 0, {}})
            .then(&engine, [&](const core::Reply &reply) {
                exitCode = report(reply, isList);
                QCoreApplication::exit(exitCode);
            });
    });
    QTimer::singleShot(0, &engine, [&engine] { engine.start(); });
    QCoreApplication::exec();
    engine.stop();
    return exitCode;
}
} // namespace

core::Result<UserCommand::Request> UserCommand::prepare(const Options &options)
{
    const QStringList &words = options.userArguments;
    const QString verb = words.value(0);
    const core::Error usage{
        core::ErrorCode::Invalid,
        userText(
            "Say what to do: belfry user add NAME --role ROLE --password-stdin, user list, user passwd NAME "
            "--password-stdin, user disable NAME, user enable NAME or user otp-off NAME.")};
    if (verb == QLatin1String("list") && words.size() == 1)
        return Request{QString::fromLatin1(identity::ListUsers::name), {}};
    if (words.size() != 2)
        return usage;
    const QString name = words.at(1);
    if (verb == QLatin1String("disable") || verb == QLatin1String("enable")) {
        const identity::EnableUser params{name, verb == QLatin1String("enable")};
        return Request{QString::fromLatin1(identity::EnableUser::name), core::toJson(params).toObject()};
    }
    if (verb == QLatin1String("otp-off")) {
        const identity::ResetCodes params{name};
        return Request{QString::fromLatin1(identity::ResetCodes::name), core::toJson(params).toObject()};
    }
    if (verb != QLatin1String("add") && verb != QLatin1String("passwd"))
        return usage;
    if (!options.passwordFromStdin) {
        return core::Error{
            core::ErrorCode::Invalid,
            userText("Give the password on stdin and say --password-stdin; it is never an argument.")};
    }
    if (verb == QLatin1String("add") && !core::roleFromWord(options.role)) {
        return core::Error{
            core::ErrorCode::Invalid,
            userText("--role takes viewer, operator, admin or agent, not \"%1\".").arg(options.role)};
    }
    const core::Result<QString> password = readPassword();
    if (!password)
        return password.error();
    if (verb == QLatin1String("passwd")) {
        const identity::SetPassword params{name, password.value()};
        return Request{QString::fromLatin1(identity::SetPassword::name), core::toJson(params).toObject()};
    }
    const identity::AddUser params{name, password.value(), options.role, {}, {}};
    return Request{QString::fromLatin1(identity::AddUser::name), core::toJson(params).toObject()};
}

int UserCommand::run(const Options &options)
{
    const core::Result<Request> request = prepare(options);
    if (!request)
        return failWith(request.error().message, Usage);
    const QString &directory = options.engine.dataDirectory;
    const bool isList = request->command == QLatin1String(identity::ListUsers::name);
    if (const auto reply = askServer(directory, request.value()))
        return report(*reply, isList);
    // Only the first account may begin a data directory: elsewhere a misspelt one would look like an empty
    // one.
    const bool mayBegin = request->command == QLatin1String(identity::AddUser::name);
    if (!mayBegin && !QFile::exists(directory + QStringLiteral("/belfry.db")))
        return failWith(userText("There is no Belfry data in %1.").arg(directory), BadDatabase);
    return runOffline(options, request.value(), isList);
}

} // namespace app
