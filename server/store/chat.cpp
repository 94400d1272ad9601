// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chat.h"

#include "store/chatindex.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace store {

namespace {
using core::Result;
using File = Reader::File;

QByteArray bytes(const QByteArray &blob) { return blob.isNull() ? QByteArray("") : blob; }

Result<QList<core::ChatRoom>> readRooms(Connection &connection)
{
    QList<core::ChatRoom> rooms;
    Statement rows(connection,
                   QStringLiteral("SELECT name, made_by, made_at, body FROM chat_room ORDER BY name"));
    if (!rows.run())
        return readError(connection);
    while (rows.next()) {
        rooms << core::ChatRoom{rows.text(0), rows.text(1),
                                QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC), rows.blob(3)};
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return rooms;
}

void keepCalls(Connection &connection, const QStringList &accounts, const QString &room, qint64 line)
{
    for (const QString &account : accounts) {
        Statement(connection, QStringLiteral("INSERT INTO chat_call(account, room, line) VALUES (?, ?, ?) ON "
                                             "CONFLICT DO NOTHING"))
            .run(account, present(room), line);
    }
}

void keepDraft(Connection &connection, const core::ChatDraft &draft)
{
    const core::ChatLine &line = draft.line;
    Statement(connection,
              QStringLiteral("INSERT INTO chat_line(id, room, at, author, body) VALUES (?, ?, ?, ?, "
                             "?)"))
        .run(present(line.id), present(line.room), line.at.toMSecsSinceEpoch(), present(line.author),
             bytes(line.body));
    const PlacedLine placed{connection.ask(QStringLiteral("SELECT last_insert_rowid()")).toLongLong(), line};
    indexLine(connection, placed, draft.circles);
    keepCalls(connection, draft.called, line.room, placed.number);
    if (!draft.picture)
        return;
    Statement(connection,
              QStringLiteral("INSERT INTO chat_picture(id, line, picture, data) VALUES (?, ?, ?, ?)"))
        .run(present(draft.picture->id), placed.number, bytes(draft.picture->picture),
             bytes(draft.picture->data));
}

Result<void> changeLine(Connection &connection, const core::ChatChange &change)
{
    const auto known = readLine(connection, change.line.id);
    if (!known)
        return known.error();
    if (known->number == 0 || known->line.room != change.line.room)
        return noLine();
    if (known->line.body != change.base) {
        return core::Error{core::ErrorCode::Conflict,
                           QCoreApplication::translate("store",
                                                       "Somebody changed this message meanwhile. Look at "
                                                       "it again.")};
    }
    const QString before =
        QJsonDocument::fromJson(known->line.body).object().value(QLatin1String("message")).toString();
    Statement(connection,
              QStringLiteral("INSERT INTO chat_trace(line, at, actor, deed, text) VALUES (?, ?, ?, ?, ?)"))
        .run(known->number, change.at.toMSecsSinceEpoch(), present(change.by), change.deed, present(before));
    unindexLine(connection, *known, change.circles);
    Statement(connection, QStringLiteral("UPDATE chat_line SET body = ? WHERE number = ?"))
        .run(bytes(change.line.body), known->number);
    PlacedLine placed = *known;
    placed.line.body = change.line.body;
    // One that waits to be indexed is indexed as it will be then.
    if (known->number > connection.ask(QStringLiteral("SELECT up_to FROM chat_unindexed")).toLongLong())
        indexLine(connection, placed, change.circles);
    Statement(connection, QStringLiteral("DELETE FROM chat_call WHERE line = ?")).run(known->number);
    keepCalls(connection, change.called, change.line.room, known->number);
    if (change.dropsPicture)
        Statement(connection, QStringLiteral("DELETE FROM chat_picture WHERE line = ?")).run(known->number);
    return {};
}

Result<QList<core::ChatReaction>> giveSign(Connection &connection, const QString &id, const QString &sign,
                                           const QString &account, bool isOn, int mostSigns)
{
    const auto known = readLine(connection, id);
    if (!known)
        return known.error();
    if (known->number == 0)
        return noLine();
    const QList<core::ChatReaction> &signs = known->line.reactions;
    const bool isKnown = std::any_of(signs.begin(), signs.end(),
                                     [&sign](const core::ChatReaction &one) { return one.sign == sign; });
    if (isOn && !isKnown && signs.size() >= mostSigns) {
        return core::Error{core::ErrorCode::Limited,
                           QCoreApplication::translate("store",
                                                       "A message has at most %1 kinds of reactions. Use "
                                                       "one that is there.")
                               .arg(mostSigns)};
    }
    if (isOn) {
        Statement(connection,
                  QStringLiteral("INSERT INTO chat_reaction(line, sign, account) VALUES (?, ?, ?) ON "
                                 "CONFLICT DO NOTHING"))
            .run(known->number, sign, present(account));
    } else {
        Statement(connection,
                  QStringLiteral("DELETE FROM chat_reaction WHERE line = ? AND sign = ? AND account = ?"))
            .run(known->number, sign, present(account));
    }
    return readReactions(connection, known->number);
}

Result<std::pair<core::ChatLine, core::ChatPicture>> readPicture(Connection &connection, const QString &id)
{
    core::ChatPicture picture;
    QString line;
    {
        Statement rows(
            connection,
            QStringLiteral("SELECT p.picture, p.data, l.id FROM chat_picture p JOIN chat_line l ON "
                           "l.number = p.line WHERE p.id = ?"));
        if (!rows.run(present(id)))
            return readError(connection);
        if (rows.next()) {
            picture = {id, rows.blob(0), rows.blob(1)};
            line = rows.text(2);
        }
    }
    if (line.isEmpty()) {
        return core::Error{core::ErrorCode::NotFound,
                           QCoreApplication::translate("store",
                                                       "There is no such picture. Its message may have "
                                                       "been deleted.")};
    }
    const auto placed = readLine(connection, line);
    if (!placed)
        return placed.error();
    return std::pair(placed->line, picture);
}

Result<core::ChatMark> moveMark(Connection &connection, const QString &account, const QString &room,
                                const QString &upTo)
{
    qint64 number = 0;
    if (upTo.isEmpty()) {
        Statement rows(connection,
                       QStringLiteral("SELECT number FROM chat_line WHERE room = ? ORDER BY number "
                                      "DESC LIMIT 1"));
        if (rows.run(present(room)) && rows.next())
            number = rows.integer(0);
    } else {
        const auto known = readLine(connection, upTo);
        if (!known)
            return known.error();
        if (known->number == 0 || known->line.room != room)
            return noLine();
        number = known->number;
    }
    const QString clause = upTo.isEmpty() ? QStringLiteral("DO NOTHING")
                                          : QStringLiteral("DO UPDATE SET line = max(line, excluded.line)");
    Statement(connection, QStringLiteral("INSERT INTO chat_mark(account, room, line) VALUES (?, ?, ?) ON "
                                         "CONFLICT(account, room) ") +
                              clause)
        .run(present(account), present(room), number);
    return readMark(connection, account, {room, false});
}
} // namespace

