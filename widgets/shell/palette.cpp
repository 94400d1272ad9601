// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette.h"

#include "kit/focusring.h"
#include "kit/icons.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "shell/actions.h"
#include "shell/answerpane.h"
#include "shell/finder.h"

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
constexpr int longestTyped = 8192; // a link may be pasted
constexpr qsizetype fewestWords = 3;
enum PaletteRole { PathRole = Qt::UserRole + 1, ShortcutRole };

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

Palette::Palette(const Actions &actions, const Finder &finder, client::Link &link, QWidget *window)
    : QFrame(window), m_actions(actions), m_finder(finder), m_edit(new QLineEdit), m_list(new QListView),
      m_model(new QStandardItemModel(this)), m_answer(new AnswerPane(link))
{
    setAccessibleName(tr("Command palette"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space2, tokens::Space2, tokens::Space2, tokens::Space2);
    column->setSpacing(tokens::Space2);
    m_edit->setPlaceholderText(tr("Type a command, a page, a name, an address or a question"));
    m_edit->setAccessibleName(tr("Command, page, name, address or question"));
    m_edit->setMinimumHeight(tokens::RowComfortable);
    m_edit->setMaxLength(longestTyped);
    column->addWidget(m_edit);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_list);
    column->addWidget(m_answer, 1);
    m_answer->hide();
    m_edit->installEventFilter(this);
    for (QWidget *inside : m_answer->findChildren<QWidget *>())
        inside->installEventFilter(this);
    connect(m_answer, &AnswerPane::chatWanted, this, [this](const QString &question) {
        dismiss();
        Q_EMIT chatWanted(question);
    });
    connect(m_edit, &QLineEdit::textChanged, this, &Palette::fill);
    connect(m_list, &QListView::clicked, this, &Palette::trigger);
    hide();
}

void Palette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    endAnswer();
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

const AnswerPane *Palette::answer() const { return m_answer->isHidden() ? nullptr : m_answer; }

QList<Palette::Row> Palette::actionsFor(const QString &typed)
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
    QList<Row> rows;
    for (const auto &[points, action] : std::as_const(found)) {
        rows << Row{action->icon(), Actions::textOf(action), Actions::pathOf(action),
                    action->shortcut().toString(QKeySequence::NativeText),
                    [action = QPointer<QAction>(action)] {
                        if (action)
                            action->trigger();
                    }};
    }
    return rows;
}

QList<Palette::Row> Palette::rowsOf(const QList<Finding> &findings)
{
    QList<Row> rows;
    for (const Finding &one : findings) {
        Row row{one.icon, one.text, one.path, {}, {}};
        if (one.place && one.isAcknowledged)
            row.deed = [this, id = one.place->id] { Q_EMIT acknowledgeWanted(id); };
        else if (one.place)
            row.deed = [this, place = *one.place] { Q_EMIT placeWanted(place); };
        rows << row;
    }
    return rows;
}

Palette::Row Palette::asking(const QString &question)
{
    return {kit::icon(kit::Symbol::Chat),
            tr("Ask the assistant: %1").arg(question.simplified()),
            {},
            {},
            [this, question] {
                m_list->hide();
                m_answer->show();
                m_answer->ask(question);
            },
            true};
}

/// Things named in full come first, then what can be done, then things that are called like it. A question is
/// asked where it is marked as one; nothing else does for it.
void Palette::fill(const QString &typed)
{
    endAnswer();
    const QString text = typed.trimmed();
    const bool isMarked = text.startsWith(QLatin1Char('?'));
    const QString question = isMarked ? text.mid(1).trimmed() : text;
    QList<Row> rows;
    if (!isMarked)
        rows = rowsOf(m_finder.named(text)) + actionsFor(typed) + rowsOf(m_finder.similar(text));
    const bool isAsked =
        isMarked || text.endsWith(QLatin1Char('?')) ||
        (rows.isEmpty() && text.split(QLatin1Char(' '), Qt::SkipEmptyParts).size() >= fewestWords);
    if (isAsked && !question.isEmpty())
        rows.prepend(asking(question));
    setRows(rows);
}

void Palette::setRows(const QList<Row> &rows)
{
    m_rows = rows;
    m_model->clear();
    for (const Row &row : rows) {
        auto *item = new QStandardItem(row.icon, row.text);
        item->setData(row.path, PathRole);
        item->setData(row.shortcut, ShortcutRole);
        QStringList spoken{row.text, row.path, row.shortcut};
        spoken.removeAll(QString());
        item->setAccessibleText(spoken.join(QStringLiteral(", ")));
        m_model->appendRow(item);
    }
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void Palette::endAnswer()
{
    if (m_answer->isHidden())
        return;
    m_edit->setFocus(Qt::OtherFocusReason);
    m_answer->hide();
    m_list->show();
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
    const int place = m_list->currentIndex().row();
    if (answer() || place < 0 || place >= m_rows.size() || !m_rows[place].deed)
        return;
    const std::function<void()> deed = m_rows[place].deed;
    if (!m_rows[place].isAnsweredHere)
        dismiss();
    deed();
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
        const bool isElsewhere = !isAncestorOf(QApplication::focusWidget());
        if (isElsewhere && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            dismiss();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    return watched == m_edit || key == Qt::Key_Escape ? pressKey(key) : false;
}

bool Palette::pressKey(int key)
{
    const bool isAnswered = answer() != nullptr;
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        move(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int way = key == Qt::Key_PageDown ? 1 : -1;
        isAnswered ? m_answer->scroll(way) : move(way * paletteRows);
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger();
        return true;
    case Qt::Key_Escape:
        isAnswered ? endAnswer() : dismiss();
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
