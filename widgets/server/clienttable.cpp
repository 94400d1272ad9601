// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clienttable.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "server/clientwords.h"

#include <algorithm>

namespace server {

namespace format = kit::format;

void ClientTable::setClients(const QList<session::Client> &clients, const QDateTime &now)
{
    m_now = now;
    const auto isBefore = [](const session::Client &client, qint64 id) { return client.id < id; };
    for (int row = int(m_clients.size()) - 1; row >= 0; --row) {
        const auto found = std::lower_bound(clients.begin(), clients.end(), m_clients[row].id, isBefore);
        if (found != clients.end() && found->id == m_clients[row].id)
            continue;
        beginRemoveRows({}, row, row);
        m_clients.removeAt(row);
        endRemoveRows();
    }
    for (const session::Client &client : clients) {
        const auto place = std::lower_bound(m_clients.begin(), m_clients.end(), client.id, isBefore);
        if (place != m_clients.end() && place->id == client.id) {
            *place = client;
            continue;
        }
        const int row = int(place - m_clients.begin());
        beginInsertRows({}, row, row);
        m_clients.insert(row, client);
        endInsertRows();
    }
    if (!m_clients.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_clients.size()) - 1, ColumnCount - 1));
}

int ClientTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_clients.size());
}

int ClientTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ClientTable::text(const session::Client &client, int column) const
{
    switch (column) {
    case Name:
        return words::name(client);
    case User:
        return words::user(client);
    case Role:
        return words::role(client);
    case Address:
        return words::address(client);
    case Contract:
        return words::contract(client);
    case Subscriptions:
        return words::subscriptions(client);
    case Queue:
        return format::count(client.queued);
    case Dropped:
        return format::count(client.dropped);
    default:
        return format::ago(client.openedAt.toMSecsSinceEpoch(), m_now.toMSecsSinceEpoch());
    }
}

QVariant ClientTable::sortValue(const session::Client &client, int column) const
{
    switch (column) {
    case Queue:
        return client.queued;
    case Dropped:
        return client.dropped;
    case Since:
        return client.openedAt;
    default:
        return text(client, column);
    }
}

QString ClientTable::tooltip(const session::Client &client, int column) const
{
    if (column == Since)
        return format::exactTime(client.openedAt.toMSecsSinceEpoch());
    if (column == Queue)
        return tr("%1 wait for this client").arg(format::memory(double(client.queuedBytes)));
    return format::tooltip(text(client, column));
}

QVariant ClientTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::Client &client = m_clients[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(client, index.column());
    case SortRole:
        return sortValue(client, index.column());
    case Qt::ToolTipRole:
        return tooltip(client, index.column());
    case Qt::DecorationRole:
        if (index.column() == Dropped && client.dropped > 0)
            return kit::glyphIcon(kit::Status::Medium);
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Queue || index.column() == Dropped)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() != Name)
            return {};
        return tr("%1, %2, hears %3, %4 waiting, %5 dropped")
            .arg(words::name(client), words::whose(client), words::subscriptions(client), text(client, Queue),
                 text(client, Dropped));
    default:
        return {};
    }
}

QVariant ClientTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == Queue || section == Dropped;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == Queue)
            return tr("Messages that wait for this client");
        if (section == Dropped)
            return tr("Messages this client was too slow for");
    }
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Client"),  tr("User"),     tr("Role"),
                             tr("Address"), tr("Contract"), tr("Subscriptions"),
                             tr("Queue"),   tr("Dropped"),  tr("Connected since")};
    return titles.value(section);
}

ClientFilter::ClientFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ClientTable::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void ClientFilter::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ClientFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString all;
    for (int column = 0; column < ClientTable::Since; ++column)
        all += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace server
