// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/relatedtable.h"

#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QHeaderView>
#include <QTableView>

namespace alerts {

namespace {
constexpr std::array relatedColumns{AlertColumn::Title, AlertColumn::Age};
constexpr int relatedAge = 90;
constexpr int leastRelatedRows = 4;
} // namespace

RelatedTable::RelatedTable(QObject *parent) : QAbstractTableModel(parent) {}

void RelatedTable::show(const QList<Alert> &alerts, const AlertSetting &setting)
{
    beginResetModel();
    m_alerts = alerts;
    m_setting = setting;
    endResetModel();
}

int RelatedTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_alerts.size());
}

int RelatedTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(relatedColumns.size());
}

QVariant RelatedTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Alert &alert = m_alerts[index.row()];
    const AlertColumn column = relatedColumns[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return columnText(alert, column, m_setting);
    case Qt::ToolTipRole:
        return columnTip(alert, column, m_setting);
    case Qt::DecorationRole:
        if (column != AlertColumn::Title)
            return {};
        return kit::glyphIcon(alert.state == AlertState::Resolved ? kit::Status::Ok : statusOf(alert));
    case Qt::ForegroundRole:
        return column == AlertColumn::Title ? kit::theme().text : kit::theme().text2;
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? QVariant(spokenLine(alert, m_setting)) : QVariant();
    default:
        return {};
    }
}

QTableView *viewOf(RelatedTable &table, const QString &name)
{
    auto *view = new QTableView;
    view->setModel(&table);
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setIconSize({kit::tokens::GlyphSize, kit::tokens::GlyphSize});
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(kit::tokens::RowCompact);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->setMinimumHeight(leastRelatedRows * kit::tokens::RowCompact);
    view->horizontalHeader()->hide();
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->horizontalHeader()->resizeSection(1, relatedAge);
    return view;
}

} // namespace alerts
