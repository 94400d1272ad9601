// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

#include <QAbstractTableModel>

class QTableView;

namespace alerts {

/// The story of an alert as rows, the newest first: when, who, and what.
class StoryTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, ColumnCount };

    explicit StoryTable(QObject *parent);

    void show(const QList<AlertEntry> &entries, const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<AlertEntry> m_entries;
    QDateTime m_now;
};

/// A view of it: what was said is shown whole.
[[nodiscard]] QTableView *viewOf(StoryTable &table);

} // namespace alerts
