// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/chatstore.h"
#include "store/reader.h"

namespace store {

/// Chat's port on belfry.db.
class Chat final : public core::ChatStore
{
public:
    Chat(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<QStringList>> rooms() override;
    QFuture<core::Result<void>> addRoom(const QString &name, const QString &by, const QDateTime &at) override;
    QFuture<core::Result<void>> append(const core::ChatLine &line) override;
    QFuture<core::Result<QList<core::ChatLine>>> newest(const QString &room, int count) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
