// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverpage.h"

#include "kit/banner.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/toast.h"
#include "kit/tokens.h"
#include "server/clienttable.h"
#include "server/clientwords.h"
#include "server/closesheet.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace server {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
constexpr int filterWidth = 240;
constexpr int widthForAll = 1000; // below, the inspector alone tells role and subscriptions
} // namespace

ServerPage::ServerPage(client::Mirror &mirror, core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_list(mirror, clock), m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Server), QString())),
      m_banner(new kit::Banner(kit::Status::Medium, QString())), m_card(new kit::Card(tr("Clients"))),
      m_filter(new QLineEdit), m_close(new QPushButton(tr("&Close connection…"))),
      m_closeAction(new QAction(tr("Close connection…"), this)), m_tableStack(new QStackedLayout),
      m_table(new QTableView), m_model(new ClientTable(this)), m_shown(new ClientFilter(this)),
      m_toasts(new kit::ToastArea(this))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildContent());
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] { m_list.mirror().link().retry(); });
    connect(&m_list, &client::ClientList::changed, this, &ServerPage::refresh);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    refresh();
}

QWidget *ServerPage::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    m_banner->hide();
    connect(m_banner, &kit::Banner::closed, this, [this] {
        m_isRefused = false;
        m_banner->hide();
    });
    column->addWidget(m_banner);
    buildTools(*m_card);
    auto *inside = new QVBoxLayout;
    buildTable(*inside);
    m_card->content()->addLayout(inside, 1);
    column->addWidget(m_card, 1);
    return content;
}

void ServerPage::buildTools(kit::Card &card)
{
    m_filter->setPlaceholderText(tr("Filter: user, address, contract…"));
    m_filter->setAccessibleName(tr("Filter the clients"));
    m_filter->setToolTip(tr("Shows the clients that hold all these words (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(filterWidth);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        refreshCount();
    });
    card.addHeaderWidget(m_filter);
    connect(m_close, &QPushButton::clicked, this, &ServerPage::askToClose);
    card.addHeaderWidget(m_close);
}

void ServerPage::buildTable(QVBoxLayout &column)
{
    m_shown->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("clients"));
    m_table->setModel(m_shown);
    m_table->setAccessibleName(tr("Clients"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ClientTable::Since, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::Row);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ClientTable::Subscriptions, QHeaderView::Stretch);
    m_closeAction->setShortcut(QKeySequence(Qt::Key_Delete));
    m_closeAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_closeAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_closeAction, &QAction::triggered, this, &ServerPage::askToClose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ServerPage::select);
    connect(m_table, &QTableView::clicked, this, &ServerPage::select);
    auto *none = new kit::EmptyState(kit::icon(kit::Symbol::Clients), tr("No client holds all these words."));
    none->setAction(tr("Clear the filter"));
    connect(none, &kit::EmptyState::actionTriggered, m_filter, &QLineEdit::clear);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(none);
    column.addLayout(m_tableStack);
}

void ServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list.setWatched(true);
}

void ServerPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_list.setWatched(false);
}

void ServerPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < widthForAll;
    for (const int column : {ClientTable::Role, ClientTable::Subscriptions})
        m_table->setColumnHidden(column, isNarrow);
    for (const int column : {ClientTable::Name, ClientTable::Address}) {
        m_table->horizontalHeader()->setSectionResizeMode(column, isNarrow ? QHeaderView::Stretch
                                                                           : QHeaderView::ResizeToContents);
    }
}

