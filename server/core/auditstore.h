// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/auditchain.h"
#include "core/result.h"

#include <QFuture>
#include <QStringList>

namespace core {

/// Which records of the audit trail are asked for. An empty text or list asks for all.
struct AuditQuery
{
    qint64 before = 0; ///< only records of a smaller number; 0: from the newest
    int limit = 100;   ///< 1–1000
    QStringList actions = {};
    QString actor = {};
    QString target = {};
    QString address = {};
    QString outcome = {};
    QDateTime from = {}; ///< invalid: from the first
    QDateTime to = {};   ///< invalid: to the last
};

/// The port behind which the audit trail is kept; records are only ever added.
class AuditStore
{
public:
    AuditStore() = default;
    virtual ~AuditStore() = default;
    AuditStore(const AuditStore &) = delete;
    AuditStore &operator=(const AuditStore &) = delete;

    /// Numbers and seals the record as the one after the last; durable when the future is finished.
    virtual QFuture<Result<AuditRecord>> append(const AuditRecord &record, const AuditChain &chain) = 0;
    /// The newest first. Errors: Invalid (limit), Unavailable.
    virtual QFuture<Result<QList<AuditRecord>>> read(const AuditQuery &query) = 0;
    /// Follows the chain from the first record to the last. Errors: Unavailable.
    virtual QFuture<Result<AuditCheck>> check(const AuditChain &chain) = 0;
};

} // namespace core
