// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette.h"

#include "kit/focusring.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "shell/actions.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int paletteWidth = 560;
constexpr int paletteRows = 9;
constexpr int paletteTop = 64;
enum PaletteRole { PathRole = Qt::UserRole + 1, ShortcutRole, ActionRole };

/// Draws an entry: icon and name at the left, its menu after it, its shortcut at the right.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, tokens::Row};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const kit::Theme &theme = kit::theme();
        const auto placed = [&](const QRect &logical) {
            return QStyle::visualRect(option.direction, option.rect, logical);
        };
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        const QRect box = option.rect.adjusted(tokens::Space3, 0, -tokens::Space3, 0);
        const QRect icon(box.left(), box.center().y() - 8, 16, 16);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, placed(icon));
        painter->setFont(kit::textFont(tokens::SecondaryPt));
        const QString shortcut = index.data(ShortcutRole).toString();
        const int keyWidth = painter->fontMetrics().horizontalAdvance(shortcut);
        painter->setPen(theme.text2);
        painter->drawText(placed({box.right() - keyWidth, box.top(), keyWidth + 1, box.height()}),
                          Qt::AlignCenter, shortcut);
        const int from = icon.right() + 1 + tokens::Space2;
        const int room = box.right() - keyWidth - tokens::Space3 - from;
        const QString path = index.data(PathRole).toString();
        painter->setFont(kit::textFont(tokens::BodyPt));
        const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room);
        const int textWidth = painter->fontMetrics().horizontalAdvance(text);
        painter->setPen(theme.text);
        painter->drawText(placed({from, box.top(), room, box.height()}), Qt::AlignLeading | Qt::AlignVCenter,
                          text);
        painter->setFont(kit::textFont(tokens::SecondaryPt));
        painter->setPen(theme.text3);
        const QRect rest(from + textWidth + tokens::Space3, box.top(), room - textWidth - tokens::Space3,
                         box.height());
        if (rest.width() > painter->fontMetrics().horizontalAdvance(path))
            painter->drawText(placed(rest), Qt::AlignLeading | Qt::AlignVCenter, path);
        painter->restore();
    }
};

} // namespace

Palette::Palette(const Actions &actions, QWidget *window)
    : QFrame(window), m_actions(actions), m_edit(new QLineEdit), m_list(new QListView),
      m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Command palette"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space2, tokens::Space2, tokens::Space2, tokens::Space2);
    column->setSpacing(tokens::Space2);
    m_edit->setPlaceholderText(tr("Type a command or a page"));
    m_edit->setAccessibleName(tr("Command or page"));
    m_edit->setMinimumHeight(tokens::RowComfortable);
    m_edit->setMaxLength(100);
    column->addWidget(m_edit);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_list);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &Palette::fill);
    connect(m_list, &QListView::clicked, this, &Palette::trigger);
    hide();
}

void Palette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_edit->clear();
    fill({});
    const int width = std::min(paletteWidth, parentWidget()->width() - 2 * tokens::Space8);
    const int most = parentWidget()->height() - paletteTop - tokens::Space8;
    resize(width, std::min(most, tokens::RowComfortable + 3 * tokens::Space2 + paletteRows * tokens::Row));
    QFrame::move((parentWidget()->width() - width) / 2, paletteTop);
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

int Palette::score(const QString &typed, const QString &text, const QString &others)
{
    const QStringList wanted = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString name = text.toLower();
    const QString all = name + QLatin1Char(' ') + others.toLower();
    int total = 1;
    for (const QString &word : wanted) {
        if (name.startsWith(word))
            total += 8;
        else if (name.contains(QLatin1Char(' ') + word))
            total += 6;
        else if (all.contains(QLatin1Char(' ') + word))
            total += 4;
        else if (name.contains(word))
            total += 2;
        else
            return 0;
    }
    return total;
}

void Palette::fill(const QString &typed)
{
    QList<std::pair<int, QAction *>> found;
    for (QAction *action : m_actions.all()) {
        const int points = score(typed, Actions::textOf(action),
                                 Actions::pathOf(action) + QLatin1Char(' ') + Actions::synonymsOf(action));
        if (points > 0 && action->isEnabled() && action->isVisible())
            found.append({points, action});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    m_model->clear();
    for (const auto &[points, action] : std::as_const(found)) {
        auto *item = new QStandardItem(action->icon(), Actions::textOf(action));
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        item->setData(Actions::pathOf(action), PathRole);
        item->setData(shortcut, ShortcutRole);
        item->setData(QVariant::fromValue<QObject *>(action), ActionRole);
        item->setAccessibleText(
            QStringList{item->text(), Actions::pathOf(action), shortcut}.join(QStringLiteral(", ")));
        m_model->appendRow(item);
    }
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
}

QStringList Palette::shown() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts << m_model->item(row)->text();
    return texts;
}

void Palette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void Palette::trigger()
{
    auto *action = qobject_cast<QAction *>(m_list->currentIndex().data(ActionRole).value<QObject *>());
    dismiss();
    if (action)
        action->trigger();
}

void Palette::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            dismiss();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(paletteRows);
        return true;
    case Qt::Key_PageUp:
        move(-paletteRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::paintPanel(painter, rect(), tokens::RadiusCard, kit::theme().raised, kit::theme().borderStrong);
}

} // namespace shell