void ServerPage::refresh()
{
    const client::Link &link = m_list.mirror().link();
    if (m_list.state() != client::ClientList::State::Known) {
        const bool isForbidden = m_list.state() == client::ClientList::State::Forbidden;
        const QString why =
            m_list.trouble().isEmpty() ? tr("Asking the server who is connected.") : m_list.trouble();
        m_empty->setSentence(isForbidden ? tr("Only administrators see who is connected. Sign in as one, "
                                              "or ask one.")
                                         : why);
        const bool isRetried = !isForbidden && !link.isLocal() && link.state() != client::Link::State::Live;
        m_empty->setAction(isRetried ? tr("Retry now") : QString());
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    if (!m_list.trouble().isEmpty()) {
        m_isRefused = false;
        m_banner->setStatus(kit::Status::Medium);
        m_banner->setClosable(false);
        m_banner->setText(
            tr("As of %1. %2").arg(format::clockTime(m_list.asOf().toMSecsSinceEpoch()), m_list.trouble()));
        m_banner->show();
    } else if (!m_banner->isHidden() && !m_isRefused) {
        m_banner->hide();
    }
    const auto current = [this] { return chosen() ? std::optional(chosen()->id) : std::nullopt; };
    const std::optional<qint64> before = current();
    m_isRefreshing = true;
    m_model->setClients(m_list.clients(), m_list.asOf());
    // The row below one that is gone is not what somebody chose.
    if (current() != before)
        m_table->selectionModel()->clear();
    m_isRefreshing = false;
    refreshCount();
}

void ServerPage::refreshCount()
{
    const int shown = m_shown->rowCount();
    const QString all = format::count(m_list.total());
    m_card->setSubtitle(shown == m_list.total() ? all : tr("%1 of %2 shown").arg(format::count(shown), all));
    const bool isNone = shown == 0 && !m_filter->text().isEmpty();
    m_tableStack->setCurrentIndex(isNone ? 1 : 0);
    refreshClose();
}

const session::Client *ServerPage::chosen() const
{
    const QModelIndex index = m_shown->mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model->at(index.row()) : nullptr;
}

void ServerPage::refreshClose()
{
    const session::Client *client = chosen();
    const QString why = client == nullptr ? tr("Choose a client first.") : words::keptOpen(*client);
    m_close->setEnabled(why.isEmpty());
    m_closeAction->setEnabled(why.isEmpty());
    m_close->setToolTip(why.isEmpty() ? tr("Close the chosen connection (Delete)") : why);
}

void ServerPage::select()
{
    refreshClose();
    const session::Client *client = chosen();
    if (client == nullptr || m_isRefreshing)
        return;
    Q_EMIT selected([this, id = client->id]() -> std::optional<client::Facts> {
        const session::Client *now = m_list.find(id);
        if (now == nullptr)
            return std::nullopt;
        return client::Facts{
            tr("Client"),
            words::name(*now),
            {{tr("User"), words::user(*now)},
             {tr("Account"), now->userId.isEmpty() ? format::none() : now->userId},
             {tr("Role"), words::role(*now)},
             {tr("Contract"), words::contract(*now)},
             {tr("Address"), words::address(*now)},
             {tr("Subscriptions"), words::subscriptions(*now)},
             {tr("Waiting"), tr("%1 messages, %2")
                                 .arg(format::count(now->queued), format::memory(double(now->queuedBytes)))},
             {tr("Dropped"), format::count(now->dropped)},
             {tr("Connected since"), format::exactTime(now->openedAt.toMSecsSinceEpoch())},
             {tr("Number"), QString::number(now->id)}}};
    });
}

void ServerPage::askToClose()
{
    const session::Client *client = chosen();
    if (client == nullptr || !words::keptOpen(*client).isEmpty())
        return;
    auto *sheet = new CloseSheet(*client, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this,
            [this, sheet, client = *client] { close(client, sheet->reason()); });
    sheet->open();
}

void ServerPage::close(const session::Client &client, const QString &reason)
{
    m_list.close(client.id, reason, this, [this, who = words::whose(client)](const core::Result<void> &done) {
        m_isRefused = !done;
        if (done) {
            m_toasts->say(tr("The connection of %1 was closed.").arg(who));
            return;
        }
        m_banner->setStatus(kit::Status::High);
        m_banner->setClosable(true);
        m_banner->setText(tr("The connection of %1 is still open: %2").arg(who, done.error().message));
        m_banner->show();
    });
}

} // namespace server
