// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QAbstractTableModel>

namespace scans {

/// The scans that are made again and again, one row each.
class ScheduleTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, What, When, Next, Last, ColumnCount };

    explicit ScheduleTable(client::Scans &scans, QObject *parent = nullptr);

    void setSchedules(const QList<network::Schedule> &schedules);
    /// Null when there is no such row.
    [[nodiscard]] const network::Schedule *at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const network::Schedule &schedule, int column) const;

    client::Scans &m_scans;
    QList<network::Schedule> m_schedules;
};

} // namespace scans
