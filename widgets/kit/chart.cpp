// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chart.h"

#include "kit/chartplot.h"
#include "kit/charttable.h"
#include "kit/dragbutton.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/singlekeys.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QPainter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace kit {

Chart::Chart(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_titleLabel(new Label(title, TextRole::CardTitle)),
      m_subtitleLabel(new Label({}, TextRole::Hint)), m_valueLabel(new Label({}, TextRole::CardTitle)),
      m_tableButton(new QToolButton), m_copyButton(new QToolButton), m_shareButton(new DragButton),
      m_stack(new QStackedLayout), m_plot(new ChartPlot), m_table(new ChartTable)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::CardPadding, tokens::Space1, tokens::Space1, tokens::Space2);
    column->setSpacing(tokens::Space1);
    buildHeader(column);
    // In this order: a stack without a parent would show the plot as a window of its own.
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    // What can be done with it is said by the chart, wherever in it one asks.
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);
    leadTo(m_plot);
    m_plot->follow(m_cursor);
    connect(m_plot, &ChartPlot::zoomRequested, this, &Chart::zoomRequested);
    connect(m_plot, &ChartPlot::panRequested, this, &Chart::panRequested);
    connect(m_plot, &ChartPlot::liveRequested, this, &Chart::liveRequested);
    connect(m_plot, &ChartPlot::zoomOutRequested, this, &Chart::zoomOutRequested);
    connect(m_plot, &ChartPlot::markerWanted, this, &Chart::markerWanted);
    connect(&m_ownCursor, &ChartCursor::moved, this, &Chart::tell);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Chart::drawNow);
    tell();
}

Chart::~Chart() = default;

void Chart::leadTo(QWidget *view)
{
    setFocusProxy(view);
    // Tab comes to the view at once, and would pass by what stands before it.
    setTabOrder(view, m_shareButton);
    setTabOrder(m_shareButton, m_copyButton);
    setTabOrder(m_copyButton, m_tableButton);
}

void Chart::buildHeader(QBoxLayout *column)
{
    auto *header = new QHBoxLayout;
    header->setSpacing(tokens::Space2);
    header->addWidget(m_titleLabel);
    header->addWidget(m_subtitleLabel, 1);
    m_valueLabel->setElide(Qt::ElideNone);
    header->addWidget(m_valueLabel);
    m_tableButton->setIcon(icon(Symbol::Table));
    m_tableButton->setCheckable(true);
    m_copyButton->setIcon(icon(Symbol::Copy));
    m_copyButton->setToolTip(tr("Copy as CSV (Ctrl+C)"));
    m_copyButton->hide();
    m_shareButton->setIcon(icon(Symbol::Chat));
    m_shareButton->setToolTip(tr("Send to chat… (or drag it into a message)"));
    m_shareButton->hide();
    connect(m_shareButton, &QToolButton::clicked, this, &Chart::shareWanted);
    connect(m_shareButton, &DragButton::dragWanted, this, &Chart::dragWanted);
    for (QToolButton *button : {static_cast<QToolButton *>(m_shareButton), m_copyButton, m_tableButton}) {
        button->setAutoRaise(true);
        button->setFixedSize(tokens::TargetSize, tokens::TargetSize);
        button->setFocusPolicy(Qt::TabFocus);
        header->addWidget(button);
    }
    connect(m_tableButton, &QToolButton::toggled, this, &Chart::setTableShown);
    connect(m_copyButton, &QToolButton::clicked, m_table, &ChartTable::copyCsv);
    column->addLayout(header);
}

void Chart::setTitle(const QString &title)
{
    m_title = title;
    m_titleLabel->setText(title);
    tell();
}

void Chart::setUnit(const QString &unit)
{
    m_unit = unit;
    schedule();
}

void Chart::setFormatter(ChartFormatter formatter)
{
    m_formatter = std::move(formatter);
    schedule();
}

void Chart::setSeries(const QList<ChartSeries> &series)
{
    m_series = series;
    schedule();
}

void Chart::setRange(qint64 fromMs, qint64 toMs)
{
    if (m_from == fromMs && m_to == toMs)
        return;
    m_from = fromMs;
    m_to = toMs;
    schedule();
}

void Chart::setBucket(qint64 ms, const QString &aggregate)
{
    m_bucket = ms;
    m_aggregate = aggregate;
    schedule();
}

void Chart::setYRange(YRange range)
{
    m_yRange = range;
    schedule();
}

void Chart::setMarkers(const QList<ChartMarker> &markers)
{
    if (markers == m_markers)
        return;
    m_markers = markers;
    schedule();
}

void Chart::setShades(const QList<ChartShade> &shades)
{
    if (shades == m_shades)
        return;
    m_shades = shades;
    schedule();
}

void Chart::setHeadline(const QString &text)
{
    m_headline = text;
    schedule();
}

void Chart::setNote(const QString &text)
{
    m_note = text;
    schedule();
}

void Chart::shareCursor(ChartCursor *cursor)
{
    m_cursor->disconnect(this);
    m_cursor = cursor ? cursor : &m_ownCursor;
    m_plot->follow(m_cursor);
    connect(m_cursor, &ChartCursor::moved, this, &Chart::tell);
    if (cursor)
        connect(cursor, &QObject::destroyed, this, [this] { shareCursor(nullptr); });
    tell();
}

void Chart::setTableShown(bool shown)
{
    if (shown == isTableShown())
        return;
    const bool focused = m_plot->hasFocus() || m_table->hasFocus();
    m_stack->setCurrentIndex(shown ? 1 : 0);
    m_tableButton->setChecked(shown);
    m_copyButton->setVisible(shown);
    leadTo(shown ? static_cast<QWidget *>(m_table) : m_plot);
    if (focused)
        setFocus(Qt::OtherFocusReason);
    m_dirty = true;
    drawNow();
    Q_EMIT tableShownChanged(shown);
}

