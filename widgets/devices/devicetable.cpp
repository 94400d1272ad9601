// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicetable.h"

#include "devices/presencedelegate.h"
#include "devices/presencestrip.h"
#include "devices/typeicon.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "network/compose.h"

#include <algorithm>

namespace devices {

namespace {
// Above so many rows one word for all of them is less work than one for each.
constexpr size_t mostTold = 200;

bool areCountedAlike(const network::Entry &one, const network::Entry &other)
{
    return one.state == other.state && one.standing == other.standing &&
           network::statusOf(one) == network::statusOf(other);
}
} // namespace

bool isOf(Part part, const network::Entry &device)
{
    if (device.standing == network::Standing::Ignored)
        return part == Part::Ignored;
    switch (part) {
    case Part::All:
        return true;
    case Part::Up:
        return device.state == network::State::Up;
    case Part::Attention:
        return network::statusOf(device) == kit::Status::Medium;
    case Part::Down:
        return device.state == network::State::Down;
    case Part::Unreachable:
        return device.state == network::State::Unreachable;
    case Part::Away:
        return device.state == network::State::Away;
    case Part::Unknown:
        return device.state == network::State::Unknown;
    case Part::New:
        return device.standing == network::Standing::New;
    case Part::Ignored:
    case Part::Count:
        break;
    }
    return false;
}

DeviceTable::DeviceTable(client::Devices &devices, QObject *parent)
    : QAbstractTableModel(parent), m_devices(devices)
{
    connect(&m_devices, &client::Devices::reset, this, &DeviceTable::load);
    connect(&m_devices, &client::Devices::changed, this, &DeviceTable::hear);
    connect(&m_devices, &client::Devices::removed, this, &DeviceTable::drop);
    load();
}

void DeviceTable::load()
{
    const QMap<QString, network::Entry> &all = m_devices.all();
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(size_t(all.size()));
    m_places.clear();
    m_places.reserve(all.size());
    for (const network::Entry &device : all) {
        m_places.insert(device.id, int(m_rows.size()));
        m_rows.push_back({device, searchText(device)});
    }
    arrange();
    fill();
    endResetModel();
    count();
}

void DeviceTable::hear(const QStringList &ids)
{
    std::vector<int> rows;
    bool isOther = false;
    for (const QString &id : ids) {
        const network::Entry *device = m_devices.find(id);
        if (!device)
            continue;
        const auto known = m_places.constFind(id);
        if (known == m_places.constEnd()) {
            m_places.insert(id, int(m_rows.size()));
            m_order.push_back(int(m_rows.size()));
            m_shownAt.push_back(-1);
            m_rows.push_back({*device, searchText(*device)});
            isOther = true;
            if (passes(m_rows.back())) {
                ++m_waiting;
                m_isUnsettled = true;
            }
            continue;
        }
        Row &row = m_rows[size_t(*known)];
        isOther = isOther || !areCountedAlike(row.entry, *device);
        row = {*device, searchText(*device)};
        const int at = m_shownAt[size_t(*known)];
        m_isUnsettled = m_isUnsettled || (at >= 0) != passes(row);
        if (at >= 0)
            rows.push_back(at);
    }
    tell(rows);
    if (isOther)
        count();
    else if (m_isUnsettled)
        Q_EMIT countsChanged();
}

void DeviceTable::tell(const std::vector<int> &rows)
{
    if (rows.size() > mostTold) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    for (const int row : rows)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

/// What is gone cannot stay in the list until somebody settles it.
void DeviceTable::drop(const QStringList &) { load(); }

void DeviceTable::setFilter(DeviceFilter filter)
{
    m_filter = std::move(filter);
    show();
}

void DeviceTable::setPart(Part part)
{
    m_part = part;
    show();
}

void DeviceTable::setType(const std::optional<QString> &type)
{
    m_type = type;
    show();
}

void DeviceTable::setDepartments(const QHash<QString, QString> &names)
{
    m_setting.departments = names;
    settle();
}

void DeviceTable::setNow(const QDateTime &now) { m_setting.now = now; }

void DeviceTable::setPresences(const client::Presences &presences)
{
    m_presences = &presences;
    connect(&presences, &client::Presences::changed, this, [this](const QString &id) {
        const int row = rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, Presence), index(row, Presence));
    });
}

