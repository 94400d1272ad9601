// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/chatting.h"

#include "core/log.h"
#include "domain/alerts/notices.h"
#include "domain/chat/archive.h"
#include "domain/chat/bookmarks.h"
#include "domain/chat/revisions.h"
#include "domain/chat/service.h"
#include "domain/chat/slashwords.h"
#include "domain/identity/profiles.h"
#include "domain/identity/service.h"
#include "engine/auditeddispatch.h"
#include "store/store.h"

namespace engine {

namespace {
chat::Person personOf(const identity::User &user)
{
    return {user.id, user.username, user.displayName.isEmpty() ? user.username : user.displayName,
            user.departments, core::roleFromWord(user.role).value_or(core::Role::Viewer)};
}

/// By account id or user name.
std::optional<chat::Person> findPerson(const identity::Service &people, const QString &mark)
{
    const core::Principal local = core::localAdministrator();
    if (mark == local.id)
        return chat::Person{local.id, local.name, local.displayName};
    auto user = people.find(mark);
    if (!user)
        user = people.findByName(mark);
    return user && user->isActive ? std::optional(personOf(*user)) : std::nullopt;
}

QList<chat::Person> everybody(const identity::Service &people)
{
    QList<chat::Person> all;
    const QList<identity::User> users = people.users();
    for (const identity::User &user : users) {
        if (user.isActive)
            all << personOf(user);
    }
    return all;
}

/// Tells somebody who is away that they are called; kept until they come.
void notify(alerts::Notices &notices, const QString &account, const chat::Message &message)
{
    alerts::Notify notice;
    notice.userId = account;
    notice.title = Chatting::tr("%1 called you in %2").arg(message.userName, message.roomName);
    notice.message = message.message;
    notice.source = QStringLiteral("chat");
    notice.data = QJsonObject{{QStringLiteral("room_name"), message.roomName},
                              {QStringLiteral("message_id"), message.id}};
    core::Command command;
    command.name = QString::fromLatin1(alerts::Notify::name);
    command.params = notice;
    command.caller.role = core::Role::Operator;
    notices.notify(command).then(&notices, [](const core::Reply &told) {
        if (!told)
            qCWarning(logEngine).noquote() << told.error().message;
    });
}
} // namespace

struct Chatting::Rooms
{
    Rooms(const Surroundings &around, const chat::Alerts &asked, const chat::Devices &devices)
        : alerts([&asked](const QString &id, const core::Principal &caller) {
              return asked ? asked(id, caller) : std::nullopt;
          }),
          people{[&identity = around.identity] { return everybody(identity); },
                 [&identity = around.identity](const QString &mark) { return findPerson(identity, mark); },
                 [&notices = around.notices](const QString &account, const chat::Message &message) {
                     notify(notices, account, message);
                 }},
          speaker([&profiles = around.profiles](const core::Command &command,
                                                const std::optional<identity::Profile> &claimed) {
              return profiles.speaker(command, claimed);
          }),
          book({around.store.chat(), around.attendance, around.publisher, around.clock, people, alerts}),
          chat({around.store.chat(), around.attendance, around.publisher, around.clock, around.entropy, book,
                speaker, people}),
          archive(around.store.chat(), around.attendance, around.clock, book),
          revisions({around.store.chat(), around.attendance, around.clock, book, chat, people}),
          bookmarks({around.store.chat(), around.attendance, around.publisher, book}),
          slash(around.catalog,
                [&identity = around.identity](const core::Command &command) {
                    const identity::User user = identity.userFor(command.caller);
                    return user.displayName.isEmpty() ? user.username : user.displayName;
                }),
          ports{around.clock, people, alerts, [&devices](const QString &said, const core::Principal &caller) {
                    return devices ? devices(said, caller) : QList<chat::DeviceFacts>();
                }}
    {
        chat::offerChatWords(slash, ports);
        chat::offerAlertWords(slash, ports);
        chat::offerNetworkWords(slash, ports);
        chat::offerMetricWords(slash, ports);
    }

    chat::Alerts alerts;
    chat::People people;
    chat::Service::Speaker speaker;
    chat::RoomBook book;
    chat::Service chat;
    chat::Archive archive;
    chat::Revisions revisions;
    chat::Bookmarks bookmarks;
    chat::Slash slash;
    chat::SlashPorts ports;
};

Chatting::Chatting(const Surroundings &around)
    : m_around(around), m_rooms(std::make_unique<Rooms>(around, m_alerts, m_devices))
{
}

Chatting::~Chatting() = default;

chat::Service &Chatting::service() { return m_rooms->chat; }
QString Chatting::roomOfAlert(const QString &alert) const { return m_rooms->book.nameOfIncident(alert); }
chat::Slash &Chatting::slash() { return m_rooms->slash; }

QFuture<core::Result<void>> Chatting::start() { return m_rooms->book.load(); }

void Chatting::registerAt(Dispatcher &dispatcher)
{
    Rooms &rooms = *m_rooms;
    dispatcher.handle(chat::Join::name, rooms.chat, &chat::Service::join);
    dispatcher.handle(chat::Send::name, rooms.chat, &chat::Service::send);
    dispatcher.handle(chat::SetTyping::name, rooms.chat, &chat::Service::setTyping);
    dispatcher.handle(chat::Who::name, rooms.chat, &chat::Service::who);
    dispatcher.handle(chat::ListRooms::name, rooms.bookmarks, &chat::Bookmarks::list);
    dispatcher.handle(chat::ReadUpTo::name, rooms.bookmarks, &chat::Bookmarks::read);
    dispatcher.handle(chat::LeaveRoom::name, rooms.book, &chat::RoomBook::leave);
    dispatcher.handle(chat::OpenDirect::name, rooms.book, &chat::RoomBook::openDirect);
    dispatcher.handle(chat::OpenIncident::name, rooms.book, &chat::RoomBook::openIncident);
    dispatcher.handle(chat::History::name, rooms.archive, &chat::Archive::history);
    dispatcher.handle(chat::Search::name, rooms.archive, &chat::Archive::search);
    dispatcher.handle(chat::GetAttachment::name, rooms.archive, &chat::Archive::attachment);
    dispatcher.handle(chat::GetValues::name, rooms.archive, &chat::Archive::values);
    dispatcher.handle(chat::Edit::name, rooms.revisions, &chat::Revisions::edit);
    dispatcher.handle(chat::Delete::name, rooms.revisions, &chat::Revisions::remove);
    dispatcher.handle(chat::Trace::name, rooms.revisions, &chat::Revisions::trace);
    dispatcher.handle(chat::React::name, rooms.revisions, &chat::Revisions::react);
    dispatcher.handle(chat::SlashWords::name, rooms.slash, &chat::Slash::words);
    dispatcher.handle(chat::PreviewSlash::name, rooms.slash, &chat::Slash::preview);
    const AuditedDispatch audited(dispatcher, m_around.identity.audit());
    audited.handle(chat::SetRoom::name, "chat_room_set", "room_name", rooms.book, &chat::RoomBook::set);
    audited.handle(chat::ArchiveRoom::name, "chat_room_archived", "room_name", rooms.book,
                   &chat::RoomBook::archive);
    audited.handle(chat::ExportLog::name, "chat_exported", "room_name", rooms.archive,
                   &chat::Archive::exportLog);
}

} // namespace engine
