// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/exitcode.h"
#include "core/log.h"
#include "transport/descriptorlimit.h"

#include <csignal>
#include <cstdio>

int main(int argc, char **argv)
{
    core::installLogHandler();
    // A full disk or a peer that went is an error to handle, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    transport::raiseDescriptorLimit();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    bool isConfigError = false;
    const core::Result<app::Options> options = app::Options::parse(arguments, &isConfigError);
    if (!options) {
        std::fprintf(stderr, "belfry: %s\n", options.error().message.toUtf8().constData());
        return isConfigError ? app::BadConfig : app::Usage;
    }
    return app::Application::run(options.value(), argc, argv);
}
