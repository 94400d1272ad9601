// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/completion.h"

#include "chat/presencemark.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QAccessible>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chat {

namespace tokens = kit::tokens;

namespace {
constexpr int mostProposals = 8;
constexpr int popupWidth = 420;
constexpr int detailRole = Qt::UserRole;

/// Whether some word in there begins so.
bool isBegunBy(const QString &text, const QString &typed)
{
    if (typed.isEmpty() || text.startsWith(typed, Qt::CaseInsensitive))
        return true;
    static const QString separators = QStringLiteral(" -._@");
    for (qsizetype at = text.indexOf(typed, 1, Qt::CaseInsensitive); at > 0;
         at = text.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (separators.contains(text[at - 1]))
            return true;
    }
    return false;
}

QList<Proposal> people(const QString &typed, const client::Chat &chat)
{
    QList<Proposal> found;
    const QMap<QString, QString> all = chat.people();
    for (auto one = all.begin(); one != all.end(); ++one) {
        const QString name = one.value().simplified();
        const bool isSelf = chat.mirror().user() && chat.mirror().user()->id == one.key();
        if (!isSelf && !name.isEmpty() && isBegunBy(name, typed))
            found << Proposal{QLatin1Char('@') + name, name, presenceWord(chat.availabilityOf(one.key()))};
    }
    std::sort(found.begin(), found.end(), [](const Proposal &one, const Proposal &other) {
        return QString::localeAwareCompare(one.title, other.title) < 0;
    });
    if (isBegunBy(QStringLiteral("here"), typed))
        found << Proposal{QStringLiteral("@here"), QStringLiteral("here"),
                          Completion::tr("calls everybody who is in the room now")};
    return found;
}

QList<Proposal> things(const QString &typed, const client::Chat &chat, const CardBook &cards)
{
    QList<Proposal> found;
    if (typed.isEmpty()) {
        found << Proposal{QStringLiteral("#A-"), QStringLiteral("A-…"),
                          Completion::tr("an alert, by its number")};
    }
    for (const client::ChatRoom *room : chat.rooms()) {
        const bool isNamed = room->room().kind == RoomKind::Public || room->room().kind == RoomKind::System;
        if (isNamed && isBegunBy(room->name(), typed) && !room->name().contains(QLatin1Char(' ')))
            found << Proposal{QLatin1Char('#') + room->name(), room->name(), Completion::tr("room")};
    }
    for (const network::Entry &device : cards.devices().all()) {
        if (found.size() >= 2 * mostProposals)
            break;
        const Card card{CardKind::Device, device.id};
        const CardFace face = cards.faceOf(card);
        const QString name = face.title.simplified();
        const bool isMeant =
            isBegunBy(name, typed) || (!typed.isEmpty() && device.addresses.value(0).startsWith(typed));
        if (isMeant && !name.isEmpty())
            found << Proposal{QLatin1Char('#') + QString(name).replace(QLatin1Char(' '), QLatin1Char('-')),
                              name, face.detail, card};
    }
    return found;
}

QList<Proposal> commands(const QString &typed, const client::Chat &chat)
{
    QList<Proposal> found;
    for (const SlashWord &word : chat.slashWords()) {
        if (!word.word.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const QString title = QLatin1Char('/') + word.word;
        found << Proposal{title, word.arguments.isEmpty() ? title : title + QLatin1Char(' ') + word.arguments,
                          word.summary};
    }
    return found;
}

/// What it is, and what that means, beside each other.
class ProposalDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {popupWidth, tokens::Row};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const kit::Theme &theme = kit::theme();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        QRect rect = option.rect.adjusted(tokens::Space2, 0, -tokens::Space2, 0);
        painter->setFont(kit::textFont(tokens::BodyPt));
        painter->setPen(theme.text);
        const QString title =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width() * 3 / 5);
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, title);
        rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(title) + tokens::Space3);
        painter->setFont(kit::textFont(tokens::SecondaryPt));
        painter->setPen(theme.text2);
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data(detailRole).toString(), Qt::ElideRight,
                                                            rect.width()));
        painter->restore();
    }
};
} // namespace

QList<Proposal> proposalsFor(const QString &word, bool isFirst, const client::Chat &chat,
                             const CardBook &cards)
{
    if (word.isEmpty())
        return {};
    QList<Proposal> found;
    const QString typed = word.mid(1);
    if (word.startsWith(QLatin1Char('@')))
        found = people(typed, chat);
    else if (word.startsWith(QLatin1Char('#')))
        found = things(typed, chat, cards);
    else if (word.startsWith(QLatin1Char('/')) && isFirst)
        found = commands(typed, chat);
    return found.mid(0, mostProposals);
}

Completion::Completion(QWidget *field)
    : QFrame(field->window()), m_field(field), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProposalDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Proposals"));
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &Completion::picked);
    hide();
}

void Completion::setProposals(const QList<Proposal> &proposals)
{
    m_proposals = proposals;
    m_model->clear();
    for (const Proposal &proposal : proposals) {
        auto *item = new QStandardItem(proposal.title.simplified());
        item->setData(proposal.detail.simplified(), detailRole);
        item->setAccessibleText(item->text() + QStringLiteral(", ") + proposal.detail.simplified());
        m_model->appendRow(item);
    }
    if (proposals.isEmpty()) {
        hide();
        return;
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
    show();
    raise();
    tell();
}

void Completion::place()
{
    if (parentWidget() != m_field->window())
        setParent(m_field->window());
    const int height = int(m_proposals.size()) * tokens::Row + 2;
    const QPoint corner = m_field->mapTo(m_field->window(), QPoint(0, 0));
    const int width = std::min(popupWidth, m_field->window()->width() - corner.x() - tokens::Space4);
    setGeometry(corner.x(), std::max(0, corner.y() - height - tokens::Space1), width, height);
}

void Completion::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = (m_list->currentIndex().row() + rows + count) % count;
    m_list->setCurrentIndex(m_model->index(row, 0));
    tell();
}

const Proposal *Completion::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row < 0 || row >= m_proposals.size() ? nullptr : &m_proposals[row];
}

/// The focus stays in the field, so the row says itself that it is the one.
void Completion::tell()
{
    const QModelIndex index = m_list->currentIndex();
    m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent focus(m_list, QAccessible::Focus);
    focus.setChild(index.row());
    QAccessible::updateAccessibility(&focus);
    QAccessibleEvent described(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
}

} // namespace chat
