// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QList>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace kit {

/// Draws values as one thin line that fills the box; NaN breaks the line. Fewer than two values draw nothing.
void paintSparkline(QPainter &painter, const QRectF &box, const QList<double> &values, const QColor &color);

/// A tiny trend line without axes.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setValues(const QList<double> &values);
    [[nodiscard]] QSize sizeHint() const override { return {72, 18}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
};

} // namespace kit
