// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chartcursor.h"
#include "kit/chartseries.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QStackedLayout;
class QToolButton;

namespace kit {

class ChartPlot;
class ChartTable;
class DragButton;
class Label;

/// How the value axis is chosen: by the data with head-room, or fixed from 0 to 100.
enum class YRange { Auto, Percent };

/// Writes a value without its unit.
using ChartFormatter = std::function<QString(double)>;

/// A titled time chart with a shared crosshair, zoom by dragging, honest gaps and a table of the same data.
/// It redraws at most once a second and only while it is visible; the page decides range and data.
class Chart final : public QWidget
{
    Q_OBJECT

public:
    explicit Chart(const QString &title, QWidget *parent = nullptr);
    ~Chart() override;

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const { return m_title; }
    void setUnit(const QString &unit);
    /// Replaces the number format of axis, labels and table; without one, three significant digits.
    void setFormatter(ChartFormatter formatter);
    /// The lines, at most six with an ink of their own; the first is filled down to 0. All share the chart's
    /// unit.
    void setSeries(const QList<ChartSeries> &series);
    [[nodiscard]] const QList<ChartSeries> &series() const { return m_series; }
    /// The shown time in ms since the epoch; a range of no length shows nothing.
    void setRange(qint64 fromMs, qint64 toMs);
    [[nodiscard]] qint64 from() const { return m_from; }
    [[nodiscard]] qint64 to() const { return m_to; }
    /// Width of one bucket in ms and how it was made ("avg"; empty for single samples). A width of 0 takes
    /// the typical step of the data.
    void setBucket(qint64 ms, const QString &aggregate);
    [[nodiscard]] qint64 bucket() const { return m_bucket; }
    void setYRange(YRange range);
    void setMarkers(const QList<ChartMarker> &markers);
    void setShades(const QList<ChartShade> &shades);
    [[nodiscard]] const QList<ChartShade> &shades() const { return m_shades; }
    [[nodiscard]] const QList<ChartMarker> &markers() const { return m_markers; }
    /// What the header's right end shows in place of the newest value of the first series.
    void setHeadline(const QString &text);
    /// What the header says beside unit and bucket, such as what is left out.
    void setNote(const QString &text);
    /// Shares the crosshair of a page; the chart does not own it. Null, or the end of the
    /// shared one, goes back to one of its own.
    void shareCursor(ChartCursor *cursor);
    [[nodiscard]] ChartCursor *cursor() const { return m_cursor; }
    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const;
    /// Draws at once what was set, without waiting for the next second.
    void drawNow();
    /// Whether its header has a button to show it to others.
    void setShareable(bool shareable);
    /// How often the plot was drawn; a hidden chart stands still.
    [[nodiscard]] int drawCount() const { return m_draws; }
    [[nodiscard]] ChartPlot *plot() const { return m_plot; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 140}; }

Q_SIGNALS:
    /// A stretch was chosen by dragging, the wheel or the + and - keys.
    void zoomRequested(qint64 from, qint64 to);
    /// The range should move by so many ms; negative is back in time.
    void panRequested(qint64 byMs);
    void liveRequested();
    void zoomOutRequested();
    /// Somebody wants to know more of a marker: by a click on its shape, or by Enter where the crosshair is.
    void markerWanted(const QString &id);
    void tableShownChanged(bool shown);
    /// Somebody wants to show it to others: by a click, or by dragging it there.
    void shareWanted();
    void dragWanted();
    /// What is to be done with it. The line is the one nearest to the pointer, or the first; its value there,
    /// as it is shown, may be none.
    void menuWanted(const QPoint &globalPos, int line, std::optional<double> value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader(QBoxLayout *column);
    /// Who comes to the chart comes to this.
    void leadTo(QWidget *view);
    void schedule();
    void tell();
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString written(double value) const;

    QString m_title, m_unit, m_aggregate, m_headline, m_note;
    ChartFormatter m_formatter;
    QList<ChartSeries> m_series;
    QList<ChartMarker> m_markers;
    QList<ChartShade> m_shades;
    qint64 m_from = 0, m_to = 0, m_bucket = 0;
    YRange m_yRange = YRange::Auto;
    ChartCursor m_ownCursor;
    ChartCursor *m_cursor = &m_ownCursor;
    Label *m_titleLabel, *m_subtitleLabel, *m_valueLabel;
    QToolButton *m_tableButton, *m_copyButton;
    DragButton *m_shareButton;
    QStackedLayout *m_stack;
    ChartPlot *m_plot;
    ChartTable *m_table;
    QTimer m_timer;
    QElapsedTimer m_sinceDraw;
    int m_draws = 0;
    bool m_dirty = true;
};

} // namespace kit
