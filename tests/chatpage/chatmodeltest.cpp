// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/assistant.h"
#include "chatpage/talk.h"
#include "client/chat.h"
#include "support/fakeclock.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using client::ChatLine;
using client::ChatRoom;
using client::Link;
using namespace std::chrono_literals;

namespace {
struct House
{
    House()
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QStringLiteral("dana");
        user.displayName = QStringLiteral("Dana Keller");
        user.role = QStringLiteral("operator");
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
    }
    void open()
    {
        link.become(Link::State::Live);
        [&] { QTRY_VERIFY(chat.isKnown() && mirror.user() && isEverywhere()); }();
    }
    [[nodiscard]] bool isEverywhere() const
    {
        return std::all_of(talk.rooms.begin(), talk.rooms.end(),
                           [](const chat::RoomEntry &entry) { return entry.isEntered; });
    }
    ChatRoom &load(const char *name = "general_chat")
    {
        ChatRoom *room = chat.find(QLatin1String(name));
        room->load();
        [&] { QTRY_VERIFY(room->isLoaded()); }();
        return *room;
    }
    static QStringList texts(const ChatRoom &room)
    {
        QStringList texts;
        for (int place = 0; place < room.count(); ++place)
            texts << room.line(place).message.message;
        return texts;
    }

    support::FakeClock clock;
    support::ScriptedLink link;
    Talk talk{link, clock.now().addSecs(-100'000)};
    client::Mirror mirror{link, clock};
    client::Chat chat{mirror, clock};
};
} // namespace

/// Chat as the window knows it.
class ChatModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoomIsEnteredQuietly()
    {
        House house;
        house.open();
        QCOMPARE(house.chat.rooms().size(), 5);
        QCOMPARE(house.chat.titleOf(*house.chat.rooms().last()), QStringLiteral("Omar Bennani"));
        QCOMPARE(house.link.asked(QStringLiteral("chat.join")), 5);
        for (const auto &[command, params] : house.link.requests) {
            if (command == QLatin1String("chat.join"))
                QVERIFY(params.value(QLatin1String("is_quiet")).toBool());
        }
    }

    void pagesComeUpward()
    {
        House house;
        house.talk.keepMany(120);
        house.open();
        ChatRoom &room = house.load();
        QCOMPARE(room.count(), 50);
        const QSignalSpy inserted(&room, &ChatRoom::inserted);
        room.loadOlder();
        QTRY_COMPARE(room.count(), 100);
        QCOMPARE(inserted.first(), (QList<QVariant>{0, 50}));
        room.loadOlder();
        QTRY_COMPARE(room.count(), 120);
        QVERIFY(!room.hasOlder());
        for (int place = 0; place < room.count(); ++place)
            QCOMPARE(room.placeOf(room.line(place).message.id), place);
    }

