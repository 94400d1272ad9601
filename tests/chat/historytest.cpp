// SPDX-License-Identifier: GPL-3.0-or-later
#include "club.h"

#include <QJsonDocument>

using namespace chat;
using namespace std::chrono_literals;
using chattest::Club;
using chattest::general;
using core::ErrorCode;

namespace {
QStringList texts(const QList<Message> &messages)
{
    QStringList all;
    for (const Message &message : messages)
        all << message.message;
    return all;
}

/// Numbered messages of dana, from 0 on.
QStringList fill(Club &club, int count, const QString &room = general)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << club.sent(1, QString::number(i), room).id;
    return ids;
}

History::Reply page(Club &club, const History &asked)
{
    return *club.ask(club.archive, &Archive::history, 2, asked)->as<History::Reply>();
}

QStringList found(Club &club, const Search &asked, quint64 session = 2)
{
    club.bench.clock.advance(1s);
    const core::Reply reply = club.ask(club.archive, &Archive::search, session, asked);
    return reply ? texts(reply->as<Search::Reply>()->messages) : QStringList{reply.error().message};
}

Marks marksOf(Club &club, quint64 session, const QString &room = general)
{
    const core::Reply reply = club.ask(club.bookmarks, &Bookmarks::list, session, ListRooms{});
    const QList<RoomEntry> rooms = reply->as<ListRooms::Reply>()->rooms;
    for (const RoomEntry &entry : rooms) {
        if (entry.room.name == room)
            return entry.marks;
    }
    return {};
}

/// 2 × 1 pixels of grey, as another program made them.
Send withPicture()
{
    Send send{general, QString(), MessageType::Text, {}};
    send.attachment = NewAttachment{
        u"core-sw-01, traffic"_qs,
        u"iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNo+A8AAgIBgG5WixMAAAAASUVORK5CYII="_qs};
    return send;
}
} // namespace

