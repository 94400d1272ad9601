// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/board.h"

#include <QAbstractItemModel>

namespace network {

/// What is on the map as a tree: groups, and in them devices, with everything in words.
class DeviceTree final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Address, Kind, State, Links, ColumnCount };

    explicit DeviceTree(const Board &board, QObject *parent = nullptr);

    /// The board is another.
    void reload();
    void refresh(const QStringList &ids);
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;
    /// The device of a row; empty for a group.
    [[nodiscard]] QString idOf(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(int spot, int column) const;

    const Board &m_board;
    std::vector<std::vector<int>> m_rows; ///< by branch, those without a group last
    std::vector<std::pair<int, int>> m_places;
};

} // namespace network
