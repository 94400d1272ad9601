// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/memberspanel.h"

#include "chat/presencemark.h"
#include "client/ask.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chat {

namespace tokens = kit::tokens;

namespace {
enum MemberRole { IdRole = Qt::UserRole, StateRole };

/// A name behind the mark of what they are doing.
class MemberDelegate final : public QStyledItemDelegate
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
        const kit::Theme &theme = kit::theme();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        QRect rect = option.rect.adjusted(tokens::Space3, 0, -tokens::Space2, 0);
        const int state = index.data(StateRole).toInt();
        std::optional<identity::Availability> availability;
        if (state >= 0)
            availability = identity::Availability(state);
        paintPresence(*painter, QRectF(rect.left(), rect.center().y() - 4.5, 10, 10), availability);
        rect.setLeft(rect.left() + tokens::Space4 + 2);
        const QString word = presenceWord(availability);
        painter->setFont(kit::textFont(tokens::SecondaryPt));
        painter->setPen(theme.text3);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, word);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(word) - tokens::Space2);
        painter->setFont(kit::textFont(tokens::BodyPt));
        painter->setPen(availability ? theme.text : theme.text2);
        painter->drawText(
            rect, Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }
};
} // namespace

MembersPanel::MembersPanel(client::Chat &chat, QWidget *parent)
    : QWidget(parent), m_chat(chat), m_trouble(new kit::Label({}, kit::TextRole::Hint)),
      m_list(new QListView), m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, tokens::Space2, 0, 0);
    column->setSpacing(tokens::Space2);
    auto *title = new kit::Label(tr("Members"), kit::TextRole::CardTitle);
    title->setContentsMargins(tokens::Space3, 0, tokens::Space2, 0);
    column->addWidget(title);
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(tokens::Space3, 0, tokens::Space2, 0);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MemberDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Members"));
    m_list->setToolTip(tr("Enter opens the room you have with somebody alone"));
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const QString id = index.data(IdRole).toString();
        if (m_chat.mirror().user() && id != m_chat.mirror().user()->id)
            Q_EMIT personChosen(id);
    });
    connect(&chat, &client::Chat::peopleChanged, this, &MembersPanel::fill);
}

void MembersPanel::setRoom(const QString &name)
{
    m_room = name;
    m_there.clear();
    refresh();
}

void MembersPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void MembersPanel::refresh()
{
    fill();
    if (m_room.isEmpty() || !isVisible())
        return;
    client::ask(m_chat.mirror().link(), Who{m_room}, this,
                [this, room = m_room](const core::Result<Who::Reply> &reply) {
                    if (room != m_room)
                        return;
                    m_trouble->setVisible(!reply);
                    m_trouble->setText(reply ? QString() : reply.error().message);
                    if (reply)
                        m_there = reply->users;
                    fill();
                });
}

/// Those who are here first, and each of them once.
void MembersPanel::fill()
{
    QMap<QString, QString> names;
    if (const client::ChatRoom *room = m_chat.find(m_room)) {
        for (const Member &member : room->room().members)
            names.insert(member.id, member.displayName);
    }
    for (const identity::Profile &user : std::as_const(m_there))
        names.insert(user.uid, user.displayName.value_or(user.uid));
    QStringList ids = names.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &one, const QString &other) {
        const bool isHere = m_chat.availabilityOf(one).has_value();
        if (isHere != m_chat.availabilityOf(other).has_value())
            return isHere;
        return QString::localeAwareCompare(names[one], names[other]) < 0;
    });
    const QString current = m_list->currentIndex().data(IdRole).toString();
    m_model->clear();
    for (const QString &id : std::as_const(ids)) {
        const auto availability = m_chat.availabilityOf(id);
        auto *item = new QStandardItem(names[id].simplified());
        item->setData(id, IdRole);
        item->setData(availability ? int(*availability) : -1, StateRole);
        item->setAccessibleText(item->text() + QStringLiteral(", ") + presenceWord(availability));
        m_model->appendRow(item);
        if (id == current)
            m_list->setCurrentIndex(item->index());
    }
}

} // namespace chat
