// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/tellingmodel.h"

namespace settings {

using client::Matter;
using client::Way;

namespace {
Way wayOf(int column) { return Way(column - 1); }
} // namespace

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
    return parent.isValid() ? 0 : 1 + client::wayCount;
}

QVariant TellingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Matter matter = Matter(index.row());
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(client::titleOf(matter)) : QVariant();
    const Way way = wayOf(index.column());
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
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("What happens") : client::titleOf(wayOf(section));
}

Qt::ItemFlags TellingModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags any = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == 0)
        return any | Qt::ItemIsEnabled;
    return client::Telling::isPossible(Matter(index.row()), wayOf(index.column()))
               ? any | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable
               : any;
}

bool TellingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    client::Telling telling = m_manners.telling();
    telling.set(Matter(index.row()), wayOf(index.column()), value.toInt() == Qt::Checked);
    m_manners.setTelling(telling);
    return true;
}

} // namespace settings
