// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/mapview.h"

#include "kit/focusring.h"
#include "kit/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace network {

namespace {
constexpr double leastScale = 0.02;
constexpr double mostScale = 4;
constexpr int hoverDelay = 400;
constexpr int zoomRest = 90;
} // namespace

MapView::MapView(Board &board, QWidget *parent)
    : QGraphicsView(parent), m_board(board), m_tiles(board), m_join(board)
{
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(FullViewportUpdate);
    setOptimizationFlag(DontSavePainterState);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(AnchorViewCenter);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Network map"));
    setAccessibleDescription(tr("Arrow keys go from device to device. Ctrl+L shows the same as a list."));
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_hoverTime.setSingleShot(true);
    m_hoverTime.setInterval(hoverDelay);
    connect(&m_hoverTime, &QTimer::timeout, this, [this] { hover(m_pointer); });
}

void MapView::growScene()
{
    QRectF all = m_board.bounds();
    // So that any place can be brought to the middle.
    const double reach = std::max({all.width(), all.height(), 2000.0});
    setSceneRect(all.adjusted(-reach, -reach, reach, reach));
}

void MapView::boardChanged()
{
    if (m_drag != Drag::Join) // what it joins is known by name
        m_drag = Drag::None;
    m_tiles.lifted().clear();
    growScene();
    m_tiles.forget();
    m_chosen.removeIf([this](const QString &id) { return m_board.find(id) < 0; });
    if (!m_join.from().isEmpty() && m_board.find(m_join.from()) < 0)
        giveUpJoin();
    viewport()->update();
}

void MapView::refresh(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (const int spot = m_board.find(id); spot >= 0)
            m_tiles.spoilSpot(spot);
    }
    viewport()->update();
}

void MapView::choose(const QStringList &ids)
{
    if (ids == m_chosen)
        return;
    m_chosen = ids;
    viewport()->update();
    Q_EMIT chosenChanged();
}

void MapView::setFound(const QStringList &ids)
{
    m_found = ids;
    viewport()->update();
}

QRectF MapView::seen() const { return mapToScene(viewport()->rect()).boundingRect(); }

void MapView::fit()
{
    const QRectF all = m_board.bounds();
    if (all.isEmpty())
        return;
    const QRectF room(viewport()->rect());
    const auto scaleIn = [&](const QRectF &part) {
        return std::min({part.width() / (all.width() + 40), part.height() / (all.height() + 40), 1.0});
    };
    const QRectF free = room.adjusted(0, m_cover.top, 0, 0);
    const int bottom = std::max(m_cover.left.height(), m_cover.right.height());
    const std::array<QRectF, 3> parts{free.adjusted(0, 0, 0, -bottom),
                                      free.adjusted(m_cover.left.width(), 0, 0, -m_cover.right.height()),
                                      free.adjusted(m_cover.left.width(), 0, -m_cover.right.width(), 0)};
    const QRectF best =
        *std::max_element(parts.begin(), parts.end(), [&](const QRectF &one, const QRectF &other) {
            return scaleIn(one) < scaleIn(other);
        });
    // In a view that is small some of it may rather be covered.
    const QRectF part = scaleIn(best) < scaleIn(free) / 2 ? free : best;
    zoomTo(scaleIn(part));
    centerOn(all.center() - (part.center() - room.center()) / scale());
    Q_EMIT seenChanged();
}

void MapView::fitChosen()
{
    QRectF all;
    for (const QString &id : std::as_const(m_chosen)) {
        if (const int spot = m_board.find(id); spot >= 0)
            all |= Board::extent(m_board.spots[size_t(spot)].at);
    }
    if (all.isEmpty())
        return;
    zoomTo(std::min(
        {viewport()->width() / (all.width() + 80), viewport()->height() / (all.height() + 80), 1.5}));
    centerOn(all.center());
    Q_EMIT seenChanged();
}

void MapView::zoomTo(double wanted)
{
    const QPointF middle = mapToScene(viewport()->rect().center());
    const double scale = std::clamp(wanted, leastScale, mostScale);
    setTransform(QTransform::fromScale(scale, scale));
    m_zoomed.start();
    centerOn(middle);
    Q_EMIT seenChanged();
}

void MapView::zoomBy(double factor) { zoomTo(scale() * factor); }

