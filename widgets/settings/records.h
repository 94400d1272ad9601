// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/format.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <functional>

namespace settings {

/// What one column of a table says of a record of type T.
template <class T>
struct Column
{
    using Text = std::function<QString(const T &)>;
    using Icon = std::function<QIcon(const T &)>;
    using Truth = std::function<bool(const T &)>;

    Column(QString columnTitle, Text columnText, Text columnTip = nullptr, Icon columnIcon = nullptr)
        : title(std::move(columnTitle)), text(std::move(columnText)), tip(std::move(columnTip)),
          icon(std::move(columnIcon))
    {
    }

    QString title;
    Text text;
    Text tip; ///< absent: the text, which may be cut off
    Icon icon;
    Truth isTicked;                                  ///< absent: the column has no boxes
    std::function<void(const T &, bool)> whenTicked; ///< somebody wants it so
};

/// Records of one kind as the rows of a table. Texts may be foreign; they are shown as they are.
template <class T>
class Records final : public QAbstractTableModel
{
public:
    /// The id is what a record is known by when the rows are read again.
    Records(QString T::*id, QList<Column<T>> columns, QObject *parent)
        : QAbstractTableModel(parent), m_id(id), m_columns(std::move(columns))
    {
    }

    void show(QList<T> records)
    {
        const bool isSame =
            std::equal(records.begin(), records.end(), m_records.begin(), m_records.end(),
                       [this](const T &one, const T &other) { return one.*m_id == other.*m_id; });
        if (!isSame)
            beginResetModel();
        m_records = std::move(records);
        if (!isSame)
            endResetModel();
        else
            refresh();
    }
    /// What the columns say has changed, though the records have not.
    void refresh()
    {
        if (!m_records.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_records.size()) - 1, int(m_columns.size()) - 1));
    }
    [[nodiscard]] const QList<T> &all() const { return m_records; }
    /// Null when there is no such row.
    [[nodiscard]] const T *at(int row) const
    {
        return row >= 0 && row < m_records.size() ? &m_records[row] : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_records.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const T &record = m_records[index.row()];
        const Column<T> &column = m_columns[index.column()];
        switch (role) {
        case Qt::DisplayRole:
            return column.text(record);
        case Qt::DecorationRole:
            return column.icon ? QVariant(column.icon(record)) : QVariant();
        case Qt::ToolTipRole:
            return kit::format::tooltip(column.tip ? column.tip(record) : column.text(record));
        case Qt::TextAlignmentRole:
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::AccessibleTextRole:
            return spoken(record, index.column());
        case Qt::CheckStateRole:
            return column.isTicked ? QVariant(column.isTicked(record) ? Qt::Checked : Qt::Unchecked)
                                   : QVariant();
        case Qt::UserRole:
            return record.*m_id;
        default:
            return {};
        }
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
        return index.isValid() && m_columns[index.column()].isTicked ? flags | Qt::ItemIsUserCheckable
                                                                     : flags;
    }
    /// The box shows what the server has, so it is asked for and not set.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override
    {
        if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
            !m_columns[index.column()].whenTicked)
            return false;
        m_columns[index.column()].whenTicked(m_records[index.row()], value.toInt() == Qt::Checked);
        return true;
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section >= m_columns.size())
            return {};
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? QVariant(m_columns[section].title) : QVariant();
    }

private:
    /// The first cell is read out as the whole row.
    [[nodiscard]] QString spoken(const T &record, int column) const
    {
        QStringList parts;
        for (const Column<T> &one : m_columns) {
            if (column == 0 || &one == &m_columns[column])
                parts << one.title + QStringLiteral(": ") + one.text(record);
        }
        return parts.join(QStringLiteral(", "));
    }

    QString T::*m_id;
    QList<Column<T>> m_columns;
    QList<T> m_records;
};

} // namespace settings
