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

    QFuture<core::Result<QList<core::ChatRoom>>> rooms() override;
    QFuture<core::Result<void>> saveRoom(const core::ChatRoom &room) override;
    QFuture<core::Result<void>> append(const core::ChatDraft &draft) override;
    QFuture<core::Result<core::ChatLine>> line(const QString &id) override;
    QFuture<core::Result<core::ChatPage>> page(const core::ChatPageQuery &query) override;
    QFuture<core::Result<core::ChatPage>> search(const core::ChatSearch &search) override;
    QFuture<core::Result<void>> change(const core::ChatChange &change) override;
    QFuture<core::Result<QList<core::ChatTrace>>> trace(const QString &id) override;
    QFuture<core::Result<QList<core::ChatReaction>>>
    react(const QString &id, const QString &sign, const QString &account, bool isOn, int mostSigns) override;
    QFuture<core::Result<std::pair<core::ChatLine, core::ChatPicture>>> picture(const QString &id) override;
    QFuture<core::Result<QList<core::ChatMark>>> marks(const QString &account,
                                                       const QList<core::ChatMarkQuery> &rooms) override;
    QFuture<core::Result<core::ChatMark>> mark(const QString &account, const QString &room,
                                               const QString &upTo) override;
    QFuture<core::Result<void>> forgetMark(const QString &account, const QString &room) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
