// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "core/departmentstore.h"
#include "core/subnet.h"

#include <QMap>
#include <QObject>

namespace usage {

/// The departments of this house, as administrators set them.
class Departments final : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 1000;

    explicit Departments(core::DepartmentStore &store) : m_store(store) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();

    /// The one whose network holds the address, the smallest of such networks; empty: nobody's.
    [[nodiscard]] QString of(const core::Address &address) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid (id, name, a network), Conflict (another department's network), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

Q_SIGNALS:
    /// One was set, made or taken away.
    void changed();

private:
    void gather();
    [[nodiscard]] core::Result<void> check(const core::KnownDepartment &asked) const;

    core::DepartmentStore &m_store;
    QMap<QString, core::KnownDepartment> m_departments;
    QList<std::pair<core::Subnet, QString>> m_networks; ///< of all, the smallest first
};

} // namespace usage
