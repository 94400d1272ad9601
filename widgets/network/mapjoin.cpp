// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a link on the map, by mouse and by keys.
#include "network/mapview.h"

#include <QApplication>
#include <QMouseEvent>

namespace network {

void MapView::startJoin(const QString &from)
{
    const bool wasJoining = isJoining();
    m_join.begin(from);
    m_drag = Drag::None;
    viewport()->setCursor(Qt::CrossCursor);
    viewport()->update();
    setFocus();
    if (!wasJoining)
        Q_EMIT joiningChanged();
}

void MapView::giveUpJoin()
{
    if (!isJoining())
        return;
    m_join.end();
    if (m_drag == Drag::Join)
        m_drag = Drag::None;
    viewport()->unsetCursor();
    viewport()->update();
    Q_EMIT joiningChanged();
}

void MapView::pressJoin(int spot)
{
    m_isJoinTaken = m_join.from().isEmpty();
    if (m_isJoinTaken)
        m_join.takeFrom(m_board.spots[size_t(spot)].id);
    m_join.leadTo(m_board.spots[size_t(spot)].at);
    m_drag = Drag::Join;
    viewport()->update();
}

/// A drag ends at the other device, or nowhere; two clicks do the same.
void MapView::releaseJoin(const QMouseEvent &event)
{
    m_join.leadTo(mapAt(event));
    if (completeJoin())
        return;
    const bool isFar =
        (event.position().toPoint() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (isFar && m_isJoinTaken)
        m_join.takeFrom({});
    viewport()->update();
}

bool MapView::completeJoin()
{
    const QString from = m_join.from();
    const QString to = m_join.target();
    if (to.isEmpty())
        return false;
    giveUpJoin();
    Q_EMIT joined(from, to);
    return true;
}

/// The arrows lead the line to where they go, and Enter ends it there.
bool MapView::keyJoin(int key)
{
    if (!isJoining())
        return false;
    if (key == Qt::Key_Escape) {
        giveUpJoin();
        return true;
    }
    const int spot = m_chosen.isEmpty() ? -1 : m_board.find(m_chosen.last());
    if ((key != Qt::Key_Return && key != Qt::Key_Enter) || spot < 0)
        return false;
    m_join.leadTo(m_board.spots[size_t(spot)].at);
    if (m_join.from().isEmpty())
        m_join.takeFrom(m_chosen.last());
    else
        completeJoin();
    viewport()->update();
    return true;
}

} // namespace network
