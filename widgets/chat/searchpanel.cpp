// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/searchpanel.h"

#include "client/ask.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;

namespace {
enum FoundRole { FoundIdRole = Qt::UserRole, FoundRoomRole, FoundMetaRole };
constexpr int foundHeight = 46;
constexpr int longestWords = 256;

/// Who wrote it where and when, and the text below.
class FoundDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {tokens::RailWidth, foundHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const kit::Theme &theme = kit::theme();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        const QRect rect =
            option.rect.adjusted(tokens::Space3, tokens::Space1, -tokens::Space2, -tokens::Space1);
        const auto draw = [&](const QFont &font, const QColor &ink, int align, const QString &text) {
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(rect, align | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        };
        draw(kit::textFont(tokens::SecondaryPt), theme.text2, Qt::AlignTop,
             index.data(FoundMetaRole).toString());
        draw(kit::textFont(tokens::BodyPt), theme.text, Qt::AlignBottom, index.data().toString());
        painter->restore();
    }
};
} // namespace

SearchPanel::SearchPanel(client::Chat &chat, QWidget *parent)
    : QWidget(parent), m_chat(chat), m_words(new QLineEdit), m_author(new QComboBox), m_time(new QComboBox),
      m_here(new QCheckBox(tr("Only in this room"))), m_result(new kit::Label({}, kit::TextRole::Secondary)),
      m_list(new QListView), m_model(new QStandardItemModel(this)), m_more(new QPushButton(tr("Load &older")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space3, tokens::Space2, tokens::Space3, tokens::Space2);
    column->setSpacing(tokens::Space2);
    column->addWidget(new kit::Label(tr("Search"), kit::TextRole::CardTitle));
    m_words->setPlaceholderText(tr("Words, all of them"));
    m_words->setAccessibleName(tr("Words to look for"));
    m_words->setMaxLength(longestWords);
    m_words->setClearButtonEnabled(true);
    column->addWidget(m_words);
    m_author->setAccessibleName(tr("Who wrote it"));
    m_author->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_author);
    m_time->setAccessibleName(tr("How long ago"));
    for (const auto &[text, days] : {std::pair{tr("Any time"), 0}, std::pair{tr("Last 24 hours"), 1},
                                     std::pair{tr("Last 7 days"), 7}, std::pair{tr("Last 30 days"), 30}})
        m_time->addItem(text, days);
    column->addWidget(m_time);
    column->addWidget(m_here);
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FoundDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("What was found"));
    column->addWidget(m_list, 1);
    m_more->hide();
    column->addWidget(m_more);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { search(false); });
    for (QComboBox *box : {m_author, m_time})
        connect(box, &QComboBox::activated, this, [this] { search(false); });
    connect(m_here, &QCheckBox::clicked, this, [this] { search(false); });
    connect(m_more, &QPushButton::clicked, this, [this] { search(true); });
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT messageChosen(index.data(FoundRoomRole).toString(), index.data(FoundIdRole).toString());
    };
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    fillAuthors();
}

void SearchPanel::fillAuthors()
{
    const QString before = m_author->currentData().toString();
    m_author->clear();
    m_author->addItem(tr("Anybody"), QString());
    const QMap<QString, QString> people = m_chat.people();
    for (auto one = people.begin(); one != people.end(); ++one)
        m_author->addItem(one.value().simplified(), one.key());
    m_author->setCurrentIndex(std::max(0, m_author->findData(before)));
}

void SearchPanel::takeFocus()
{
    fillAuthors();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void SearchPanel::search(bool isMore)
{
    Search command;
    command.text = m_words->text().trimmed();
    if (command.text.isEmpty())
        return;
    command.author = m_author->currentData().toString();
    if (m_here->isChecked())
        command.roomName = m_room;
    if (const int days = m_time->currentData().toInt(); days > 0)
        command.from = m_chat.mirror().serverNow().addDays(-days);
    if (isMore)
        command.before = m_oldest;
    else
        m_model->clear();
    client::ask(m_chat.mirror().link(), command, this,
                [this, round = ++m_round](const core::Result<Search::Reply> &reply) {
                    if (round == m_round)
                        take(reply);
                });
}

void SearchPanel::take(const core::Result<Search::Reply> &reply)
{
    m_more->setVisible(reply && reply->hasOlder);
    if (!reply) {
        m_result->setText(reply.error().message);
        return;
    }
    for (const Message &message : reply->messages) {
        const client::ChatRoom *room = m_chat.find(message.roomName);
        const QString where = room ? m_chat.titleOf(*room) : message.roomName;
        const QString when = QLocale().toString(message.timestamp.toLocalTime(), QLocale::ShortFormat);
        auto *item = new QStandardItem(message.message.simplified());
        item->setData(message.id, FoundIdRole);
        item->setData(message.roomName, FoundRoomRole);
        item->setData(tr("%1 in %2 · %3", "author, room, when")
                          .arg(format::isolate(message.userName.simplified()),
                               format::isolate(where.simplified()), when),
                      FoundMetaRole);
        item->setAccessibleText(item->data(FoundMetaRole).toString() + QStringLiteral(", ") + item->text());
        m_model->appendRow(item);
        m_oldest = message.id;
    }
    const int count = m_model->rowCount();
    m_result->setText(count == 0        ? tr("Nothing has all these words. Try fewer of them.")
                      : reply->hasOlder ? tr("The newest %1").arg(format::count(count))
                                        : tr("%n found", nullptr, count));
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chat
