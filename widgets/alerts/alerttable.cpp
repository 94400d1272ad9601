// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerttable.h"

#include <algorithm>

namespace alerts {

namespace {
// Above so many rows one word for all of them is less work than one for each.
constexpr size_t mostTold = 200;

/// What a row is sorted by.
struct SortKey
{
    QString text;
    qint64 number = 0;
    int severity = 0;
    qint64 since = 0;
    int place = 0;
};

qint64 numberOf(const Alert &alert, AlertColumn column)
{
    switch (column) {
    case AlertColumn::Age:
        return -alert.raisedAt.toMSecsSinceEpoch();
    case AlertColumn::Times:
        return qint64(alert.children) * 1'000'000 + alert.occurrences;
    case AlertColumn::State:
        return qint64(alert.state) * 2 + (alert.silencedBy.isEmpty() ? 0 : 1);
    case AlertColumn::Number:
        return QStringView(alert.id).mid(alert.id.indexOf(u'-') + 1).toLongLong();
    default:
        return 0;
    }
}

bool isText(AlertColumn column)
{
    return column == AlertColumn::Title || column == AlertColumn::Device || column == AlertColumn::Assignee ||
           column == AlertColumn::Rule || column == AlertColumn::Type;
}

/// What is over is not bad any more: the latest comes first.
SortKey keyOf(const Alert &alert, int place, AlertColumn column, const AlertSetting &setting)
{
    const bool isOver = alert.state == AlertState::Resolved;
    SortKey key;
    key.place = place;
    key.severity = isOver ? 0 : alert.severity;
    key.since = (isOver ? alert.resolvedAt.value_or(alert.lastAt) : alert.raisedAt).toMSecsSinceEpoch();
    key.number = numberOf(alert, column);
    if (isText(column))
        key.text = columnText(alert, column, setting).toCaseFolded();
    return key;
}

bool isWorse(const SortKey &one, const SortKey &other)
{
    if (one.severity != other.severity)
        return one.severity > other.severity;
    return one.since != other.since ? one.since > other.since : one.place > other.place;
}

void sortBy(std::vector<SortKey> &keys, Qt::SortOrder order, bool isWorstFirst)
{
    std::sort(keys.begin(), keys.end(), [&](const SortKey &one, const SortKey &other) {
        if (isWorstFirst)
            return order == Qt::DescendingOrder ? isWorse(one, other) : isWorse(other, one);
        if (const int compared = one.text.compare(other.text); compared != 0)
            return (compared < 0) == (order == Qt::AscendingOrder);
        if (one.number != other.number)
            return (one.number < other.number) == (order == Qt::AscendingOrder);
        return isWorse(one, other);
    });
}
} // namespace

AlertTable::AlertTable(client::Alerts &alerts, client::Devices &devices, QObject *parent)
    : QAbstractTableModel(parent), m_alerts(alerts)
{
    m_setting.devices = &devices;
    m_setting.now = alerts.mirror().serverNow();
    connect(&m_alerts, &client::Alerts::reset, this, &AlertTable::load);
    connect(&m_alerts, &client::Alerts::changed, this, &AlertTable::hear);
    // Names of devices are a part of what is shown and looked for.
    connect(&devices, &client::Devices::reset, this, [this] {
        m_texts.assign(m_texts.size(), {});
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, alertColumns - 1));
    });
    load();
}

void AlertTable::load()
{
    beginResetModel();
    m_texts.assign(m_alerts.all().size(), {});
    arrange();
    fill();
    endResetModel();
    Q_EMIT countsChanged();
}

void AlertTable::hear(const QList<int> &places)
{
    std::vector<int> rows;
    const size_t known = m_shownAt.size();
    m_shownAt.resize(m_alerts.all().size(), -1);
    m_texts.resize(m_alerts.all().size());
    for (const int place : places) {
        m_texts[size_t(place)].clear();
        const int row = m_shownAt[size_t(place)];
        const bool isNew = size_t(place) >= known;
        const bool isWantedNow = isWanted(place);
        if (row >= 0 && !m_shown[size_t(row)].isChild)
            m_isUnsettled = m_isUnsettled || !isWantedNow;
        else if (isWantedNow)
            m_isUnsettled = true;
        else if (!alertAt(place).foldedInto.isEmpty() && m_opened.contains(alertAt(place).foldedInto))
            m_isUnsettled = true;
        m_waiting += isNew && isWantedNow ? 1 : 0;
        if (row >= 0)
            rows.push_back(row);
    }
    tell(rows);
    Q_EMIT countsChanged();
}

