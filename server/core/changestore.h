// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QMap>
#include <QStringList>

namespace core {

/// One property of one thing that became another.
struct KnownChange
{
    qint64 number = 0; ///< the store's; later ones are greater
    QDateTime at;
    QString subject; ///< id of the thing
    QString field;
    QString from;
    QString to;
    QString source; ///< who or what saw it
};

/// Which changes are asked for; newest first.
struct ChangeQuery
{
    QString subject;    ///< empty: of everything
    QStringList fields; ///< empty: all
    QDateTime from;     ///< invalid: from the beginning
    QDateTime to;       ///< invalid: until now; itself not included
    qint64 before = 0;  ///< only those with a lesser number; 0: all
    int limit = 100;    ///< 1–10000
};

/// The port behind which it is kept how things changed. What is older than two years is forgotten.
class ChangeStore
{
public:
    ChangeStore() = default;
    virtual ~ChangeStore() = default;
    ChangeStore(const ChangeStore &) = delete;
    ChangeStore &operator=(const ChangeStore &) = delete;

    /// Durable when the future is finished; all or nothing. Errors: Unavailable.
    virtual QFuture<Result<void>> append(const QList<KnownChange> &changes) = 0;
    virtual QFuture<Result<QList<KnownChange>>> read(const ChangeQuery &query) = 0;
    /// What a field of each thing was at a moment, of those where it has become another since.
    virtual QFuture<Result<QMap<QString, QString>>> formerValues(const QString &field,
                                                                 const QDateTime &at) = 0;
};

} // namespace core
