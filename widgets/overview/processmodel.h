// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

#include <QAbstractTableModel>

namespace overview {

/// The busiest programs, one row each; a row keeps its program while others come and go.
class ProcessModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, User, Pid, Cpu, Memory, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes the newest list. While held, rows stay where they are and new ones are put at the end.
    void setProcesses(const QList<metrics::Process> &processes);
    /// Rows must not move under the pointer.
    void setHeld(bool held) { m_isHeld = held; }
    [[nodiscard]] const metrics::Process &at(int row) const { return m_processes[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeGone(const QList<metrics::Process> &processes);
    void sortAs(const QList<metrics::Process> &processes);
    [[nodiscard]] QString text(const metrics::Process &process, int column) const;

    QList<metrics::Process> m_processes;
    bool m_isHeld = false;
};

} // namespace overview