void AlertTable::tell(const std::vector<int> &rows)
{
    if (rows.size() > mostTold) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, alertColumns - 1));
        return;
    }
    for (const int row : rows)
        Q_EMIT dataChanged(index(row, 0), index(row, alertColumns - 1));
}

void AlertTable::setFilter(AlertFilter filter)
{
    m_filter = std::move(filter);
    show();
}

void AlertTable::setPart(AlertPart part)
{
    m_part = part;
    settle();
}

void AlertTable::setNow(const QDateTime &now) { m_setting.now = now; }

void AlertTable::settle()
{
    arrange();
    show();
}

void AlertTable::show()
{
    beginResetModel();
    fill();
    endResetModel();
    Q_EMIT countsChanged();
}

int AlertTable::countOf(AlertPart part) const
{
    const AlertCounts &counts = m_alerts.counts();
    switch (part) {
    case AlertPart::Open:
        return counts.open;
    case AlertPart::Acknowledged:
        return counts.acknowledged;
    case AlertPart::Silenced:
        return counts.silenced;
    case AlertPart::Mine:
        return m_alerts.mine();
    case AlertPart::All:
        return counts.open + counts.acknowledged + counts.silenced;
    case AlertPart::Resolved:
        break;
    }
    return m_alerts.past();
}

bool AlertTable::isOfPart(const Alert &alert) const
{
    if (alert.state == AlertState::Resolved)
        return m_part == AlertPart::Resolved;
    const bool isSilenced = !alert.silencedBy.isEmpty();
    switch (m_part) {
    case AlertPart::Open:
        return alert.state == AlertState::Open && !isSilenced;
    case AlertPart::Acknowledged:
        return alert.state == AlertState::Acknowledged && !isSilenced;
    case AlertPart::Silenced:
        return isSilenced;
    case AlertPart::Mine:
        return m_alerts.isMine(alert);
    case AlertPart::All:
        return true;
    case AlertPart::Resolved:
        break;
    }
    return false;
}

bool AlertTable::passes(int place) const
{
    if (m_filter.isEmpty())
        return true;
    const Alert &alert = alertAt(place);
    QByteArray &text = m_texts[size_t(place)];
    if (text.isNull())
        text = searchText(alert, m_setting);
    return m_filter.passes({alert, text, m_setting, m_alerts.isMine(alert)});
}

bool AlertTable::isWanted(int place) const
{
    const Alert &alert = alertAt(place);
    return m_alerts.isRoot(alert) && isOfPart(alert) && passes(place);
}

void AlertTable::arrange()
{
    std::vector<SortKey> keys;
    keys.reserve(m_alerts.all().size());
    m_children.clear();
    for (int place = 0; place < int(m_alerts.all().size()); ++place) {
        const Alert &alert = alertAt(place);
        if (!m_alerts.isRoot(alert))
            m_children[alert.foldedInto].push_back(place);
        else
            keys.push_back(keyOf(alert, place, m_column, m_setting));
    }
    const bool isWorstFirst = m_column == AlertColumn::Severity || m_column == AlertColumn::Tools;
    sortBy(keys, m_sorting, isWorstFirst);
    m_order.clear();
    m_order.reserve(keys.size());
    for (const SortKey &key : keys)
        m_order.push_back(key.place);
    for (std::vector<int> &children : m_children) {
        std::sort(children.begin(), children.end(), [this](int one, int other) {
            return isWorse(keyOf(alertAt(one), one, AlertColumn::Severity, m_setting),
                           keyOf(alertAt(other), other, AlertColumn::Severity, m_setting));
        });
    }
}

