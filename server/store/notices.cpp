// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notices.h"

namespace store {

namespace {
/// What is for an account: its own, and what everybody got since it was made.
QString theirs() { return QStringLiteral("(n.account = ? OR (n.account = '' AND n.at >= ?))"); }

QString isReadBy()
{
    return QStringLiteral("EXISTS (SELECT 1 FROM notice_read r WHERE r.account = ? AND r.notice = n.number)");
}

qint64 timeOf(const QDateTime &since) { return since.isValid() ? since.toMSecsSinceEpoch() : 0; }

int countUnread(Connection &connection, const QString &account, const QDateTime &since)
{
    Statement rows(connection, QString(QStringLiteral("SELECT count(*) FROM notice n WHERE ") + theirs() +
                                       QStringLiteral(" AND NOT ") + isReadBy()));
    return rows.run(account, timeOf(since), account) && rows.next() ? int(rows.integer(0)) : 0;
}

core::Result<core::NoticePage> readPage(Connection &connection, const QString &account,
                                        const QDateTime &since, int limit, int offset)
{
    core::NoticePage page;
    {
        Statement rows(connection, QString(QStringLiteral("SELECT n.id, n.account, n.at, n.body, ") +
                                           isReadBy() + QStringLiteral(" FROM notice n WHERE ") + theirs() +
                                           QStringLiteral(" ORDER BY n.number DESC LIMIT ? OFFSET ?")));
        if (!rows.run(account, account, timeOf(since), limit, offset))
            return readError(connection);
        while (rows.next()) {
            page.notices << core::Notice{rows.text(0), rows.text(1),
                                         QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC),
                                         rows.blob(3), rows.integer(4) != 0};
        }
    }
    {
        Statement rows(connection,
                       QString(QStringLiteral("SELECT count(*) FROM notice n WHERE ") + theirs()));
        if (rows.run(account, timeOf(since)) && rows.next())
            page.count = int(rows.integer(0));
    }
    page.unread = countUnread(connection, account, since);
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return page;
}

core::Result<int> mark(Connection &connection, const QString &account, const QDateTime &since,
                       const QString &id)
{
    const QString all = QString(QStringLiteral("INSERT OR IGNORE INTO notice_read(account, notice) SELECT ?, "
                                               "n.number FROM notice n WHERE ") +
                                theirs());
    if (id.isEmpty()) {
        Statement(connection, all).run(account, account, timeOf(since));
        return countUnread(connection, account, since);
    }
    {
        Statement find(connection, QString(QStringLiteral("SELECT 1 FROM notice n WHERE ") + theirs() +
                                           QStringLiteral(" AND n.id = ?")));
        if (!find.run(account, timeOf(since), id) || !find.next()) {
            return core::Error{
                core::ErrorCode::NotFound,
                QCoreApplication::translate("store", "You have no notification %1.").arg(id.left(64))};
        }
    }
    Statement(connection, QString(all + QStringLiteral(" AND n.id = ?")))
        .run(account, account, timeOf(since), id);
    return countUnread(connection, account, since);
}
void writeNotice(Connection &connection, const core::Notice &notice)
{
    Statement(connection,
              QStringLiteral("INSERT OR IGNORE INTO notice(id, account, at, body) VALUES (?, ?, ?, ?)"))
        .run(present(notice.id), present(notice.account), notice.at.toMSecsSinceEpoch(), notice.body);
    // Nobody's notifications fill the disk.
    const QString old = QStringLiteral("SELECT number FROM notice WHERE account = ? AND number <= (SELECT "
                                       "number FROM notice WHERE account = ? ORDER BY number DESC LIMIT 1 "
                                       "OFFSET ?)");
    Statement(connection,
              QString(QStringLiteral("DELETE FROM notice_read WHERE notice IN (") + old + QLatin1Char(')')))
        .run(present(notice.account), present(notice.account), core::NoticeStore::mostOfOne);
    Statement(connection,
              QString(QStringLiteral("DELETE FROM notice WHERE number IN (") + old + QLatin1Char(')')))
        .run(present(notice.account), present(notice.account), core::NoticeStore::mostOfOne);
}
} // namespace

QFuture<core::Result<void>> Notices::add(const core::Notice &notice)
{
    return change<void>(m_writer, [notice](Connection &connection) -> core::Result<void> {
        writeNotice(connection, notice);
        return {};
    });
}

QFuture<core::Result<core::NoticePage>> Notices::page(const QString &account, const QDateTime &since,
                                                      int limit, int offset)
{
    return m_reader.ask<core::NoticePage>(
        Reader::File::Main, [account, since, limit, offset](Connection &connection) {
            return readPage(connection, present(account), since, limit, offset);
        });
}

QFuture<core::Result<int>> Notices::markRead(const QString &account, const QDateTime &since,
                                             const QString &id)
{
    return change<int>(m_writer, [account, since, id](Connection &connection) {
        return mark(connection, present(account), since, id);
    });
}

} // namespace store
