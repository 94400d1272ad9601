// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QAbstractTableModel>

class QTableView;

namespace devices {

/// One row: what its cells say, and what there is to know beyond it.
struct TextRow
{
    QStringList cells; ///< plain text, possibly of a foreign source
    QString tip;       ///< plain text; empty: the cell itself
    bool isFaint = false;
    int glyphAt = -1; ///< the cell that begins with the shape of a status; -1: none does
    kit::Status status = kit::Status::Info;

    friend bool operator==(const TextRow &, const TextRow &) = default;
};

/// Rows of words, as a device page has them many.
class TextTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    TextTable(QStringList titles, QObject *parent);

    void show(const QList<TextRow> &rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    QList<TextRow> m_rows;
};

/// A view of such rows; the last column takes what room there is. Rows can be copied.
[[nodiscard]] QTableView *viewOf(TextTable &table, const QString &name, const QList<int> &widths);

} // namespace devices
