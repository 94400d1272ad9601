// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/archive.h"

#include "core/finished.h"
#include "domain/chat/lines.h"
#include "domain/chat/logtext.h"
#include "domain/chat/values.h"

namespace chat {

namespace {
constexpr int mostExported = 5'000;
constexpr qsizetype longestExport = 2'000'000; // UTF-16 units; a reply has at most 16 MiB
} // namespace

Archive::Archive(core::ChatStore &store, core::Attendance &attendance, core::Clock &clock, RoomBook &rooms)
    : m_store(store), m_rooms(rooms), m_pace(attendance, clock)
{
}

QFuture<core::Reply> Archive::history(const core::Command &command)
{
    const auto asked = command.as<History>();
    if (!asked)
        return core::ready(asked.error());
    const auto room = m_rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    if (int(asked->before.has_value()) + int(asked->after.has_value()) + int(asked->around.has_value()) > 1) {
        return core::ready(core::Error{
            core::ErrorCode::Invalid, tr("A page lies before, after or around a message. Say one of them.")});
    }
    core::ChatPageQuery query;
    query.room = room->name;
    query.before = asked->before.value_or(QString());
    query.after = asked->after.value_or(QString());
    query.around = asked->around.value_or(QString());
    query.count = asked->limit;
    return m_store.page(query).then(this, [](const core::Result<core::ChatPage> &page) -> core::Reply {
        if (!page)
            return page.error();
        return History::Reply{messagesOf(page->lines), page->hasOlder, page->hasNewer};
    });
}

QFuture<core::Reply> Archive::search(const core::Command &command)
{
    const auto asked = command.as<Search>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto taken = m_pace.take(command.session); !taken)
        return core::ready(taken.error());
    core::ChatSearch search;
    search.text = asked->text;
    if (asked->roomName.isEmpty()) {
        search.circles = RoomBook::circlesOf(command.caller);
        search.rooms = m_rooms.ownOf(command.caller);
    } else {
        const auto room = m_rooms.readable(asked->roomName, command.caller);
        if (!room)
            return core::ready(room.error());
        search.rooms = {room->name};
    }
    search.author = asked->author;
    search.from = asked->from.value_or(QDateTime());
    search.to = asked->to.value_or(QDateTime());
    search.before = asked->before.value_or(QString());
    search.count = asked->limit;
    return m_store.search(search).then(this, [](const core::Result<core::ChatPage> &page) -> core::Reply {
        if (!page)
            return page.error();
        return Search::Reply{messagesOf(page->lines), page->hasOlder};
    });
}

QFuture<core::Result<Archive::Kept>> Archive::picture(const QString &id, const core::Command &command)
{
    if (const auto taken = m_pace.take(command.session); !taken)
        return core::finished(core::Result<Kept>(taken.error()));
    using Found = std::pair<core::ChatLine, core::ChatPicture>;
    return m_store.picture(id).then(
        this, [this, caller = command.caller](const core::Result<Found> &found) -> core::Result<Kept> {
            if (!found)
                return found.error();
            const auto message = messageOf(found->first);
            if (!message)
                return message.error();
            if (!m_rooms.readable(message->roomName, caller) || !message->attachment)
                return core::Error{core::ErrorCode::NotFound, tr("There is no such picture.")};
            return Kept(*message->attachment, found->second);
        });
}

QFuture<core::Reply> Archive::attachment(const core::Command &command)
{
    const auto asked = command.as<GetAttachment>();
    if (!asked)
        return core::ready(asked.error());
    return picture(asked->id, command).then(this, [](const core::Result<Kept> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        GetAttachment::Reply reply;
        reply.attachment = kept->first;
        reply.picture = QString::fromLatin1(kept->second.picture.toBase64());
        if (kept->first.hasData)
            reply.data = dataIn(kept->second.data);
        return reply;
    });
}

QFuture<core::Reply> Archive::values(const core::Command &command)
{
    const auto asked = command.as<GetValues>();
    if (!asked)
        return core::ready(asked.error());
    return picture(asked->id, command).then(this, [](const core::Result<Kept> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        const auto values = valuesIn(kept->second.data);
        if (!values)
            return core::Error{core::ErrorCode::NotFound, tr("This picture came without values.")};
        return *values;
    });
}

QFuture<core::Reply> Archive::exportLog(const core::Command &command)
{
    const auto asked = command.as<ExportLog>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto taken = m_pace.take(command.session); !taken)
        return core::ready(taken.error());
    const auto room = m_rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    core::ChatPageQuery query;
    query.room = room->name;
    query.from = asked->from.value_or(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    query.to = asked->to.value_or(QDateTime());
    query.count = mostExported + 1;
    return m_store.page(query).then(
        this,
        [format = asked->format, room = *room](const core::Result<core::ChatPage> &page) -> core::Reply {
            if (!page)
                return page.error();
            LogText log(format, room);
            ExportLog::Reply reply;
            const QList<Message> messages = messagesOf(page->lines);
            for (const Message &message : messages) {
                if (reply.messages >= mostExported || log.text().size() > longestExport) {
                    reply.isCut = true;
                    reply.next = message.timestamp;
                    break;
                }
                log.add(message);
                ++reply.messages;
            }
            reply.fileName = log.fileName();
            reply.mediaType = log.mediaType();
            reply.text = log.text();
            return reply;
        });
}

} // namespace chat
