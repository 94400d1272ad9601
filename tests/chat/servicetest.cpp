// SPDX-License-Identifier: GPL-3.0-or-later
#include "club.h"

using namespace chat;
using namespace std::chrono_literals;
using chattest::Club;
using chattest::general;
using core::ErrorCode;

namespace {
QStringList texts(const core::Reply &joined)
{
    QStringList all;
    const QList<Message> history = joined->as<Join::Reply>()->history;
    for (const Message &message : history)
        all << message.message;
    return all;
}
} // namespace

/// Rooms, messages, who comes and goes.
class ChatServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsToldToTheRoomAndKept()
    {
        Club club;
        QVERIFY(club.join(1));
        const core::Reply sent = club.send(1, u"Hello everyone!"_qs);
        QVERIFY(sent);
        const auto told = club.told<Message>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().audience.rooms, QStringList{general});
        const auto message = told.first().as<Message>();
        QCOMPARE(message->userId, u"u-dana"_qs);
        QCOMPARE(message->userName, u"dana"_qs);
        QCOMPARE(message->messageType, MessageType::Text);
        QVERIFY(!message->isAi);
        QCOMPARE(texts(club.join(2)), QStringList{u"Hello everyone!"_qs});
    }

    void historyIsTheLastFiftyAndOutlivesARestart()
    {
        Club club;
        for (int i = 0; i < 60; ++i) {
            QVERIFY(club.send(1, QString::number(i)));
            club.bench.clock.advance(1s);
        }
        const QStringList before = texts(club.join(2));
        QCOMPARE(before.size(), 50);
        QCOMPARE(before.first(), u"10"_qs);
        QCOMPARE(before.last(), u"59"_qs);
        club.restart();
        QCOMPARE(texts(club.join(2)), before);
    }

    void historyAndMessagesMeetWithoutGapOrDouble()
    {
        Club club;
        QVERIFY(club.send(1, u"before"_qs));
        club.restart();
        // Asked together: what is written while the room is read.
        const auto sending = club.service->send(club.by(1, Send{general, u"meanwhile"_qs, {}, {}}));
        const auto joining = club.service->join(club.by(2, Join{general, {}, false}));
        QVERIFY(support::awaited(sending));
        QStringList heard = texts(support::awaited(joining));
        if (!heard.contains(u"meanwhile"_qs)) {
            QVERIFY(club.attendance.isIn(2, general));
            heard << u"meanwhile"_qs;
        }
        QCOMPARE(heard, (QStringList{u"before"_qs, u"meanwhile"_qs}));
        QCOMPARE(texts(club.join(1)), heard);
    }

    void manyWhoJoinANewRoomTogetherAllGetIn()
    {
        Club club;
        QList<QFuture<core::Reply>> joins;
        for (const quint64 session : {1, 2, 1, 2})
            joins << club.service->join(club.by(session, Join{u"project"_qs, {}, false}));
        for (const auto &join : joins)
            QVERIFY(support::awaited(join));
        QCOMPARE(club.told<Joined>().size(), 2); // once for each
        club.restart();
        QVERIFY(club.send(1, u"still there"_qs, u"project"_qs));
    }

    void comingAndGoingIsToldOnce()
    {
        Club club;
        QVERIFY(club.join(1));
        QVERIFY(club.join(1));
        QVERIFY(club.join(1, u"project"_qs));
        const auto joined = club.told<Joined>();
        QCOMPARE(joined.size(), 2);
        QCOMPARE(joined.first().audience.exceptSession, quint64(1));
        QCOMPARE(joined.first().as<Joined>()->message, u"dana joined the chat"_qs);
        club.attendance.leave(1, general);
        QCOMPARE(club.told<Left>().size(), 1);
        club.attendance.go(1);
        const auto left = club.told<Left>();
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.last().audience.rooms, QStringList{u"project"_qs});
    }

    void typingIsToldToTheOthers()
    {
        Club club;
        QVERIFY(support::awaited(club.service->setTyping(club.by(1, SetTyping{general, true, {}}))));
        const auto told = club.told<Typing>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().audience.exceptSession, quint64(1));
        QCOMPARE(told.first().audience.rooms, QStringList{general});
        QVERIFY(told.first().as<Typing>()->isTyping);
    }

    // Whoever is in the room, and nobody else; the message that comes of it has the same id.
    void whatTheAssistantWritesIsSeenAsItComes()
    {
        Club club;
        QVERIFY(club.join(1));
        const Answering part{general, u"m-answer"_qs, u"u-dana"_qs, u"Two"_qs};
        club.service->tellAnswering(part);
        club.service->tellAnswering({u"nowhere"_qs, u"m-other"_qs, {}, u"Two"_qs});
        const auto told = club.told<Answering>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().as<Answering>()->text, u"Two"_qs);
        QVERIFY(club.hears(1, told.first()));
        QVERIFY(!club.hears(2, told.first()));
        Spoken spoken{u"Two are down."_qs, u"model"_qs};
        spoken.id = part.answerId;
        QVERIFY(support::awaited(club.service->answer(general, spoken)));
        QCOMPARE(club.told<Message>().first().as<Message>()->id, part.answerId);
        QCOMPARE(texts(club.join(2)), QStringList{spoken.text});
    }

    void theAssistantIsSeenTypingWhereItAnswers()
    {
        Club club;
        club.service->setAnswering(general, true);
        club.service->setAnswering(u"nowhere"_qs, true);
        club.service->setAnswering(general, false);
        const auto told = club.told<Typing>();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.first().audience.rooms, QStringList{general});
        QCOMPARE(told.first().as<Typing>()->userId, u"ai_assistant"_qs);
        QCOMPARE(told.first().as<Typing>()->userName, u"AI Assistant"_qs);
        QVERIFY(told.first().as<Typing>()->isTyping);
        QVERIFY(!told.last().as<Typing>()->isTyping);
    }

    void surplusTypingIsDroppedButItsEndIsNot()
    {
        Club club;
        for (int i = 0; i < 100; ++i)
            QVERIFY(support::awaited(club.service->setTyping(club.by(1, SetTyping{general, true, {}}))));
        QCOMPARE(club.told<Typing>().size(), 20);
        QVERIFY(support::awaited(club.service->setTyping(club.by(1, SetTyping{general, false, {}}))));
        QCOMPARE(club.told<Typing>().size(), 21);
    }

    void whoFloodsIsHeldBackAlone()
    {
        Club club;
        for (int i = 0; i < 20; ++i)
            QVERIFY(club.send(1, u"x"_qs));
        const core::Reply held = club.send(1, u"x"_qs);
        QVERIFY(!held);
        QCOMPARE(held.error().code, ErrorCode::Limited);
        QVERIFY(club.send(2, u"mine"_qs));
        club.bench.clock.advance(1s);
        QVERIFY(club.send(1, u"again"_qs));
    }

    void badMessages_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QString &room, const QString &text, ErrorCode code) {
            QTest::newRow(name) << room << text << int(code);
        };
        row("empty", general, QString(), ErrorCode::Invalid);
        row("blank", general, u" \n\t "_qs, ErrorCode::Invalid);
        row("of signs nobody sees", general, u" \u3000\u2003\t"_qs, ErrorCode::Invalid);
        row("no such room", u"nowhere"_qs, u"x"_qs, ErrorCode::NotFound);
    }
    void badMessages()
    {
        QFETCH(QString, room);
        QFETCH(QString, text);
        QFETCH(int, code);
        Club club;
        const core::Reply sent = club.send(1, text, room);
        QVERIFY(!sent);
        QCOMPARE(int(sent.error().code), code);
        QVERIFY(club.publisher.events().isEmpty());
        QVERIFY(texts(club.join(2)).isEmpty());
    }

    void badRooms_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<int>("code");
        QTest::newRow("blank") << u"  "_qs << int(ErrorCode::Invalid);
        QTest::newRow("too long") << QString(129, u'r') << int(ErrorCode::Invalid);
        QTest::newRow("a control character") << u"a\nb"_qs << int(ErrorCode::Invalid);
        QTest::newRow("as the house calls those of two")
            << u"direct:u-dana:u-omar"_qs << int(ErrorCode::NotFound);
        QTest::newRow("as the house calls those of alerts") << u"incident-A-1"_qs << int(ErrorCode::NotFound);
        QTest::newRow("the house's") << u"admin_notifications"_qs << int(ErrorCode::Forbidden);
        QTest::newRow("somebody's") << u"user_u-dana"_qs << int(ErrorCode::Forbidden);
    }
    void badRooms()
    {
        QFETCH(QString, room);
        QFETCH(int, code);
        Club club;
        const core::Reply joined = club.join(1, room);
        QVERIFY(!joined);
        QCOMPARE(int(joined.error().code), code);
        QVERIFY(!club.attendance.isIn(1, room));
    }

    void whatOnlyOthersMaySayCountsAsText()
    {
        Club club;
        QVERIFY(club.send(2, u"I am the system"_qs, general, MessageType::System));
        QVERIFY(club.send(2, u"I am the assistant"_qs, general, MessageType::AiResponse));
        QVERIFY(club.send(1, u"Reboot at nine"_qs, general, MessageType::System));
        QList<MessageType> types;
        for (const core::Event &event : club.told<Message>())
            types << event.as<Message>()->messageType;
        QCOMPARE(types, (QList{MessageType::Text, MessageType::Text, MessageType::System}));
    }

    void whatCannotBeKeptIsNotSaid()
    {
        Club club;
        QVERIFY(club.join(2));
        club.bench.store->close();
        const core::Reply sent = club.send(1, u"lost?"_qs);
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::Unavailable);
        QVERIFY(club.told<Message>().isEmpty());
        const core::Reply joined = club.join(1, u"new"_qs);
        QVERIFY(!joined);
        QCOMPARE(joined.error().code, ErrorCode::Unavailable);
    }

    void hostileTextIsTextAndNothingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<img src=x onerror=alert(1)><b>bold</b> [x](javascript:1)"_qs;
        QTest::newRow("control characters") << u"a\u0001b\u001b[31mred\u0007\u007f\u0085"_qs;
        QTest::newRow("turned direction") << u"\u202Eevil\u2066\u2069\u200F"_qs;
        QTest::newRow("beyond the plane") << QString::fromUcs4(U"\U0001F600\U0001F468\U0000200D\U0001F469");
        QTest::newRow("quotes") << u"\"'; DROP TABLE chat_line; -- \\ %1 %s {0}"_qs;
        QTest::newRow("marks on marks") << u"Z" + QString(900, QChar(0x0301));
        QTest::newRow("the longest") << QString(longestMessage, u'x');
    }
    void hostileTextIsTextAndNothingElse()
    {
        QFETCH(QString, text);
        Club club;
        QCOMPARE(club.sent(1, text).message, text);
        club.restart();
        QCOMPARE(texts(club.join(2)), QStringList{text});
    }

    void whoSpeaksIsWhoAsks()
    {
        Club club;
        identity::Profile claimed;
        claimed.uid = u"u-dana"_qs;
        claimed.displayName = u"Dana"_qs;
        const core::Reply reply = club.ask(club.service, &Service::send, 2,
                                           Send{general, u"I am Dana"_qs, MessageType::Text, claimed});
        QCOMPARE(reply->as<Message>()->userId, u"u-omar"_qs);
        QCOMPARE(reply->as<Message>()->userName, u"omar"_qs);
    }

    void anAnswerIsToAMessageOfTheSameRoom()
    {
        Club club;
        QVERIFY(club.join(1, u"project"_qs));
        const Message asked = club.sent(1, u"Who has the key?"_qs);
        const auto answer = [&](const QString &room, const QString &to) {
            Send send{room, u"I do"_qs, MessageType::Text, {}};
            send.replyTo = to;
            return club.ask(club.service, &Service::send, 2, send);
        };
        QCOMPARE(answer(general, asked.id)->as<Message>()->replyTo, asked.id);
        QCOMPARE(answer(u"project"_qs, asked.id).error().code, ErrorCode::NotFound);
        QCOMPARE(answer(general, u"nothing"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(club.told<Message>().size(), 2);
    }

    void quietOnesHearAndAreNotAnnounced()
    {
        Club club;
        const core::Reply reply = club.ask(club.service, &Service::join, 1, Join{general, {}, true});
        QVERIFY(reply->as<Join::Reply>()->history.isEmpty());
        QVERIFY(club.attendance.isIn(1, general));
        QVERIFY(club.told<Joined>().isEmpty());
        club.attendance.leave(1, general);
        QVERIFY(club.told<Left>().isEmpty());
        QVERIFY(club.ask(club.service, &Service::join, 1, Join{general, {}, true}));
        QVERIFY(club.join(1));
        QCOMPARE(club.told<Joined>().size(), 1);
    }

    void whoIsThereIsSaidOnce()
    {
        Club club;
        club.add(9, u"dana"_qs, core::Role::Operator);
        for (const quint64 session : {1, 9, 2})
            QVERIFY(club.join(session));
        const auto users = club.ask(club.service, &Service::who, 4, Who{general})->as<Who::Reply>()->users;
        QCOMPARE(users.size(), 2);
        QCOMPARE(users.first().uid, u"u-dana"_qs);
        QCOMPARE(users.last().uid, u"u-omar"_qs);
    }

    void thoseWhoAreCalledAndAwayAreTold()
    {
        Club club;
        QVERIFY(club.join(1));
        QVERIFY(club.join(2));
        const Message message = club.sent(1, u"@omar and @Eve \u00d3 Br\u00edain, look at @nobody"_qs);
        QCOMPARE(message.mentions.size(), 2);
        QCOMPARE(message.mentions.first(), (Mention{u"u-omar"_qs, u"@omar"_qs}));
        QCOMPARE(message.mentions.last(), (Mention{u"u-eve"_qs, u"@Eve \u00d3 Br\u00edain"_qs}));
        QCOMPARE(club.notified, QStringList{u"u-eve"_qs}); // omar hears it himself
        QCOMPARE(club.sent(2, u"@here now"_qs).mentions, (QList<Mention>{{QString(), u"@here"_qs}}));
        QVERIFY(club.join(4));
        QVERIFY(club.sent(4, u"@here now"_qs).mentions.isEmpty()); // guests call nobody together
    }

    void theHouseWritesLinesOfItsOwn()
    {
        Club club;
        const QString log = u"shift_log"_qs;
        QVERIFY(
            support::awaited(club.service->note(log, u"A-1 was raised"_qs, {{CardKind::Alert, u"A-1"_qs}})));
        const auto message = club.told<Message>().first().as<Message>();
        QCOMPARE(message->messageType, MessageType::System);
        QCOMPARE(message->userId, u"system"_qs);
        QCOMPARE(message->cards, (QList<Card>{{CardKind::Alert, u"A-1"_qs}}));
        QCOMPARE(texts(club.join(2, log)), QStringList{u"A-1 was raised"_qs});
        QCOMPARE(club.send(2, u"me too"_qs, log).error().code, ErrorCode::Forbidden);
        QVERIFY(club.send(1, u"seen"_qs, log));
        QVERIFY(!support::awaited(club.service->note(log, u" "_qs)));
    }

    void cardsPointToThings()
    {
        Club club;
        Send send{general, QString(), MessageType::Text, {}};
        send.cards = {
            {CardKind::Device, u"d-1"_qs}, {CardKind::Device, u"d-1"_qs}, {CardKind::Scan, u"s-2"_qs}};
        const auto message = club.ask(club.service, &Service::send, 1, send)->as<Message>();
        QCOMPARE(message->cards.size(), 2);
        QCOMPARE(message->message, u"device d-1, scan s-2"_qs); // for those who see no cards
        send.cards = {{CardKind::Device, u"  "_qs}};
        QCOMPARE(club.ask(club.service, &Service::send, 1, send).error().code, ErrorCode::Invalid);
    }

    void roomsAreCounted()
    {
        Club club;
        for (int i = 1; i < RoomBook::mostRooms; ++i)
            QVERIFY(support::awaited(
                club.service->join(club.by(1, Join{QStringLiteral("r%1").arg(i), {}, false}))));
        const core::Reply joined = club.join(1, u"one more"_qs);
        QVERIFY(!joined);
        QCOMPARE(joined.error().code, ErrorCode::Limited);
        QVERIFY(club.join(1, u"r7"_qs));
    }
};

QTEST_GUILESS_MAIN(ChatServiceTest)
#include "servicetest.moc"