bool Chart::isTableShown() const { return m_stack->currentIndex() == 1; }

void Chart::schedule()
{
    m_dirty = true;
    if (!isVisible() || m_timer.isActive())
        return;
    const qint64 since = m_sinceDraw.isValid() ? m_sinceDraw.elapsed() : tokens::ChartFrameMs;
    m_timer.start(int(std::max<qint64>(0, tokens::ChartFrameMs - since)));
}

void Chart::drawNow()
{
    m_timer.stop();
    if (!m_dirty || !isVisible() || window()->isMinimized())
        return;
    m_dirty = false;
    m_sinceDraw.start();
    ++m_draws;
    const ChartPicture picture{
        m_series,
        m_markers,
        m_shades,
        m_unit,
        [this](double value) { return written(value); },
        [this](double value) { return m_formatter ? m_formatter(value) : format::tick(value); },
        m_from,
        m_to,
        m_bucket,
        m_yRange};
    if (isTableShown())
        m_table->show(picture);
    else
        m_plot->show(picture);
    m_subtitleLabel->setText(subtitle());
    const ChartPoint *last = m_series.isEmpty() ? nullptr : picture.lastPoint(m_series.constFirst());
    const QString newest =
        last && m_series.size() == 1 ? format::withUnit(written(last->avg), m_unit) : QString();
    m_valueLabel->setText(m_headline.isEmpty() ? newest : m_headline);
    tell();
}

QString Chart::written(double value) const
{
    return m_formatter ? m_formatter(value) : format::number(value);
}

QString Chart::subtitle() const
{
    QStringList parts;
    if (!m_unit.isEmpty())
        parts << m_unit;
    if (m_bucket > 0) {
        const QString bucket =
            m_bucket < 1000 ? QStringLiteral("%1 ms").arg(m_bucket) : format::duration(m_bucket);
        parts << (m_aggregate.isEmpty() ? tr("%1 samples").arg(bucket)
                                        : tr("%1 per %2").arg(m_aggregate, bucket));
        if (m_plot->hasBand())
            parts.last() += QLatin1Char(' ') + tr("(min–max band)");
    }
    if (!m_note.isEmpty())
        parts << m_note;
    return parts.join(QStringLiteral(" · "));
}

/// Says the newest values, or those at the crosshair, to screen readers.
void Chart::tell()
{
    QStringList words;
    const ChartPicture &picture = m_plot->picture();
    for (const ChartSeries &one : m_series) {
        const ChartPoint *point =
            m_cursor->at() ? picture.pointAt(one, *m_cursor->at()) : picture.lastPoint(one);
        words << one.name + QLatin1Char(' ') +
                     (point ? format::withUnit(written(point->avg), m_unit) : tr("no data"));
    }
    QString text = words.join(QStringLiteral(", "));
    for (const ChartShade &shade : m_shades) {
        const bool isMeant = m_cursor->at() ? shade.from <= *m_cursor->at() && *m_cursor->at() < shade.to
                                            : shade.from < m_to && m_from < shade.to;
        if (isMeant)
            text += QStringLiteral(", ") + shade.text;
    }
    const QList<ChartMarker> markers =
        m_cursor->at() ? picture.markersAt(*m_cursor->at()) : picture.markersSeen();
    for (const ChartMarker &marker :
         markers.first(std::min<qsizetype>(markers.size(), ChartPicture::mostTold)))
        text += QStringLiteral(", %1 %2").arg(statusWord(marker.status), marker.text);
    if (m_cursor->at())
        text = tr("%1: %2").arg(format::clockTime(*m_cursor->at()), text);
    setAccessibleName(m_title);
    m_plot->setAccessibleName(tr("Chart %1").arg(m_title));
    m_plot->setAccessibleDescription(text);
    m_table->setAccessibleName(tr("Data of %1").arg(m_title));
    m_shareButton->setAccessibleName(tr("Send %1 to chat").arg(m_title));
    m_copyButton->setAccessibleName(tr("Copy data of %1 as CSV").arg(m_title));
    m_tableButton->setToolTip(singleKeysAct() ? tr("Show data (T)") : tr("Show data"));
    m_tableButton->setAccessibleName(tr("Show data of %1").arg(m_title));
}

void Chart::setShareable(bool shareable) { m_shareButton->setVisible(shareable); }

void Chart::contextMenuEvent(QContextMenuEvent *event)
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&Chart::menuWanted)))
        return event->ignore();
    const ChartPicture &picture = m_plot->picture();
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint inPlot = m_plot->viewport()->mapFrom(this, event->pos());
    const qint64 at = m_cursor->at() && isByKey ? *m_cursor->at() : m_plot->timeAt(inPlot.x());
    int nearest = 0;
    std::optional<double> value;
    double least = 0;
    for (int line = 0; line < picture.series.size(); ++line) {
        const ChartPoint *point = picture.pointAt(picture.series[line], at);
        if (point == nullptr)
            continue;
        const double away = isByKey ? line : std::abs(m_plot->yOf(point->avg) - inPlot.y());
        if (value && away >= least)
            continue;
        nearest = line;
        value = point->avg;
        least = away;
    }
    Q_EMIT menuWanted(isByKey ? m_plot->mapToGlobal(m_plot->rect().center()) : event->globalPos(), nearest,
                      value);
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(painter, rect(), tokens::RadiusCard, theme().surface, theme().border);
}

void Chart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_dirty = true;
    drawNow();
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier && singleKeysAct())
        setTableShown(!isTableShown());
    else
        QWidget::keyPressEvent(event);
}

void Chart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_dirty = true;
        drawNow();
    }
    QWidget::changeEvent(event);
}

} // namespace kit