/// A parent stays when something below it is what somebody looks for.
void AlertTable::fill()
{
    m_shown.clear();
    m_shownAt.assign(m_alerts.all().size(), -1);
    const auto add = [this](int place, bool isChild) {
        m_shownAt[size_t(place)] = int(m_shown.size());
        m_shown.push_back({place, isChild});
    };
    for (const int place : m_order) {
        const Alert &alert = alertAt(place);
        if (!isOfPart(alert))
            continue;
        const bool isFound = passes(place);
        const auto children = m_children.constFind(alert.id);
        const bool isParent = children != m_children.constEnd();
        if (!isFound && !(isParent && std::any_of(children->begin(), children->end(),
                                                  [this](int child) { return passes(child); })))
            continue;
        add(place, false);
        if (!isParent || !m_opened.contains(alert.id))
            continue;
        for (const int child : *children) {
            if (isFound || passes(child))
                add(child, true);
        }
    }
    m_waiting = 0;
    m_isUnsettled = false;
}

const Alert &AlertTable::at(int row) const { return alertAt(m_shown[size_t(row)].place); }

int AlertTable::rowOf(const QString &id) const
{
    const int place = m_alerts.placeOf(id);
    return place < 0 || size_t(place) >= m_shownAt.size() ? -1 : m_shownAt[size_t(place)];
}

bool AlertTable::isParent(int row) const { return !isChild(row) && m_children.contains(at(row).id); }

bool AlertTable::isOpenedUp(int row) const { return isParent(row) && m_opened.contains(at(row).id); }

/// The rows below it come or go; all others stay what they are.
void AlertTable::openUp(int row, bool isOpen)
{
    if (!isParent(row) || isOpen == isOpenedUp(row))
        return;
    if (isOpen)
        m_opened.insert(at(row).id);
    else
        m_opened.remove(at(row).id);
    std::vector<int> children;
    if (isOpen) {
        const bool isFound = passes(m_shown[size_t(row)].place);
        for (const int child : m_children.value(at(row).id)) {
            if ((isFound || passes(child)) && m_shownAt[size_t(child)] < 0)
                children.push_back(child);
        }
    }
    int last = row;
    while (!isOpen && last + 1 < rowCount() && isChild(last + 1))
        ++last;
    if (isOpen && !children.empty()) {
        beginInsertRows({}, row + 1, row + int(children.size()));
        std::vector<Row> rows;
        for (const int child : children)
            rows.push_back({child, true});
        m_shown.insert(m_shown.begin() + row + 1, rows.begin(), rows.end());
    } else if (!isOpen && last > row) {
        beginRemoveRows({}, row + 1, last);
        for (int child = row + 1; child <= last; ++child)
            m_shownAt[size_t(m_shown[size_t(child)].place)] = -1;
        m_shown.erase(m_shown.begin() + row + 1, m_shown.begin() + last + 1);
    } else {
        return;
    }
    for (size_t at = size_t(row) + 1; at < m_shown.size(); ++at)
        m_shownAt[size_t(m_shown[at].place)] = int(at);
    if (isOpen)
        endInsertRows();
    else
        endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, alertColumns - 1));
}

int AlertTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int AlertTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : alertColumns; }

QVariant AlertTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Alert &alert = at(index.row());
    const auto column = AlertColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return columnText(alert, column, m_setting);
    case Qt::ToolTipRole:
        return columnTip(alert, column, m_setting);
    case Qt::TextAlignmentRole:
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        if (column != AlertColumn::Severity)
            return {};
        const QString line = spokenLine(alert, m_setting);
        if (isChild(index.row()))
            return tr("Part of the one above: %1").arg(line);
        return isParent(index.row())
                   ? (isOpenedUp(index.row()) ? tr("%1, opened up") : tr("%1, folded")).arg(line)
                   : line;
    }
    default:
        return {};
    }
}

QVariant AlertTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = AlertColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == AlertColumn::Times)
        return tr("×: how often it was said. +: how many alerts are a part of it.");
    return role == Qt::DisplayRole ? QVariant(columnTitle(column)) : QVariant();
}

void AlertTable::sort(int column, Qt::SortOrder order)
{
    m_column = AlertColumn(column);
    m_sorting = order;
    settle();
}

} // namespace alerts
