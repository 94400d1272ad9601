// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/service.h"

#include "catalog/catalogue.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/fakeattendance.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

using namespace chat;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
const QString general = QStringLiteral("general_chat");

/// A chat over a real store, with dana (an operator) on connection 1 and omar (a viewer) on 2.
struct Club
{
    storetest::Bench bench;
    support::FakeAttendance attendance;
    support::MemoryPublisher publisher{catalog::everything()};
    support::SeededEntropy entropy;
    std::unique_ptr<Service> service;
    QMap<quint64, core::Principal> people;

    Club()
    {
        add(1, QStringLiteral("dana"), core::Role::Operator);
        add(2, QStringLiteral("omar"), core::Role::Viewer);
        restart();
    }
    void add(quint64 session, const QString &name, core::Role role)
    {
        core::Principal principal;
        principal.id = QString(QStringLiteral("u-") + name);
        principal.name = name;
        principal.role = role;
        people.insert(session, principal);
        attendance.come(session, principal.id);
    }
    void restart()
    {
        service.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        service = std::make_unique<Service>(
            bench.store->chat(), attendance, publisher, bench.clock, entropy,
            [](const core::Command &command,
               const std::optional<identity::Profile> &) -> core::Result<identity::Profile> {
                identity::Profile profile;
                profile.uid = command.caller.id;
                profile.displayName = command.caller.name;
                profile.isGuest = command.caller.isGuest;
                return profile;
            });
        QVERIFY(support::awaited(service->start()));
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
    core::Reply join(quint64 session, const QString &room = general)
    {
        return support::awaited(service->join(by(session, Join{room, {}})));
    }
    core::Reply send(quint64 session, const QString &text, const QString &room = general,
                     MessageType type = MessageType::Text)
    {
        return support::awaited(service->send(by(session, Send{room, text, type, {}})));
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
};

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
        const auto joining = club.service->join(club.by(2, Join{general, {}}));
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
            joins << club.service->join(club.by(session, Join{u"project"_qs, {}}));
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
        row("empty", general, {}, ErrorCode::Invalid);
        row("blank", general, u" \n\t "_qs, ErrorCode::Invalid);
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

    void roomsAreCounted()
    {
        Club club;
        for (int i = 1; i < Service::mostRooms; ++i)
            QVERIFY(support::awaited(club.service->join(club.by(1, Join{QStringLiteral("r%1").arg(i), {}}))));
        const core::Reply joined = club.join(1, u"one more"_qs);
        QVERIFY(!joined);
        QCOMPARE(joined.error().code, ErrorCode::Limited);
        QVERIFY(club.join(1, u"r7"_qs));
    }
};

QTEST_GUILESS_MAIN(ChatServiceTest)
#include "servicetest.moc"
