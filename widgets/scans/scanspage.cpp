// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scanspage.h"

#include "kit/banner.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "scans/plaintable.h"
#include "scans/rundetail.h"
#include "scans/runlist.h"
#include "scans/runtable.h"
#include "scans/scandialog.h"
#include "scans/schedulepanel.h"
#include "scans/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>

namespace scans {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
constexpr int filterWidth = 240;
constexpr int widthForAll = 1000; // below, the detail alone tells who started it
} // namespace

ScansPage::ScansPage(client::Scans &scans, core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_scans(scans), m_clock(clock), m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Scans), QString())),
      m_parts(new kit::Segmented({tr("History"), tr("Scheduled")})), m_shownPart(new QStackedWidget),
      m_schedules(new SchedulePanel(scans)), m_summary(new kit::Label({}, kit::TextRole::Secondary)),
      m_new(new kit::PrimaryButton(tr("&New scan…"))),
      m_banner(new kit::Banner(kit::Status::Medium, QString())), m_running(new kit::Card(tr("Running"))),
      m_list(new RunList(scans, clock)), m_history(new kit::Card(tr("History"))), m_filter(new QLineEdit),
      m_older(new QPushButton(tr("Load &older"))), m_tableStack(new QStackedLayout),
      m_none(new kit::EmptyState(kit::icon(kit::Symbol::Scans), QString())),
      m_model(new RunTable(scans, this)), m_shown(new RunFilter(this)),
      m_again(new QAction(tr("Scan again…"), this)),
      m_compare(new QAction(tr("Compare with the one before"), this)), m_detail(new RunDetail(scans))
{
    m_shown->setSourceModel(m_model);
    m_table = new PlainTable(tr("Scans that were run"), *m_shown);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildContent());
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] { m_scans.mirror().link().retry(); });
    connect(&scans, &client::Scans::changed, this, &ScansPage::refresh);
    connect(&scans.mirror().link(), &client::Link::stateChanged, this, &ScansPage::refresh);
    connect(m_list, &RunList::detailsWanted, this, [this](const QString &id) { showScan(id); });
    connect(m_list, &RunList::refused, this, &ScansPage::refuse);
    connect(m_detail, &RunDetail::againWanted, this, &ScansPage::repeat);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    refresh();
}

QWidget *ScansPage::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    buildHead(*column);
    m_running->addContent(m_list);
    column->addWidget(m_running);
    buildHistory();
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(tokens::CardGap);
    splitter->addWidget(m_history);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    m_detail->hide(); // until a scan is chosen
    m_shownPart->addWidget(splitter);
    m_shownPart->addWidget(m_schedules);
    column->addWidget(m_shownPart, 1);
    return content;
}

void ScansPage::buildHead(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space3);
    m_parts->setAccessibleName(tr("Which scans are listed"));
    row->addWidget(m_parts);
    connect(m_parts, &kit::Segmented::chosen, this, &ScansPage::setPart);
    connect(m_schedules, &SchedulePanel::editWanted, this, [this](network::Schedule schedule) {
        if (schedule.id.isEmpty())
            schedule.when = QStringLiteral("daily 02:00");
        askToSchedule(schedule);
    });
    connect(m_schedules, &SchedulePanel::scanWanted, this, [this](const QString &id) { showScan(id); });
    row->addWidget(m_summary, 1);
    connect(m_new, &QPushButton::clicked, this, [this] { askToScan(); });
    row->addWidget(m_new);
    column.addLayout(row);
    m_banner->hide();
    connect(m_banner, &kit::Banner::closed, this, [this] {
        m_isRefused = false;
        m_banner->hide();
    });
    column.addWidget(m_banner);
}

void ScansPage::buildHistory()
{
    m_filter->setPlaceholderText(tr("Filter: type, target, result…"));
    m_filter->setAccessibleName(tr("Filter the scans"));
    m_filter->setToolTip(tr("Shows the scans that hold all these words (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(filterWidth);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        refreshCount();
    });
    m_history->addHeaderWidget(m_filter);
    connect(m_older, &QPushButton::clicked, this, [this] { m_scans.loadOlder(); });
    m_history->addHeaderWidget(m_older);
    auto *inside = new QVBoxLayout;
    buildTable(*inside);
    m_history->content()->addLayout(inside, 1);
}

