// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/minimap.h"

#include "kit/focusring.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QMouseEvent>
#include <QPainter>

namespace network {

namespace {
constexpr QSize minimapSize{168, 112};
constexpr double minimapMargin = 8;
} // namespace

Minimap::Minimap(MapView &view, const Board &board, QWidget *parent)
    : QWidget(parent), m_view(view), m_board(board)
{
    setFixedSize(minimapSize);
    setAccessibleName(tr("Overview of the whole map"));
    setToolTip(tr("Click to go there"));
    connect(&view, &MapView::seenChanged, this, qOverload<>(&QWidget::update));
}

void Minimap::redraw()
{
    m_picture = {};
    m_bounds = m_board.bounds();
    update();
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        redraw();
    QWidget::changeEvent(event);
}

QTransform Minimap::toHere() const
{
    const QRectF room = QRectF(rect()).adjusted(minimapMargin, minimapMargin, -minimapMargin, -minimapMargin);
    if (m_bounds.isEmpty())
        return {};
    const double scale = std::min(room.width() / m_bounds.width(), room.height() / m_bounds.height());
    QTransform here = QTransform::fromTranslate(room.center().x(), room.center().y());
    here.scale(scale, scale);
    here.translate(-m_bounds.center().x(), -m_bounds.center().y());
    return here;
}

void Minimap::draw()
{
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const kit::Theme &theme = kit::theme();
    kit::paintPanel(painter, QRectF(rect()), kit::tokens::RadiusCard, theme.raised, theme.border);
    const QTransform here = toHere();
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.surfaceAlt);
    for (const Box &box : m_board.boxes)
        painter.drawRect(here.mapRect(box.area));
    painter.setPen(Qt::NoPen);
    for (const Spot &spot : m_board.spots) {
        const bool stands = spot.status >= kit::Status::Medium;
        painter.setBrush(stands ? theme.status(spot.status).fill : theme.borderStrong);
        const double side = stands ? 4 : 2;
        const QPointF at = here.map(spot.at);
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side));
    }
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        draw();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF frame = toHere().mapRect(m_view.seen()).intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    QColor fill = kit::theme().accent;
    painter.setPen(QPen(fill, 1.5));
    fill.setAlphaF(0.08F);
    painter.setBrush(fill);
    painter.drawRect(frame);
}

void Minimap::goTo(QPointF at)
{
    m_view.centerOn(toHere().inverted().map(at));
    Q_EMIT m_view.seenChanged();
}

void Minimap::mousePressEvent(QMouseEvent *event) { goTo(event->position()); }

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

} // namespace network
