// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/notices.h"

#include <QAbstractListModel>

namespace notices {

/// The notices as rows: all of them, or those that are unread and those that were while they were looked at.
class NoticeList final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, MessageRole, MetaRole, ReadRole, StatusRole };

    explicit NoticeList(client::Notices &notices, QObject *parent = nullptr);

    void setUnreadOnly(bool unreadOnly);
    [[nodiscard]] bool isUnreadOnly() const { return m_isUnreadOnly; }
    /// Shows what there is now; what was read meanwhile goes from the unread.
    void refresh();
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QList<client::Notice> wanted() const;
    [[nodiscard]] QString metaOf(const client::Notice &notice) const;
    void follow();

    client::Notices &m_notices;
    QList<client::Notice> m_rows;
    bool m_isUnreadOnly = true;
};

} // namespace notices
