// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/clients.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace server {

/// The open connections, one row each; a row keeps its connection while others come and go.
class ClientTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, User, Role, Address, Contract, Subscriptions, Queue, Dropped, Since, ColumnCount };
    /// What a column is sorted by.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes the newest list, which is in the order of the ids; `now` is the server's time.
    void setClients(const QList<session::Client> &clients, const QDateTime &now);
    [[nodiscard]] const session::Client &at(int row) const { return m_clients[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const session::Client &client, int column) const;
    [[nodiscard]] QVariant sortValue(const session::Client &client, int column) const;
    [[nodiscard]] QString tooltip(const session::Client &client, int column) const;

    QList<session::Client> m_clients;
    QDateTime m_now;
};

/// Those rows that hold every word that was typed, in whatever column.
class ClientFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ClientFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace server
