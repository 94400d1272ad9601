// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventsdock.h"

#include "client/shellline.h"
#include "events/eventdetail.h"
#include "events/eventtable.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

namespace events {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
using client::EventTail;
constexpr int timeWidth = 100;
constexpr int priorityWidth = 64;
constexpr int topicWidth = 160;
constexpr int sourceWidth = 100;
constexpr int sizeWidth = 76;
constexpr int narrowestTable = 240;
constexpr int narrowestFilter = 120;
} // namespace

EventsDock::EventsDock(client::Link &link, core::Clock &clock, std::function<QUrl()> server, QWidget *parent)
    : QDockWidget(tr("Events"), parent), m_tail(link, clock), m_server(std::move(server)),
      m_table(new EventTable(m_tail, this)), m_sieve(new EventSieve(m_tail, *m_table, this)),
      m_detail(new EventDetail(link)), m_filter(new QLineEdit), m_pause(new QPushButton),
      m_save(new QPushButton(tr("&Save…"))), m_count(new kit::Label({}, kit::TextRole::Secondary)),
      m_flaw(new kit::Label), m_banner(new kit::Banner(kit::Status::Paused, QString())),
      m_stack(new QStackedLayout), m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Pulse), QString())),
      m_view(new QTableView)
{
    setObjectName(QStringLiteral("events"));
    setTitleBarWidget(makeTitleBar());
    makeActions();
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_flawLine = makeFlawLine();
    column->addWidget(m_flawLine);
    m_banner->hide();
    m_banner->setAction(tr("Go on"));
    connect(m_banner, &kit::Banner::actionTriggered, this, [this] { m_tail.setPaused(false); });
    column->addWidget(m_banner);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTable());
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_detail->hide();
    column->addWidget(splitter, 1);
    setWidget(holder);
    connect(this, &QDockWidget::visibilityChanged, &m_tail, &EventTail::setWatched);
    connect(&m_tail, &EventTail::appended, this, &EventsDock::refresh);
    connect(&m_tail, &EventTail::dropped, this, &EventsDock::refresh);
    connect(&m_tail, &EventTail::filterChanged, this, &EventsDock::refresh);
    connect(&m_tail, &EventTail::pauseChanged, this, &EventsDock::refreshPause);
    connect(&link, &client::Link::stateChanged, this, &EventsDock::refresh);
    connect(m_detail, &EventDetail::filterWanted, m_like, &QAction::trigger);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    refresh();
    refreshPause();
}

QWidget *EventsDock::makeTitleBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(tokens::Space3, tokens::Space2, tokens::Space2, tokens::Space2);
    row->setSpacing(tokens::Space2);
    auto *title = new kit::Label(windowTitle(), kit::TextRole::CardTitle);
    title->setElide(Qt::ElideNone);
    row->addWidget(title);
    m_filter->setPlaceholderText(
        tr("Filter: topic:metrics.*  priority>=7  source:agent-1  !word  \"two words\""));
    m_filter->setAccessibleName(tr("Filter the events"));
    m_filter->setToolTip(tr("All terms must hold. topic:metrics.*, priority>=7, source:agent-*, words of the "
                            "JSON text, \"words in quotes\"; a ! before a term turns it round. (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(narrowestFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &EventsDock::readFilter);
    row->addWidget(m_filter, 3);
    row->addWidget(m_count, 1);
    m_pause->setMinimumWidth(tokens::ControlMinWidth + tokens::IconSize);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_tail.setPaused(m_tail.pause() == EventTail::Pause::None); });
    row->addWidget(m_pause);
    auto *clear = new QPushButton(tr("Cl&ear"));
    clear->setToolTip(tr("Forgets the events shown here; the server keeps what it keeps"));
    connect(clear, &QPushButton::clicked, &m_tail, &EventTail::clear);
    row->addWidget(clear);
    m_save->setToolTip(tr("Writes the events shown here into a file, one JSON object a line (NDJSON)"));
    connect(m_save, &QPushButton::clicked, this, &EventsDock::askWhereToSave);
    row->addWidget(m_save);
    auto *close = new QToolButton;
    close->setIcon(kit::icon(kit::Symbol::Close));
    close->setAutoRaise(true);
    close->setFixedSize(tokens::TargetSize, tokens::TargetSize);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Close the events"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    row->addWidget(close);
    return bar;
}

QWidget *EventsDock::makeFlawLine()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(tokens::Space3, 0, tokens::Space3, tokens::Space1);
    row->setSpacing(tokens::Space2);
    row->addWidget(new kit::Glyph(kit::Status::High));
    row->addWidget(m_flaw, 1);
    line->hide();
    return line;
}

QWidget *EventsDock::makeTable()
{
    m_view->setObjectName(QStringLiteral("facts"));
    m_view->setModel(m_sieve);
    m_view->setAccessibleName(tr("Events"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(tokens::RowCompact);
    m_view->verticalHeader()->setDefaultSectionSize(tokens::RowCompact);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    // Widths are fixed: to measure thousands of rows with each frame would cost more than it tells.
    header->resizeSection(EventTable::Time, timeWidth);
    header->resizeSection(EventTable::Priority, priorityWidth);
    header->resizeSection(EventTable::Topic, topicWidth);
    header->resizeSection(EventTable::Source, sourceWidth);
    header->resizeSection(EventTable::Size, sizeWidth);
    header->setStretchLastSection(true);
    m_view->addActions({m_copyJson, m_copyCurl, m_copyWscat, m_like});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventsDock::choose);
    QScrollBar *bar = m_view->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_isAtEnd = value >= bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int last) {
        if (m_isAtEnd)
            bar->setValue(last);
    });
    auto *holder = new QWidget;
    holder->setMinimumWidth(narrowestTable);
    holder->setLayout(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    return holder;
}

