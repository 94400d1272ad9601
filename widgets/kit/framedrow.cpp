// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/framedrow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>

namespace kit {

FramedRow::FramedRow(QTableView &view, QWidget &page)
    : QObject(&page), m_view(view), m_page(page), m_isSeen(view.hasFocus())
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { follow(now); });
    connect(view.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FramedRow::changed);
}

bool FramedRow::isLent(const QWidget *focus) const
{
    const bool isOfPage = qobject_cast<const QAbstractButton *>(focus) && m_page.isAncestorOf(focus);
    return isOfPage || qobject_cast<const QMenu *>(focus) || qobject_cast<const QMenuBar *>(focus);
}

/// Nobody has the keyboard while another program does; it comes back to where it was.
void FramedRow::follow(const QWidget *focus)
{
    const bool isSeen = focus == &m_view || (m_isSeen && (focus == nullptr || isLent(focus)));
    if (isSeen == m_isSeen)
        return;
    m_isSeen = isSeen;
    Q_EMIT changed();
}

int FramedRow::row() const
{
    const QModelIndex current = m_view.currentIndex();
    const bool isMeant =
        m_isSeen && current.isValid() && m_view.isVisible() && !m_view.selectionModel()->hasSelection();
    return isMeant ? current.row() : -1;
}

bool FramedRow::choose()
{
    const int framed = row();
    if (framed >= 0)
        m_view.selectRow(framed);
    return framed >= 0;
}

} // namespace kit
