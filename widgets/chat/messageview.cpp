// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/messageview.h"

#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <numeric>

namespace chat {

namespace tokens = kit::tokens;

namespace {
constexpr int narrow = 560;
constexpr int keptLayouts = 400;
constexpr int textBeside = 260; // what stands beside the text, about
constexpr int letterWidth = 7;
constexpr int guessedLine = 19;
constexpr int stepHeight = 40;
} // namespace

MessageView::MessageView(MessageRows &rows, CardBook &cards, QWidget *parent)
    : QListView(parent), m_rows(rows), m_cards(cards),
      m_pictureOf([](const Attachment &) { return QPixmap(); })
{
    m_layouts.setMaxCost(keptLayouts);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Messages"));
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setMouseTracking(true);
    connect(&cards, &CardBook::changed, this, [this] {
        m_layouts.clear(); // a card has one height, whatever it says
        viewport()->update();
    });
    setModel(&rows);
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &MessageView::settle);
}

void MessageView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    forgetHeights();
}

std::shared_ptr<MessageLayout> MessageView::layoutOf(int row) const
{
    const QString &id = m_rows.line(row).message.id;
    if (const auto *known = m_layouts.object(id))
        return *known;
    for (const Card &card : m_rows.line(row).message.cards)
        m_cards.want(card);
    auto layout = layOut(m_rows, row, m_cards, m_sight, m_whole.contains(id));
    m_layouts.insert(id, new std::shared_ptr<MessageLayout>(layout));
    return layout;
}

/// About how high a row is that nobody has looked at.
int MessageView::guess(int row) const
{
    const int letters = std::max(1, (m_sight.width - textBeside) / letterWidth);
    const auto length = int(m_rows.line(row).message.message.size());
    return guessedLine * (1 + length / letters) + tokens::Space2;
}

void MessageView::measure(int row)
{
    if (m_isMeasured[std::size_t(row)])
        return;
    const int height = layoutOf(row)->height;
    m_isMeasured[std::size_t(row)] = true;
    if (std::exchange(m_heights[std::size_t(row)], height) != height)
        m_tops.clear();
}

int MessageView::topOf(int row) const
{
    if (m_tops.empty()) {
        m_tops.resize(m_heights.size() + 1);
        std::partial_sum(m_heights.begin(), m_heights.end(), m_tops.begin() + 1);
    }
    return m_tops[std::size_t(row)];
}

int MessageView::rowAt(int y) const
{
    if (count() == 0 || y < 0 || y >= topOf(count()))
        return -1;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return int(after - m_tops.begin()) - 1;
}

int MessageView::verticalOffset() const { return verticalScrollBar()->value(); }

void MessageView::forgetHeights()
{
    m_sight.width = viewport()->width();
    m_sight.isNarrow = m_sight.width < narrow;
    m_layouts.clear();
    m_tops.clear();
    const auto rows = std::size_t(m_rows.rowCount());
    m_heights.resize(rows);
    m_isMeasured.assign(rows, false);
    for (std::size_t row = 0; row < rows; ++row)
        m_heights[row] = guess(int(row));
}

/// Remembers what stands at the upper edge, before that is another place.
void MessageView::keepPlace()
{
    const int row = std::max(0, rowAt(verticalOffset()));
    m_place = count() > 0 ? m_rows.index(row) : QModelIndex();
    m_offset = count() > 0 ? verticalOffset() - topOf(row) : 0;
}

/// Rows in sight are laid out, and those one step away, so that none jumps as it comes.
void MessageView::measureAround()
{
    const int height = viewport()->height();
    if (m_isAtEnd || !m_place.isValid()) {
        for (int row = count() - 1, left = 2 * height; row >= 0 && left > 0; --row) {
            measure(row);
            left -= heightOf(row);
        }
        return;
    }
    int left = 2 * height + m_offset;
    for (int row = m_place.row(); row < count() && left > 0; ++row) {
        measure(row);
        left -= heightOf(row);
    }
    left = height;
    for (int row = m_place.row() - 1; row >= 0 && left > 0; --row) {
        measure(row);
        left -= heightOf(row);
    }
}

