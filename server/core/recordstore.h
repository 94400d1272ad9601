// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QFuture>
#include <QList>

#include <optional>

namespace core {

/// Something a room keeps by a name of its own: a device, a link, a scan.
struct Record
{
    QString kind;
    QString id;
    QByteArray body; ///< the room's own words

    friend bool operator==(const Record &, const Record &) = default;
};

/// Which record.
struct RecordName
{
    QString kind;
    QString id;
};

/// The port behind which rooms keep their things. Every write is durable when its future is finished.
class RecordStore
{
public:
    RecordStore() = default;
    virtual ~RecordStore() = default;
    RecordStore(const RecordStore &) = delete;
    RecordStore &operator=(const RecordStore &) = delete;

    /// In the order of their ids.
    virtual QFuture<Result<QList<Record>>> all(const QString &kind) = 0;
    virtual QFuture<Result<std::optional<QByteArray>>> one(const RecordName &name) = 0;
    /// Those with the greatest ids below `before` (empty: below none), the greatest first; `limit` 1–10000.
    virtual QFuture<Result<QList<Record>>> latest(const QString &kind, const QString &before, int limit) = 0;
    /// Inserts or replaces, and removes; all of it or nothing. Errors: Unavailable.
    virtual QFuture<Result<void>> write(const QList<Record> &saved, const QList<RecordName> &removed) = 0;
};

} // namespace core
