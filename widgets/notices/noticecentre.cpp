// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/noticecentre.h"

#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/focusring.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "notices/noticelist.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace notices {

namespace {

namespace tokens = kit::tokens;
constexpr QSize centreSize{420, 520};
constexpr int rowLines = 3;
constexpr qsizetype longestMessage = 480;

/// Draws a notice: its shape, the title (bold while unread), one line of the message, and when it was.
class NoticeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, rowLines * lineHeight() + 2 * tokens::Space2};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const kit::Theme &theme = kit::theme();
        const bool isRead = index.data(NoticeList::ReadRole).toBool();
        const auto placed = [&](const QRect &logical) {
            return QStyle::visualRect(option.direction, option.rect, logical);
        };
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        const QRect box =
            option.rect.adjusted(tokens::Space3, tokens::Space2, -tokens::Space3, -tokens::Space2);
        const QRect glyph(box.left(), box.top() + 1, tokens::GlyphSize, tokens::GlyphSize);
        kit::paintGlyph(*painter, placed(glyph), kit::Status(index.data(NoticeList::StatusRole).toInt()));
        QRect line(box.left() + tokens::GlyphSize + tokens::Space2, box.top(),
                   box.width() - tokens::GlyphSize - tokens::Space2, lineHeight());
        const auto write = [&](const QString &text, const QFont &font, const QColor &ink) {
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(placed(line), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
            line.translate(0, lineHeight());
        };
        write(index.data().toString(),
              kit::textFont(tokens::BodyPt, isRead ? QFont::Normal : QFont::DemiBold), theme.text);
        write(index.data(NoticeList::MessageRole).toString(), kit::textFont(tokens::BodyPt), theme.text2);
        write(index.data(NoticeList::MetaRole).toString(), kit::textFont(tokens::SecondaryPt), theme.text3);
        if (option.state & QStyle::State_HasFocus)
            kit::paintFocusRing(*painter, option.rect, tokens::RadiusControl);
        painter->restore();
    }

private:
    static int lineHeight() { return QFontMetrics(kit::textFont(tokens::BodyPt, QFont::DemiBold)).height(); }
};

} // namespace

NoticeCentre::NoticeCentre(client::Notices &notices, client::Manners &manners, MatterOf matterOf,
                           QWidget *window)
    : QFrame(window), m_notices(notices), m_manners(manners), m_matterOf(std::move(matterOf)),
      m_rows(new NoticeList(notices, this)), m_choice(new kit::Segmented({tr("Unread"), tr("All")})),
      m_readAll(new QPushButton(tr("Mark all &read"))), m_older(new QPushButton(tr("Show &older"))),
      m_error(new kit::Banner(kit::Status::High, QString())), m_list(new QListView),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Alerts), QString())), m_message(new kit::Label),
      m_mute(new QAction(this)), m_muteButton(new QPushButton), m_mutedRow(new QWidget),
      m_mutedText(new kit::Label)
{
    setAccessibleName(tr("Notifications"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space3, tokens::Space3, tokens::Space3, tokens::Space3);
    column->setSpacing(tokens::Space2);
    auto *head = new QHBoxLayout;
    head->addWidget(new kit::Label(tr("Notifications"), kit::TextRole::CardTitle), 1);
    m_choice->setAccessibleName(tr("Which notifications"));
    head->addWidget(m_choice);
    column->addLayout(head);
    m_error->hide();
    column->addWidget(m_error);
    auto *holder = new QWidget;
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    column->addWidget(holder, 1);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new NoticeDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    // What does not fit in its row stands below in full.
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    column->addWidget(m_message);
    buildMute();
    column->addWidget(m_mutedRow);
    column->addWidget(m_muteButton, 0, Qt::AlignLeading);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_readAll);
    foot->addStretch(1);
    foot->addWidget(m_older);
    column->addLayout(foot);
    connect(m_choice, &kit::Segmented::chosen, this, [this](int place) {
        m_rows->setUnreadOnly(place == 0);
        refresh();
    });
    connect(m_readAll, &QPushButton::clicked, &notices, &client::Notices::markAllRead);
    connect(m_older, &QPushButton::clicked, &notices, &client::Notices::loadOlder);
    connect(m_list, &QListView::clicked, this, &NoticeCentre::openCurrent);
    connect(m_list, &QListView::activated, this, &NoticeCentre::openCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NoticeCentre::showMessage);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &NoticeCentre::showMessage);
    connect(&notices, &client::Notices::changed, this, &NoticeCentre::refresh);
    refresh();
    hide();
}

