// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clientstore.h"
#include "store/reader.h"

namespace store {

/// The port of clients that come back, on belfry.db.
class Clients final : public core::ClientStore
{
public:
    Clients(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<QList<core::ClientMemory>>> clients() override;
    QFuture<core::Result<void>> save(const core::ClientMemory &client) override;
    QFuture<core::Result<void>> forget(const QString &identity, const QString &clientId) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
