// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/recordstore.h"
#include "store/reader.h"

namespace store {

/// The port of what rooms keep by name on belfry.db.
class Records final : public core::RecordStore
{
public:
    Records(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<QList<core::Record>>> all(const QString &kind) override;
    QFuture<core::Result<std::optional<QByteArray>>> one(const core::RecordName &name) override;
    QFuture<core::Result<QList<core::Record>>> latest(const QString &kind, const QString &before,
                                                      int limit) override;
    QFuture<core::Result<void>> write(const QList<core::Record> &saved,
                                      const QList<core::RecordName> &removed) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
