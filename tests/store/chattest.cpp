// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"
#include "store/connection.h"
#include "store/datafile.h"
#include "store/schema.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using core::ChatDraft;
using core::ErrorCode;
using storetest::Bench;
using storetest::wait;

namespace {
const QString room = QStringLiteral("general_chat");

QByteArray bodyOf(const QString &text)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("message"), text}}).toJson(QJsonDocument::Compact);
}

ChatDraft draftOf(const Bench &bench, const QString &id, const QString &text)
{
    return {{id, room, bench.clock.now(), QStringLiteral("u-1"), bodyOf(text), {}},
            {core::ChatStore::everybody()},
            {},
            std::nullopt};
}

QStringList idsOf(const core::ChatPage &page)
{
    QStringList ids;
    for (const core::ChatLine &line : page.lines)
        ids << line.id;
    return ids;
}

QStringList found(Bench &bench, const QString &text)
{
    const auto page = wait(bench.store->chat().search({text, {core::ChatStore::everybody()}}));
    return page ? idsOf(*page) : QStringList{page.error().message};
}

/// A data directory as the Belfry before chat was searched left it, with `count` messages.
void makeEarlier(const Bench &bench, int count)
{
    QDir().mkpath(bench.options.directory);
    store::Schema earlier = store::mainSchema();
    earlier.steps.resize(5);
    const store::DataFile file(bench.path(earlier.file), earlier);
    QVERIFY(file.stageEmpty());
    QVERIFY(file.place());
    const auto opened = store::Connection::open(file.path(), store::Connection::Use::Durable);
    QVERIFY(opened);
    store::Connection &connection = **opened;
    QVERIFY(connection.run(QStringLiteral("BEGIN")));
    store::Statement(connection,
                     QStringLiteral("INSERT INTO chat_room(name, made_by, made_at) VALUES (?, 'u-1', 5)"))
        .run(QStringLiteral("project"));
    for (int i = 0; i < count; ++i) {
        store::Statement(connection,
                         QStringLiteral("INSERT INTO chat_line(id, room, at, author, body) VALUES (?, ?, "
                                        "?, 'u-1', ?)"))
            .run(QStringLiteral("old-%1").arg(i), room, i, bodyOf(QStringLiteral("old word%1 here").arg(i)));
    }
    QVERIFY(connection.run(QStringLiteral("COMMIT")));
}
} // namespace

