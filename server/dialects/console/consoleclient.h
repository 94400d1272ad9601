// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"
#include "core/reply.h"

#include <variant>

namespace dialects {

/// What the server says first.
struct ConsoleHello
{
    QString server;
    QString version;
    QString epoch;
    quint64 sequence = 0;
    bool signedIn = false;
};

/// The answer to one request.
struct ConsoleAnswer
{
    qint64 id = 0;
    core::Reply reply;
};

/// One message of the console dialect, as a client hears it; an Error stands for one that answers no request.
using Incoming = std::variant<ConsoleHello, ConsoleAnswer, core::Event, core::Error>;

/// Reads one text message (resources/docs/protocol/console.md). Errors: Invalid when it is none of the four
/// shapes.
core::Result<Incoming> decodeIncoming(const QString &text);
/// Writes one request.
QString encodeRequest(qint64 id, const QString &command, const QJsonObject &params);

} // namespace dialects
