// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/charttable.h"

#include "kit/decimate.h"
#include "kit/tokens.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace kit {

namespace {

/// A CSV field: quoted, and never read as a formula by a spreadsheet.
QString csvField(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t").contains(text.at(0)))
        text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

void ChartModel::show(const ChartPicture &picture)
{
    beginResetModel();
    m_picture = picture;
    m_times.clear();
    m_columns.clear();
    for (int place = 0; place < m_picture.series.size(); ++place) {
        const QList<ChartPoint> &points = m_picture.series.at(place).points;
        bool aggregated = false;
        for (qsizetype i = firstAtOrAfter(points, picture.from);
             i < points.size() && points.at(i).at <= picture.to; ++i) {
            m_times << points.at(i).at;
            aggregated = aggregated || points.at(i).count > 1;
        }
        if (aggregated)
            m_columns << ModelColumn{place, ModelColumn::Min} << ModelColumn{place, ModelColumn::Avg}
                      << ModelColumn{place, ModelColumn::Max};
        else
            m_columns << ModelColumn{place, ModelColumn::Value};
    }
    std::sort(m_times.begin(), m_times.end(), std::greater<>());
    m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
    endResetModel();
}

int ChartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_times.size());
}

int ChartModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 1;
}

const ChartPoint *ChartModel::pointOf(int row, int series) const
{
    const QList<ChartPoint> &points = m_picture.series.at(series).points;
    const qint64 at = m_times.at(row);
    const qsizetype i = firstAtOrAfter(points, at);
    return i < points.size() && points.at(i).at == at ? &points.at(i) : nullptr;
}

double ChartModel::valueOf(const ChartPoint &point, ModelColumn::Part part)
{
    if (part == ModelColumn::Min)
        return point.min;
    return part == ModelColumn::Max ? point.max : point.avg;
}

QString ChartModel::partTitle(ModelColumn::Part part)
{
    switch (part) {
    case ModelColumn::Min:
        return tr("min");
    case ModelColumn::Avg:
        return tr("avg");
    case ModelColumn::Max:
        return tr("max");
    case ModelColumn::Value:
        break;
    }
    return {};
}

QString ChartModel::columnTitle(const ModelColumn &column) const
{
    const ChartSeries &one = m_picture.series.at(column.series);
    return QString(one.name + QLatin1Char(' ') + partTitle(column.part)).trimmed();
}

QString ChartModel::csvTitle(const ModelColumn &column) const
{
    const ChartSeries &one = m_picture.series.at(column.series);
    const QString unit = one.unit.isEmpty() ? m_picture.unit : one.unit;
    return unit.isEmpty() ? columnTitle(column) : QStringLiteral("%1 (%2)").arg(columnTitle(column), unit);
}

QVariant ChartModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == 0)
        return QDateTime::fromMSecsSinceEpoch(m_times.at(index.row()))
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const ModelColumn &column = m_columns.at(index.column() - 1);
    const ChartPoint *point = pointOf(index.row(), column.series);
    const QString text = point ? m_picture.written(valueOf(*point, column.part)) : QString(QChar(0x2014));
    return role == Qt::DisplayRole ? text : QString(columnTitle(column) + QLatin1Char(' ') + text);
}

QVariant ChartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > m_columns.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Time");
    const ModelColumn &column = m_columns.at(section - 1);
    const bool alone = m_picture.series.size() == 1 && column.part != ModelColumn::Value;
    return alone ? partTitle(column.part) : columnTitle(column);
}

QString ChartModel::csv() const
{
    QStringList fields{csvField(tr("Time"))};
    for (const ModelColumn &column : m_columns)
        fields << csvField(csvTitle(column));
    QString text = fields.join(QLatin1Char(',')) + QLatin1String("\r\n");
    for (int row = 0; row < m_times.size(); ++row) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_times.at(row));
        fields = {at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODateWithMs)};
        for (const ModelColumn &column : m_columns) {
            const ChartPoint *point = pointOf(row, column.series);
            fields << (point ? QString::number(valueOf(*point, column.part), 'g', 12) : QString());
        }
        text += fields.join(QLatin1Char(',')) + QLatin1String("\r\n");
    }
    return text;
}

ChartTable::ChartTable(QWidget *parent) : QTableView(parent), m_model(new ChartModel(this))
{
    setModel(m_model);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(tokens::RowCompact);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(16); // the times are all of one width
}

/// Readings move a view on by little; whoever pans moves it by much, or back.
bool ChartTable::View::isFollowedBy(const View &next) const
{
    const qint64 step = next.from - from;
    return length == next.length && bucket == next.bucket && columns == next.columns && step >= 0 &&
           step <= length / 10;
}

void ChartTable::show(const ChartPicture &picture)
{
    View next{picture.from, picture.to - picture.from, picture.bucket, {picture.unit}};
    for (const ChartSeries &one : picture.series)
        next.columns << one.name << one.unit;
    const bool isSameView = m_view.isFollowedBy(next);
    const bool reading = verticalScrollBar()->value() > 0 || selectionModel()->hasSelection();
    m_view = next;
    if (!isSameView || !reading)
        m_model->show(picture);
    if (!isSameView)
        scrollToTop();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void ChartTable::copyCsv() const { QGuiApplication::clipboard()->setText(m_model->csv()); }

void ChartTable::showEvent(QShowEvent *event)
{
    m_view = {};
    QTableView::showEvent(event);
}

void ChartTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyCsv();
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier)
        return event->ignore(); // the chart's key, not a search for a row
    QTableView::keyPressEvent(event);
}

} // namespace kit