QFuture<Result<QList<core::ChatRoom>>> Chat::rooms()
{
    return m_reader.ask<QList<core::ChatRoom>>(File::Main, readRooms);
}

QFuture<Result<void>> Chat::saveRoom(const core::ChatRoom &room)
{
    return store::change<void>(m_writer, [room](Connection &connection) -> Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO chat_room(name, made_by, made_at, body) VALUES (?, ?, ?, "
                                 "?) ON CONFLICT(name) DO UPDATE SET body = excluded.body"))
            .run(present(room.name), present(room.madeBy), room.madeAt.toMSecsSinceEpoch(), bytes(room.body));
        return {};
    });
}

QFuture<Result<void>> Chat::append(const core::ChatDraft &draft)
{
    return store::change<void>(m_writer, [draft](Connection &connection) -> Result<void> {
        keepDraft(connection, draft);
        return {};
    });
}

QFuture<Result<core::ChatLine>> Chat::line(const QString &id)
{
    return m_reader.ask<core::ChatLine>(File::Main, [id](Connection &connection) -> Result<core::ChatLine> {
        const auto known = readLine(connection, id);
        if (!known)
            return known.error();
        return known->number == 0 ? Result<core::ChatLine>(noLine()) : known->line;
    });
}

QFuture<Result<core::ChatPage>> Chat::page(const core::ChatPageQuery &query)
{
    return m_reader.ask<core::ChatPage>(
        File::Main, [query](Connection &connection) { return readPage(connection, query); });
}

