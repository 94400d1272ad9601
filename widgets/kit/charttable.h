// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chartpicture.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace kit {

/// The points of a chart inside its range as rows, the newest first: the time, then value or min, avg, max
/// per series.
class ChartModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const ChartPicture &picture);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The whole table in RFC 4180 form: ISO times with offset, decimal points, one header line.
    [[nodiscard]] QString csv() const;

private:
    struct ModelColumn
    {
        int series = 0;
        enum Part { Value, Min, Avg, Max } part = Value;
    };
    [[nodiscard]] const ChartPoint *pointOf(int row, int series) const;
    [[nodiscard]] static double valueOf(const ChartPoint &point, ModelColumn::Part part);
    [[nodiscard]] QString columnTitle(const ModelColumn &column) const;
    [[nodiscard]] QString csvTitle(const ModelColumn &column) const;
    [[nodiscard]] static QString partTitle(ModelColumn::Part part);

    ChartPicture m_picture;
    QList<qint64> m_times;
    QList<ModelColumn> m_columns;
};

/// The table twin of a chart: what the plot shows, to read, select and copy as CSV (Ctrl+C).
class ChartTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ChartTable(QWidget *parent = nullptr);

    /// Takes newer data, unless the reader of this view has scrolled away or selected something. Another
    /// time, length, bucket, unit or set of lines is another view.
    void show(const ChartPicture &picture);
    void copyCsv() const;
    [[nodiscard]] const ChartModel &rows() const { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct View
    {
        qint64 from = 0;
        qint64 length = 0;
        qint64 bucket = 0;
        QStringList columns;
        [[nodiscard]] bool isFollowedBy(const View &next) const;
    };

    ChartModel *m_model;
    View m_view; ///< what was last offered, taken or not
};

} // namespace kit