void ScansPage::buildTable(QVBoxLayout &column)
{
    m_table->setObjectName(QStringLiteral("scans"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTable::When, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunTable::Target, QHeaderView::Interactive);
    m_table->setColumnWidth(RunTable::Target, filterWidth / 2 + tokens::Space8);
    m_table->horizontalHeader()->setSectionResizeMode(RunTable::Outcome, QHeaderView::Stretch);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_compare, m_again});
    connect(m_compare, &QAction::triggered, this, &ScansPage::compare);
    connect(m_again, &QAction::triggered, this, [this] {
        if (const network::ScanRun *run = m_scans.find(chosen()))
            repeat(*run);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ScansPage::choose);
    connect(m_table, &QTableView::clicked, this, &ScansPage::choose);
    connect(m_table, &QTableView::activated, this, &ScansPage::compare);
    connect(m_none, &kit::EmptyState::actionTriggered, this,
            [this] { m_filter->text().isEmpty() ? askToScan() : m_filter->clear(); });
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_none);
    column.addLayout(m_tableStack);
}

void ScansPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < widthForAll;
    for (const int column : {RunTable::Who, RunTable::Ports})
        m_table->setColumnHidden(column, isNarrow);
}

void ScansPage::refresh()
{
    const client::Link &link = m_scans.mirror().link();
    const bool isLive = link.state() == client::Link::State::Live;
    if (!m_scans.isKnown()) {
        const QString trouble = isLive ? m_scans.trouble() : link.stateText();
        m_empty->setSentence(trouble.isEmpty() ? tr("Asking the server which scans there are.") : trouble);
        m_empty->setAction(!isLive && !link.isLocal() ? tr("Retry now") : QString());
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    const QString stale = isLive ? m_scans.trouble() : link.stateText();
    if (!stale.isEmpty()) {
        m_isRefused = false;
        m_banner->setStatus(kit::Status::Medium);
        m_banner->setClosable(false);
        m_banner->setText(tr("What is shown may be old. %1").arg(stale));
    }
    m_banner->setVisible(!stale.isEmpty() || m_isRefused);
    m_running->setVisible(m_list->count() > 0);
    const QString before = chosen();
    m_isRefreshing = true;
    m_model->refresh();
    // The row below one that is gone is not what somebody chose.
    if (chosen() != before)
        m_table->selectionModel()->clear();
    m_isRefreshing = false;
    refreshCount();
    refreshActions();
}

void ScansPage::refreshCount()
{
    const int running = m_list->count();
    const int all = m_model->rowCount();
    const int shown = m_shown->rowCount();
    const QString known =
        m_scans.hasOlder() ? tr("%1 and older ones").arg(format::count(all)) : format::count(all);
    m_summary->setText(tr("%1 running · %2 in the history").arg(format::count(running), known));
    m_history->setSubtitle(shown == all ? known
                                        : tr("%1 of %2 shown").arg(format::count(shown), format::count(all)));
    m_older->setVisible(m_scans.hasOlder());
    m_tableStack->setCurrentIndex(shown > 0 ? 0 : 1);
    if (shown > 0)
        return;
    const bool isFiltered = all > 0;
    m_none->setSentence(isFiltered ? tr("No scan holds all these words.")
                                   : tr("Nothing has been scanned yet. A discovery tells who is there."));
    const bool mayStart = m_scans.whyNotStart().isEmpty();
    m_none->setAction(isFiltered ? tr("Clear the filter") : mayStart ? tr("New scan…") : QString());
}

void ScansPage::refreshActions()
{
    const QString whyNot = m_scans.whyNotStart();
    m_new->setEnabled(whyNot.isEmpty());
    m_new->setToolTip(whyNot.isEmpty() ? tr("Says what a scan would do, and starts it") : whyNot);
    m_new->setAccessibleDescription(whyNot);
    const bool isSome = !chosen().isEmpty();
    m_again->setEnabled(isSome && whyNot.isEmpty());
    m_compare->setEnabled(isSome);
}

void ScansPage::refuse(const QString &why)
{
    m_isRefused = true;
    m_banner->setStatus(kit::Status::High);
    m_banner->setClosable(true);
    m_banner->setText(tr("The scan goes on: %1").arg(why));
    m_banner->show();
}

QString ScansPage::chosen() const { return m_table->currentIndex().data(RunTable::IdRole).toString(); }

void ScansPage::choose()
{
    refreshActions();
    const QString id = chosen();
    if (id.isEmpty() || m_isRefreshing || id == m_detail->scan())
        return;
    m_detail->setScan(id);
    m_detail->show();
    Q_EMIT selected(factsOf(id));
}

void ScansPage::compare()
{
    choose();
    if (!m_detail->scan().isEmpty())
        m_detail->setPart(RunDetail::Compared);
}

void ScansPage::setPart(int part)
{
    m_parts->setCurrent(part);
    m_shownPart->setCurrentIndex(part);
}

void ScansPage::showScan(const QString &id, bool isCompared)
{
    setPart(0);
    m_isRefreshing = true;
    m_table->selectionModel()->clear(); // one that runs is not in the table
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex index = m_shown->index(row, 0);
        if (index.data(RunTable::IdRole).toString() == id)
            m_table->setCurrentIndex(index);
    }
    m_isRefreshing = false;
    refreshActions();
    m_detail->setScan(id);
    m_detail->show();
    m_detail->setPart(isCompared ? RunDetail::Compared : RunDetail::Found);
    Q_EMIT selected(factsOf(id));
}