QFuture<Result<core::ChatPage>> Chat::search(const core::ChatSearch &search)
{
    return m_reader.ask<core::ChatPage>(
        File::Main, [search](Connection &connection) { return searchLines(connection, search); });
}

QFuture<Result<void>> Chat::change(const core::ChatChange &change)
{
    return store::change<void>(m_writer,
                               [change](Connection &connection) { return changeLine(connection, change); });
}

QFuture<Result<QList<core::ChatTrace>>> Chat::trace(const QString &id)
{
    using Entries = QList<core::ChatTrace>;
    return m_reader.ask<Entries>(File::Main, [id](Connection &connection) -> Result<Entries> {
        Entries entries;
        Statement rows(connection,
                       QStringLiteral("SELECT t.deed, t.actor, t.at, t.text FROM chat_trace t JOIN "
                                      "chat_line l ON l.number = t.line WHERE l.id = ? ORDER BY "
                                      "t.number"));
        if (!rows.run(present(id)))
            return readError(connection);
        while (rows.next()) {
            entries << core::ChatTrace{int(rows.integer(0)), rows.text(1),
                                       QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC),
                                       rows.text(3)};
        }
        if (connection.failure().code != SqlFailure::None)
            return readError(connection);
        return entries;
    });
}

QFuture<Result<QList<core::ChatReaction>>> Chat::react(const QString &id, const QString &sign,
                                                       const QString &account, bool isOn, int mostSigns)
{
    return store::change<QList<core::ChatReaction>>(m_writer, [=](Connection &connection) {
        return giveSign(connection, id, sign, account, isOn, mostSigns);
    });
}

QFuture<Result<std::pair<core::ChatLine, core::ChatPicture>>> Chat::picture(const QString &id)
{
    return m_reader.ask<std::pair<core::ChatLine, core::ChatPicture>>(
        File::Main, [id](Connection &connection) { return readPicture(connection, id); });
}

QFuture<Result<QList<core::ChatMark>>> Chat::marks(const QString &account,
                                                   const QList<core::ChatMarkQuery> &rooms)
{
    using Marks = QList<core::ChatMark>;
    return m_reader.ask<Marks>(File::Main, [account, rooms](Connection &connection) -> Result<Marks> {
        Marks marks;
        for (const core::ChatMarkQuery &query : rooms) {
            const auto mark = readMark(connection, account, query);
            if (!mark)
                return mark.error();
            marks << *mark;
        }
        return marks;
    });
}

QFuture<Result<core::ChatMark>> Chat::mark(const QString &account, const QString &room, const QString &upTo)
{
    return store::change<core::ChatMark>(
        m_writer, [=](Connection &connection) { return moveMark(connection, account, room, upTo); });
}

QFuture<Result<void>> Chat::forgetMark(const QString &account, const QString &room)
{
    return store::change<void>(m_writer, [=](Connection &connection) -> Result<void> {
        Statement(connection, QStringLiteral("DELETE FROM chat_mark WHERE account = ? AND room = ?"))
            .run(present(account), present(room));
        return {};
    });
}

} // namespace store
