// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/listparts.h"

#include "kit/tokens.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace kit::listparts {

QHBoxLayout *toolRow(QBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space2);
    column.addLayout(row);
    return row;
}

void dress(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setAlternatingRowColors(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(tokens::Row);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.setSortingEnabled(true);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
}

void dressHeads(QTableView &table, QMenu &columns)
{
    QHeaderView *header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(tokens::ControlMinWidth / 2);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, &columns,
                     [&columns, header](const QPoint &at) { columns.popup(header->mapToGlobal(at)); });
}

QToolButton *menuButton(const QString &text, QMenu &menu)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMenu(&menu);
    return button;
}

QToolButton *toolButton(QAction &action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(&action);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton *footButton(QAction &action)
{
    auto *button = new QPushButton(action.text());
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, button, [button, &action] {
        button->setText(action.text());
        button->setEnabled(action.isEnabled());
        button->setToolTip(action.toolTip());
    });
    return button;
}

} // namespace kit::listparts
