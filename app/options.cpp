// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "app/optionlookup.h"
#include "app/paths.h"
#include "client/serveraddress.h"
#include "engine/listenaddress.h"
#include "engine/voices.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace app {

namespace {
using namespace std::chrono_literals;

QString optionsText(const char *text) { return QCoreApplication::translate("Options", text); }

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        optionsText("Belfry: a network console with an embedded event server.\n\n"
                    "An option comes from the command line, else from its environment twin (--data-dir: "
                    "BELFRY_DATA_DIR), else from the configuration file, else it has its default.\n\n"
                    "  belfry                                   the window, serving 127.0.0.1:8000\n"
                    "  belfry --headless --listen 8000          only the server\n"
                    "  belfry --connect https://HOST:8000       the window of another Belfry\n"
                    "  belfry user add dana --role admin --password-stdin < file"));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, optionsText("Says what you read now.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, optionsText("Says the version.")},
        {QStringLiteral("headless"), optionsText("Runs the server without a window.")},
        {QStringLiteral("listen"),
         optionsText(
             "Serves this address, repeatable; ADDR is 127.0.0.1 unless given, DIALECT narrows the Socket.IO "
             "namespace \"/\" of the port. Default: 127.0.0.1:8000."),
         QStringLiteral("[ADDR:]PORT[=DIALECT]")},
        {QStringLiteral("allow-plaintext"), optionsText("Serves other machines without encryption too.")},
        {QStringLiteral("guests"),
         optionsText(
             "Lets clients without a token in: off, loopback (of this machine) or all. Default: off."),
         QStringLiteral("WHO")},
        {QStringLiteral("guest-role"),
         optionsText("What guests may do: guest, viewer, operator or admin; more than viewer only with "
                     "--guests loopback. Default: guest, a viewer who may chat."),
         QStringLiteral("ROLE")},
        {QStringLiteral("certificate"),
         optionsText("Shows this certificate (PEM, its chain behind it) instead of one of Belfry's own. Goes "
                     "with --key."),
         QStringLiteral("FILE")},
        {QStringLiteral("key"), optionsText("The key of --certificate: RSA or EC, PEM, without a password."),
         QStringLiteral("FILE")},
        {QStringLiteral("allow-origin"), optionsText("Lets pages of this origin in, repeatable."),
         QStringLiteral("ORIGIN")},
        {QStringLiteral("allow-host"), optionsText("Answers to this host name too, repeatable."),
         QStringLiteral("NAME")},
        {QStringLiteral("max-connections"),
         optionsText("Most clients at once, on all ports together. Default: 100."), QStringLiteral("N")},
        {QStringLiteral("recovery"),
         optionsText("Lets a Socket.IO client that lost its connection come back as who it was within this "
                     "time, and tells it what it missed. Default: 0, never."),
         QStringLiteral("SECONDS")},
        {QStringLiteral("data-dir"), optionsText("Where everything is kept."), QStringLiteral("DIR")},
        {QStringLiteral("key-file"),
         optionsText(
             "The key that kept secrets are encrypted with (at least 32 bytes, 0600), instead of one in "
             "the data directory. Made when absent."),
         QStringLiteral("FILE")},
        {QStringLiteral("scan-helper"),
         optionsText("The socket of belfry-scan-helper, which has raw sockets for scans. Default: "
                     "/run/belfry-scan-helper.sock."),
         QStringLiteral("PATH")},
        {QStringLiteral("config"), optionsText("The configuration file."), QStringLiteral("FILE")},
        {QStringLiteral("connect"), optionsText("Shows another Belfry instead of serving."),
         QStringLiteral("URL")},
        {QStringLiteral("fingerprint"),
         optionsText("The SHA-256 of the certificate that the server of --connect must show; it is "
                     "remembered. Holds for that address only, not for another that is typed into the "
                     "window."),
         QStringLiteral("SHA256")},
        {QStringLiteral("user"), optionsText("Signs in as this user at --connect."), QStringLiteral("NAME")},
        {QStringLiteral("password-file"),
         optionsText("Its password: the first line of this file, - for stdin."), QStringLiteral("FILE")},
        {QStringLiteral("theme"), optionsText("system, light, dark or contrast."), QStringLiteral("THEME")},
        {QStringLiteral("page"), optionsText("Opens with this page."), QStringLiteral("NAME")},
        {QStringLiteral("lang"), optionsText("The window's language, as de."), QStringLiteral("CODE")},
        {QStringLiteral("reset-layout"), optionsText("Forgets how the window was arranged.")},
        {QStringLiteral("log-rules"), optionsText("What is logged, as \"belfry.engine.debug=true;…\"."),
         QStringLiteral("RULES")},
        {QStringLiteral("print-asyncapi"),
         optionsText(
             "Prints the AsyncAPI document of console, everyst, departments, opmas, auraos or threatlens."),
         QStringLiteral("DIALECT")},
        {QStringLiteral("print-paths"), optionsText("Prints the folders that are used.")},
        {QStringLiteral("check-config"), optionsText("Reads the configuration and says whether it is good.")},
        {QStringLiteral("role"), optionsText("For user add: viewer, operator, admin or agent."),
         QStringLiteral("ROLE")},
        {QStringLiteral("password-stdin"),
         optionsText("For user add and passwd: reads the password from stdin.")},
    });
    parser.addPositionalArgument(
        QStringLiteral("user"),
        optionsText("add NAME, list, passwd NAME, disable NAME, enable NAME, otp-off NAME: manages the "
                    "accounts of --data-dir."),
        QStringLiteral("[user …]"));
    parser.addPositionalArgument(QStringLiteral("link"),
                                 optionsText("Opens what it leads to, as belfry://alert/A-17."),
                                 QStringLiteral("[LINK]"));
}