void EventsDock::makeActions()
{
    const auto add = [this](const QString &text, auto what) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, what] {
            if (m_chosen)
                what(*m_chosen);
        });
        return action;
    };
    m_copyJson = add(tr("Copy &JSON"),
                     [this](const core::Event &event) { copy(QString::fromUtf8(core::jsonText(event))); });
    m_copyJson->setShortcut(QKeySequence(QKeySequence::Copy));
    m_copyJson->setShortcutContext(Qt::WidgetShortcut);
    m_copyCurl = add(tr("Copy as &curl line"),
                     [this](const core::Event &event) { copy(client::curlLine(m_server(), event)); });
    m_copyCurl->setToolTip(tr("Publishes this event once more; the token comes from $BELFRY_TOKEN"));
    m_copyWscat = add(tr("Copy as &wscat line"),
                      [this](const core::Event &event) { copy(client::wscatLine(m_server(), event.topic)); });
    m_copyWscat->setToolTip(tr("Listens to this topic; the token comes from $BELFRY_TOKEN"));
    m_like = add(tr("&Filter like this"),
                 [this](const core::Event &event) { m_filter->setText(client::EventFilter::like(event)); });
    m_detail->setCopyActions({m_copyJson, m_copyCurl, m_copyWscat});
}

void EventsDock::readFilter(const QString &text)
{
    client::EventFilter::Reading reading = client::EventFilter::read(text);
    m_flawLine->setVisible(reading.flaw.has_value());
    if (reading.flaw) {
        m_flaw->setText(tr("Character %1: %2 (The filter before is still in force.)")
                            .arg(reading.flaw->at + 1)
                            .arg(reading.flaw->why));
        m_filter->setAccessibleDescription(m_flaw->text());
        return;
    }
    m_filter->setAccessibleDescription({});
    m_tail.setFilter(std::move(reading.filter));
}

void EventsDock::tellCount()
{
    const int all = m_tail.count();
    const int shown = m_sieve->rowCount();
    m_count->setText(shown == all ? tr("%n events", nullptr, all)
                                  : tr("%1 of %2 events").arg(format::count(shown), format::count(all)));
}

void EventsDock::refresh()
{
    tellCount();
    const bool isNone = m_sieve->rowCount() == 0;
    m_save->setEnabled(!isNone);
    if (isNone) {
        const QString why = m_tail.link().stateText();
        if (!why.isEmpty())
            m_empty->setSentence(why);
        else if (m_tail.count() > 0)
            m_empty->setSentence(tr("None of the events heard so far passes the filter."));
        else
            m_empty->setSentence(
                tr("Nothing was said yet. Every event you may hear appears here as it comes."));
    }
    m_stack->setCurrentIndex(isNone ? 0 : 1);
}

void EventsDock::refreshPause()
{
    const EventTail::Pause pause = m_tail.pause();
    const bool isPaused = pause != EventTail::Pause::None;
    m_pause->setText(isPaused ? tr("&Go on") : tr("&Pause"));
    m_pause->setIcon(kit::icon(isPaused ? kit::Symbol::Play : kit::Symbol::Pause,
                               isPaused ? kit::Tone::Accent : kit::Tone::Text2));
    m_pause->setToolTip(isPaused ? tr("Show what comes from now on") : tr("Hold what is shown"));
    m_banner->setVisible(isPaused);
    if (!isPaused)
        return;
    const qint64 shown = m_sieve->rowCount();
    const qint64 all = shown + m_tail.leftOut();
    const QString figures = tr("Showing %1 of %2 events.").arg(format::count(shown), format::count(all));
    m_banner->setText(pause == EventTail::Pause::BySpeed
                          ? tr("Paused: more than %1 events a second pass the filter, which nobody can read. "
                               "Narrow the filter, then go on. %2")
                                .arg(format::count(EventTail::mostPerSecond), figures)
                          : tr("Paused. %1").arg(figures));
}

void EventsDock::choose()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return; // what was chosen is shown even when it is gone from the list
    present(m_sieve->at(index.row()).event);
}

void EventsDock::search(const QString &filter)
{
    m_filter->setText(filter);
    show();
    raise();
    m_filter->setFocus();
}

void EventsDock::reveal(const core::Event &event)
{
    show();
    raise();
    m_view->selectionModel()->clear(); // whatever is chosen there is another one
    present(event);
}

void EventsDock::present(const core::Event &event)
{
    m_chosen = event;
    m_detail->setVisible(true);
    m_detail->show(*m_chosen);
    const bool isServed = !m_server().isEmpty();
    m_copyCurl->setEnabled(isServed);
    m_copyWscat->setEnabled(isServed);
}

void EventsDock::copy(const QString &text) { QGuiApplication::clipboard()->setText(text); }

core::Result<void> EventsDock::save(const QString &path) const
{
    QSaveFile file(path);
    bool isGood = file.open(QIODevice::WriteOnly);
    for (int row = 0; isGood && row < m_sieve->rowCount(); ++row)
        isGood = file.write(m_sieve->at(row).json + '\n') > 0;
    if (isGood && file.commit())
        return {};
    return core::Error{core::ErrorCode::Unavailable,
                       tr("%1 could not be written: %2").arg(path, file.errorString())};
}

void EventsDock::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the events shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ndjson"));
    dialog->setNameFilters({tr("NDJSON files (*.ndjson)"), tr("All files (*)")});
    dialog->selectFile(QStringLiteral("events.ndjson"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const core::Result<void> saved = save(path);
        m_flawLine->setVisible(!saved);
        if (!saved)
            m_flaw->setText(saved.error().message);
    });
    dialog->open();
}

} // namespace events
