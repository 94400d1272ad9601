// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/auditstore.h"
#include "store/reader.h"

namespace store {

/// The audit trail's port on belfry.db, whose triggers refuse to change or remove a record.
class Audit final : public core::AuditStore
{
public:
    Audit(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<core::AuditRecord>> append(const core::AuditRecord &record,
                                                    const core::AuditChain &chain) override;
    QFuture<core::Result<QList<core::AuditRecord>>> read(const core::AuditQuery &query) override;
    QFuture<core::Result<core::AuditCheck>> check(const core::AuditChain &chain) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
