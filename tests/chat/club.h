// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/catalogue.h"
#include "domain/chat/archive.h"
#include "domain/chat/bookmarks.h"
#include "domain/chat/revisions.h"
#include "domain/chat/service.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/fakeattendance.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

namespace chattest {

inline const QString general = QStringLiteral("general_chat");

/// Chat over a real store, with dana (an operator) on connection 1, omar (a viewer) on 2, ann (an
/// administrator) on 3 and a guest on 4. The account eve is away.
class Club
{
public:
    Club()
    {
        add(1, QStringLiteral("dana"), core::Role::Operator);
        add(2, QStringLiteral("omar"), core::Role::Viewer);
        add(3, QStringLiteral("ann"), core::Role::Admin);
        add(4, QStringLiteral("gast"), core::Role::Guest);
        people[4].isGuest = true;
        accounts.removeLast();
        accounts << chat::Person{QStringLiteral("u-eve"), QStringLiteral("eve"),
                                 QStringLiteral("Eve Ó Bríain")};
        restart();
    }
    ~Club()
    {
        // What nobody waits for comes home before those go for whom it is.
        if (bench.store)
            (void)support::awaited(bench.store->records().one({}));
    }

    void add(quint64 session, const QString &name, core::Role role)
    {
        core::Principal principal;
        principal.id = QString(QStringLiteral("u-") + name);
        principal.name = name;
        principal.displayName = name;
        principal.role = role;
        people.insert(session, principal);
        attendance.come(session, principal.id);
        accounts << chat::Person{principal.id, name, name};
    }
    void restart()
    {
        bookmarks.reset();
        revisions.reset();
        archive.reset();
        service.reset();
        book.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        const chat::People ports = portsOf();
        core::ChatStore &store = bench.store->chat();
        book = std::make_unique<chat::RoomBook>(chat::RoomBook::Surroundings{
            store, attendance, publisher, bench.clock, ports,
            [this](const QString &id, const core::Principal &) -> std::optional<chat::AlertFacts> {
                if (!alerts.contains(id))
                    return std::nullopt;
                return chat::AlertFacts{id, alerts.value(id), department, {}};
            }});
        service = std::make_unique<chat::Service>(chat::Service::Surroundings{
            store, attendance, publisher, bench.clock, entropy, *book, speaker(), ports});
        archive = std::make_unique<chat::Archive>(store, attendance, bench.clock, *book);
        revisions = std::make_unique<chat::Revisions>(
            chat::Revisions::Surroundings{store, attendance, bench.clock, *book, *service, ports});
        bookmarks = std::make_unique<chat::Bookmarks>(
            chat::Bookmarks::Surroundings{store, attendance, publisher, *book});
        QVERIFY(support::awaited(book->load()));
    }

    template <class T>
    [[nodiscard]] core::Command by(quint64 session, const T &params) const
    {
        core::Command command;
        command.name = QString::fromLatin1(T::name);
        command.params = params;
        command.caller = people.value(session);
        command.session = session;
        return command;
    }
    template <class Room, class T>
    core::Reply ask(const std::unique_ptr<Room> &room,
                    QFuture<core::Reply> (Room::*method)(const core::Command &), quint64 session,
                    const T &params)
    {
        return support::awaited((room.get()->*method)(by(session, params)));
    }
    core::Reply join(quint64 session, const QString &room = general)
    {
        return ask(service, &chat::Service::join, session, chat::Join{room, {}, false});
    }
    core::Reply send(quint64 session, const QString &text, const QString &room = general,
                     chat::MessageType type = chat::MessageType::Text)
    {
        return ask(service, &chat::Service::send, session, chat::Send{room, text, type, {}});
    }
    /// Sends, and the pace of nobody matters.
    chat::Message sent(quint64 session, const QString &text, const QString &room = general)
    {
        bench.clock.advance(std::chrono::seconds(1));
        const core::Reply reply = send(session, text, room);
        if (!reply)
            qFatal("%s", qPrintable(reply.error().message));
        return *reply->as<chat::Message>();
    }
    core::Reply setRoom(quint64 session, const chat::SetRoom &asked)
    {
        return ask(book, &chat::RoomBook::set, session, asked);
    }
    [[nodiscard]] chat::Room openDirect(quint64 session, const QString &with)
    {
        return *ask(book, &chat::RoomBook::openDirect, session, chat::OpenDirect{with})->as<chat::Room>();
    }
    template <class T>
    [[nodiscard]] QList<core::Event> told() const
    {
        QList<core::Event> all;
        for (const core::Event &event : publisher.events()) {
            if (event.topic.name() == QLatin1String(T::topic))
                all << event;
        }
        return all;
    }
    /// Whether somebody on a connection that is in these rooms would hear a fact.
    [[nodiscard]] bool hears(quint64 session, const core::Event &event) const
    {
        QSet<QString> rooms;
        for (const QString &room : event.audience.rooms) {
            if (attendance.isIn(session, room))
                rooms << room;
        }
        return event.audience.admits(people.value(session), rooms, session);
    }

    storetest::Bench bench;
    support::FakeAttendance attendance;
    support::MemoryPublisher publisher{catalog::everything()};
    support::SeededEntropy entropy;
    QMap<quint64, core::Principal> people;
    QList<chat::Person> accounts;
    QMap<QString, QString> alerts;
    QString department;   ///< of every alert
    QStringList notified; ///< accounts that were told where they are
    std::unique_ptr<chat::RoomBook> book;
    std::unique_ptr<chat::Service> service;
    std::unique_ptr<chat::Archive> archive;
    std::unique_ptr<chat::Revisions> revisions;
    std::unique_ptr<chat::Bookmarks> bookmarks;

private:
    chat::People portsOf()
    {
        return {[this] { return accounts; },
                [this](const QString &mark) -> std::optional<chat::Person> {
                    for (const chat::Person &person : std::as_const(accounts)) {
                        if (person.id == mark || person.name.compare(mark, Qt::CaseInsensitive) == 0)
                            return person;
                    }
                    return std::nullopt;
                },
                [this](const QString &account, const chat::Message &) { notified << account; }};
    }
    static chat::Service::Speaker speaker()
    {
        return [](const core::Command &command,
                  const std::optional<identity::Profile> &) -> core::Result<identity::Profile> {
            identity::Profile profile;
            profile.uid = command.caller.id;
            profile.displayName = command.caller.name;
            profile.isGuest = command.caller.isGuest;
            return profile;
        };
    }
};

} // namespace chattest
