// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/devicetree.h"

#include "kit/format.h"
#include "kit/glyph.h"

namespace network {

DeviceTree::DeviceTree(const Board &board, QObject *parent) : QAbstractItemModel(parent), m_board(board)
{
    reload();
}

void DeviceTree::reload()
{
    beginResetModel();
    m_rows.assign(m_board.boxes.size() + 1, {});
    m_places.assign(m_board.spots.size(), {});
    for (int i = 0; i < int(m_board.spots.size()); ++i) {
        const int group = m_board.spots[size_t(i)].group;
        const int branch = group < 0 ? int(m_board.boxes.size()) : group;
        m_places[size_t(i)] = {branch, int(m_rows[size_t(branch)].size())};
        m_rows[size_t(branch)].push_back(i);
    }
    endResetModel();
}

void DeviceTree::refresh(const QStringList &ids)
{
    for (const QString &id : ids) {
        const QModelIndex at = indexOf(id);
        if (at.isValid())
            Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    }
}

QModelIndex DeviceTree::indexOf(const QString &id) const
{
    const int spot = m_board.find(id);
    if (spot < 0 || spot >= int(m_places.size()))
        return {};
    const auto [branch, row] = m_places[size_t(spot)];
    return createIndex(row, 0, quintptr(branch + 1));
}

QString DeviceTree::idOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return m_board.spots[size_t(m_rows[index.internalId() - 1][size_t(index.row())])].id;
}

// A branch has the id 0, a leaf that of its branch, counted from 1.
QModelIndex DeviceTree::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex DeviceTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int DeviceTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size()) - (m_rows.back().empty() ? 1 : 0);
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_rows[size_t(parent.row())].size()) : 0;
}

int DeviceTree::columnCount(const QModelIndex &) const { return ColumnCount; }

QString DeviceTree::textOf(int spot, int column) const
{
    const Spot &one = m_board.spots[size_t(spot)];
    switch (column) {
    case Name:
        return one.isStack() ? tr("%1: %2").arg(one.name, kit::format::count(one.count)) : one.name;
    case Address:
        return one.detail;
    case Kind:
        return one.typeTitle;
    case State:
        return one.isNew ? tr("%1, new").arg(one.stateWord) : one.stateWord;
    case Links:
        return kit::format::count(qint64(m_board.wiresOf(spot).size()));
    default:
        return {};
    }
}

QVariant DeviceTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0) {
        const bool isRest = index.row() >= int(m_board.boxes.size());
        if (index.column() != 0 || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return isRest ? tr("Without a group") : m_board.boxes[size_t(index.row())].title;
    }
    const int spot = m_rows[index.internalId() - 1][size_t(index.row())];
    if (role == Qt::DisplayRole)
        return textOf(spot, index.column());
    if (role == Qt::DecorationRole && index.column() == State)
        return kit::glyphIcon(m_board.spots[size_t(spot)].status);
    if (role == Qt::ToolTipRole)
        return kit::format::tooltip(textOf(spot, index.column()));
    if (role == Qt::AccessibleTextRole && index.column() == 0)
        return tr("%1, %2, %3, %4, %5 links")
            .arg(textOf(spot, Name), textOf(spot, Kind), textOf(spot, State), textOf(spot, Address),
                 textOf(spot, Links));
    return {};
}

QVariant DeviceTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Address:
        return tr("Address");
    case Kind:
        return tr("Type");
    case State:
        return tr("State");
    case Links:
        return tr("Links");
    default:
        return {};
    }
}

} // namespace network
