// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/departmentstore.h"
#include "store/reader.h"

namespace store {

/// The port of departments on belfry.db.
class Departments final : public core::DepartmentStore
{
public:
    Departments(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<QList<core::KnownDepartment>>> departments() override;
    QFuture<core::Result<void>> save(const core::KnownDepartment &department) override;
    QFuture<core::Result<void>> remove(const QString &id) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
