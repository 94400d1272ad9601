// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rowtools.h"

#include "kit/icons.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr int toolsHeight = 24;
} // namespace

RowTools::RowTools(QTableView &view, int column)
    : QWidget(view.viewport()), m_view(view), m_column(column), m_first(new QPushButton),
      m_more(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::Space1, 0, tokens::Space1, 0);
    row->setSpacing(tokens::Space1);
    row->addWidget(m_first);
    row->addWidget(m_more);
    m_first->setFixedHeight(toolsHeight);
    // The keys do the same; the focus stays on the list.
    m_first->setFocusPolicy(Qt::NoFocus);
    m_more->setFocusPolicy(Qt::NoFocus);
    m_more->setIcon(kit::icon(kit::Symbol::More));
    m_more->setAutoRaise(true);
    m_more->setFixedSize(toolsHeight, toolsHeight);
    m_more->setAccessibleName(tr("More about this alert"));
    m_more->setToolTip(tr("More"));
    hide();
    connect(m_first, &QPushButton::clicked, this, [this] { Q_EMIT firstWanted(m_row); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT moreWanted(m_row, m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    view.viewport()->installEventFilter(this);
    view.viewport()->setMouseTracking(true);
    for (const QObject *bar : {view.verticalScrollBar(), view.horizontalScrollBar()})
        connect(static_cast<const QScrollBar *>(bar), &QScrollBar::valueChanged, this, &RowTools::place);
    connect(view.horizontalHeader(), &QHeaderView::sectionResized, this, &RowTools::place);
    connect(view.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RowTools::place);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowTools::place);
    connect(view.model(), &QAbstractItemModel::modelReset, this, [this] {
        m_pointed = -1;
        place();
    });
    connect(view.model(), &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                if (m_row >= from.row() && m_row <= to.row())
                    place();
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view.model(), signal, this, &RowTools::place);
}

void RowTools::setFirst(const QString &text, bool isEnabled)
{
    m_first->setText(text);
    m_first->setEnabled(isEnabled);
    adjustSize();
}

bool RowTools::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        m_pointed = m_view.rowAt(qRound(static_cast<QMouseEvent *>(event)->position().y()));
        place();
    } else if (event->type() == QEvent::Leave && !underMouse()) {
        m_pointed = -1;
        place();
    } else if (event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void RowTools::place()
{
    const QModelIndex current = m_view.currentIndex();
    const bool isChosen = current.isValid() && m_view.selectionModel()->isRowSelected(current.row());
    const int row = m_pointed >= 0 ? m_pointed : isChosen ? current.row() : -1;
    if (row < 0 || row >= m_view.model()->rowCount()) {
        stand(-1);
        return;
    }
    stand(row);
    QRect cell = m_view.visualRect(m_view.model()->index(row, 0));
    if (m_view.isColumnHidden(m_column))
        cell.setRight(m_view.viewport()->width());
    else
        cell.setRight(m_view.visualRect(m_view.model()->index(row, m_column)).right());
    const QSize size = sizeHint().boundedTo({m_view.viewport()->width(), cell.height() - 2});
    // In sight, even where its column is not.
    const int right = std::min(cell.right(), m_view.viewport()->width());
    const QRect place(right - size.width(), cell.top() + (cell.height() - size.height()) / 2, size.width(),
                      size.height());
    setGeometry(m_view.layoutDirection() == Qt::RightToLeft ? QRect(QPoint(0, place.top()), size) : place);
    setVisible(cell.height() > 0);
    update();
}

void RowTools::stand(int row)
{
    if (row < 0)
        hide();
    m_row = row;
    Q_EMIT moved(row);
}

void RowTools::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isChosen = m_row >= 0 && m_view.selectionModel()->isRowSelected(m_row);
    const kit::Theme &theme = kit::theme();
    painter.fillRect(rect(), isChosen ? theme.selection : m_row % 2 == 1 ? theme.surfaceAlt : theme.surface);
}

} // namespace alerts
