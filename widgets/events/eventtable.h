// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/eventtail.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace events {

/// The facts of the tail, one row each, the oldest first.
class EventTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Priority, Topic, Source, Size, Summary, ColumnCount };

    explicit EventTable(client::EventTail &tail, QObject *parent = nullptr);

    [[nodiscard]] const client::EventTail::Heard &at(int row) const { return m_tail.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const client::EventTail::Heard &heard, int column);
    [[nodiscard]] static QString tooltip(const client::EventTail::Heard &heard, int column);

    client::EventTail &m_tail;
};

/// Those rows that pass the filter of the tail.
class EventSieve final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    EventSieve(client::EventTail &tail, EventTable &table, QObject *parent = nullptr);

    [[nodiscard]] const client::EventTail::Heard &at(int row) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    client::EventTail &m_tail;
    EventTable &m_table;
};

} // namespace events