/// The options that mean something outside one call, and so have twins in the environment and the file.
QStringList lastingOptions()
{
    return {QStringLiteral("headless"),     QStringLiteral("listen"),     QStringLiteral("allow-plaintext"),
            QStringLiteral("allow-origin"), QStringLiteral("allow-host"), QStringLiteral("max-connections"),
            QStringLiteral("certificate"),  QStringLiteral("key"),        QStringLiteral("data-dir"),
            QStringLiteral("connect"),      QStringLiteral("user"),       QStringLiteral("password-file"),
            QStringLiteral("theme"),        QStringLiteral("page"),       QStringLiteral("log-rules"),
            QStringLiteral("lang"),         QStringLiteral("recovery"),   QStringLiteral("fingerprint"),
            QStringLiteral("guests"),       QStringLiteral("guest-role"), QStringLiteral("key-file"),
            QStringLiteral("scan-helper")};
}

/// True where the command line says at most what is to be shown, and of which data.
bool asksForNoOther(const QCommandLineParser &parser, const Options &options)
{
    const QStringList harmless{QStringLiteral("config"), QStringLiteral("data-dir"), QStringLiteral("page")};
    const QStringList given = parser.optionNames();
    return options.task == Options::Task::Run && !options.isHeadless && options.connectTo.isEmpty() &&
           std::all_of(given.begin(), given.end(),
                       [&harmless](const QString &name) { return harmless.contains(name); });
}

