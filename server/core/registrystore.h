// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>

namespace core {

/// A watched service, as it was last found or set.
struct KnownApp
{
    QString id;
    bool isActive = true;
    QDateTime changedAt;
    QString changedBy;
};

/// A program that feeds this house, as it was last reported.
struct KnownAgent
{
    QString id;
    QString status;
    QByteArray data; ///< what else it told, as a JSON list of one; empty: nothing
    QDateTime seenAt;
    QString reportedBy;
};

/// The port behind which watched services and agents are kept. Every write is durable when its future is
/// finished.
class RegistryStore
{
public:
    RegistryStore() = default;
    virtual ~RegistryStore() = default;
    RegistryStore(const RegistryStore &) = delete;
    RegistryStore &operator=(const RegistryStore &) = delete;

    virtual QFuture<Result<QList<KnownApp>>> apps() = 0;
    /// Inserts or replaces by id.
    virtual QFuture<Result<void>> save(const KnownApp &app) = 0;
    /// Forgets one; one that is not there is forgotten already.
    virtual QFuture<Result<void>> removeApp(const QString &id) = 0;
    virtual QFuture<Result<QList<KnownAgent>>> agents() = 0;
    /// Inserts or replaces by id.
    virtual QFuture<Result<void>> save(const KnownAgent &agent) = 0;
};

} // namespace core
