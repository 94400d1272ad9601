// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QFuture>
#include <QList>
#include <QStringList>

namespace core {

/// A department, as it was set.
struct KnownDepartment
{
    QString id;
    QString name;
    QStringList networks; ///< in CIDR form
};

/// The port behind which departments are kept. Every write is durable when its future is finished.
class DepartmentStore
{
public:
    DepartmentStore() = default;
    virtual ~DepartmentStore() = default;
    DepartmentStore(const DepartmentStore &) = delete;
    DepartmentStore &operator=(const DepartmentStore &) = delete;

    virtual QFuture<Result<QList<KnownDepartment>>> departments() = 0;
    /// Inserts or replaces by id.
    virtual QFuture<Result<void>> save(const KnownDepartment &department) = 0;
    virtual QFuture<Result<void>> remove(const QString &id) = 0;
};

} // namespace core
