// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/options.h"
#include "core/reply.h"

#include <QJsonObject>

namespace app {

/// `belfry user …`: manages accounts as the administrator at the machine: in the server that uses the data
/// directory while one runs, else in the database itself.
class UserCommand
{
public:
    struct Request
    {
        QString command;
        QJsonObject params;
    };

    /// Reads the words behind `user` and, where one is due, the password. Errors: Invalid.
    static core::Result<Request> prepare(const Options &options);
    /// Runs an event loop of its own; needs a QCoreApplication. Writes to stdout and stderr; answers the exit
    /// code.
    static int run(const Options &options);
};

} // namespace app
