// SPDX-License-Identifier: GPL-3.0-or-later
// How the keyboard goes through the window.
#include "chat/chatdock.h"
#include "events/eventsdock.h"
#include "scans/tasksdock.h"
#include "shell/inspector.h"
#include "shell/mainwindow.h"
#include "shell/pageheader.h"
#include "shell/rail.h"
#include "shell/statusstrip.h"

#include <QApplication>
#include <QStackedWidget>

namespace shell {

namespace {

/// The first widget in there that the keyboard can go to.
QWidget *firstFocusable(QWidget *region)
{
    const QList<QWidget *> inside = region->findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled())
            return widget;
    }
    return nullptr;
}

} // namespace

bool MainWindow::isParked(const QWidget &widget) const
{
    const QWidget *part = &widget;
    while (part->parentWidget() && part->parentWidget() != this)
        part = part->parentWidget();
    return !part->isWindow() && !rect().intersects(part->geometry());
}

bool MainWindow::focusNextPrevChild(bool next)
{
    const QWidget *first = nullptr;
    while (QMainWindow::focusNextPrevChild(next)) {
        const QWidget *focus = focusWidget();
        if (!focus || focus == first || !isParked(*focus))
            return true;
        first = first ? first : focus;
    }
    return false;
}

void MainWindow::cycleRegion(int step)
{
    const QList<QWidget *> regions{m_rail,      m_header, m_stack->currentWidget(), m_events, m_tasks,
                                   m_inspector, m_strip};
    QWidget *focus = QApplication::focusWidget();
    const auto count = regions.size();
    qsizetype place = step > 0 ? count - 1 : 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (focus && regions[i]->isAncestorOf(focus))
            place = i;
    }
    for (qsizetype i = 1; i <= count; ++i) {
        QWidget *region = regions[((place + step * i) % count + count) % count];
        QWidget *target = region->isVisible() && !isParked(*region) ? firstFocusable(region) : nullptr;
        if (region == m_rail) {
            m_rail->takeFocus();
            return;
        }
        if (target) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace shell
