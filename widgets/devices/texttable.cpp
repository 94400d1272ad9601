// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/texttable.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

namespace devices {

TextTable::TextTable(QStringList titles, QObject *parent)
    : QAbstractTableModel(parent), m_titles(std::move(titles))
{
}

void TextTable::show(const QList<TextRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int TextTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int TextTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant TextTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TextRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::ToolTipRole:
        return kit::format::tooltip(row.tip.isEmpty() ? row.cells.value(index.column()) : row.tip);
    case Qt::DecorationRole:
        return index.column() == row.glyphAt ? QVariant(kit::glyphIcon(row.status)) : QVariant();
    case Qt::ForegroundRole:
        return row.isFaint ? QVariant(kit::theme().text3) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? QVariant(row.cells.join(QStringLiteral(", "))) : QVariant();
    default:
        return {};
    }
}

QVariant TextTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_titles.value(section)) : QVariant();
}

QTableView *viewOf(TextTable &table, const QString &name, const QList<int> &widths)
{
    auto *view = new QTableView;
    view->setModel(&table);
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setIconSize({kit::tokens::GlyphSize, kit::tokens::GlyphSize});
    view->verticalHeader()->hide();
    view->verticalHeader()->setMinimumSectionSize(kit::tokens::RowCompact);
    view->verticalHeader()->setDefaultSectionSize(kit::tokens::RowCompact);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < widths.size(); ++column)
        view->horizontalHeader()->resizeSection(
            column, std::max(widths[column], view->horizontalHeader()->sectionSizeHint(column)));
    auto *copy = new QAction(TextTable::tr("Copy rows"), view);
    copy->setShortcut(QKeySequence(QKeySequence::Copy));
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    QObject::connect(copy, &QAction::triggered, view, [view] {
        QStringList lines;
        const QModelIndexList rows = view->selectionModel()->selectedRows();
        for (const QModelIndex &row : rows)
            lines << row.data(Qt::AccessibleTextRole).toString();
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    return view;
}

} // namespace devices
