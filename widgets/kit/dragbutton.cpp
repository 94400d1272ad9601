// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/dragbutton.h"

#include <QApplication>
#include <QMouseEvent>

namespace kit {

void DragButton::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    QToolButton::mousePressEvent(event);
}

void DragButton::mouseMoveEvent(QMouseEvent *event)
{
    const bool isDrag =
        event->buttons().testFlag(Qt::LeftButton) && isDown() &&
        (event->position().toPoint() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!isDrag) {
        QToolButton::mouseMoveEvent(event);
        return;
    }
    setDown(false); // what is dragged away was not clicked
    Q_EMIT dragWanted();
}

} // namespace kit
