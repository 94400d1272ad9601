// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/exitcode.h"
#include "app/headless.h"
#include "app/paths.h"
#include "app/signals.h"
#include "app/usercommand.h"
#include "app/window.h"
#include "catalog/catalogue.h"
#include "engine/asyncapi.h"
#include "engine/voices.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdio>

namespace app {

namespace {
void print(const QString &text) { std::fputs(text.toUtf8().constData(), stdout); }

void printAsyncApi(const QString &dialect, const QString &version)
{
    const core::Catalog catalog = catalog::everything();
    const engine::Voices voices(catalog);
    const QJsonObject document = engine::asyncApi(*voices.find(dialect), catalog, version);
    print(QString::fromUtf8(QJsonDocument(document).toJson()));
}
} // namespace

int Application::run(const Options &asked, int &argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("belfry"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BELFRY_VERSION));
    Options options = asked;
    options.engine.version = QStringLiteral(BELFRY_VERSION);
    if (!options.logRules.isEmpty())
        QLoggingCategory::setFilterRules(
            QString(options.logRules).replace(QLatin1Char(';'), QLatin1Char('\n')));

    switch (options.task) {
    case Options::Task::Help: {
        const QCoreApplication application(argc, argv);
        print(Options::helpText());
        return Ok;
    }
    case Options::Task::Version:
        print(QStringLiteral("belfry " BELFRY_VERSION "\n"));
        return Ok;
    case Options::Task::PrintPaths: {
        Paths paths = Paths::standard();
        paths.config = options.configFile;
        paths.data = options.engine.dataDirectory;
        print(paths.text());
        return Ok;
    }
    case Options::Task::CheckConfig:
        print(QCoreApplication::translate("Application", "%1 is good.\n").arg(options.configFile));
        return Ok;
    case Options::Task::PrintAsyncApi:
        printAsyncApi(options.asyncApiDialect, options.engine.version);
        return Ok;
    case Options::Task::User: {
        const QCoreApplication application(argc, argv);
        return UserCommand::run(options);
    }
    case Options::Task::Run:
        break;
    }
    // Only here, where Signals follows: what asks for a password on a terminal must still be ended by it.
    Signals::block();
    return options.isHeadless ? runHeadless(options, argc, argv) : runWindow(options, argc, argv);
}

} // namespace app
