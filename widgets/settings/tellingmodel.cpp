// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/tellingmodel.h"

namespace settings {

using client::Matter;
using client::Way;

TellingModel::TellingModel(client::Manners &manners, QObject *parent)
    : QAbstractTableModel(parent), m_manners(manners)
{
    connect(&manners, &client::Manners::changed, this,
            [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1)); });
}

int TellingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : client::matterCount;
}

int TellingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : client::wayCount;
}

QVariant TellingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Matter matter = Matter(index.row());
    const Way way = Way(index.column());
    if (!client::Telling::isPossible(matter, way))
        return role == Qt::AccessibleTextRole ? QVariant(tr("not possible")) : QVariant();
    const bool isTold = m_manners.telling().tells(matter, way);
    switch (role) {
    case Qt::CheckStateRole:
        return int(isTold ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "a kind of happening, a way, on or off")
            .arg(client::titleOf(matter), client::titleOf(way), isTold ? tr("on") : tr("off"));
    default:
        return {};
    }
}

QVariant TellingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return orientation == Qt::Horizontal ? client::titleOf(Way(section)) : client::titleOf(Matter(section));
}

Qt::ItemFlags TellingModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags any = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return client::Telling::isPossible(Matter(index.row()), Way(index.column()))
               ? any | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable
               : any;
}

bool TellingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    client::Telling telling = m_manners.telling();
    telling.set(Matter(index.row()), Way(index.column()), value.toInt() == Qt::Checked);
    m_manners.setTelling(telling);
    return true;
}

} // namespace settings
