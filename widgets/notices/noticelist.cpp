// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/noticelist.h"

#include "kit/format.h"
#include "notices/noticewords.h"

namespace notices {

namespace format = kit::format;

NoticeList::NoticeList(client::Notices &notices, QObject *parent)
    : QAbstractListModel(parent), m_notices(notices)
{
    connect(&notices, &client::Notices::changed, this, &NoticeList::follow);
    refresh();
}

void NoticeList::setUnreadOnly(bool unreadOnly)
{
    m_isUnreadOnly = unreadOnly;
    refresh();
}

void NoticeList::refresh()
{
    beginResetModel();
    m_rows.clear();
    m_rows = wanted();
    endResetModel();
}

/// A row that was just read stays where it is, so that the next one does not slip under the pointer.
QList<client::Notice> NoticeList::wanted() const
{
    QList<client::Notice> rows;
    for (const client::Notice &notice : m_notices.all()) {
        if (!m_isUnreadOnly || !notice.isRead || rowOf(notice.id) >= 0)
            rows << notice;
    }
    return rows;
}

void NoticeList::follow()
{
    const QList<client::Notice> rows = wanted();
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                   [](const auto &one, const auto &other) { return one.id == other.id; });
    if (isSame) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int NoticeList::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const auto &notice) { return notice.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int NoticeList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString NoticeList::metaOf(const client::Notice &notice) const
{
    const QString when =
        format::ago(notice.at.toMSecsSinceEpoch(), m_notices.mirror().serverNow().toMSecsSinceEpoch());
    const QString what = notice.urgency ? tr("to everyone") : QString();
    QStringList parts{when, notice.from.simplified(), what};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QVariant NoticeList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const client::Notice &notice = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return notice.title.simplified();
    case MessageRole:
        return notice.message.simplified();
    case MetaRole:
        return metaOf(notice);
    case ReadRole:
        return notice.isRead;
    case StatusRole:
        return int(statusOf(notice));
    case IdRole:
        return notice.id;
    case Qt::ToolTipRole:
        return format::tooltip(
            QStringList{notice.title, notice.message, format::exactTime(notice.at.toMSecsSinceEpoch())}.join(
                QLatin1Char('\n')));
    case Qt::AccessibleTextRole:
        return QStringList{notice.isRead ? tr("read") : tr("unread"), kit::statusTitle(statusOf(notice)),
                           lineOf(notice), metaOf(notice)}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace notices
