// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartoverlay.h"

#include "kit/chartplot.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QDateTime>
#include <QPainter>

namespace kit {

namespace {

constexpr int SwatchWidth = 14;
constexpr qint64 OneDayMs = 24LL * 3600 * 1000;

QString momentText(qint64 at, qint64 span)
{
    if (span < OneDayMs)
        return format::clockTime(at);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QStringLiteral("d MMM HH:mm"));
}

QString valueText(const ChartPicture &picture, const ChartSeries &one, const ChartPoint *point)
{
    if (!point)
        return ChartOverlay::tr("no data");
    QString text =
        format::withUnit(picture.written(point->avg), one.unit.isEmpty() ? picture.unit : one.unit);
    if (point->min < point->max)
        text += QStringLiteral("  (%1–%2)").arg(picture.written(point->min), picture.written(point->max));
    return text;
}

QPen inkPen(const SeriesInk &ink)
{
    QPen pen(ink.color, 2, Qt::SolidLine, Qt::FlatCap);
    if (!ink.dash.isEmpty())
        pen.setDashPattern(ink.dash);
    return pen;
}

} // namespace

ChartOverlay::ChartOverlay(const ChartPlot *plot, QWidget *viewport) : QWidget(viewport), m_plot(plot)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void ChartOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF chosen = m_plot->selection();
    if (!chosen.isEmpty()) {
        QColor wash = theme().accent;
        wash.setAlphaF(0.18F);
        painter.fillRect(chosen, wash);
        painter.setPen(QPen(theme().accent, 1));
        painter.drawLine(chosen.topLeft(), chosen.bottomLeft());
        painter.drawLine(chosen.topRight(), chosen.bottomRight());
    }
    const ChartPicture &picture = m_plot->picture();
    const ChartCursor *cursor = m_plot->cursorOf();
    if (cursor && cursor->at() && *cursor->at() >= picture.from && *cursor->at() <= picture.to)
        paintCrosshair(painter, *cursor->at());
    if (m_plot->hasFocusRing())
        paintFocusRing(painter, rect(), tokens::RadiusControl);
}

void ChartOverlay::paintCrosshair(QPainter &painter, qint64 at) const
{
    const double x = m_plot->xOf(at);
    const QRectF area = m_plot->area();
    painter.setPen(QPen(theme().text2, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const ChartPicture &picture = m_plot->picture();
    for (int place = 0; place < picture.series.size(); ++place) {
        const ChartPoint *point = picture.pointAt(picture.series.at(place), at);
        if (!point)
            continue;
        painter.setPen(QPen(theme().surface, 1.5));
        painter.setBrush(theme().series(place).color);
        painter.drawEllipse(QPointF(m_plot->xOf(point->at), m_plot->yOf(point->avg)), 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
    // Boxes on every chart of a page would hide the lines that are to be compared.
    if (m_plot->underMouse() || m_plot->hasFocus())
        paintBox(painter, x, at);
}

void ChartOverlay::paintBox(QPainter &painter, double x, qint64 at) const
{
    const ChartPicture &picture = m_plot->picture();
    const QFont font = textFont(tokens::SecondaryPt);
    const QFontMetricsF metrics(font);
    const QString moment = momentText(at, picture.to - picture.from);
    QStringList values;
    double names = 0;
    double widest = 0;
    for (const ChartSeries &one : picture.series) {
        values << valueText(picture, one, picture.pointAt(one, at));
        names = std::max(names, metrics.horizontalAdvance(one.name));
        widest = std::max(widest, metrics.horizontalAdvance(values.constLast()));
    }
    const QList<ChartMarker> held = picture.markersAt(at);
    const QList<ChartMarker> markers = held.first(std::min<qsizetype>(held.size(), ChartPicture::mostTold));
    const double widestMarker = std::max(1.0, width() * 0.6);
    QStringList told;
    double longest = 0;
    for (const ChartMarker &marker : markers) {
        told << metrics.elidedText(marker.text, Qt::ElideRight, widestMarker);
        longest =
            std::max(longest, tokens::GlyphSize + tokens::Space2 + metrics.horizontalAdvance(told.last()));
    }
    const double valueLeft = SwatchWidth + tokens::Space2 + names + tokens::Space3;
    const double line = metrics.height() + 2;
    QRectF box(
        0, 0, 2 * tokens::Space2 + std::max({valueLeft + widest, metrics.horizontalAdvance(moment), longest}),
        2 * tokens::Space1 + 2 + line * double(1 + values.size() + told.size()));
    const QRectF area = m_plot->area();
    const bool fitsRight = x + tokens::Space2 + box.width() <= width();
    box.moveLeft(fitsRight ? x + tokens::Space2 : std::max(0.0, x - tokens::Space2 - box.width()));
    double highest = area.bottom();
    for (const ChartSeries &one : picture.series) {
        if (const ChartPoint *point = picture.pointAt(one, at))
            highest = std::min(highest, m_plot->yOf(point->avg));
    }
    const bool lineAbove = highest < area.top() + box.height() + tokens::Space2;
    box.moveTop(lineAbove ? area.bottom() - box.height() - tokens::Space1 : area.top() + tokens::Space1);
    box.moveTop(std::max(0.0, std::min(box.top(), height() - box.height())));
    paintPanel(painter, box, tokens::RadiusControl, theme().raised, theme().border);
    painter.setFont(font);
    QRectF row(box.left() + tokens::Space2, box.top() + tokens::Space1 + 1, box.width() - 2 * tokens::Space2,
               line);
    painter.setPen(theme().text2);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, moment);
    for (int place = 0; place < values.size(); ++place) {
        row.translate(0, line);
        painter.setPen(inkPen(theme().series(place)));
        painter.drawLine(QPointF(row.left(), row.center().y()),
                         QPointF(row.left() + SwatchWidth, row.center().y()));
        painter.setPen(theme().text2);
        painter.drawText(row.adjusted(SwatchWidth + tokens::Space2, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, picture.series.at(place).name);
        painter.setPen(theme().text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, values.at(place));
    }
    for (int place = 0; place < told.size(); ++place) {
        row.translate(0, line);
        paintGlyph(painter,
                   QRectF(row.left(), row.center().y() - tokens::GlyphSize / 2.0, tokens::GlyphSize,
                          tokens::GlyphSize),
                   markers.at(place).status);
        painter.setPen(theme().text);
        painter.drawText(row.adjusted(tokens::GlyphSize + tokens::Space2, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, told.at(place));
    }
}

} // namespace kit