/// Pages, searches, marks, and what becomes of messages afterwards.
class ChatHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesMeet()
    {
        Club club;
        QVERIFY(club.join(1, u"aside"_qs));
        const QStringList ids = fill(club, 25);
        fill(club, 3, u"aside"_qs);
        History::Reply last = page(club, {general, {}, {}, {}, 10});
        QCOMPARE(texts(last.messages).first(), u"15"_qs);
        QVERIFY(last.hasOlder && !last.hasNewer);
        last = page(club, {general, ids.at(15), {}, {}, 10});
        QCOMPARE(texts(last.messages).first(), u"5"_qs);
        QCOMPARE(texts(last.messages).last(), u"14"_qs);
        last = page(club, {general, ids.at(5), {}, {}, 10});
        QCOMPARE(last.messages.size(), 5);
        QVERIFY(!last.hasOlder);
        const History::Reply after = page(club, {general, {}, ids.at(20), {}, 10});
        QCOMPARE(texts(after.messages), (QStringList{u"21"_qs, u"22"_qs, u"23"_qs, u"24"_qs}));
        QVERIFY(!after.hasNewer);
        const History::Reply around = page(club, {general, {}, {}, ids.at(10), 5});
        QCOMPARE(texts(around.messages), (QStringList{u"8"_qs, u"9"_qs, u"10"_qs, u"11"_qs, u"12"_qs}));
        QVERIFY(around.hasOlder && around.hasNewer);
        QCOMPARE(texts(page(club, {general, {}, {}, ids.last(), 4}).messages).last(), u"24"_qs);
        const auto refused = [&](const History &asked) {
            return club.ask(club.archive, &Archive::history, 2, asked).error().code;
        };
        QCOMPARE(refused({general, ids.at(1), ids.at(2)}), ErrorCode::Invalid);
        QCOMPARE(refused({general, u"nothing"_qs}), ErrorCode::NotFound);
        QCOMPARE(refused({u"aside"_qs, ids.at(1)}), ErrorCode::NotFound);
        QCOMPARE(refused({u"nowhere"_qs}), ErrorCode::NotFound);
    }

    void searchFindsWords()
    {
        Club club;
        QVERIFY(club.join(1, u"aside"_qs));
        const QString switchDown = club.sent(1, u"core-sw-01 is DOWN again"_qs).message;
        const QString printer = club.sent(2, u"Der Drucker im Büro geht wieder"_qs).message;
        const QString address = club.sent(1, u"10.0.0.51 answers <b>\"twice\"</b>"_qs, u"aside"_qs).message;
        QCOMPARE(found(club, {u"down"_qs}), QStringList{switchDown});
        QCOMPARE(found(club, {u"core-sw-01"_qs}), QStringList{switchDown});
        QCOMPARE(found(club, {u"again core"_qs}), QStringList{switchDown});
        QCOMPARE(found(club, {u"buro druck"_qs}), QStringList{printer});
        QCOMPARE(found(club, {u"10.0.0"_qs}), QStringList{address});
        QCOMPARE(found(club, {u"10.0.0.51"_qs}), QStringList{address});
        QVERIFY(found(club, {u"10.0.0.5"_qs}).isEmpty()); // another address
        QCOMPARE(found(club, {u"\"twice\" <b>"_qs}), QStringList{address});
        QVERIFY(found(club, {u"core printer"_qs}).isEmpty());
        QVERIFY(found(club, {u"down"_qs, u"aside"_qs}).isEmpty());
        QCOMPARE(found(club, {u"answers"_qs, u"aside"_qs}), QStringList{address});
        QCOMPARE(found(club, {u"geht"_qs, {}, u"u-omar"_qs}), QStringList{printer});
        QVERIFY(found(club, {u"geht"_qs, {}, u"u-dana"_qs}).isEmpty());
        // The marks of the index are no words of anybody.
        QVERIFY(found(club, {u"everybody"_qs}).isEmpty());
        for (const QString &odd : {u"NEAR(a b)"_qs, u"text:core OR marks:x"_qs, u"* ^core"_qs,
                                   u"a\" OR \"b"_qs, u"-core +down"_qs, u"{text}: x"_qs, u"co\"re"_qs})
            QVERIFY2(!found(club, {odd}).join(u' ').contains(u"database"_qs), qPrintable(odd));
        QCOMPARE(club.ask(club.archive, &Archive::search, 2, Search{u" *** "_qs}).error().code,
                 ErrorCode::Invalid);
    }

    void searchGoesOnAndKeepsToItsTime()
    {
        Club club;
        const QDateTime start = club.bench.clock.now();
        for (int i = 0; i < 30; ++i) {
            (void)club.sent(1, QStringLiteral("beat %1").arg(i));
            club.bench.clock.advance(1h);
        }
        Search asked{u"beat"_qs};
        asked.limit = 20;
        const auto first = club.ask(club.archive, &Archive::search, 2, asked)->as<Search::Reply>().value();
        QCOMPARE(first.messages.first().message, u"beat 29"_qs);
        QVERIFY(first.hasOlder);
        asked.before = first.messages.last().id;
        QCOMPARE(found(club, asked).size(), 10);
        Search timed{u"beat"_qs};
        timed.from = start.addSecs(3600 * 10);
        timed.to = start.addSecs(3600 * 12 + 600);
        QCOMPARE(found(club, timed), (QStringList{u"beat 12"_qs, u"beat 11"_qs, u"beat 10"_qs}));
        timed.from = start.addYears(1);
        timed.to.reset();
        QVERIFY(found(club, timed).isEmpty());
    }

    void whatIsEditedIsFoundByItsNewWords()
    {
        Club club;
        QVERIFY(club.join(2));
        const Message message = club.sent(1, u"The printer burns, @omar"_qs);
        QCOMPARE(marksOf(club, 2).mentions, 1);
        club.bench.clock.advance(1min);
        const auto edit = [&](quint64 session, const QString &text) {
            return club.ask(club.revisions, &Revisions::edit, session, Edit{general, message.id, text});
        };
        QCOMPARE(edit(2, u"mine"_qs).error().code, ErrorCode::Forbidden);
        QCOMPARE(edit(3, u"mine"_qs).error().code, ErrorCode::Forbidden); // not even an administrator
        QCOMPARE(edit(4, u"mine"_qs).error().code, ErrorCode::Forbidden);
        QCOMPARE(edit(1, u" "_qs).error().code, ErrorCode::Invalid);
        const core::Reply edited = edit(1, u"The printer smokes, @eve"_qs);
        QCOMPARE(edited->as<Message>()->message, u"The printer smokes, @eve"_qs);
        QCOMPARE(edited->as<Message>()->editedAt, club.bench.clock.now());
        QCOMPARE(edited->as<Message>()->editedBy, u"u-dana"_qs);
        QCOMPARE(edited->as<Message>()->timestamp, message.timestamp);
        QCOMPARE(club.told<Changed>().size(), 1);
        QVERIFY(club.hears(2, club.told<Changed>().first()));
        QCOMPARE(club.notified, QStringList{u"u-eve"_qs});
        QCOMPARE(marksOf(club, 2).mentions, 0);
        QVERIFY(found(club, {u"burns"_qs}).isEmpty());
        QCOMPARE(found(club, {u"smokes"_qs}).size(), 1);
        QVERIFY(edit(1, u"The printer smokes, @eve"_qs)); // as it is: nothing happens
        QCOMPARE(club.told<Changed>().size(), 1);
        QCOMPARE(club.join(2)->as<Join::Reply>()->history.last().message, u"The printer smokes, @eve"_qs);
        club.restart();
        QCOMPARE(club.join(2)->as<Join::Reply>()->history.last().message, u"The printer smokes, @eve"_qs);
    }

    void whatIsDeletedLeavesATrace()
    {
        Club club;
        const Message message = club.sent(2, u"first"_qs);
        QVERIFY(club.ask(club.revisions, &Revisions::edit, 2, Edit{general, message.id, u"second"_qs}));
        club.add(8, u"pat"_qs, core::Role::Viewer);
        const auto remove = [&](quint64 session) {
            return club.ask(club.revisions, &Revisions::remove, session, Delete{general, message.id});
        };
        QCOMPARE(remove(8).error().code, ErrorCode::Forbidden);
        const core::Reply removed = remove(1); // an operator
        QVERIFY(removed->as<Message>()->isDeleted);
        QVERIFY(removed->as<Message>()->message.isEmpty());
        QCOMPARE(remove(1).error().code, ErrorCode::Conflict);
        QCOMPARE(club.told<Changed>().last().as<Changed>()->deed, Deed::Deleted);
        QVERIFY(found(club, {u"second"_qs}).isEmpty());
        QVERIFY(page(club, {general}).messages.first().isDeleted);
        club.restart();
        const auto trace = club.ask(club.revisions, &Revisions::trace, 1, Trace{general, message.id})
                               ->as<Trace::Reply>()
                               ->entries;
        QCOMPARE(trace.size(), 2);
        QCOMPARE(trace.first().text, u"first"_qs);
        QCOMPARE(trace.first().by, u"u-omar"_qs);
        QCOMPARE(trace.last().text, u"second"_qs);
        QCOMPARE(trace.last().by, u"u-dana"_qs);
        QCOMPARE(trace.last().deed, Deed::Deleted);
        QCOMPARE(
            club.ask(club.revisions, &Revisions::edit, 2, Edit{general, message.id, u"x"_qs}).error().code,
            ErrorCode::Conflict);
    }

    void ofTwoChangesAtOnceOneHolds()
    {
        Club club;
        const Message message = club.sent(1, u"zero"_qs);
        const auto first = club.revisions->edit(club.by(1, Edit{general, message.id, u"one"_qs}));
        const auto second = club.revisions->remove(club.by(3, Delete{general, message.id}));
        QVERIFY(support::awaited(first));
        const core::Reply removed = support::awaited(second);
        // Only what it saw may be deleted: it came after the other, or that was in its way.
        if (!removed)
            QCOMPARE(removed.error().code, ErrorCode::Conflict);
        QCOMPARE(found(club, {u"one"_qs}).size(), removed ? 0 : 1);
        QVERIFY(found(club, {u"zero"_qs}).isEmpty());
    }

    void reactionsAreCounted()
    {
        Club club;
        const Message message = club.sent(1, u"It works"_qs);
        const auto react = [&](quint64 session, const QString &sign, bool isOn = true) {
            club.bench.clock.advance(1s);
            return club.ask(club.revisions, &Revisions::react, session,
                            React{general, message.id, sign, isOn});
        };
        QVERIFY(react(1, u"👍"_qs));
        QVERIFY(react(2, u"👍"_qs));
        QVERIFY(react(2, u"👍"_qs));
        const auto reactions = react(2, u"🎉"_qs)->as<React::Reply>()->reactions;
        QCOMPARE(reactions,
                 (QList<Reaction>{{u"👍"_qs, 2, {u"u-dana"_qs, u"u-omar"_qs}}, {u"🎉"_qs, 1, {u"u-omar"_qs}}}));
        QCOMPARE(club.told<Reacted>().last().as<Reacted>()->reactions, reactions);
        QCOMPARE(page(club, {general}).messages.first().reactions, reactions);
        QCOMPARE(club.join(2)->as<Join::Reply>()->history.first().reactions, reactions);
        QCOMPARE(react(2, u"👍"_qs, false)->as<React::Reply>()->reactions.first().count, 1);
        QCOMPARE(react(2, u"x"_qs).error().code, ErrorCode::Invalid);
        club.restart();
        QCOMPARE(club.join(2)->as<Join::Reply>()->history.first().reactions.size(), 2);
    }

    void kindsOfReactionsEnd()
    {
        Club club;
        const Message message = club.sent(1, u"It works"_qs);
        core::Reply last = core::Error{};
        for (char32_t sign = 0x1F600; sign <= 0x1F600 + mostReactions; ++sign) {
            club.bench.clock.advance(1s);
            last = club.ask(club.revisions, &Revisions::react, 1,
                            React{general, message.id, QString::fromUcs4(&sign, 1)});
            QCOMPARE(bool(last), sign < 0x1F600 + mostReactions);
        }
        QCOMPARE(last.error().code, ErrorCode::Limited);
        club.bench.clock.advance(1s);
        QVERIFY(club.ask(club.revisions, &Revisions::react, 2,
                         React{general, message.id, QString::fromUcs4(U"\U0001F600")})); // one that is there
    }

    void marksAreKept()
    {
        Club club;
        fill(club, 3);
        QCOMPARE(marksOf(club, 2).unread, 0); // what was before one came first
        QVERIFY(club.join(2));
        const QStringList ids = fill(club, 4);
        QCOMPARE(marksOf(club, 2).unread, 4);
        QCOMPARE(marksOf(club, 2).firstUnreadId, ids.first());
        QCOMPARE(marksOf(club, 1).unread, 0); // one's own
        (void)club.sent(1, u"@omar?"_qs);
        QCOMPARE(marksOf(club, 2).mentions, 1);
        const auto read = [&](quint64 session, const QString &id) {
            return club.ask(club.bookmarks, &Bookmarks::read, session, ReadUpTo{general, id});
        };
        const auto marks = read(2, ids.at(2))->as<Marks>();
        QCOMPARE(marks->unread, 2);
        QCOMPARE(marks->upTo, ids.at(2));
        QCOMPARE(read(2, ids.at(0))->as<Marks>()->upTo, ids.at(2)); // never back
        const core::Event told = club.told<Marked>().first();
        QCOMPARE(told.audience.users, QStringList{u"u-omar"_qs});
        QCOMPARE(told.audience.exceptSession, quint64(2));
        club.restart();
        QCOMPARE(marksOf(club, 2).unread, 2);
        QCOMPARE(read(4, ids.at(0)).error().code, ErrorCode::Forbidden);
        QCOMPARE(read(2, u"nothing"_qs).error().code, ErrorCode::NotFound);
        const Room direct = club.openDirect(1, u"omar"_qs);
        (void)club.sent(1, u"psst"_qs, direct.name);
        QCOMPARE(marksOf(club, 2, direct.name).unread, 1); // though he never was in it
    }

    void picturesComeWithTheirData()
    {
        Club club;
        Send send = withPicture();
        const QByteArray png = QByteArray::fromBase64(send.attachment->picture.toLatin1());
        send.attachment->data = QJsonObject{{u"points"_qs, 2}};
        const core::Reply sent = club.ask(club.service, &Service::send, 1, send);
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        const auto message = sent->as<Message>();
        QCOMPARE(message->message, u"core-sw-01, traffic"_qs);
        QCOMPARE(message->attachment->width, 2);
        QCOMPARE(message->attachment->height, 1);
        const auto fetch = [&](quint64 session) {
            return club.ask(club.archive, &Archive::attachment, session,
                            GetAttachment{message->attachment->id});
        };
        const auto fetched = fetch(2)->as<GetAttachment::Reply>();
        QCOMPARE(QByteArray::fromBase64(fetched->picture.toLatin1()), png);
        QCOMPARE(fetched->data->value(u"points").toInt(), 2);
        QVERIFY(club.ask(club.revisions, &Revisions::remove, 1, Delete{general, message->id}));
        QCOMPARE(fetch(2).error().code, ErrorCode::NotFound);
        send.attachment->picture = u"%%%%"_qs;
        QCOMPARE(club.ask(club.service, &Service::send, 1, send).error().code, ErrorCode::Invalid);
        send.attachment->picture = QString::fromLatin1(png.toBase64());
        send.attachment->data = QJsonObject{{u"much"_qs, QString(largestPictureData, u'x')}};
        QCOMPARE(club.ask(club.service, &Service::send, 1, send).error().code, ErrorCode::Invalid);
    }

    void picturesBringTheValuesTheyShow()
    {
        Club club;
        Send send = withPicture();
        PictureValues values;
        values.resolution = 60;
        values.lines = {{u"=cmd|'/c calc'!A1"_qs, {}, u"%"_qs, {{1000, 1.5}, {2000, 0.25, 0.5, 1}}}};
        values.devices = {{u"d-1"_qs, u"<b>core</b>\u202E"_qs, u"192.0.2.1"_qs, u"switch"_qs, u"online"_qs}};
        values.links = {{u"<b>core</b>"_qs, u"Gi0/1"_qs, u"pc"_qs, {}, u"ethernet"_qs, u"active"_qs}};
        values.leftOut = 3;
        send.attachment->data = QJsonObject{{u"values"_qs, 7}, {u"view"_qs, u"belfry://map"_qs}};
        send.attachment->values = values;
        const core::Reply sent = club.ask(club.service, &Service::send, 1, send);
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        const Attachment attachment = *sent->as<Message>()->attachment;
        QCOMPARE(attachment.shows, (QStringList{u"=cmd|'/c calc'!A1"_qs, u"<b>core</b>\u202E"_qs}));
        club.restart();
        const auto fetch = [&](quint64 session) {
            return club.ask(club.archive, &Archive::values, session, GetValues{attachment.id});
        };
        const core::Reply fetched = fetch(2);
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(core::toJson(*fetched->as<PictureValues>()), core::toJson(values));
        const auto picture = club.ask(club.archive, &Archive::attachment, 2, GetAttachment{attachment.id})
                                 ->as<GetAttachment::Reply>();
        QCOMPARE(*picture->data, (QJsonObject{{u"view"_qs, u"belfry://map"_qs}}));
        QVERIFY(club.ask(club.revisions, &Revisions::remove, 1, Delete{general, sent->as<Message>()->id}));
        QCOMPARE(fetch(2).error().code, ErrorCode::NotFound);
    }

    void valuesAreForThoseWhoMayReadTheRoom()
    {
        Club club;
        Send send = withPicture();
        send.roomName = club.openDirect(1, u"omar"_qs).name;
        const auto bare = club.ask(club.service, &Service::send, 1, send)->as<Message>()->attachment;
        QVERIFY(bare->shows.isEmpty());
        const auto fetch = [&](quint64 session, const QString &id) {
            return club.ask(club.archive, &Archive::values, session, GetValues{id});
        };
        QCOMPARE(fetch(2, bare->id).error().code, ErrorCode::NotFound);
        send.attachment->values = PictureValues{0, {}, {{u"d-1"_qs, {}, u"192.0.2.1"_qs, {}, {}}}, {}, 0};
        const auto full = club.ask(club.service, &Service::send, 1, send)->as<Message>()->attachment;
        QCOMPARE(full->shows, QStringList{u"192.0.2.1"_qs});
        QVERIFY(fetch(2, full->id));
        QCOMPARE(fetch(3, full->id).error().code, ErrorCode::NotFound);
        QCOMPARE(fetch(2, u"nothing"_qs).error().code, ErrorCode::NotFound);
    }

    void valuesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<PictureValues>("values");
        using Points = QList<QList<double>>;
        const auto row = [](const char *name, const Points &points) {
            QTest::newRow(name) << PictureValues{1, {{u"load"_qs, {}, {}, points}}, {}, {}, 0};
        };
        QTest::newRow("of nothing") << PictureValues();
        row("a time alone", {{1}});
        row("three numbers", {{1, 2, 3}});
        row("five numbers", {{1, 2, 3, 4, 5}});
        row("no numbers", Points(1, QList<double>()));
        row("when there is no time", {{1e300, 1}});
        row("back in time", {{2, 1}, {1, 1}});
        row("twice at once", {{2, 1}, {2, 1}});
        Points many;
        for (int at = 0; at <= mostValuePoints; ++at)
            many << QList<double>{double(at), 1};
        row("too many points", many);
        PictureValues large;
        for (int index = 0; index < mostValueDevices; ++index)
            large.devices << ShownDevice{QString(256, u'i'), QString(256, u'n'), QString(256, u'a'), {}, {}};
        QTest::newRow("too large") << large;
    }
    void valuesThatAreNoneAreRefused()
    {
        QFETCH(PictureValues, values);
        Club club;
        Send send = withPicture();
        send.attachment->values = values;
        const core::Reply refused = club.ask(club.service, &Service::send, 1, send);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(!refused.error().message.isEmpty());
        send.attachment->values.reset();
        QVERIFY(club.ask(club.service, &Service::send, 1, send)); // what was written is not lost
    }

    void longNamesAreNamedWhole()
    {
        Club club;
        Send send = withPicture();
        send.attachment->values =
            PictureValues{0, {{QString(79, u'x') + u"\U0001F44D"_qs, {}, {}, {{1, 1}}}}, {}, {}, 0};
        const auto shown = club.ask(club.service, &Service::send, 1, send)->as<Message>()->attachment;
        QCOMPARE(shown->shows, QStringList{QString(79, u'x')});
    }

    void anothersPictureIsNotFound()
    {
        Club club;
        const Room direct = club.openDirect(1, u"omar"_qs);
        Send send = withPicture();
        send.roomName = direct.name;
        const auto id = club.ask(club.service, &Service::send, 1, send)->as<Message>()->attachment->id;
        QVERIFY(club.ask(club.archive, &Archive::attachment, 2, GetAttachment{id}));
        QCOMPARE(club.ask(club.archive, &Archive::attachment, 3, GetAttachment{id}).error().code,
                 ErrorCode::NotFound);
    }

    void aLogIsExportedWholeAndTame()
    {
        Club club;
        (void)club.sent(1, u"=HYPERLINK(\"http://x\")"_qs);
        (void)club.sent(2, u"two\nlines \u202E <b>*bold*</b>"_qs);
        const auto exported = [&](LogFormat format) {
            return *club.ask(club.archive, &Archive::exportLog, 1, ExportLog{general, {}, {}, format})
                        ->as<ExportLog::Reply>();
        };
        const ExportLog::Reply csv = exported(LogFormat::Csv);
        QCOMPARE(csv.messages, 2);
        QVERIFY(!csv.isCut);
        QCOMPARE(csv.fileName, u"general_chat.csv"_qs);
        QVERIFY(csv.text.contains(u"\"'=HYPERLINK(\"\"http://x\"\")\""_qs));
        const ExportLog::Reply text = exported(LogFormat::Text);
        QVERIFY(text.text.contains(u"two\n    lines [U+202e] <b>"_qs));
        const ExportLog::Reply markdown = exported(LogFormat::Markdown);
        QVERIFY(markdown.text.contains(u"\\<b\\>\\*bold\\*"_qs));
        const auto later =
            club.ask(club.archive, &Archive::exportLog, 1,
                     ExportLog{general, club.bench.clock.now().addSecs(60), {}, LogFormat::Text});
        QCOMPARE(later->as<ExportLog::Reply>()->messages, 0);
    }

    void whoAsksTooMuchIsHeldBack()
    {
        Club club;
        core::Reply last = core::Error{};
        for (int i = 0; i < 21; ++i)
            last = club.ask(club.archive, &Archive::search, 2, Search{u"x y z"_qs});
        QCOMPARE(last.error().code, ErrorCode::Limited);
        QVERIFY(club.ask(club.archive, &Archive::search, 1, Search{u"xyz"_qs}));
    }
};

QTEST_GUILESS_MAIN(ChatHistoryTest)
#include "historytest.moc"
