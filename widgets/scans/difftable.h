// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace scans {

/// What two scans tell apart, one device a row: by letter, by colour, and in words.
class DiffTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Letter, Address, Name, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(const QList<network::ScanDifference> &differences);
    /// All of it for a mail or a ticket, a line each.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const network::ScanDifference &difference, int column);

    QList<network::ScanDifference> m_differences;
};

/// The letter of a difference in a box of its colour; it follows the theme.
[[nodiscard]] QIcon letterIcon(const QString &letter);

} // namespace scans
