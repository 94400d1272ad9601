// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/certificatekeeper.h"
#include "engine/guestrule.h"
#include "engine/listenaddress.h"
#include "transport/listener.h"

#include <QList>

namespace engine {

/// How the server is set up.
struct EngineOptions
{
    QString dataDirectory;
    QString version;
    QList<ListenAddress> listen;  ///< empty: nobody from outside
    CertificateFiles certificate; ///< empty: one of its own
    transport::ListenerOptions listener;
    GuestRule guests;
    /// Where belfry-scan-helper listens, which alone has raw sockets.
    QString scanHelper = QStringLiteral("/run/belfry-scan-helper.sock");
    QString vaultKeyFile;    ///< what secrets are kept with; empty: one of its own in the data directory
    bool isRecording = true; ///< false: no history is kept of this machine's load
    /// How long a client of Socket.IO that lost its connection may come back as who it was; 0: never.
    std::chrono::seconds recoveryTime{0};
    bool startEmpty = false; ///< a corrupt database without a copy is set aside and a new one begun
};

/// Why the server did not start.
struct StartFailure
{
    enum class Kind { Unexpected, CannotListen, Locked, Database, CorruptDatabase, Certificate };

    Kind kind = Kind::Unexpected;
    QString sentence;
};

} // namespace engine