void NoticeCentre::buildMute()
{
    auto *row = new QHBoxLayout(m_mutedRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_mutedText->setWordWrap(true);
    row->addWidget(m_mutedText, 1);
    auto *undo = new QPushButton(tr("&Undo"));
    row->addWidget(undo);
    m_mutedRow->hide();
    m_list->addAction(m_mute);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_muteButton->setFlat(true);
    connect(m_mute, &QAction::triggered, this, &NoticeCentre::mute);
    connect(m_muteButton, &QPushButton::clicked, m_mute, &QAction::trigger);
    connect(undo, &QPushButton::clicked, this, &NoticeCentre::unmute);
    connect(&m_manners, &client::Manners::changed, this, &NoticeCentre::refreshMute);
}

const client::Notice *NoticeCentre::current() const
{
    const QString id = m_list->currentIndex().data(NoticeList::IdRole).toString();
    const QList<client::Notice> &all = m_notices.all();
    const auto found = std::find_if(all.begin(), all.end(), [&id](const auto &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::optional<client::Matter> NoticeCentre::currentMatter() const
{
    const client::Notice *notice = current();
    return notice ? std::optional(m_matterOf(*notice)) : std::nullopt;
}

void NoticeCentre::refreshMute()
{
    const std::optional<client::Matter> matter = currentMatter();
    const bool isMuted = matter && m_manners.telling().isMuted(*matter);
    m_mute->setEnabled(matter && !isMuted);
    m_mute->setText(!matter   ? tr("&Mute this kind")
                    : isMuted ? tr("Muted: %1").arg(client::titleOf(*matter))
                              : tr("&Mute this kind: %1").arg(client::titleOf(*matter)));
    m_mute->setToolTip(tr("Such things stand here still, and nothing tells of them"));
    m_muteButton->setText(m_mute->text());
    m_muteButton->setToolTip(m_mute->toolTip());
    m_muteButton->setEnabled(m_mute->isEnabled());
    m_muteButton->setVisible(m_rows->rowCount() > 0);
    m_mutedRow->setVisible(m_mutedRow->isVisibleTo(this) && m_manners.telling().isMuted(m_muted));
}

void NoticeCentre::mute()
{
    const std::optional<client::Matter> matter = currentMatter();
    if (!matter)
        return;
    client::Telling telling = m_manners.telling();
    m_muted = *matter;
    m_mutedWays = telling.waysOf(m_muted);
    telling.mute(m_muted);
    m_mutedText->setText(
        tr("%1: you are told of them no more.", "a kind of happening").arg(client::titleOf(m_muted)));
    m_mutedRow->show();
    m_manners.setTelling(telling);
}

void NoticeCentre::unmute()
{
    client::Telling telling = m_manners.telling();
    telling.setWays(m_muted, m_mutedWays);
    m_manners.setTelling(telling);
    m_list->setFocus();
}

void NoticeCentre::open(const QWidget *below)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_below = below;
    m_notices.refresh();
    m_rows->refresh();
    refresh();
    place(below);
    show();
    raise();
    (m_rows->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_choice)->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void NoticeCentre::close()
{
    m_mutedRow->hide();
    qApp->removeEventFilter(this);
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void NoticeCentre::place(const QWidget *below)
{
    const QWidget *window = parentWidget();
    const QPoint corner = below->mapTo(window, QPoint(0, below->height()));
    const QSize size = centreSize.boundedTo(
        {window->width() - 2 * tokens::Space2, window->height() - corner.y() - tokens::Space8});
    const int wanted =
        layoutDirection() == Qt::RightToLeft ? corner.x() : corner.x() + below->width() - size.width();
    const int most = window->width() - size.width() - tokens::Space2;
    setGeometry(
        QRect({std::clamp(wanted, tokens::Space2, std::max(most, tokens::Space2)), corner.y()}, size));
}

void NoticeCentre::refresh()
{
    const bool isEmpty = m_rows->rowCount() == 0;
    m_empty->setSentence(m_rows->isUnreadOnly() ? tr("Nothing is unread.")
                                                : tr("You have not been told anything yet."));
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_readAll->setEnabled(m_notices.unread() > 0);
    m_older->setVisible(m_notices.hasOlder() && !m_rows->isUnreadOnly());
    m_error->setText(m_notices.fault());
    m_error->setVisible(!m_notices.fault().isEmpty());
    refreshMute();
}

/// Some desktops activate what is clicked; then it is gone already.
void NoticeCentre::openCurrent()
{
    const client::Notice *notice = isVisible() ? current() : nullptr;
    if (!notice)
        return;
    const std::optional<client::Place> place = notice->place;
    m_notices.markRead(notice->id);
    if (!place)
        return;
    close();
    Q_EMIT placeWanted(*place);
}

void NoticeCentre::showMessage()
{
    const QString message = m_list->currentIndex().data(NoticeList::MessageRole).toString();
    const int room = m_list->viewport()->width() - tokens::GlyphSize - 2 * tokens::Space3 - tokens::Space2;
    const bool isCutOff = QFontMetrics(kit::textFont(tokens::BodyPt)).horizontalAdvance(message) > room;
    // The whole of a very long one is in its tooltip.
    m_message->setText(message.size() > longestMessage ? QString(message.left(longestMessage) + QChar(0x2026))
                                                       : message);
    m_message->setVisible(isCutOff);
    refreshMute();
}

void NoticeCentre::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    kit::paintPanel(painter, rect(), tokens::RadiusCard, kit::theme().raised, kit::theme().borderStrong);
}

/// What no part of this wants is not the window's beneath either.
void NoticeCentre::mousePressEvent(QMouseEvent *event) { event->accept(); }

void NoticeCentre::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

/// It goes when something else of the window is pressed.
bool NoticeCentre::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isElsewhere = widget && widget->window() == window() && widget != this && widget != m_below &&
                             !isAncestorOf(widget);
    if (event->type() == QEvent::MouseButtonPress && isElsewhere) {
        m_before = nullptr;
        close();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace notices
