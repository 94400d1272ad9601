// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chatlines.h"

#include "store/request.h"

#include <algorithm>

namespace store {

namespace {
QDateTime timeOf(qint64 milliseconds) { return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC); }

/// One side of a place in a room, the nearest first.
core::Result<QList<PlacedLine>> readSide(Connection &connection, const core::ChatPageQuery &query,
                                         qint64 place, bool isNewer, int count)
{
    QString sql = QStringLiteral(
                      "SELECT number, id, room, at, author, body FROM chat_line WHERE room = ? AND number ") +
                  (isNewer ? QStringLiteral("> ?") : QStringLiteral("< ?"));
    QVariantList values{present(query.room), place};
    if (query.from.isValid()) {
        sql += QStringLiteral(" AND at >= ?");
        values << query.from.toMSecsSinceEpoch();
    }
    if (query.to.isValid()) {
        sql += QStringLiteral(" AND number < ? AND at <= ?");
        values << lineAfter(connection, query.to) << query.to.toMSecsSinceEpoch();
    }
    sql += isNewer ? QStringLiteral(" ORDER BY number LIMIT ?")
                   : QStringLiteral(" ORDER BY number DESC LIMIT ?");
    values << count;
    return readLines(connection, sql, values);
}

/// Of what was read: at most `count`; whether there was more.
bool cut(QList<PlacedLine> &lines, int count)
{
    if (lines.size() <= count)
        return false;
    lines.resize(count);
    return true;
}

int countOf(Connection &connection, const QString &sql, const QVariantList &values)
{
    Statement rows(connection, sql);
    return rows.runAll(values) && rows.next() ? int(rows.integer(0)) : 0;
}
} // namespace

core::Error noLine()
{
    return {core::ErrorCode::NotFound,
            QCoreApplication::translate("store", "There is no such message. Perhaps it is in another room.")};
}

qint64 lineBefore(Connection &connection, const QDateTime &time)
{
    Statement rows(connection,
                   QStringLiteral("SELECT number FROM chat_line WHERE at < ? ORDER BY at DESC LIMIT 1"));
    return rows.run(time.addDays(-1).toMSecsSinceEpoch()) && rows.next() ? rows.integer(0) : 0;
}

qint64 lineAfter(Connection &connection, const QDateTime &time)
{
    Statement rows(connection,
                   QStringLiteral("SELECT number FROM chat_line WHERE at > ? ORDER BY at LIMIT 1"));
    return rows.run(time.addDays(1).toMSecsSinceEpoch()) && rows.next() ? rows.integer(0)
                                                                        : std::numeric_limits<qint64>::max();
}

