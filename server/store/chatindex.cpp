// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chatindex.h"

#include "store/request.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace store {

namespace {
constexpr int linesPerPiece = 500; // some milliseconds; writes wait no longer than that

QString wordFor(char kind, const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1);
    return QLatin1Char(kind) + QString::fromLatin1(hash.toHex().left(16));
}

QString marksOf(const core::ChatLine &line, const QStringList &circles)
{
    QStringList words{wordFor('r', line.room), wordFor('a', line.author)};
    for (const QString &circle : circles)
        words << wordFor('c', circle);
    return words.join(QLatin1Char(' '));
}

QString textOf(const core::ChatLine &line)
{
    return QJsonDocument::fromJson(line.body).object().value(QLatin1String("message")).toString();
}

/// The last line that waits to be indexed.
qint64 waitingUpTo(Connection &connection)
{
    Statement rows(connection, QStringLiteral("SELECT up_to FROM chat_unindexed"));
    return rows.run() && rows.next() ? rows.integer(0) : 0;
}

/// A word as FTS5 reads it; empty: there is nothing in it that is indexed.
QString wordQuery(const QString &word)
{
    qsizetype end = word.size();
    while (end > 0 && !word.at(end - 1).isLetterOrNumber())
        --end;
    const QString known = word.left(end);
    if (!std::any_of(known.begin(), known.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return {};
    QString quoted = known;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    // What begins with one letter is nearly everything.
    const bool isOneLetter = end < 2 || !known.at(end - 2).isLetterOrNumber();
    return QStringLiteral("text:\"%1\"%2").arg(quoted, isOneLetter ? QString() : QStringLiteral("*"));
}

/// Empty: there is no word in it.
QString matchFor(const core::ChatSearch &search)
{
    QStringList parts;
    const QStringList words =
        search.text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    for (const QString &word : words)
        parts << wordQuery(word);
    parts.removeAll(QString());
    if (parts.isEmpty() || (search.circles.isEmpty() && search.rooms.isEmpty()))
        return {};
    QStringList rooms;
    for (const QString &circle : search.circles)
        rooms << wordFor('c', circle);
    for (const QString &room : search.rooms)
        rooms << wordFor('r', room);
    parts << QStringLiteral("marks:(%1)").arg(rooms.join(QStringLiteral(" OR ")));
    if (!search.author.isEmpty())
        parts << QStringLiteral("marks:%1").arg(wordFor('a', search.author));
    return parts.join(QStringLiteral(" AND "));
}
} // namespace

void indexLine(Connection &connection, const PlacedLine &placed, const QStringList &circles)
{
    Statement(connection, QStringLiteral("INSERT INTO chat_text(rowid, text, marks) VALUES (?, ?, ?)"))
        .run(placed.number, present(textOf(placed.line)), marksOf(placed.line, circles));
}

void unindexLine(Connection &connection, const PlacedLine &placed, const QStringList &circles)
{
    if (placed.number <= waitingUpTo(connection))
        return;
    // The index holds no text of its own: it must be told what it is to forget.
    Statement(
        connection,
        QStringLiteral("INSERT INTO chat_text(chat_text, rowid, text, marks) VALUES ('delete', ?, ?, ?)"))
        .run(placed.number, present(textOf(placed.line)), marksOf(placed.line, circles));
}

std::optional<bool> indexEarlier(Connection &connection)
{
    connection.clearFailure();
    const qint64 upTo = waitingUpTo(connection);
    if (upTo == 0)
        return false;
    if (!connection.run(QStringLiteral("BEGIN IMMEDIATE")))
        return std::nullopt;
    const auto lines =
        readLines(connection,
                  QStringLiteral("SELECT number, id, room, at, author, body FROM chat_line WHERE number <= ? "
                                 "ORDER BY number DESC LIMIT ?"),
                  {upTo, linesPerPiece});
    if (!lines)
        return std::nullopt;
    for (const PlacedLine &placed : *lines)
        indexLine(connection, placed, {core::ChatStore::everybody()}); // there were no other rooms then
    const qint64 left = lines->size() < linesPerPiece ? 0 : lines->last().number - 1;
    Statement(connection, QStringLiteral("UPDATE chat_unindexed SET up_to = ?")).run(left);
    if (connection.failure().code != SqlFailure::None || !connection.run(QStringLiteral("COMMIT")))
        return std::nullopt;
    return left > 0;
}

core::Result<core::ChatPage> searchLines(Connection &connection, const core::ChatSearch &search)
{
    const QString match = matchFor(search);
    if (match.isEmpty()) {
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("store",
                                                       "There is no word in what you look for. Give at "
                                                       "least one.")};
    }
    qint64 below = std::numeric_limits<qint64>::max();
    if (!search.before.isEmpty()) {
        const auto known = readLine(connection, search.before);
        if (!known)
            return known.error();
        if (known->number == 0)
            return noLine();
        below = known->number;
    }
    qint64 from = 0;
    QString sql =
        QStringLiteral("SELECT l.number, l.id, l.room, l.at, l.author, l.body FROM chat_text t CROSS JOIN "
                       "chat_line l ON l.number = t.rowid WHERE t.chat_text MATCH ? AND t.rowid < ? AND "
                       "t.rowid > ?");
    QVariantList times;
    if (search.to.isValid()) {
        below = std::min(below, lineAfter(connection, search.to));
        sql += QStringLiteral(" AND l.at <= ?");
        times << search.to.toMSecsSinceEpoch();
    }
    if (search.from.isValid()) {
        from = lineBefore(connection, search.from);
        sql += QStringLiteral(" AND l.at >= ?");
        times << search.from.toMSecsSinceEpoch();
    }
    sql += QStringLiteral(" ORDER BY t.rowid DESC LIMIT ?");
    auto lines =
        readLines(connection, sql, QVariantList{match, below, from} + times + QVariantList{search.count + 1});
    if (!lines)
        return lines.error();
    core::ChatPage page;
    for (const PlacedLine &placed : *lines) {
        if (page.lines.size() < search.count)
            page.lines << placed.line;
    }
    page.hasOlder = lines->size() > search.count;
    return page;
}

} // namespace store
