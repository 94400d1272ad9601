// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/roomlist.h"

#include "chat/presencemark.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;
using client::ChatRoom;

namespace {
constexpr int markSize = 12;

QString sectionOf(RoomKind kind)
{
    switch (kind) {
    case RoomKind::Public:
    case RoomKind::Private:
        return RoomList::tr("Rooms");
    case RoomKind::Incident:
        return RoomList::tr("Incidents");
    case RoomKind::System:
        return RoomList::tr("System");
    case RoomKind::Direct:
        return RoomList::tr("Direct");
    }
    return {};
}

QString countText(int count)
{
    return count >= mostUnread ? format::count(mostUnread - 1) + QLatin1Char('+') : format::count(count);
}

/// A room, or the name of a section.
class RoomDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {tokens::RailWidth, tokens::Row};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const kit::Theme &theme = kit::theme();
        QRect rect = option.rect.adjusted(tokens::Space3, 0, -tokens::Space2, 0);
        if (!(index.flags() & Qt::ItemIsSelectable)) {
            painter->setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
            painter->setPen(theme.text3);
            painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
            painter->restore();
            return;
        }
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        const int unread = index.data(RoomList::UnreadRole).toInt();
        paintMark(*painter, QRect(rect.left(), rect.top(), markSize, rect.height()), index);
        rect.setLeft(rect.left() + markSize + tokens::Space2);
        rect.setRight(rect.right() - paintBadge(*painter, rect, index));
        painter->setFont(kit::textFont(tokens::BodyPt, unread > 0 ? QFont::DemiBold : QFont::Normal));
        painter->setPen(unread > 0 ? theme.text : theme.text2);
        painter->drawText(
            rect, Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected))
            kit::paintFocusRing(*painter, option.rect, tokens::RadiusControl);
        painter->restore();
    }

private:
    static void paintMark(QPainter &painter, const QRect &rect, const QModelIndex &index)
    {
        if (index.data(RoomList::DirectRole).toBool()) {
            const int state = index.data(RoomList::PresenceRole).toInt();
            std::optional<identity::Availability> availability;
            if (state >= 0)
                availability = identity::Availability(state);
            paintPresence(painter, QRectF(rect.left() + 1, rect.center().y() - 4.5, 10, 10), availability);
            return;
        }
        painter.setFont(kit::textFont(tokens::BodyPt));
        painter.setPen(kit::theme().text3);
        painter.drawText(rect, Qt::AlignCenter, QStringLiteral("#"));
    }
    static int paintBadge(QPainter &painter, const QRect &rect, const QModelIndex &index)
    {
        const int unread = index.data(RoomList::UnreadRole).toInt();
        const int mentions = index.data(RoomList::MentionsRole).toInt();
        if (unread == 0)
            return 0;
        const bool isCalling = mentions > 0;
        const QString text = isCalling && !index.data(RoomList::DirectRole).toBool()
                                 ? QLatin1Char('@') + countText(mentions)
                                 : countText(unread);
        const kit::Theme &theme = kit::theme();
        painter.setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
        const int width = std::max(2 * tokens::RadiusPill,
                                   painter.fontMetrics().horizontalAdvance(text) + 2 * tokens::Space2 - 4);
        const QRect pill(rect.right() - width, rect.center().y() - tokens::RadiusPill + 1, width,
                         2 * tokens::RadiusPill);
        kit::paintPanel(painter, pill, tokens::RadiusPill, isCalling ? theme.accent : theme.surfaceAlt,
                        isCalling ? theme.accent : theme.border);
        painter.setPen(isCalling ? theme.onAccent : theme.text);
        painter.drawText(pill, Qt::AlignCenter, text);
        return width + tokens::Space1;
    }
};
} // namespace

RoomList::RoomList(client::Chat &chat, QWidget *parent)
    : QListView(parent), m_chat(chat), m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Chat rooms"));
    setModel(m_model);
    setItemDelegate(new RoomDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    connect(&chat, &client::Chat::changed, this, &RoomList::refresh);
    connect(&chat, &client::Chat::peopleChanged, this, &RoomList::refresh);
    refresh();
}

void RoomList::refresh()
{
    const QString current = currentRoom();
    m_isRefreshing = true;
    int row = 0;
    const auto itemAt = [this](int place) {
        while (m_model->rowCount() <= place)
            m_model->appendRow(new QStandardItem);
        return m_model->item(place);
    };
    QString section;
    const QList<ChatRoom *> rooms = m_chat.rooms();
    for (const ChatRoom *room : rooms) {
        const RoomKind kind = room->room().kind;
        if (sectionOf(kind) != section) {
            section = sectionOf(kind);
            QStandardItem *head = itemAt(row++);
            head->setText(section);
            head->setData({}, NameRole);
            head->setFlags(Qt::ItemIsEnabled);
            head->setAccessibleText(section);
            head->setToolTip({});
        }
        const bool isDirect = kind == RoomKind::Direct;
        const auto availability = m_chat.availabilityOf(m_chat.partnerOf(*room));
        const Marks &marks = room->marks();
        QStandardItem *item = itemAt(row++);
        const QString title = m_chat.titleOf(*room).simplified();
        item->setText(title);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setData(room->name(), NameRole);
        item->setData(marks.unread, UnreadRole);
        item->setData(isDirect ? marks.unread : marks.mentions, MentionsRole);
        item->setData(isDirect, DirectRole);
        item->setData(availability ? int(*availability) : -1, PresenceRole);
        item->setToolTip(format::tooltip(room->room().topic));
        QStringList spoken{title, isDirect ? presenceWord(availability) : section};
        if (marks.unread > 0)
            spoken << tr("%n unread", nullptr, marks.unread);
        if (marks.mentions > 0)
            spoken << tr("%n mention(s)", nullptr, marks.mentions);
        item->setAccessibleText(spoken.join(QStringLiteral(", ")));
    }
    m_model->setRowCount(row);
    m_isRefreshing = false;
    setCurrentRoom(current);
}

QString RoomList::currentRoom() const { return currentIndex().data(NameRole).toString(); }

void RoomList::setCurrentRoom(const QString &name)
{
    m_isRefreshing = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (!name.isEmpty() && index.data(NameRole).toString() == name && index != currentIndex())
            setCurrentIndex(index);
    }
    m_isRefreshing = false;
}

QString RoomList::nextUnread() const
{
    const int count = m_model->rowCount();
    for (int step = 1; step <= count; ++step) {
        const QModelIndex index = m_model->index((std::max(0, currentIndex().row()) + step) % count, 0);
        if (!index.data(NameRole).toString().isEmpty() && index.data(UnreadRole).toInt() > 0)
            return index.data(NameRole).toString();
    }
    return {};
}

void RoomList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const QString name = current.data(NameRole).toString();
    if (!m_isRefreshing && !name.isEmpty())
        Q_EMIT roomChosen(name);
}

} // namespace chat
