// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/framedrow.h"

#include "kit/focusring.h"
#include "kit/tokens.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace kit {

namespace {
/// Shows the rows through, and lets what is pressed through to them.
class Frame final : public QWidget
{
public:
    explicit Frame(QWidget *parent) : QWidget(parent)
    {
        setObjectName(QStringLiteral("rowframe"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintFocusRing(painter, rect(), tokens::RadiusControl);
    }
};
} // namespace

FramedRow::FramedRow(QTableView &view, QWidget &page)
    : QObject(&page), m_view(view), m_page(page), m_frame(new Frame(view.viewport())),
      m_isSeen(view.hasFocus())
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { follow(now); });
    connect(view.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FramedRow::changed);
    connect(this, &FramedRow::changed, this, &FramedRow::place);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &FramedRow::place);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &FramedRow::place);
    connect(view.horizontalHeader(), &QHeaderView::sectionResized, this, &FramedRow::place);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view.model(), signal, this, &FramedRow::place);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &FramedRow::place);
    view.viewport()->installEventFilter(this);
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

bool FramedRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        place();
    return QObject::eventFilter(watched, event);
}

void FramedRow::place()
{
    const QModelIndex current = m_view.currentIndex();
    const QItemSelection chosen = m_view.selectionModel()->selection();
    const bool isTheChosen =
        chosen.size() == 1 && chosen.first().height() == 1 && chosen.first().contains(current);
    const bool isShown = m_isSeen && current.isValid() && !isTheChosen;
    m_frame->setVisible(isShown);
    if (!isShown)
        return;
    const int width = std::min(m_view.viewport()->width(), m_view.horizontalHeader()->length());
    const QRect rows(0, m_view.rowViewportPosition(current.row()), width, m_view.rowHeight(current.row()));
    m_frame->setGeometry(QStyle::visualRect(m_view.layoutDirection(), m_view.viewport()->rect(), rows));
    m_frame->raise();
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
