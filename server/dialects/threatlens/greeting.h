// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"

#include <QJsonObject>

namespace dialects::threatlens {

/// What a client of ThreatLens' contract is told first.
struct Greeting
{
    QString clientId;
    QDateTime now;
    QString version;
    bool isSignInRequired = true;
    core::Principal client;

    /// `connection_established`: flat, as the system behind the document has it, and under `data`, as the
    /// document has it.
    [[nodiscard]] QJsonObject message() const;
};

/// What the server says every 30 s.
QJsonObject ping(const QDateTime &now);

} // namespace dialects::threatlens