core::Result<QList<core::ChatReaction>> readReactions(Connection &connection, qint64 line)
{
    QList<core::ChatReaction> reactions;
    Statement rows(connection, QStringLiteral("SELECT sign, account FROM chat_reaction WHERE line = ? ORDER "
                                              "BY number"));
    if (!rows.run(line))
        return readError(connection);
    while (rows.next()) {
        const QString sign = rows.text(0);
        auto place = std::find_if(reactions.begin(), reactions.end(),
                                  [&sign](const core::ChatReaction &known) { return known.sign == sign; });
        if (place == reactions.end())
            place = reactions.insert(reactions.end(), {sign, 0, {}});
        ++place->count;
        if (place->accounts.size() < core::ChatStore::mostNamed)
            place->accounts << rows.text(1);
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return reactions;
}

core::Result<QList<PlacedLine>> readLines(Connection &connection, const QString &sql,
                                          const QVariantList &values)
{
    QList<PlacedLine> lines;
    {
        Statement rows(connection, sql);
        if (!rows.runAll(values))
            return readError(connection);
        while (rows.next()) {
            lines << PlacedLine{
                rows.integer(0),
                {rows.text(1), rows.text(2), timeOf(rows.integer(3)), rows.text(4), rows.blob(5)}};
        }
    }
    for (PlacedLine &placed : lines) {
        auto reactions = readReactions(connection, placed.number);
        if (!reactions)
            return reactions.error();
        placed.line.reactions = std::move(reactions).value();
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return lines;
}

core::Result<PlacedLine> readLine(Connection &connection, const QString &id)
{
    auto lines = readLines(
        connection, QStringLiteral("SELECT number, id, room, at, author, body FROM chat_line WHERE id = ?"),
        {present(id)});
    if (!lines)
        return lines.error();
    return lines->isEmpty() ? PlacedLine() : lines->first();
}

core::Result<core::ChatPage> readPage(Connection &connection, const core::ChatPageQuery &query)
{
    const QString id = !query.before.isEmpty()  ? query.before
                       : !query.after.isEmpty() ? query.after
                                                : query.around;
    qint64 place = std::numeric_limits<qint64>::max();
    if (!id.isEmpty()) {
        const auto known = readLine(connection, id);
        if (!known)
            return known.error();
        if (known->number == 0 || known->line.room != query.room)
            return noLine();
        place = known->number;
    } else if (query.from.isValid()) {
        place = lineBefore(connection, query.from);
    }
    const bool isAround = !query.around.isEmpty();
    const bool isFromTime = id.isEmpty() && query.from.isValid();
    const bool isNewerOnly = !query.after.isEmpty() || isFromTime;
    const int olderCount = isNewerOnly ? 0 : isAround ? query.count / 2 : query.count;
    const int newerCount = isNewerOnly ? query.count : isAround ? query.count - olderCount : 0;
    // One more than is asked for tells whether there is more.
    auto older = isFromTime ? core::Result<QList<PlacedLine>>(QList<PlacedLine>())
                            : readSide(connection, query, place, false, olderCount + 1);
    auto newer = older ? readSide(connection, query, isAround ? place - 1 : place, true, newerCount + 1)
                       : core::Result<QList<PlacedLine>>(older.error());
    if (!newer)
        return newer.error();
    QList<PlacedLine> before = std::move(older).value();
    QList<PlacedLine> after = std::move(newer).value();
    core::ChatPage page;
    page.hasOlder = cut(before, olderCount);
    page.hasNewer = cut(after, newerCount);
    std::reverse(before.begin(), before.end());
    for (const PlacedLine &placed : before + after)
        page.lines << placed.line;
    return page;
}

core::Result<core::ChatMark> readMark(Connection &connection, const QString &account,
                                      const core::ChatMarkQuery &query)
{
    core::ChatMark mark;
    mark.room = query.room;
    qint64 place = -1;
    {
        Statement rows(
            connection,
            QStringLiteral("SELECT m.line, l.id FROM chat_mark m LEFT JOIN chat_line l ON l.number = "
                           "m.line WHERE m.account = ? AND m.room = ?"));
        if (rows.run(present(account), present(query.room)) && rows.next()) {
            place = rows.integer(0);
            mark.upTo = rows.text(1);
        }
    }
    {
        Statement rows(connection,
                       QStringLiteral("SELECT at FROM chat_line WHERE room = ? ORDER BY number DESC "
                                      "LIMIT 1"));
        if (rows.run(present(query.room)) && rows.next())
            mark.lastAt = timeOf(rows.integer(0));
    }
    mark.calls = countOf(connection,
                         QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM chat_call WHERE account = ? AND "
                                        "room = ? AND line > ? LIMIT ?)"),
                         {present(account), present(query.room), place, core::ChatStore::mostCounted});
    if (place >= 0 || query.isOwn) {
        const QVariantList values{present(query.room), place, present(account)};
        mark.unread =
            countOf(connection,
                    QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM chat_line WHERE room = ? AND "
                                   "number > ? AND author <> ? LIMIT ?)"),
                    values + QVariantList{core::ChatStore::mostCounted});
        Statement rows(connection,
                       QStringLiteral("SELECT id FROM chat_line WHERE room = ? AND number > ? AND "
                                      "author <> ? ORDER BY number LIMIT 1"));
        if (mark.unread > 0 && rows.runAll(values) && rows.next())
            mark.firstUnread = rows.text(0);
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return mark;
}

} // namespace store
