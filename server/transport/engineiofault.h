// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"

namespace transport {

/// The error answers of Engine.IO 4, by the code the protocol gives them.
enum class EngineIoFault {
    UnknownTransport,
    UnknownSession,
    BadMethod,
    BadRequest,
    Forbidden,
    UnsupportedVersion,
};

/// The answer as the reference server words it; only why something is forbidden is a server's own to say.
HttpResponse engineIoError(EngineIoFault fault, const QByteArray &whyForbidden = {});

} // namespace transport
