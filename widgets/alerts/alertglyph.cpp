// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertglyph.h"

#include "alerts/alertcolumns.h"
#include "alerts/alertdelegate.h"

#include <QPainter>

namespace alerts {

namespace {
constexpr int largeGlyph = 22;
} // namespace

AlertGlyph::AlertGlyph(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AlertGlyph::setAlert(const Alert &alert)
{
    m_alert = alert;
    const QString words =
        tr("%1, %2", "severity and state").arg(kit::statusTitle(statusOf(alert)), stateTitle(alert.state));
    setAccessibleName(words);
    setToolTip(words);
    update();
}

QSize AlertGlyph::sizeHint() const { return {largeGlyph, largeGlyph}; }

void AlertGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAlertGlyph(painter, QRectF(0, 0, largeGlyph, largeGlyph), m_alert);
}

} // namespace alerts
