// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/registrystore.h"
#include "store/reader.h"

namespace store {

/// The port of watched services and agents on belfry.db.
class Registry final : public core::RegistryStore
{
public:
    Registry(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<QList<core::KnownApp>>> apps() override;
    QFuture<core::Result<void>> save(const core::KnownApp &app) override;
    QFuture<core::Result<void>> removeApp(const QString &id) override;
    QFuture<core::Result<QList<core::KnownAgent>>> agents() override;
    QFuture<core::Result<void>> save(const core::KnownAgent &agent) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
