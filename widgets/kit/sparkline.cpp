// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/sparkline.h"

#include "kit/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace kit {

namespace {

std::pair<double, double> boundsOf(const QList<double> &values)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return {low, high};
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &box, const QList<double> &values, const QColor &color)
{
    const auto [low, high] = boundsOf(values);
    if (values.size() < 2 || low > high)
        return;
    const QRectF inner = box.adjusted(1, 1.5, -1, -1.5);
    const double spread = high - low;
    QPainterPath path;
    bool pen = false;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (std::isnan(values.at(i))) {
            pen = false;
            continue;
        }
        const double share = spread > 0 ? (values.at(i) - low) / spread : 0.5;
        const QPointF at(inner.left() + inner.width() * double(i) / double(values.size() - 1),
                         inner.bottom() - inner.height() * share);
        if (pen)
            path.lineTo(at);
        else
            path.moveTo(at);
        pen = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

Sparkline::Sparkline(QWidget *parent) : QWidget(parent) {}

void Sparkline::setValues(const QList<double> &values)
{
    m_values = values;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSparkline(painter, rect(), m_values, theme().series(0).color);
}

} // namespace kit
