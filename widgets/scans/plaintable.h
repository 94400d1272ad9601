// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTableView>

namespace scans {

/// A table of whole rows without a grid; the column that is last, or said to, takes what is left.
class PlainTable final : public QTableView
{
    Q_OBJECT
public:
    PlainTable(const QString &name, QAbstractItemModel &model, QWidget *parent = nullptr);

    /// Makes every column as wide as what it holds, within bounds.
    void fitColumns();
};

} // namespace scans
