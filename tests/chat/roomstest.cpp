// SPDX-License-Identifier: GPL-3.0-or-later
#include "club.h"

using namespace chat;
using chattest::Club;
using chattest::general;
using core::ErrorCode;

namespace {
const QString crew = QStringLiteral("night shift");

SetRoom privateRoom(const QStringList &members)
{
    return {crew, RoomKind::Private, u"Who sleeps when"_qs, members};
}

QStringList namesFor(Club &club, quint64 session, bool isArchived = false)
{
    QStringList names;
    const core::Reply reply = club.ask(club.bookmarks, &Bookmarks::list, session, ListRooms{isArchived});
    const QList<RoomEntry> rooms = reply->as<ListRooms::Reply>()->rooms;
    for (const RoomEntry &entry : rooms)
        names << entry.room.name;
    return names;
}

int count(const core::Reply &searched) { return int(searched->as<Search::Reply>()->messages.size()); }
} // namespace

/// Whose rooms are, and what they keep from others.
class ChatRoomsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateIsForItsMembersAlone()
    {
        Club club;
        const core::Reply made = club.setRoom(1, privateRoom({u"omar"_qs}));
        QVERIFY(made);
        QCOMPARE(made->as<Room>()->members.size(), 2); // and whoever made it
        QVERIFY(club.join(1, crew));
        QVERIFY(club.join(2, crew));
        // By AuraOS' join_room anybody enters any name: that is no membership.
        QVERIFY(club.attendance.enter(4, crew));
        const core::Reply refused = club.join(3, crew);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        const Message secret = club.sent(1, u"the key is under the mat"_qs, crew);
        const core::Event told = club.told<Message>().first();
        QVERIFY(club.hears(1, told) && club.hears(2, told));
        QVERIFY(!club.hears(3, told) && !club.hears(4, told));
        QVERIFY(!namesFor(club, 4).contains(crew));
        QVERIFY(namesFor(club, 3).contains(crew)); // administrators see that it is there
        for (const quint64 stranger : {3, 4}) {
            QVERIFY(!club.ask(club.archive, &Archive::history, stranger, History{crew}));
            QCOMPARE(count(club.ask(club.archive, &Archive::search, stranger, Search{u"key mat"_qs})), 0);
            QVERIFY(!club.send(stranger, u"let me in"_qs, crew));
            QVERIFY(!club.ask(club.service, &Service::setTyping, stranger, SetTyping{crew, true, {}}));
            QVERIFY(!club.ask(club.service, &Service::who, stranger, Who{crew}));
            QVERIFY(!club.ask(club.revisions, &Revisions::react, stranger, React{crew, secret.id, u"👍"_qs}));
            // Nor by the name of another room.
            QVERIFY(
                !club.ask(club.revisions, &Revisions::react, stranger, React{general, secret.id, u"👍"_qs}));
            QVERIFY(!club.ask(club.revisions, &Revisions::trace, stranger, Trace{general, secret.id}));
            QVERIFY(!club.ask(club.archive, &Archive::history, stranger, History{general, secret.id}));
        }
        QCOMPARE(count(club.ask(club.archive, &Archive::search, 2, Search{u"key mat"_qs})), 1);
        club.restart();
        QCOMPARE(club.join(3, crew).error().code, ErrorCode::Forbidden);
        QVERIFY(club.join(2, crew));
    }

    void whatAllSeeWhoReadARoom()
    {
        Club club;
        const core::Principal ann = club.people[3];
        const auto sees = [&club](const QString &account, const QStringList &departments) {
            for (chat::Person &person : club.accounts) {
                if (person.name == account)
                    person.departments = departments;
            }
        };
        const QString nothing = QString::fromLatin1(core::noDepartment);
        // Where everybody may enter, a viewer's view; and what some see only in parts, nobody more of.
        QCOMPARE(club.service->viewIn(general, ann).role, core::Role::Viewer);
        QVERIFY(club.service->viewIn(general, ann).departments.isEmpty());
        sees(u"omar"_qs, {u"design"_qs, u"lab"_qs});
        QCOMPARE(club.service->viewIn(general, ann).departments, (QStringList{u"design"_qs, u"lab"_qs}));
        sees(u"eve"_qs, {u"lab"_qs, u"store"_qs}); // who is away, and reads it later
        QCOMPARE(club.service->viewIn(general, ann).departments, QStringList{u"lab"_qs});
        sees(u"dana"_qs, {u"store"_qs});
        QCOMPARE(club.service->viewIn(general, ann).departments, QStringList{nothing});
        // Members alone count where only they read.
        QVERIFY(club.setRoom(1, privateRoom({u"ann"_qs})));
        const core::Principal view = club.service->viewIn(crew, ann);
        QCOMPARE(view.departments, QStringList{u"store"_qs});
        QCOMPARE(view.role, core::Role::Viewer); // as the accounts of the others are
        QCOMPARE(view.id, ann.id);
        const Room two = club.openDirect(3, u"omar"_qs);
        QCOMPARE(club.service->viewIn(two.name, ann).departments, (QStringList{u"design"_qs, u"lab"_qs}));
    }

    void whoIsTakenOutHearsNoMore()
    {
        Club club;
        QVERIFY(club.setRoom(1, privateRoom({u"omar"_qs})));
        QVERIFY(club.join(2, crew));
        QVERIFY(club.setRoom(1, {crew, {}, {}, QStringList{u"dana"_qs}}));
        QVERIFY(club.hears(2, club.told<RoomChanged>().last())); // that, he is told
        (void)club.sent(1, u"now we are alone"_qs, crew);
        QVERIFY(!club.hears(2, club.told<Message>().last()));
        QVERIFY(!club.join(2, crew));
        QVERIFY(club.ask(club.book, &RoomBook::leave, 1, LeaveRoom{crew}));
        // Nobody is left in it, and nobody hears it.
        QVERIFY(!club.hears(1, club.told<RoomChanged>().last()) || club.people[1].id == u"u-dana"_qs);
        QVERIFY(!namesFor(club, 1).contains(crew));
        QVERIFY(club.setRoom(3, {crew, {}, {}, QStringList{u"omar"_qs}})); // an administrator hands it on
        QVERIFY(namesFor(club, 2).contains(crew));
    }

    void betweenTwoNobodyElseIs()
    {
        Club club;
        const Room room = club.openDirect(2, u"dana"_qs);
        QCOMPARE(room.kind, RoomKind::Direct);
        QCOMPARE(club.openDirect(1, u"u-omar"_qs).name, room.name);
        QVERIFY(club.hears(1, club.told<RoomChanged>().first()));
        QVERIFY(!club.hears(3, club.told<RoomChanged>().first()));
        QVERIFY(!namesFor(club, 3).contains(room.name));
        QCOMPARE(club.join(3, room.name).error().code, ErrorCode::Forbidden);
        QVERIFY(!club.setRoom(3, {room.name, {}, {}, QStringList{u"ann"_qs}}));
        QVERIFY(!club.setRoom(1, {room.name, {}, {}, QStringList{u"ann"_qs}}));
        QVERIFY(!club.ask(club.book, &RoomBook::leave, 1, LeaveRoom{room.name}));
        QVERIFY(!club.ask(club.book, &RoomBook::archive, 3, ArchiveRoom{room.name}));
        const auto open = [&](quint64 session, const QString &with) {
            return club.ask(club.book, &RoomBook::openDirect, session, OpenDirect{with});
        };
        QCOMPARE(open(4, u"dana"_qs).error().code, ErrorCode::Forbidden); // a guest
        QCOMPARE(open(1, u"dana"_qs).error().code, ErrorCode::Invalid);
        QCOMPARE(open(1, u"nobody"_qs).error().code, ErrorCode::NotFound);
    }

    void nobodySquatsOnTheHousesNames()
    {
        Club club;
        for (const QString &name : {u"direct:u-dana:u-omar"_qs, u"incident-A-17"_qs}) {
            QVERIFY(!club.join(2, name));
            QVERIFY(!club.setRoom(3, {name}));
        }
        club.alerts.insert(u"A-17"_qs, u"core-sw-01\n is \u202Edown"_qs);
        const auto open = [&](const QString &id) {
            return club.ask(club.book, &RoomBook::openIncident, 1, OpenIncident{id});
        };
        const core::Reply opened = open(u"A-17"_qs);
        QCOMPARE(opened->as<Room>()->name, u"incident-A-17"_qs);
        QCOMPARE(opened->as<Room>()->alertId, u"A-17"_qs);
        QCOMPARE(opened->as<Room>()->topic, u"core-sw-01 is \u202Edown"_qs);
        QCOMPARE(open(u"A-17"_qs)->as<Room>()->madeAt, opened->as<Room>()->madeAt);
        QCOMPARE(open(u"A-18"_qs).error().code, ErrorCode::NotFound);
    }

    void anIncidentIsForThoseWhoSeeTheAlert()
    {
        Club club;
        club.alerts.insert(u"A-17"_qs, u"The press stands"_qs);
        club.department = u"press"_qs;
        club.people[2].departments = {u"office"_qs};
        QVERIFY(club.ask(club.book, &RoomBook::openIncident, 1, OpenIncident{u"A-17"_qs}));
        const QString room = u"incident-A-17"_qs;
        QVERIFY(!club.hears(2, club.told<RoomChanged>().last()));
        (void)club.sent(1, u"somebody left a wrench in it"_qs, room);
        QVERIFY(!club.join(2, room));
        QCOMPARE(count(club.ask(club.archive, &Archive::search, 2, Search{u"wrench"_qs})), 0);
        club.people[2].departments = {u"office"_qs, u"press"_qs};
        QVERIFY(club.join(2, room));
        QCOMPARE(count(club.ask(club.archive, &Archive::search, 2, Search{u"wrench"_qs})), 1);
    }

    void guestsLeaveRoomsToOthers()
    {
        Club club;
        QVERIFY(club.join(4));
        QVERIFY(club.join(4, u"project"_qs)); // as AuraOS has it
        for (int i = 2; i < RoomBook::mostRooms / 2; ++i)
            QVERIFY(club.setRoom(1, {QStringLiteral("r%1").arg(i)}));
        QCOMPARE(club.join(4, u"one more"_qs).error().code, ErrorCode::Limited);
        QVERIFY(club.join(2, u"one more"_qs));
        QVERIFY(club.join(4, u"one more"_qs));
    }

    void whatIsPutAwayIsReadOnly()
    {
        Club club;
        QVERIFY(club.join(2, u"project"_qs));
        const Message message = club.sent(2, u"done"_qs, u"project"_qs);
        QVERIFY(club.ask(club.book, &RoomBook::archive, 1, ArchiveRoom{u"project"_qs}));
        QCOMPARE(club.send(2, u"one more"_qs, u"project"_qs).error().code, ErrorCode::Conflict);
        QCOMPARE(club.ask(club.revisions, &Revisions::edit, 2, Edit{u"project"_qs, message.id, u"x"_qs})
                     .error()
                     .code,
                 ErrorCode::Conflict);
        QVERIFY(!namesFor(club, 2).contains(u"project"_qs));
        QVERIFY(namesFor(club, 2, true).contains(u"project"_qs));
        club.restart();
        QVERIFY(club.join(2, u"project"_qs));
        QVERIFY(club.ask(club.book, &RoomBook::archive, 1, ArchiveRoom{u"project"_qs, false}));
        QVERIFY(club.send(2, u"one more"_qs, u"project"_qs));
        QVERIFY(!club.ask(club.book, &RoomBook::archive, 3, ArchiveRoom{general}));
    }

    void badWishes_data()
    {
        QTest::addColumn<QJsonObject>("asked");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const SetRoom &asked, ErrorCode code) {
            QTest::newRow(name) << core::toJson(asked).toObject() << int(code);
        };
        row("blank", {u" "_qs}, ErrorCode::Invalid);
        row("turned", {u"x\u202Ey"_qs}, ErrorCode::Invalid);
        row("the house's", {u"admin_notifications"_qs}, ErrorCode::Forbidden);
        row("of two", {u"two"_qs, RoomKind::Direct}, ErrorCode::Invalid);
        row("of the house", {u"house"_qs, RoomKind::System}, ErrorCode::Invalid);
        row("members of everybody's", {u"all"_qs, RoomKind::Public, {}, QStringList{u"omar"_qs}},
            ErrorCode::Invalid);
        row("nobody", {u"few"_qs, RoomKind::Private, {}, QStringList{u"nobody"_qs}}, ErrorCode::NotFound);
        row("another kind", {general, RoomKind::Private}, ErrorCode::Invalid);
        row("members of general", {general, {}, {}, QStringList{u"omar"_qs}}, ErrorCode::Invalid);
    }
    void badWishes()
    {
        QFETCH(QJsonObject, asked);
        QFETCH(int, code);
        Club club;
        const core::Reply reply = club.setRoom(1, *core::fromJson<SetRoom>(asked));
        QVERIFY(!reply);
        QCOMPARE(int(reply.error().code), code);
        QVERIFY(club.told<RoomChanged>().isEmpty());
    }

    void changesAtOnceBothHold()
    {
        Club club;
        QVERIFY(club.setRoom(1, privateRoom({u"omar"_qs})));
        const auto first = club.book->set(club.by(1, SetRoom{crew, {}, u"New"_qs, {}}));
        const auto second = club.book->set(club.by(1, SetRoom{crew, {}, {}, QStringList{u"dana"_qs}}));
        QVERIFY(support::awaited(first));
        QVERIFY(support::awaited(second));
        club.restart();
        QCOMPARE(club.book->find(crew)->topic, u"New"_qs);
        QCOMPARE(club.book->find(crew)->members.size(), 1);
    }

    void whatCannotBeKeptDidNotHappen()
    {
        Club club;
        QVERIFY(club.setRoom(1, privateRoom({u"omar"_qs})));
        club.bench.store->close();
        QCOMPARE(club.setRoom(1, {crew, {}, {}, QStringList{u"dana"_qs}}).error().code,
                 ErrorCode::Unavailable);
        QCOMPARE(club.book->find(crew)->members.size(), 2);
        QVERIFY(!club.setRoom(1, {u"another"_qs}));
        QVERIFY(club.book->find(u"another"_qs) == nullptr);
    }
};

QTEST_GUILESS_MAIN(ChatRoomsTest)
#include "roomstest.moc"
