// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chat.h"

#include <algorithm>

namespace store {

namespace {
core::Result<QStringList> readRooms(Connection &connection)
{
    QStringList names;
    Statement rows(connection, QStringLiteral("SELECT name FROM chat_room ORDER BY name"));
    if (!rows.run())
        return readError(connection);
    while (rows.next())
        names << rows.text(0);
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return names;
}

core::Result<QList<core::ChatLine>> readNewest(Connection &connection, const QString &room, int count)
{
    QList<core::ChatLine> lines;
    Statement rows(connection, QStringLiteral("SELECT id, room, at, author, body FROM chat_line WHERE room = "
                                              "? ORDER BY number DESC LIMIT ?"));
    if (!rows.run(present(room), count))
        return readError(connection);
    while (rows.next()) {
        lines << core::ChatLine{rows.text(0), rows.text(1),
                                QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC), rows.text(3),
                                rows.blob(4)};
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    std::reverse(lines.begin(), lines.end());
    return lines;
}
} // namespace

QFuture<core::Result<QStringList>> Chat::rooms()
{
    return m_reader.ask<QStringList>(Reader::File::Main, readRooms);
}

QFuture<core::Result<void>> Chat::addRoom(const QString &name, const QString &by, const QDateTime &at)
{
    return change<void>(m_writer, [name, by, at](Connection &connection) -> core::Result<void> {
        Statement(connection, QStringLiteral("INSERT INTO chat_room(name, made_by, made_at) VALUES (?, ?, ?) "
                                             "ON CONFLICT(name) DO NOTHING"))
            .run(present(name), present(by), at.toMSecsSinceEpoch());
        return {};
    });
}

QFuture<core::Result<void>> Chat::append(const core::ChatLine &line)
{
    return change<void>(m_writer, [line](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO chat_line(id, room, at, author, body) VALUES (?, ?, "
                                 "?, ?, ?)"))
            .run(present(line.id), present(line.room), line.at.toMSecsSinceEpoch(), present(line.author),
                 line.body);
        return {};
    });
}

QFuture<core::Result<QList<core::ChatLine>>> Chat::newest(const QString &room, int count)
{
    return m_reader.ask<QList<core::ChatLine>>(Reader::File::Main, [room, count](Connection &connection) {
        return readNewest(connection, room, count);
    });
}

} // namespace store
