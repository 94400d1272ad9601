// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/chatstore.h"
#include "store/connection.h"

namespace store {

// How lines of chat are read; on the thread of the connection.

/// A line and its place; 0: there is none.
struct PlacedLine
{
    qint64 number = 0;
    core::ChatLine line;
};

/// Errors: Unavailable; a line that is not there is no error.
core::Result<PlacedLine> readLine(Connection &connection, const QString &id);
core::Result<QList<core::ChatReaction>> readReactions(Connection &connection, qint64 line);
/// The rows of a `SELECT number, id, room, at, author, body`, with their reactions.
core::Result<QList<PlacedLine>> readLines(Connection &connection, const QString &sql,
                                          const QVariantList &values);
core::Result<core::ChatPage> readPage(Connection &connection, const core::ChatPageQuery &query);
core::Result<core::ChatMark> readMark(Connection &connection, const QString &account,
                                      const core::ChatMarkQuery &query);
/// Lines of this time and later are behind that one, also when the clock was set back by up to a day.
qint64 lineBefore(Connection &connection, const QDateTime &time);
/// Likewise: lines of this time and earlier are before that one.
qint64 lineAfter(Connection &connection, const QDateTime &time);
core::Error noLine();

} // namespace store
