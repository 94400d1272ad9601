// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/plaintable.h"

#include "kit/tokens.h"

#include <QHeaderView>

namespace scans {

namespace {
constexpr int widestColumn = 240;
}

PlainTable::PlainTable(const QString &name, QAbstractItemModel &model, QWidget *parent) : QTableView(parent)
{
    setModel(&model);
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kit::tokens::Row);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(&model, &QAbstractItemModel::modelReset, this, &PlainTable::fitColumns);
}

void PlainTable::fitColumns()
{
    for (int column = 0; column + 1 < model()->columnCount(); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column) + kit::tokens::Space4, widestColumn));
    }
}

} // namespace scans
