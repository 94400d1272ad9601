// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QAbstractTableModel>

#include <optional>

class QTableView;

namespace alerts {

/// One row of a short list: what its cells say, as plain text of bounded length.
struct PlainRow
{
    QString id;
    QStringList cells;
    QStringList tips = {}; ///< plain text; missing or empty: the cell itself
    std::optional<kit::Status> status = {};
    bool isFaint = false;
};

/// Rows of words, as silences and maintenance windows have them.
class PlainRows final : public QAbstractTableModel
{
    Q_OBJECT
public:
    PlainRows(QStringList titles, QObject *parent);

    void show(const QList<PlainRow> &rows);
    [[nodiscard]] const PlainRow &at(int row) const { return m_rows[row]; }
    /// -1: not there.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    QList<PlainRow> m_rows;
};

/// A view of such rows; the column `wide` takes what room there is.
[[nodiscard]] QTableView *viewOf(PlainRows &rows, const QString &name, const QList<int> &widths, int wide);

} // namespace alerts
