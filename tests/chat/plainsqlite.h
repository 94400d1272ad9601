// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/chatstore.h"
#include "store/connection.h"

#include <QTemporaryDir>

namespace chattest {

/// SQLite by itself, with the pragmas of the store: messages in a table, their words in FTS5.
class PlainSqlite
{
public:
    PlainSqlite()
    {
        auto opened = store::Connection::open(m_folder.filePath(QStringLiteral("plain.db")),
                                              store::Connection::Use::Durable);
        if (!opened)
            return;
        m_connection = std::move(opened).value();
        m_isSound =
            run("CREATE TABLE line (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, room TEXT NOT NULL, "
                "at INTEGER NOT NULL, author TEXT NOT NULL, body BLOB NOT NULL)") &&
            run("CREATE INDEX line_room ON line(room, number)") &&
            run("CREATE VIRTUAL TABLE word USING fts5(text, content='', prefix='2 3')");
    }

    /// Durable when it comes back, all of them together.
    bool keep(const QList<core::ChatLine> &lines)
    {
        bool isGood = m_isSound && run("BEGIN");
        for (const core::ChatLine &line : lines) {
            store::Statement insert(*m_connection,
                                    QStringLiteral("INSERT INTO line(id, room, at, author, body) "
                                                   "VALUES (?, ?, ?, ?, ?)"));
            isGood =
                isGood && insert.run(line.id, line.room, line.at.toMSecsSinceEpoch(), line.author, line.body);
        }
        return isGood && run("COMMIT");
    }
    bool index(const QStringList &texts)
    {
        bool isGood = m_isSound && run("BEGIN");
        for (const QString &text : texts) {
            store::Statement insert(*m_connection, QStringLiteral("INSERT INTO word(text) VALUES (?)"));
            isGood = isGood && insert.run(text);
        }
        return isGood && run("COMMIT");
    }
    /// How many of the newest fifty it finds.
    int find(const QString &match)
    {
        int count = 0;
        store::Statement rows(*m_connection,
                              QStringLiteral("SELECT rowid FROM word WHERE word MATCH ? ORDER BY "
                                             "rowid DESC LIMIT 50"));
        if (rows.run(match)) {
            while (rows.next())
                ++count;
        }
        return count;
    }

private:
    bool run(const char *sql) { return m_connection->run(QString::fromLatin1(sql)); }

    QTemporaryDir m_folder;
    std::unique_ptr<store::Connection> m_connection;
    bool m_isSound = false;
};

} // namespace chattest