void MapView::reveal(const QString &id)
{
    const int spot = m_board.find(id);
    if (spot < 0)
        return;
    const QPointF at = m_board.spots[size_t(spot)].at;
    const QRectF shown = seen();
    const QRectF inner =
        shown.adjusted(shown.width() / 10, shown.height() / 10, -shown.width() / 10, -shown.height() / 10);
    if (!inner.contains(at))
        centerOn(at);
    Q_EMIT seenChanged();
}

void MapView::drawBackground(QPainter *painter, const QRectF &)
{
    const QRectF area = seen();
    painter->fillRect(area, kit::theme().surface);
    // While somebody zooms, what is drawn for one scale is of no use at the next: the old picture does.
    const bool isZooming = m_patience < 1000 && m_zoomed.isValid() && m_zoomed.elapsed() < zoomRest;
    m_isWhole = m_tiles.paint(*painter, area, devicePixelRatioF(), isZooming ? 0 : m_patience);
    if (!m_isWhole)
        m_rest.start(isZooming ? zoomRest : 0);
}

void MapView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area = seen();
    if (!m_found.isEmpty()) {
        QColor veil = kit::theme().surface;
        veil.setAlphaF(0.75F);
        painter->fillRect(area, veil);
    }
    for (const QString &id : std::as_const(m_found)) {
        const int spot = m_board.find(id);
        if (spot >= 0 && area.intersects(Board::reach(m_board.spots[size_t(spot)].at)))
            paintSpot(*painter, m_board.spots[size_t(spot)], scale());
    }
    std::vector<int> wires;
    for (const int spot : std::as_const(m_tiles.lifted())) {
        const std::vector<int> &own = m_board.wiresOf(spot);
        wires.insert(wires.end(), own.begin(), own.end());
    }
    paintWires(*painter, m_board, wires, scale(), area);
    for (const int spot : std::as_const(m_tiles.lifted()))
        paintSpot(*painter, m_board.spots[size_t(spot)], scale());
    for (const QString &id : std::as_const(m_chosen)) {
        const int spot = m_board.find(id);
        if (spot >= 0 && area.intersects(Board::reach(m_board.spots[size_t(spot)].at)))
            paintRing(*painter, m_board.spots[size_t(spot)]);
    }
    m_join.paint(*painter);
    if (m_drag == Drag::Band) {
        QColor fill = kit::theme().accent;
        painter->setPen(QPen(fill, 0));
        fill.setAlphaF(0.12F);
        painter->setBrush(fill);
        painter->drawRect(m_band.normalized());
    }
}

void MapView::paintEvent(QPaintEvent *event)
{
    QGraphicsView::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        kit::paintFocusRing(painter, QRectF(viewport()->rect()), 0);
    }
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    Q_EMIT seenChanged();
}

void MapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        m_tiles.forget();
    QGraphicsView::changeEvent(event);
}

/// The nearest in a direction: what is aside of it counts as twice as far away.
int MapView::nearest(QPointF from, QPointF direction) const
{
    int best = -1;
    double least = 0;
    for (int i = 0; i < int(m_board.spots.size()); ++i) {
        const QPointF way = m_board.spots[size_t(i)].at - from;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (ahead <= 1 || aside > 2 * ahead)
            continue;
        const double cost = ahead + 2 * aside;
        if (best < 0 || cost < least) {
            best = i;
            least = cost;
        }
    }
    return best;
}

void MapView::go(QPointF direction)
{
    if (m_board.spots.empty())
        return;
    const int current = m_chosen.isEmpty() ? -1 : m_board.find(m_chosen.last());
    const int next = current < 0 ? 0 : nearest(m_board.spots[size_t(current)].at, direction);
    if (next < 0)
        return;
    const QString id = m_board.spots[size_t(next)].id;
    choose({id});
    reveal(id);
    m_join.leadTo(m_board.spots[size_t(next)].at);
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    if (keyJoin(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
        go({-1, 0});
        return;
    case Qt::Key_Right:
        go({1, 0});
        return;
    case Qt::Key_Up:
        go({0, -1});
        return;
    case Qt::Key_Down:
        go({0, 1});
        return;
    case Qt::Key_Space:
        m_isSpaceHeld = true;
        return;
    case Qt::Key_Escape:
        if (!m_chosen.isEmpty()) {
            choose({});
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_chosen.isEmpty())
            Q_EMIT activated(m_chosen.last());
        return;
    default:
        break;
    }
    event->ignore();
}

void MapView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_isSpaceHeld = false;
    QGraphicsView::keyReleaseEvent(event);
}

} // namespace network