core::Error usageError(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

std::optional<OptionError> readAddresses(const OptionLookup &lookup, engine::EngineOptions &out)
{
    const QString name = QStringLiteral("listen");
    QList<ConfigValue> addresses = lookup.all(name);
    if (addresses.isEmpty())
        addresses << ConfigValue{QStringLiteral("127.0.0.1:8000"), 0};
    for (const ConfigValue &address : std::as_const(addresses)) {
        const core::Result<engine::ListenAddress> parsed =
            engine::parseListenAddress(address.text, engine::Voices::socketIoNames());
        if (!parsed)
            return lookup.bad(name, address, parsed.error().message);
        out.listen << parsed.value();
    }
    return std::nullopt;
}

std::optional<OptionError> readRecovery(const OptionLookup &lookup, engine::EngineOptions &out)
{
    const QString name = QStringLiteral("recovery");
    const ConfigValue given = lookup.one(name);
    if (given.text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    out.recoveryTime = std::chrono::seconds(given.text.toInt(&isNumber));
    if (!isNumber || out.recoveryTime < 0s || out.recoveryTime > 1h) {
        return lookup.bad(
            name, given, optionsText("--recovery takes seconds from 0 to 3600, not \"%1\".").arg(given.text));
    }
    return std::nullopt;
}

std::optional<OptionError> readGuests(const OptionLookup &lookup, engine::GuestRule &out)
{
    using From = engine::GuestRule::From;
    const QString name = QStringLiteral("guests");
    const QString roleName = QStringLiteral("guest-role");
    const ConfigValue from = lookup.one(name);
    const ConfigValue role = lookup.one(roleName);
    if (from.text == u"loopback") {
        out.from = From::Loopback;
    } else if (from.text == u"all") {
        out.from = From::Everywhere;
    } else if (!from.text.isEmpty() && from.text != u"off") {
        return lookup.bad(name, from,
                          optionsText("--guests takes off, loopback or all, not \"%1\".").arg(from.text));
    }
    if (role.text.isEmpty())
        return std::nullopt;
    const std::optional<core::Role> read = core::roleFromWord(role.text);
    if (!read || *read == core::Role::Agent) {
        return lookup.bad(
            roleName, role,
            optionsText("--guest-role takes guest, viewer, operator or admin, not \"%1\".").arg(role.text));
    }
    const bool isPowerful = *read == core::Role::Operator || *read == core::Role::Admin;
    if (isPowerful && out.from != From::Loopback) {
        return lookup.bad(
            roleName, role,
            optionsText("Guests are more than viewers only on this machine: add --guests loopback."));
    }
    out.role = *read;
    return std::nullopt;
}

std::optional<OptionError> readCertificate(const OptionLookup &lookup, engine::CertificateFiles &out)
{
    const ConfigValue certificate = lookup.one(QStringLiteral("certificate"));
    const ConfigValue key = lookup.one(QStringLiteral("key"));
    if (certificate.text.isEmpty() != key.text.isEmpty()) {
        const bool isLonelyKey = certificate.text.isEmpty();
        return lookup.bad(isLonelyKey ? QStringLiteral("key") : QStringLiteral("certificate"),
                          isLonelyKey ? key : certificate,
                          optionsText("--certificate and --key go together: give both files."));
    }
    if (!certificate.text.isEmpty())
        out = {QDir().absoluteFilePath(certificate.text), QDir().absoluteFilePath(key.text)};
    return std::nullopt;
}

std::optional<OptionError> readEngineOptions(const OptionLookup &lookup, engine::EngineOptions &out)
{
    if (auto failed = readAddresses(lookup, out))
        return failed;
    if (auto failed = lookup.flag(QStringLiteral("allow-plaintext"), out.listener.allowPlaintext))
        return failed;
    if (auto failed = readCertificate(lookup, out.certificate))
        return failed;
    if (auto failed = readRecovery(lookup, out))
        return failed;
    if (auto failed = readGuests(lookup, out.guests))
        return failed;
    out.listener.allowedOrigins = lookup.texts(QStringLiteral("allow-origin"));
    out.listener.allowedHosts = lookup.texts(QStringLiteral("allow-host"));
    const QString directory = lookup.one(QStringLiteral("data-dir")).text;
    // Absolute: the name of the socket in it is resolved elsewhere than here.
    out.dataDirectory = directory.isEmpty() ? Paths::standard().data : QDir(directory).absolutePath();
    if (const QString key = lookup.one(QStringLiteral("key-file")).text; !key.isEmpty())
        out.vaultKeyFile = QDir().absoluteFilePath(key);
    if (const QString helper = lookup.one(QStringLiteral("scan-helper")).text; !helper.isEmpty())
        out.scanHelper = QDir().absoluteFilePath(helper);
    const QString maximum = QStringLiteral("max-connections");
    const ConfigValue most = lookup.one(maximum);
    if (!most.text.isEmpty()) {
        bool isNumber = false;
        out.listener.maxConnections = most.text.toInt(&isNumber);
        if (!isNumber || out.listener.maxConnections < 1 || out.listener.maxConnections > 100'000) {
            return lookup.bad(
                maximum, most,
                optionsText("--max-connections takes a number from 1 to 100000, not \"%1\".").arg(most.text));
        }
        // Pages, requests and handshakes come beside the clients.
        out.listener.maxSockets = std::max(out.listener.maxSockets, 2 * out.listener.maxConnections);
    }
    return std::nullopt;
}

std::optional<OptionError> readServer(const OptionLookup &lookup, Options &options)
{
    const QString connect = QStringLiteral("connect");
    const QString print = QStringLiteral("fingerprint");
    const ConfigValue server = lookup.one(connect);
    const ConfigValue fingerprint = lookup.one(print);
    options.connectTo = server.text;
    bool isEncrypted = false;
    if (!server.text.isEmpty()) {
        const core::Result<client::ServerAddress> address = client::readServerAddress(server.text);
        if (!address)
            return lookup.bad(connect, server, address.error().message);
        isEncrypted = address->isEncrypted();
    }
    if (options.isHeadless && !server.text.isEmpty()) {
        return lookup.bad(connect, server,
                          optionsText("--connect shows a window; it cannot go with --headless."));
    }
    if (fingerprint.text.isEmpty())
        return std::nullopt;
    if (!isEncrypted) {
        return lookup.bad(
            print, fingerprint,
            optionsText("--fingerprint goes with a --connect by https or wss: without encryption "
                        "there is no certificate."));
    }
    const core::Result<client::Fingerprint> read = client::Fingerprint::read(fingerprint.text);
    if (!read)
        return lookup.bad(print, fingerprint, read.error().message);
    options.fingerprint = read.value();
    return std::nullopt;
}

std::optional<OptionError> readWindowOptions(const OptionLookup &lookup, Options &options)
{
    const QString theme = QStringLiteral("theme");
    if (auto failed = lookup.flag(QStringLiteral("headless"), options.isHeadless))
        return failed;
    if (auto failed = readServer(lookup, options))
        return failed;
    options.userName = lookup.one(QStringLiteral("user")).text;
    options.passwordFile = lookup.one(QStringLiteral("password-file")).text;
    options.logRules = lookup.one(QStringLiteral("log-rules")).text;
    const ConfigValue look = lookup.one(theme);
    options.theme = look.text;
    options.page = lookup.one(QStringLiteral("page")).text;
    options.language = lookup.one(QStringLiteral("lang")).text;
    const QStringList themes{QString(), QStringLiteral("system"), QStringLiteral("light"),
                             QStringLiteral("dark"), QStringLiteral("contrast")};
    if (!themes.contains(look.text)) {
        return lookup.bad(
            theme, look,
            optionsText("--theme takes system, light, dark or contrast, not \"%1\".").arg(look.text));
    }
    return std::nullopt;
}

std::optional<core::Error> readTask(const QCommandLineParser &parser, Options &options)
{
    using Task = Options::Task;
    const QStringList words = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("help"))) {
        options.task = Task::Help;
    } else if (parser.isSet(QStringLiteral("version"))) {
        options.task = Task::Version;
    } else if (parser.isSet(QStringLiteral("print-paths"))) {
        options.task = Task::PrintPaths;
    } else if (parser.isSet(QStringLiteral("check-config"))) {
        options.task = Task::CheckConfig;
    } else if (parser.isSet(QStringLiteral("print-asyncapi"))) {
        options.task = Task::PrintAsyncApi;
        options.asyncApiDialect = parser.value(QStringLiteral("print-asyncapi"));
        if (!engine::Voices::names().contains(options.asyncApiDialect)) {
            return usageError(
                optionsText("There is no dialect \"%1\". There are: %2.")
                    .arg(options.asyncApiDialect, engine::Voices::names().join(QStringLiteral(", "))));
        }
    } else if (!words.isEmpty() && words.first() == QLatin1String("user")) {
        options.task = Task::User;
        options.userArguments = words.mid(1);
    } else if (words.value(0).startsWith(QLatin1String("belfry://"))) {
        options.place = client::Place::read(words.first());
        if (!options.place || words.size() > 1)
            return usageError(
                optionsText("\"%1\" leads to nothing. Was it copied whole?").arg(words.join(u' ')));
    } else if (!words.isEmpty()) {
        return usageError(
            optionsText("\"%1\" is no command and no link. There is: user.").arg(words.first()));
    }
    options.role = parser.value(QStringLiteral("role"));
    options.passwordFromStdin = parser.isSet(QStringLiteral("password-stdin"));
    options.askedPage = parser.value(QStringLiteral("page"));
    options.resetLayout = parser.isSet(QStringLiteral("reset-layout"));
    return std::nullopt;
}
} // namespace

