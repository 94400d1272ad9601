// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/noticestore.h"
#include "store/reader.h"

namespace store {

/// The notifications' port on belfry.db.
class Notices final : public core::NoticeStore
{
public:
    Notices(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<void>> add(const core::Notice &notice) override;
    QFuture<core::Result<core::NoticePage>> page(const QString &account, const QDateTime &since, int limit,
                                                 int offset) override;
    QFuture<core::Result<int>> markRead(const QString &account, const QDateTime &since,
                                        const QString &id) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
