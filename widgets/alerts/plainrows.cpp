// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/plainrows.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace alerts {

PlainRows::PlainRows(QStringList titles, QObject *parent)
    : QAbstractTableModel(parent), m_titles(std::move(titles))
{
}

void PlainRows::show(const QList<PlainRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PlainRows::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const PlainRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PlainRows::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int PlainRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant PlainRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlainRow &row = m_rows[index.row()];
    const QString cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell;
    case Qt::ToolTipRole: {
        const QString tip = row.tips.value(index.column());
        return kit::format::tooltip(tip.isEmpty() ? cell : tip);
    }
    case Qt::DecorationRole:
        return row.status && index.column() == 0 ? QVariant(kit::glyphIcon(*row.status)) : QVariant();
    case Qt::ForegroundRole:
        return row.isFaint ? kit::theme().text3 : kit::theme().text;
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? QVariant(row.cells.join(QStringLiteral(", "))) : QVariant();
    default:
        return {};
    }
}

QVariant PlainRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_titles.value(section)) : QVariant();
}

QTableView *viewOf(PlainRows &rows, const QString &name, const QList<int> &widths, int wide)
{
    auto *view = new QTableView;
    view->setModel(&rows);
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setAlternatingRowColors(true);
    view->setIconSize({kit::tokens::GlyphSize, kit::tokens::GlyphSize});
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(kit::tokens::Row);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    for (int column = 0; column < widths.size(); ++column)
        header->resizeSection(column, std::max(widths[column], header->sectionSizeHint(column)));
    header->setSectionResizeMode(wide, QHeaderView::Stretch);
    return view;
}

} // namespace alerts