/// Puts what was at the upper edge there again, or the end at the lower one.
void MessageView::settle()
{
    if (m_isSettling)
        return;
    m_isSettling = true;
    measureAround();
    QScrollBar *bar = verticalScrollBar();
    const int most = std::max(0, topOf(count()) - viewport()->height());
    bar->setRange(0, most);
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(stepHeight);
    bar->setValue(m_isAtEnd || !m_place.isValid() ? most : topOf(m_place.row()) + m_offset);
    m_isSettling = false;
    viewport()->update();
    tellPlace();
}

void MessageView::tellPlace()
{
    if (count() > 0 && verticalOffset() < viewport()->height())
        Q_EMIT olderWanted();
    if (verticalOffset() + viewport()->height() >= verticalScrollBar()->maximum())
        Q_EMIT newerWanted();
    Q_EMIT moved();
}

void MessageView::scrollContentsBy(int, int)
{
    if (m_isSettling)
        return;
    m_isAtEnd = isLowest();
    keepPlace();
    settle();
}

/// What comes next is not there yet where somebody looks at what was said long ago: then it is no end.
bool MessageView::isLowest() const
{
    return verticalOffset() >= verticalScrollBar()->maximum() &&
           !(m_rows.room() && m_rows.room()->hasNewer());
}

void MessageView::toEnd()
{
    m_isAtEnd = true;
    settle();
}

void MessageView::show(int row)
{
    if (row < 0 || row >= count())
        return;
    m_isAtEnd = false;
    m_place = m_rows.index(row);
    m_offset = -viewport()->height() / 3;
    settle();
    keepPlace();
    m_isAtEnd = isLowest();
    setCurrentIndex(m_rows.index(row));
}

int MessageView::firstVisible() const { return rowAt(verticalOffset()); }

int MessageView::lastVisible() const
{
    return rowAt(std::min(verticalOffset() + viewport()->height(), topOf(count())) - 1);
}

QRect MessageView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    return {0, topOf(index.row()) - verticalOffset(), viewport()->width(), heightOf(index.row())};
}

QModelIndex MessageView::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y() + verticalOffset());
    return row < 0 ? QModelIndex() : m_rows.index(row);
}

void MessageView::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (!index.isValid() || index.row() >= count())
        return;
    measure(index.row());
    const QRect rect = visualRect(index);
    int value = verticalOffset();
    if (rect.bottom() > viewport()->height())
        value += rect.bottom() - viewport()->height() + 1;
    if (rect.top() < 0 || rect.height() > viewport()->height())
        value = topOf(index.row());
    verticalScrollBar()->setValue(value);
}

QModelIndex MessageView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (count() == 0)
        return {};
    const int last = count() - 1;
    const int here = currentIndex().isValid() ? currentIndex().row() : lastVisible() + 1;
    const int page = std::max(1, lastVisible() - firstVisible());
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
        return m_rows.index(std::clamp(here - 1, 0, last));
    case MoveDown:
    case MoveNext:
    case MoveRight:
        return m_rows.index(std::clamp(here + 1, 0, last));
    case MovePageUp:
        return m_rows.index(std::clamp(here - page, 0, last));
    case MovePageDown:
        return m_rows.index(std::clamp(here + page, 0, last));
    case MoveHome:
        return m_rows.index(0);
    case MoveEnd:
        return m_rows.index(last);
    }
    return {};
}

void MessageView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    if (const QModelIndex index = indexAt(rect.topLeft()); index.isValid())
        selectionModel()->select(index, flags);
}

QRegion MessageView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const QModelIndexList indexes = selection.indexes();
    for (const QModelIndex &index : indexes)
        region += visualRect(index);
    return region;
}

void MessageView::updateGeometries() {} // settle() does it, when something is another

void MessageView::doItemsLayout() { QAbstractItemView::doItemsLayout(); }

void MessageView::reset()
{
    QAbstractItemView::reset();
    forgetHeights();
    m_place = QModelIndex();
    m_isAtEnd = true;
    settle();
}

