// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
class QAction;
class QBoxLayout;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QString;
class QTableView;
class QToolButton;

namespace kit {

/// What the pages with a long list of things have in common.
namespace listparts {

/// A row of tools over the list or below it.
QHBoxLayout *toolRow(QBoxLayout &column);
/// Rows of things of which one or many are chosen, sorted by their heads.
void dress(QTableView &table);
/// The heads of such a list; `columns` opens where one asks for a menu of them.
void dressHeads(QTableView &table, QMenu &columns);
/// A button that opens a menu.
QToolButton *menuButton(const QString &text, QMenu &menu);
/// A button for an action, among the tools of the list.
QToolButton *toolButton(QAction &action);
/// A button below the list: named as the action is, and as far as that may be done.
QPushButton *footButton(QAction &action);

} // namespace listparts
} // namespace kit