void ScansPage::repeat(const network::ScanRun &run)
{
    network::StartScan wish;
    wish.scanType = run.scanType;
    wish.target = run.target;
    wish.options.ports = run.ports;
    wish.options.scanIntensity = run.intensity;
    wish.options.timeout = run.timeout.value_or(wish.options.timeout);
    wish.options.parallel = run.parallel.value_or(wish.options.parallel);
    wish.options.includeOs = run.includeOs.value_or(wish.options.includeOs);
    askToScan(wish);
}

ScanDialog *ScansPage::makeDialog()
{
    auto *dialog = new ScanDialog(m_scans, m_clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScanDialog::networksWanted, this, &ScansPage::networksWanted);
    connect(dialog, &ScanDialog::scheduled, this, [this] {
        setPart(1);
        m_schedules->refresh();
    });
    return dialog;
}

void ScansPage::askToScan(const network::StartScan &wish)
{
    ScanDialog *dialog = makeDialog();
    dialog->setWish(wish);
    dialog->open();
}

void ScansPage::askToSchedule(const network::Schedule &schedule)
{
    ScanDialog *dialog = makeDialog();
    dialog->setSchedule(schedule);
    dialog->open();
}

client::FactSource ScansPage::factsOf(const QString &id)
{
    return [this, id]() -> std::optional<client::Facts> {
        const network::ScanRun *run = m_scans.find(id);
        if (run == nullptr)
            return std::nullopt;
        const auto exactly = [](const std::optional<QDateTime> &at) {
            return at ? format::exactTime(at->toMSecsSinceEpoch()) : format::none();
        };
        return client::Facts{tr("Scan"),
                             words::title(*run),
                             {{tr("Result"), words::stateTitle(run->status)},
                              {tr("That is"), run->message},
                              {tr("Started"), exactly(run->startedAt)},
                              {tr("Ended"), exactly(run->completedAt)},
                              {tr("Took"), format::duration(qint64(m_scans.elapsed(*run) * 1000))},
                              {tr("By"), run->startedBy.isEmpty() ? format::none() : run->startedBy},
                              {tr("Found"), words::counts(*run)},
                              {tr("Changes"), words::changes(*run)},
                              {tr("Number"), run->scanId}}};
    };
}

} // namespace scans
