// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace kit {

class ChartPlot;

/// Crosshair, value box, selection and focus ring above a plot, so that moving them redraws no line.
class ChartOverlay final : public QWidget
{
    Q_OBJECT

public:
    ChartOverlay(const ChartPlot *plot, QWidget *viewport);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCrosshair(QPainter &painter, qint64 at) const;
    void paintBox(QPainter &painter, double x, qint64 at) const;

    const ChartPlot *m_plot;
};

} // namespace kit
