// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/listpanel.h"

#include "kit/banner.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QAction>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace settings {

namespace {
namespace tokens = kit::tokens;
constexpr int widestColumn = 260;
} // namespace

ListPanel::ListPanel(client::Mirror &mirror, const QString &name, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_sentence(new kit::Label({}, kit::TextRole::Secondary)),
      m_error(new kit::Banner(kit::Status::High, QString())), m_table(new QTableView),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Table), tr("Nothing has been read yet."))),
      m_makers(new QHBoxLayout), m_deeds(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space2);
    m_makers->setSpacing(tokens::Space2);
    m_sentence->setWordWrap(true);
    m_makers->addWidget(m_sentence, 1);
    column->addLayout(m_makers);
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column->addWidget(m_error);
    buildTable(name);
    auto *card = new kit::Card;
    auto *holder = new QWidget;
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    card->addContent(holder, 1);
    column->addWidget(card, 1);
    m_deeds->setSpacing(tokens::Space2);
    m_deeds->addStretch(1);
    column->addLayout(m_deeds);
    connect(&link(), &client::Link::stateChanged, this, [this] {
        if (isVisible() && link().state() == client::Link::State::Live)
            refresh();
    });
}

void ListPanel::buildTable(const QString &name)
{
    m_table->setAccessibleName(name);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::Row);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void ListPanel::setModel(QAbstractItemModel &model)
{
    m_table->setModel(&model);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &ListPanel::keepRow);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListPanel::showRows);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ListPanel::rowChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListPanel::rowChanged);
}

void ListPanel::keepRow() { m_kept = m_table->currentIndex().data(Qt::UserRole).toString(); }

void ListPanel::showRows()
{
    const QAbstractItemModel &model = *m_table->model();
    m_stack->setCurrentIndex(model.rowCount() > 0 ? 1 : 0);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const QModelIndex index = model.index(row, 0); index.data(Qt::UserRole).toString() == m_kept)
            m_table->setCurrentIndex(index);
    }
    // The last one takes what is left.
    for (int column = 0; column + 1 < model.columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column,
                                std::min(m_table->columnWidth(column) + tokens::Space4, widestColumn));
    }
    Q_EMIT rowChanged();
}

void ListPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ListPanel::explain(const QString &sentence) { m_sentence->setText(sentence); }

void ListPanel::setEmptyText(const QString &sentence) { m_emptyText = sentence; }

QAction *ListPanel::addMaker(const QString &text, bool isMain)
{
    auto *action = new QAction(text, this);
    addButton(action, *m_makers, isMain);
    return action;
}

QAction *ListPanel::addDeed(const QString &text)
{
    auto *action = new QAction(text, this);
    addButton(action, *m_deeds, false);
    return action;
}

void ListPanel::addButton(QAction *action, QHBoxLayout &row, bool isMain)
{
    m_table->addAction(action);
    auto *button = isMain ? static_cast<QPushButton *>(new kit::PrimaryButton(action->text()))
                          : new QPushButton(action->text());
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        // An action's own tooltip is its text, which the button shows already.
        const QString whyNot = action->isEnabled() ? QString() : action->toolTip();
        button->setToolTip(kit::format::tooltip(whyNot));
        button->setAccessibleDescription(whyNot);
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    // Behind the deeds there is room.
    row.insertWidget(&row == m_makers ? row.count() : row.count() - 1, button);
}

void ListPanel::allow(QAction *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot);
}

void ListPanel::say(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

void ListPanel::listed(const QString &error)
{
    const bool wasUnread = std::exchange(m_isUnread, !error.isEmpty());
    if (wasUnread || m_isUnread)
        say(error);
    if (error.isEmpty())
        m_empty->setSentence(m_emptyText);
}

void ListPanel::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &ListPanel::refresh);
    dialog->open();
}

int ListPanel::row() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? index.row() : -1;
}

} // namespace settings