void MessageView::rowsInserted(const QModelIndex &, int start, int end)
{
    const auto many = std::size_t(end - start + 1);
    m_heights.insert(m_heights.begin() + start, many, 0);
    m_isMeasured.insert(m_isMeasured.begin() + start, many, false);
    for (int row = start; row <= end; ++row)
        m_heights[std::size_t(row)] = guess(row);
    m_tops.clear();
    settle();
}

void MessageView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    m_heights.erase(m_heights.begin() + start, m_heights.begin() + end + 1);
    m_isMeasured.erase(m_isMeasured.begin() + start, m_isMeasured.begin() + end + 1);
    m_tops.clear();
    viewport()->update();
}

void MessageView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &)
{
    for (int row = topLeft.row(); row <= bottomRight.row() && row < count(); ++row) {
        m_layouts.remove(m_rows.line(row).message.id);
        m_isMeasured[std::size_t(row)] = false;
    }
    settle();
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (viewport()->width() != m_sight.width)
        forgetHeights();
    settle();
}

void MessageView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange) {
        forgetHeights();
        settle();
    }
}

void MessageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const kit::Theme &theme = kit::theme();
    painter.fillRect(event->rect(), theme.surface);
    if (count() == 0)
        return;
    const int first = std::max(0, firstVisible());
    for (int row = first; row < count(); ++row) {
        const QRect rect = visualRect(m_rows.index(row));
        if (rect.top() > event->rect().bottom())
            break;
        const auto layout = layoutOf(row);
        painter.save();
        painter.setClipRect(rect);
        const bool isCurrent = currentIndex().row() == row;
        if (isCurrent && hasFocus())
            painter.fillRect(rect, theme.selection);
        else if (m_rows.room()->isCalling(m_rows.line(row).message))
            painter.fillRect(rect, theme.surfaceAlt);
        painter.translate(rect.topLeft());
        paint(painter, *layout, m_rows, row, m_cards, m_pictureOf);
        painter.restore();
    }
    if (hasFocus() && !currentIndex().isValid())
        kit::paintFocusRing(painter, viewport()->rect(), tokens::RadiusControl);
}

const MessagePart *MessageView::partAt(const QPoint &point, int *row) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return nullptr;
    *row = index.row();
    return layoutOf(*row)->partAt(point - visualRect(index).topLeft());
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    int row = -1;
    const bool isOnPart = partAt(event->position().toPoint(), &row) != nullptr;
    viewport()->setCursor(isOnPart ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseReleaseEvent(event);
    int row = -1;
    const MessagePart *part = partAt(event->position().toPoint(), &row);
    if (event->button() != Qt::LeftButton || part == nullptr)
        return;
    const MessagePart clicked = *part;
    if (clicked.kind == MessagePart::Kind::More) {
        m_whole.insert(m_rows.line(row).message.id);
        const QModelIndex index = m_rows.index(row);
        dataChanged(index, index, {});
        return;
    }
    Q_EMIT partClicked(row, clicked);
}

bool MessageView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    int row = -1;
    const MessagePart *part = partAt(help->pos(), &row);
    QString text;
    if (part != nullptr && part->kind == MessagePart::Kind::Reaction) {
        QStringList names;
        for (const QString &id : m_rows.line(row).message.reactions[part->index].userIds)
            names << m_rows.nameOf(id);
        text = names.join(QStringLiteral(", "));
    } else if (part != nullptr && part->kind == MessagePart::Kind::Proposal) {
        text = m_rows.proposalsOf(m_rows.line(row).message).value(part->index).line;
    } else if (part != nullptr && part->kind != MessagePart::Kind::More) {
        text = part->text;
    } else if (row >= 0) {
        text = kit::format::exactTime(m_rows.line(row).message.timestamp.toMSecsSinceEpoch());
        if (m_rows.line(row).kind != client::ChatLine::Kind::Message)
            text += QLatin1Char('\n') + m_rows.line(row).who.join(QStringLiteral(", "));
    }
    QToolTip::showText(help->globalPos(), kit::format::tooltip(text), this);
    return true;
}

} // namespace chat
