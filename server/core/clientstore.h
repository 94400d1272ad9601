// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/filter.h"
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>

#include <optional>

namespace core {

/// What a client that bears an id asked to hear, for when it comes back.
struct ClientMemory
{
    QString identity; ///< whom the id belongs to
    QString clientId;
    bool hasChosen = false;
    QStringList topics; ///< patterns, once it has chosen
    Filter filter;
    std::optional<QDateTime> until; ///< when it is forgotten; empty: not while it is here
};

/// The port behind which clients are remembered. Every write is durable when its future is finished.
class ClientStore
{
public:
    ClientStore() = default;
    virtual ~ClientStore() = default;
    ClientStore(const ClientStore &) = delete;
    ClientStore &operator=(const ClientStore &) = delete;

    virtual QFuture<Result<QList<ClientMemory>>> clients() = 0;
    /// Inserts or replaces by identity and id.
    virtual QFuture<Result<void>> save(const ClientMemory &client) = 0;
    virtual QFuture<Result<void>> forget(const QString &identity, const QString &clientId) = 0;
};

} // namespace core
