// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/storytable.h"

#include "alerts/alertfacts.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace alerts {

namespace {
constexpr int whenWidth = 104;
constexpr int whoWidth = 120;
} // namespace

StoryTable::StoryTable(QObject *parent) : QAbstractTableModel(parent) {}

void StoryTable::show(const QList<AlertEntry> &entries, const QDateTime &now)
{
    beginResetModel();
    m_entries = entries;
    std::reverse(m_entries.begin(), m_entries.end());
    m_now = now;
    endResetModel();
}

int StoryTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int StoryTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant StoryTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AlertEntry &entry = m_entries[index.row()];
    const qint64 at = entry.at.toMSecsSinceEpoch();
    const QString when = m_now.isValid() && m_now.toLocalTime().date() == entry.at.toLocalTime().date()
                             ? kit::format::clockTime(at)
                             : shortMoment(entry.at, m_now);
    const QString who = entry.by.isEmpty() ? QStringLiteral("Belfry") : network::plainLine(entry.by);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == When ? when : index.column() == Who ? who : deedLine(entry);
    case Qt::ToolTipRole:
        return kit::format::tooltip(index.column() == When ? kit::format::exactTime(at) : deedLine(entry));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case Qt::ForegroundRole:
        return entry.deed == Deed::Commented && index.column() == What ? kit::theme().text
                                                                       : kit::theme().text2;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "when, who, what").arg(when, who, deedLine(entry));
    default:
        return {};
    }
}

QVariant StoryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList titles{tr("When"), tr("Who"), tr("What")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

QTableView *viewOf(StoryTable &table)
{
    auto *view = new QTableView;
    view->setModel(&table);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setWordWrap(true);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(kit::tokens::RowCompact);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->resizeSection(StoryTable::When, whenWidth);
    view->horizontalHeader()->resizeSection(StoryTable::Who, whoWidth);
    view->horizontalHeader()->setSectionResizeMode(StoryTable::What, QHeaderView::Stretch);
    return view;
}

} // namespace alerts
