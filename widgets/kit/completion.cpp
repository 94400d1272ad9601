// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/completion.h"

#include "kit/theme.h"
#include "kit/tokens.h"

#include <QAccessible>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace kit {

namespace {
constexpr int popupWidth = 420;
constexpr int detailRole = Qt::UserRole;

/// What it is, and what that means, beside each other.
class ChoiceDelegate final : public QStyledItemDelegate
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
        const Theme &theme = kit::theme();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        QRect rect = option.rect.adjusted(tokens::Space2, 0, -tokens::Space2, 0);
        painter->setFont(textFont(tokens::BodyPt));
        painter->setPen(theme.text);
        const QString title =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width() * 3 / 5);
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, title);
        rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(title) + tokens::Space3);
        painter->setFont(textFont(tokens::SecondaryPt));
        painter->setPen(theme.text2);
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data(detailRole).toString(), Qt::ElideRight,
                                                            rect.width()));
        painter->restore();
    }
};
} // namespace

Completion::Completion(QWidget *field)
    : QFrame(field->window()), m_field(field), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
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

void Completion::setChoices(const QList<Choice> &choices)
{
    m_model->clear();
    for (const Choice &choice : choices) {
        auto *item = new QStandardItem(choice.title.simplified());
        const QString detail = choice.detail.simplified();
        item->setData(detail, detailRole);
        item->setAccessibleText(detail.isEmpty() ? item->text()
                                                 : item->text() + QStringLiteral(", ") + detail);
        m_model->appendRow(item);
    }
    if (choices.isEmpty()) {
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
    const int height = m_model->rowCount() * tokens::Row + 2;
    const QPoint corner = m_field->mapTo(m_field->window(), QPoint(0, 0));
    const int width = std::min(popupWidth, m_field->window()->width() - corner.x() - tokens::Space4);
    const int above = corner.y() - height - tokens::Space1;
    setGeometry(corner.x(), above >= 0 ? above : corner.y() + m_field->height() + tokens::Space1, width,
                height);
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

int Completion::chosen() const { return m_list->currentIndex().row(); }

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

} // namespace kit