/// How chat is kept: pages, the index, and what an earlier Belfry left.
class ChatStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnEarlierBelfryKeptIsIndexedMeanwhile()
    {
        constexpr int count = 1700; // some pieces
        Bench bench;
        makeEarlier(bench, count);
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        core::ChatStore &chat = bench.store->chat();
        // At once, while the old ones wait: what is new is found, what is changed is not counted twice.
        QVERIFY(wait(chat.append(draftOf(bench, QStringLiteral("new"), QStringLiteral("fresh word3")))));
        core::ChatChange change;
        change.line = {
            QStringLiteral("old-3"), room, {}, {}, bodyOf(QStringLiteral("old renamed3 here")), {}};
        change.circles = {core::ChatStore::everybody()};
        change.base = bodyOf(QStringLiteral("old word3 here"));
        change.by = QStringLiteral("u-1");
        QVERIFY(wait(chat.change(change)));
        QTRY_COMPARE(found(bench, QStringLiteral("word0")), QStringList{QStringLiteral("old-0")});
        QCOMPARE(found(bench, QStringLiteral("word1699")), QStringList{QStringLiteral("old-1699")});
        QCOMPARE(found(bench, QStringLiteral("renamed3")), QStringList{QStringLiteral("old-3")});
        const QStringList three = found(bench, QStringLiteral("word3"));
        QCOMPARE(three.first(), QStringLiteral("new"));
        QVERIFY(!three.contains(QStringLiteral("old-3")));
        const auto rooms = wait(chat.rooms());
        QCOMPARE(rooms->first().name, QStringLiteral("project"));
        QVERIFY(rooms->first().body.isEmpty());
        // And again, after it is indexed.
        change.base = change.line.body;
        change.line.body = bodyOf(QStringLiteral("old again3 here"));
        QVERIFY(wait(chat.change(change)));
        QVERIFY(found(bench, QStringLiteral("renamed3")).isEmpty());
        QVERIFY(!bench.open());
        QCOMPARE(found(bench, QStringLiteral("again3")), QStringList{QStringLiteral("old-3")});
    }

    void theIndexHoldsAfterManyChanges()
    {
        Bench bench;
        QVERIFY(!bench.open());
        core::ChatStore &chat = bench.store->chat();
        QByteArray body = bodyOf(QStringLiteral("state zero"));
        QVERIFY(wait(chat.append(draftOf(bench, QStringLiteral("m"), QStringLiteral("state zero")))));
        for (int i = 0; i < 50; ++i) {
            core::ChatChange change;
            change.line = {
                QStringLiteral("m"), room, {}, {}, bodyOf(QStringLiteral("state turn%1").arg(i)), {}};
            change.circles = {core::ChatStore::everybody()};
            change.base = body;
            QVERIFY(wait(chat.change(change)));
            body = change.line.body;
        }
        QCOMPARE(found(bench, QStringLiteral("state")), QStringList{QStringLiteral("m")});
        QCOMPARE(found(bench, QStringLiteral("turn49")), QStringList{QStringLiteral("m")});
        QVERIFY(found(bench, QStringLiteral("turn48")).isEmpty());
        QVERIFY(found(bench, QStringLiteral("zero")).isEmpty());
        bench.store.reset();
        const auto opened =
            store::Connection::open(bench.path(QStringLiteral("belfry.db")), store::Connection::Use::Durable);
        QVERIFY(
            (*opened)->run(QStringLiteral("INSERT INTO chat_text(chat_text) VALUES ('integrity-check')")));
    }

    void aChangeOfWhatIsNoLongerSoIsAConflict()
    {
        Bench bench;
        QVERIFY(!bench.open());
        core::ChatStore &chat = bench.store->chat();
        QVERIFY(wait(chat.append(draftOf(bench, QStringLiteral("m"), QStringLiteral("one")))));
        core::ChatChange change;
        change.line = {QStringLiteral("m"), room, {}, {}, bodyOf(QStringLiteral("two")), {}};
        change.base = bodyOf(QStringLiteral("zero"));
        QCOMPARE(wait(chat.change(change)).error().code, ErrorCode::Conflict);
        change.line.room = QStringLiteral("elsewhere");
        QCOMPARE(wait(chat.change(change)).error().code, ErrorCode::NotFound);
        QCOMPARE(found(bench, QStringLiteral("one")).size(), 1);
        QVERIFY(wait(chat.trace(QStringLiteral("m")))->isEmpty());
    }

    void clocksAreSetBack()
    {
        Bench bench;
        QVERIFY(!bench.open());
        core::ChatStore &chat = bench.store->chat();
        ChatDraft draft = draftOf(bench, QStringLiteral("a"), QStringLiteral("tick"));
        const QDateTime now = draft.line.at;
        QVERIFY(wait(chat.append(draft)));
        draft.line.id = QStringLiteral("b");
        draft.line.at = now.addSecs(-3600); // an hour back
        QVERIFY(wait(chat.append(draft)));
        draft.line.id = QStringLiteral("c");
        draft.line.at = now.addSecs(60);
        QVERIFY(wait(chat.append(draft)));
        core::ChatSearch search{QStringLiteral("tick"), {core::ChatStore::everybody()}};
        search.from = now.addSecs(-10);
        search.to = now.addSecs(10);
        QCOMPARE(idsOf(*wait(chat.search(search))), QStringList{QStringLiteral("a")});
        core::ChatPageQuery page;
        page.room = room;
        page.from = now.addSecs(-10);
        QCOMPARE(idsOf(*wait(chat.page(page))), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    }
};

QTEST_GUILESS_MAIN(ChatStoreTest)
#include "chattest.moc"
