// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventtable.h"

#include "client/shellline.h"
#include "kit/format.h"
#include "kit/glyph.h"

#include <QLocale>

namespace events {

namespace {
namespace format = kit::format;
using Heard = client::EventTail::Heard;
// More does not fit into any window.
constexpr qsizetype longestSummary = 300;

QString wordOf(int priority) { return kit::statusWord(kit::statusOfSeverity(priority)); }

/// The payload in one line, without its braces.
QString summaryOf(const core::Event &event)
{
    const QString text = QString::fromUtf8(event.payload.text());
    return client::visibleJson(text.mid(1, std::min(text.size() - 2, longestSummary)));
}
} // namespace

EventTable::EventTable(client::EventTail &tail, QObject *parent) : QAbstractTableModel(parent), m_tail(tail)
{
    using client::EventTail;
    connect(&m_tail, &EventTail::aboutToAppend, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&m_tail, &EventTail::appended, this, [this] { endInsertRows(); });
    connect(&m_tail, &EventTail::aboutToDrop, this, [this](int last) { beginRemoveRows({}, 0, last); });
    connect(&m_tail, &EventTail::dropped, this, [this] { endRemoveRows(); });
}

int EventTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_tail.count(); }

int EventTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString EventTable::text(const Heard &heard, int column)
{
    switch (column) {
    case Time:
        return heard.event.at.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
    case Priority:
        return QString::number(heard.event.priority);
    case Topic:
        return heard.event.topic.name();
    case Source:
        return heard.event.source;
    case Size:
        return format::memory(double(heard.json.size()));
    default:
        return summaryOf(heard.event);
    }
}

QString EventTable::tooltip(const Heard &heard, int column)
{
    switch (column) {
    case Time:
        return format::exactTime(heard.event.at.toMSecsSinceEpoch());
    case Priority:
        return tr("Priority %1: %2").arg(heard.event.priority).arg(wordOf(heard.event.priority));
    case Size:
        return tr("As the console says it: %1 bytes").arg(format::count(heard.json.size()));
    default:
        return format::tooltip(text(heard, column));
    }
}

QVariant EventTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Heard &heard = m_tail.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(heard, index.column());
    case Qt::ToolTipRole:
        return tooltip(heard, index.column());
    case Qt::DecorationRole:
        if (index.column() == Priority)
            return kit::glyphIcon(kit::statusOfSeverity(heard.event.priority));
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Size)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() != Time)
            return {};
        return tr("%1 at %2, priority %3, %4, from %5")
            .arg(heard.event.topic.name(), text(heard, Time), text(heard, Priority),
                 wordOf(heard.event.priority), heard.event.source);
    default:
        return {};
    }
}

QVariant EventTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Priority)
        return tr("Priority from 1 to 10, and how severe that is");
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Time"), tr("Prio."), tr("Topic"), tr("Source"), tr("Size"), tr("Summary")};
    return titles.value(section);
}

EventSieve::EventSieve(client::EventTail &tail, EventTable &table, QObject *parent)
    : QSortFilterProxyModel(parent), m_tail(tail), m_table(table)
{
    setSourceModel(&table);
    connect(&m_tail, &client::EventTail::filterChanged, this, [this] { invalidateFilter(); });
}

const Heard &EventSieve::at(int row) const { return m_table.at(mapToSource(index(row, 0)).row()); }

bool EventSieve::filterAcceptsRow(int row, const QModelIndex &) const { return m_tail.passes(row); }

} // namespace events
