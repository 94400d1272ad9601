// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace scans {

/// The scans that are over, one row each; a row keeps its scan while others come and go.
class RunTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Type, Target, Who, State, Devices, Ports, Duration, Outcome, ColumnCount };
    /// What a column is sorted by.
    static constexpr int SortRole = Qt::UserRole;
    /// The id of the row's scan.
    static constexpr int IdRole = Qt::UserRole + 1;

    explicit RunTable(client::Scans &scans, QObject *parent = nullptr);

    /// Takes what is over from the list of scans.
    void refresh();
    [[nodiscard]] const network::ScanRun &at(int row) const { return m_runs[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const network::ScanRun &run, int column) const;
    [[nodiscard]] QVariant sortValue(const network::ScanRun &run, int column) const;
    [[nodiscard]] QString tooltip(const network::ScanRun &run, int column) const;
    [[nodiscard]] QString spoken(const network::ScanRun &run) const;

    client::Scans &m_scans;
    QList<network::ScanRun> m_runs;
};

/// Those rows that hold every word that was typed, in whatever column.
class RunFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RunFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace scans