    void whatIsSentIsThereAtOnceAndOnce()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        room.send(QStringLiteral("hello"));
        QCOMPARE(room.count(), 1);
        QCOMPARE(room.line(0).sending, ChatLine::Sending::Pending);
        QTRY_COMPARE(room.line(0).sending, ChatLine::Sending::Sent);
        house.link.say(house.talk.messages.last(), house.clock.now());
        QCOMPARE(room.count(), 1);
        QCOMPARE(house.chat.unread(), 0);
    }

    void theFactMayComeBeforeTheReply()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        room.send(QStringLiteral("hello"));
        house.link.say(house.talk.messages.last(), house.clock.now());
        QCOMPARE(room.count(), 1);
        QTest::qWait(0);
        QCOMPARE(room.count(), 1);
        QCOMPARE(room.line(0).sending, ChatLine::Sending::Sent);
    }

    void whatIsWrittenOfflineIsSentOnceAndInOrder()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        house.link.become(Link::State::Reconnecting);
        room.send(QStringLiteral("one"));
        room.send(QStringLiteral("two"));
        QCOMPARE(room.line(1).sending, ChatLine::Sending::Queued);
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 0);
        house.talk.keep(house.talk.make(QStringLiteral("meanwhile")));
        house.link.become(Link::State::Live);
        QTRY_COMPARE(room.line(room.count() - 1).sending, ChatLine::Sending::Sent);
        QCOMPARE(house.texts(room),
                 (QStringList{QStringLiteral("meanwhile"), QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 2);
    }

    void whatMayHaveComeThereIsNotSentTwice()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        // The connection ends after the server stored it and before it could answer.
        house.link.answers.insert(QStringLiteral("chat.send"), [&](const QJsonObject &params) -> core::Reply {
            chat::Message message = house.talk.make(params.value(QLatin1String("message")).toString(), "u1");
            message.timestamp = house.clock.now().addSecs(1);
            house.talk.keep(message);
            return core::Error{core::ErrorCode::Unavailable, QStringLiteral("The connection ended.")};
        });
        room.send(QStringLiteral("only once"));
        house.link.become(Link::State::Reconnecting);
        QTest::qWait(0);
        QCOMPARE(room.line(0).sending, ChatLine::Sending::Unsure);
        house.link.become(Link::State::Live);
        QTRY_COMPARE(room.line(0).sending, ChatLine::Sending::Sent);
        QCOMPARE(room.count(), 1);
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 1);
    }

    void whatFailedCanBeTriedAgain()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        const auto works = house.link.answers.value(QStringLiteral("chat.send"));
        house.link.answers.insert(QStringLiteral("chat.send"), [](const QJsonObject &) -> core::Reply {
            return core::Error{core::ErrorCode::Limited, QStringLiteral("You write too fast.")};
        });
        room.send(QStringLiteral("hello"));
        QTRY_COMPARE(room.line(0).sending, ChatLine::Sending::Failed);
        QCOMPARE(room.line(0).trouble, QStringLiteral("You write too fast."));
        house.link.answers.insert(QStringLiteral("chat.send"), works);
        room.retry(room.line(0).message.id);
        QTRY_COMPARE(room.line(0).sending, ChatLine::Sending::Sent);
    }

    void whatWasMissedIsCaughtUpWith()
    {
        House house;
        house.talk.keepMany(3);
        house.open();
        ChatRoom &room = house.load();
        house.link.become(Link::State::Reconnecting);
        house.talk.find(room.line(1).message.id)->message = QStringLiteral("edited meanwhile");
        house.talk.keep(house.talk.make(QStringLiteral("missed")));
        house.link.become(Link::State::Live);
        QTRY_COMPARE(room.count(), 4);
        QCOMPARE(room.line(1).message.message, QStringLiteral("edited meanwhile"));
        house.link.become(Link::State::Reconnecting);
        house.talk.keepMany(80);
        house.link.become(Link::State::Live);
        QTRY_COMPARE(room.count(), 50); // there is a gap, so it begins anew
        QVERIFY(room.hasOlder());
    }

    void unreadAndMentionsAreCountedAndMarked()
    {
        House house;
        house.open();
        QSignalSpy called(&house.chat, &client::Chat::called);
        house.talk.say(house.talk.make(QStringLiteral("anybody?")));
        QCOMPARE(house.chat.unread(), 1);
        QCOMPARE(house.chat.mentions(), 0);
        chat::Message calling = house.talk.make(QStringLiteral("@dana look"));
        calling.mentions = {{QStringLiteral("u1"), QStringLiteral("@dana")}};
        house.talk.say(calling);
        QCOMPARE(house.chat.mentions(), 1);
        QCOMPARE(called.size(), 1);
        ChatRoom *room = house.chat.find(QStringLiteral("general_chat"));
        room->markRead(calling.id);
        QTRY_COMPARE(house.chat.unread(), 0);
        room->markRead(calling.id);
        QCOMPARE(house.link.asked(QStringLiteral("chat.read")), 1);
    }

    void typingIsToldSeldomAndEnds()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        for (int i = 0; i < 10; ++i) {
            room.tellTyping();
            house.clock.advance(500ms);
        }
        QCOMPARE(house.link.asked(QStringLiteral("chat.typing")), 2);
        house.clock.advance(4s);
        QCOMPARE(house.link.asked(QStringLiteral("chat.typing")), 3);
        QVERIFY(!house.link.requests.last().second.value(QLatin1String("is_typing")).toBool());
        house.link.say(chat::Typing{room.name(), QStringLiteral("u2"), QStringLiteral("Omar"), true},
                       house.clock.now());
        QCOMPARE(room.typists(), QStringList{QStringLiteral("Omar")});
        house.clock.advance(8s);
        QVERIFY(room.typists().isEmpty());
    }

    void anAnswerComesLastAndBecomesItsMessage()
    {
        House house;
        house.talk.keepMany(2);
        house.open();
        ChatRoom &room = house.load();
        chat::Message answer = house.talk.make(QStringLiteral("Two are down."), assistant::speakerId);
        answer.isAi = true;
        const auto part = [&](const char *text) {
            house.link.say(chat::Answering{room.name(), answer.id, QStringLiteral("u2"), QLatin1String(text)},
                           house.clock.now());
        };
        part("Two");
        part("Two are");
        QCOMPARE(room.count(), 3);
        QCOMPARE(room.line(2).sending, ChatLine::Sending::Coming);
        QCOMPARE(room.line(2).message.message, QStringLiteral("Two are"));
        QCOMPARE(room.newest(), house.talk.messages.last().id); // it is on no server
        house.talk.say(house.talk.make(QStringLiteral("meanwhile")));
        room.send(QStringLiteral("mine"));
        QTRY_COMPARE(room.line(3).sending, ChatLine::Sending::Sent);
        QCOMPARE(House::texts(room).mid(2), (QStringList{QStringLiteral("meanwhile"), QStringLiteral("mine"),
                                                         QStringLiteral("Two are")}));
        QVERIFY(!house.chat.state().contains("Two are"));
        QSignalSpy removed(&room, &ChatRoom::removed);
        QSignalSpy arrived(&room, &ChatRoom::arrived);
        house.talk.say(answer);
        QCOMPARE(House::texts(room).mid(2),
                 (QStringList{QStringLiteral("meanwhile"), QStringLiteral("mine"), answer.message}));
        QCOMPARE(room.line(4).sending, ChatLine::Sending::Sent);
        QVERIFY(removed.isEmpty());
        QCOMPARE(arrived.size(), 1);
        part("Two are down, I"); // too late
        QCOMPARE(room.line(4).message.message, QStringLiteral("Two are down."));
    }

    void whatOnlyBeganToComeGoes()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        const auto part = [&](const char *id, const char *text) {
            house.link.say(chat::Answering{room.name(), QLatin1String(id), {}, QLatin1String(text)},
                           house.clock.now());
        };
        part("m-9", "Well");
        part("m-9", "");
        QCOMPARE(room.count(), 0); // it came to nothing
        part("m-9", "Well");
        house.clock.advance(3min);
        QCOMPARE(room.count(), 0); // nobody says more
        part("m-9", "Well");
        part("m-10", "Now");
        QCOMPARE(House::texts(room), QStringList{QStringLiteral("Now")});
        house.link.become(Link::State::Reconnecting);
        QCOMPARE(room.count(), 0);
    }

    void draftsAreKeptByAccountAndWhatWasNotSentToo()
    {
        House house;
        house.open();
        house.chat.setDraft(QStringLiteral("alerts"), QStringLiteral("half a th"));
        ChatRoom &room = house.load();
        house.link.become(Link::State::Reconnecting);
        room.send(QStringLiteral("never went"));
        const QByteArray state = house.chat.state();
        House next;
        next.chat.restore(state);
        next.open();
        QCOMPARE(next.chat.draft(QStringLiteral("alerts")), QStringLiteral("half a th"));
        QCOMPARE(next.chat.draft(QStringLiteral("general_chat")), QStringLiteral("never went"));
        House broken;
        broken.chat.restore(QByteArrayLiteral("{\"drafts\":[1,2],\"unsent\":7"));
        QVERIFY(broken.chat.draft(QStringLiteral("alerts")).isEmpty());
    }

    void whoComesAndGoesIsOneLine()
    {
        House house;
        house.open();
        ChatRoom &room = house.load();
        const auto come = [&] {
            for (const char *name : {"Lee", "Kim", "Lee"}) {
                identity::Profile user;
                user.uid = QString::fromLatin1(name);
                user.displayName = user.uid;
                house.link.say(chat::Joined{room.name(), user, {}}, house.clock.now());
            }
        };
        come();
        QCOMPARE(room.count(), 0); // not unless it is wanted
        house.chat.setShowsPassages(true);
        come();
        QCOMPARE(room.count(), 1);
        QCOMPARE(room.line(0).who, (QStringList{QStringLiteral("Lee"), QStringLiteral("Kim")}));
        room.send(QStringLiteral("hello"));
        QTRY_COMPARE(room.line(1).sending, ChatLine::Sending::Sent);
        // The next window has it as this one.
        House next;
        next.chat.restore(house.chat.state());
        QVERIFY(next.chat.showsPassages());
        house.chat.setShowsPassages(false);
        QCOMPARE(House::texts(room), QStringList{QStringLiteral("hello")});
        QCOMPARE(room.placeOf(house.talk.messages.last().id), 0);
    }

    void aRoomOneLostIsGone()
    {
        House house;
        house.open();
        chat::Room room = house.chat.find(QStringLiteral("night shift"))->room();
        room.members.removeFirst();
        house.link.say(chat::RoomChanged{room}, house.clock.now());
        QVERIFY(!house.chat.find(QStringLiteral("night shift")));
    }
};

QTEST_GUILESS_MAIN(ChatModelTest)
#include "chatmodeltest.moc"