core::Result<Options> Options::parse(const QStringList &arguments, bool *isConfigError)
{
    *isConfigError = false;
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments))
        return usageError(parser.errorText());

    Options options;
    if (auto failed = readTask(parser, options))
        return *failed;
    options.configFile = parser.value(QStringLiteral("config"));
    if (options.configFile.isEmpty())
        options.configFile = qEnvironmentVariable("BELFRY_CONFIG");
    const bool isNamed = !options.configFile.isEmpty();
    if (!isNamed)
        options.configFile = Paths::standard().config;
    // Help is for those whose configuration is wrong, too.
    if (options.task == Task::Help || options.task == Task::Version)
        return options;
    const core::Result<ConfigFile> config = ConfigFile::read(options.configFile, lastingOptions(), isNamed);
    if (!config) {
        *isConfigError = true;
        return config.error();
    }
    const OptionLookup lookup(parser, config.value());
    std::optional<OptionError> failed = readEngineOptions(lookup, options.engine);
    if (!failed)
        failed = readWindowOptions(lookup, options);
    if (failed) {
        *isConfigError = failed->isInFile;
        return failed->error;
    }
    options.mayJoin = asksForNoOther(parser, options);
    return options;
}

QString Options::helpText()
{
    QCommandLineParser parser;
    declareOptions(parser);
    return parser.helpText();
}

} // namespace app
