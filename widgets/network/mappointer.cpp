// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse does on the map.
#include "network/mapview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

namespace network {

QPointF MapView::mapAt(const QMouseEvent &event) const { return mapToScene(event.position().toPoint()); }

void MapView::mousePressEvent(QMouseEvent *event)
{
    m_hoverTime.stop();
    m_pressedAt = m_panned = event->position().toPoint();
    const bool wantsPan = event->button() == Qt::MiddleButton || m_isSpaceHeld;
    if (event->button() != Qt::LeftButton && !wantsPan)
        return;
    const int spot = wantsPan ? -1 : m_board.spotAt(mapAt(*event));
    if (spot >= 0 && isJoining()) {
        pressJoin(spot);
    } else if (spot >= 0) {
        press(*event, spot);
    } else if (event->modifiers() & Qt::ShiftModifier && !wantsPan) {
        m_drag = Drag::Band;
        m_band = QRectF(mapAt(*event), QSizeF());
    } else {
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
}

void MapView::press(QMouseEvent &event, int spot)
{
    const QString id = m_board.spots[size_t(spot)].id;
    QStringList wanted = m_chosen;
    if (event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) {
        if (!wanted.removeOne(id))
            wanted << id;
    } else if (!wanted.contains(id)) {
        wanted = {id};
    }
    choose(wanted);
    if (!m_isLocked && wanted.contains(id))
        m_drag = Drag::Move;
    m_movedBy = {};
}

/// What is moved is drawn by itself, and the rest once without it.
void MapView::lift()
{
    for (const QString &id : std::as_const(m_chosen)) {
        const int spot = m_board.find(id);
        if (spot < 0)
            continue;
        m_tiles.spoilSpot(spot);
        m_tiles.lifted().insert(spot);
    }
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_pointer = at;
    if (isJoining() && (m_drag == Drag::None || m_drag == Drag::Join)) {
        m_join.leadTo(mapAt(*event));
        viewport()->update();
        return;
    }
    if (m_drag == Drag::None) {
        m_hoverTime.start();
        if (!m_hovered.isEmpty())
            hover(at);
        return;
    }
    if (m_drag == Drag::Pan) {
        const QPoint by = at - std::exchange(m_panned, at);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        Q_EMIT seenChanged();
        return;
    }
    if (m_drag == Drag::Band) {
        m_band.setBottomRight(mapAt(*event));
        viewport()->update();
        return;
    }
    const bool isFar = (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_tiles.lifted().isEmpty() && !isFar)
        return;
    if (m_tiles.lifted().isEmpty())
        lift();
    const QPointF by = mapToScene(at) - mapToScene(m_pressedAt);
    for (const int spot : std::as_const(m_tiles.lifted()))
        m_board.move(spot, m_board.spots[size_t(spot)].at + by - m_movedBy);
    m_movedBy = by;
    viewport()->update();
}

void MapView::finishMove()
{
    const QSet<int> lifted = std::exchange(m_tiles.lifted(), {});
    QStringList ids;
    for (const int spot : lifted) {
        m_tiles.spoilSpot(spot);
        ids << m_board.spots[size_t(spot)].id;
    }
    viewport()->update();
    if (!ids.isEmpty())
        Q_EMIT moved(ids, m_movedBy);
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (isJoining())
        viewport()->setCursor(Qt::CrossCursor);
    if (drag == Drag::Join) {
        releaseJoin(*event);
    } else if (drag == Drag::Move) {
        finishMove();
    } else if (drag == Drag::Band) {
        QStringList wanted = m_chosen;
        for (const int spot : m_board.spotsIn(m_band.normalized())) {
            const QString &id = m_board.spots[size_t(spot)].id;
            if (m_band.normalized().contains(m_board.spots[size_t(spot)].at) && !wanted.contains(id))
                wanted << id;
        }
        choose(wanted);
        viewport()->update();
    } else if (drag == Drag::Pan && event->position().toPoint() == m_pressedAt &&
               event->button() == Qt::LeftButton) {
        choose({});
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPointF at = mapAt(*event);
    if (isJoining())
        return;
    if (const int spot = m_board.spotAt(at); spot >= 0)
        Q_EMIT activated(m_board.spots[size_t(spot)].id);
    else if (const int box = m_board.boxAt(at); box >= 0)
        Q_EMIT boxActivated(m_board.boxes[size_t(box)].key);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0)
        return;
    const QPoint pointer = event->position().toPoint();
    const QPointF at = mapToScene(pointer);
    zoomTo(scale() * std::pow(1.25, turns));
    // What is under the pointer stays there.
    const QPoint by = mapFromScene(at) - pointer;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by.y());
    event->accept();
    Q_EMIT seenChanged();
}

void MapView::hover(QPoint at)
{
    const int spot = m_drag == Drag::None ? m_board.spotAt(mapToScene(at)) : -1;
    const QString id = spot < 0 ? QString() : m_board.spots[size_t(spot)].id;
    if (id == m_hovered)
        return;
    m_hovered = id;
    Q_EMIT hoverChanged();
}

bool MapView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_hoverTime.stop();
        if (!m_hovered.isEmpty()) {
            m_hovered.clear();
            Q_EMIT hoverChanged();
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void MapView::contextMenuEvent(QContextMenuEvent *event)
{
    m_hoverTime.stop();
    QPointF at = mapToScene(event->pos());
    QPoint globalPos = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && !m_chosen.isEmpty()) {
        if (const int spot = m_board.find(m_chosen.last()); spot >= 0) {
            at = m_board.spots[size_t(spot)].at;
            globalPos = viewport()->mapToGlobal(mapFromScene(at));
        }
    }
    if (const int spot = m_board.spotAt(at); spot >= 0 && !m_chosen.contains(m_board.spots[size_t(spot)].id))
        choose({m_board.spots[size_t(spot)].id});
    Q_EMIT menuWanted(globalPos, at);
}

} // namespace network
