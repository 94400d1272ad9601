// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/sight.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace devices {

namespace {
constexpr int restMs = 150;
} // namespace

Sight::Sight(QTableView &view) : QObject(&view), m_view(view)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &Sight::tell);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &Sight::look);
    connect(view.verticalScrollBar(), &QScrollBar::rangeChanged, this, &Sight::look);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &Sight::look);
    connect(view.horizontalHeader(), &QHeaderView::sectionResized, this, &Sight::look);
    view.viewport()->installEventFilter(this);
}

bool Sight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Hide)
        look();
    return QObject::eventFilter(watched, event);
}

void Sight::tell()
{
    const int first = m_view.isVisible() ? m_view.rowAt(0) : -1;
    if (first < 0) {
        Q_EMIT rested(0, -1);
        return;
    }
    const int last = m_view.rowAt(m_view.viewport()->height() - 1);
    Q_EMIT rested(first, last < 0 ? m_view.model()->rowCount() - 1 : last);
}

} // namespace devices
