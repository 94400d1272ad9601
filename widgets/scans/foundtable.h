// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"

#include <QAbstractTableModel>

namespace scans {

/// What one scan found: a row for each device, with its ports and services as they were.
class FoundTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Address, Name, Hardware, System, PortCount, Ports, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDevices(const QList<network::ScannedDevice> &devices);
    [[nodiscard]] const QList<network::ScannedDevice> &devices() const { return m_devices; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const network::ScannedDevice &device, int column);

    QList<network::ScannedDevice> m_devices;
};

} // namespace scans