void DeviceTable::settle()
{
    arrange();
    beginResetModel();
    fill();
    endResetModel();
    count();
}

bool DeviceTable::passes(const Row &row) const
{
    // Who asks for what is ignored by name sees it, whatever part is chosen.
    if (!isOf(m_part, row.entry) && (m_part != Part::All || m_filter.isEmpty()))
        return false;
    if (m_type && row.entry.deviceType != *m_type)
        return false;
    return m_filter.passes({row.entry, row.text, m_setting.departments, m_setting.now});
}

void DeviceTable::show()
{
    beginResetModel();
    fill();
    endResetModel();
    Q_EMIT countsChanged();
}

void DeviceTable::fill()
{
    m_shown.clear();
    m_shownAt.assign(m_rows.size(), -1);
    for (const int place : m_order) {
        if (!passes(m_rows[size_t(place)]))
            continue;
        m_shownAt[size_t(place)] = int(m_shown.size());
        m_shown.push_back(place);
    }
    m_waiting = 0;
    m_isUnsettled = false;
}

void DeviceTable::count()
{
    m_counts.fill(0);
    for (const Row &row : m_rows) {
        for (size_t part = 0; part < m_counts.size(); ++part)
            m_counts[part] += isOf(Part(part), row.entry) ? 1 : 0;
    }
    Q_EMIT countsChanged();
}

QMap<QString, int> DeviceTable::types() const
{
    QMap<QString, int> types;
    for (const Row &row : m_rows) {
        if (row.entry.standing != network::Standing::Ignored)
            ++types[row.entry.deviceType];
    }
    return types;
}

const network::Entry &DeviceTable::at(int row) const { return m_rows[size_t(m_shown[size_t(row)])].entry; }

int DeviceTable::rowOf(const QString &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? -1 : m_shownAt[size_t(*place)];
}

int DeviceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DeviceTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant DeviceTable::icon(const network::Entry &device, int column) const
{
    if (column == State)
        return kit::glyphIcon(network::statusOf(device));
    if (column == Type)
        return typeIcon(device.deviceType);
    if (column == Approval && device.standing == network::Standing::New)
        return kit::glyphIcon(kit::Status::Low);
    return {};
}

/// The strip of a row, and what it says in words.
QVariant DeviceTable::presence(const network::Entry &device, int role) const
{
    if (!m_presences)
        return {};
    if (role == PresenceDelegate::CellsRole)
        return m_presences->of(device.id);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return PresenceStrip::summaryOf(m_presences->of(device.id));
    return {};
}

QVariant DeviceTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const network::Entry &device = at(index.row());
    if (index.column() == Presence)
        return presence(device, role);
    switch (role) {
    case Qt::DisplayRole:
        return columnText(device, index.column(), m_setting);
    case Qt::ToolTipRole:
        return columnTip(device, index.column(), m_setting);
    case Qt::DecorationRole:
        return icon(device, index.column());
    case Qt::FontRole:
        if (index.column() == Address || index.column() == Mac || index.column() == Network)
            return kit::fontOf(kit::TextRole::Mono);
        return {};
    case Qt::TextAlignmentRole:
        return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() != State)
            return {};
        return tr("%1, %2, %3, %4, %5")
            .arg(network::nameOf(device), columnText(device, State, m_setting),
                 columnText(device, Type, m_setting), columnText(device, Address, m_setting),
                 standingTitle(device.standing));
    default:
        return {};
    }
}

QVariant DeviceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Presence)
        return tr("The last 24 hours. Tall: up. Half: down or unreachable. Low: away. Flat: not watched. "
                  "Sorted as the state is.");
    return role == Qt::DisplayRole ? QVariant(columnTitle(section)) : QVariant();
}

} // namespace devices
