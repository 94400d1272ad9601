// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overviewpage.h"

#include "catalog/measures.h"
#include "client/scale.h"
#include "kit/card.h"
#include "kit/chartplot.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tile.h"
#include "kit/tokens.h"
#include "overview/processmodel.h"
#include "overview/volumerow.h"

#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

namespace overview {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
namespace series = metrics::series;
constexpr int chartHeight = 170;
constexpr int bottomHeight = 246;
constexpr int tableWithUsers = 400;
} // namespace

OverviewPage::OverviewPage(client::MetricsModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_upkeep(model.mirror()), m_alerts(model.mirror()),
      m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Overview), QString())),
      m_processes(new ProcessModel(this))
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    m_column = column;
    buildTiles(column);
    buildChart(column);
    buildBottom(column);
    scroll->setWidget(content);
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] { m_model.mirror().link().retry(); });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);
    // While the model follows, its own word comes with each reading.
    connect(&m_model.mirror(), &client::Mirror::readingChanged, this, [this] {
        if (!m_model.isFollowing())
            refresh();
    });
    connect(&m_model.mirror(), &client::Mirror::serverChanged, this, &OverviewPage::refresh);
    connect(&m_model.mirror().link(), &client::Link::stateChanged, this, &OverviewPage::refresh);
    connect(&m_model, &client::MetricsModel::dataChanged, this, &OverviewPage::refresh);
    connect(&m_model, &client::MetricsModel::viewChanged, this, &OverviewPage::refresh);
}

void OverviewPage::setAttention(QWidget *card) { m_column->insertWidget(1, card); }

void OverviewPage::addCard(QWidget *card) { m_column->insertWidget(1, card); }

void OverviewPage::buildTiles(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::CardGap);
    const auto add = [&](const QString &title, int stretch) {
        auto *tile = new kit::Tile(title);
        connect(tile, &kit::Tile::clicked, this, &OverviewPage::metricsWanted);
        row->addWidget(tile, stretch);
        return tile;
    };
    m_cpu = add(tr("Processor"), 9);
    m_memory = add(tr("Memory"), 10);
    m_disk = add(tr("Disk"), 9);
    m_network = add(tr("Throughput"), 12); // its line holds two rates
    m_uptime = add(tr("Running for"), 10);
    column->addLayout(row);
}

void OverviewPage::buildChart(QVBoxLayout *column)
{
    m_chart = new kit::Chart(tr("Network throughput"));
    m_chart->setMinimumHeight(chartHeight);
    m_chart->plot()->installEventFilter(this);
    connect(m_chart, &kit::Chart::zoomRequested, this, [this](qint64 from, qint64 to) {
        m_model.zoomTo({from, to});
    });
    connect(m_chart, &kit::Chart::panRequested, this, [this](qint64 ms) { m_model.pan(ms); });
    connect(m_chart, &kit::Chart::liveRequested, this, [this] { m_model.goLive(); });
    connect(m_chart, &kit::Chart::zoomOutRequested, this, [this] { m_model.zoomOut(); });
    connect(m_chart, &kit::Chart::markerWanted, this, &OverviewPage::alertWanted);
    column->addWidget(m_chart, 3);
}

void OverviewPage::buildBottom(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::CardGap);
    auto *processes = new kit::Card(tr("Busiest programs"));
    processes->setMinimumHeight(bottomHeight);
    buildProcesses(processes);
    row->addWidget(processes, 5);
    m_volumes = new kit::Card(tr("File systems"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *list = new QWidget;
    m_volumeColumn = new QVBoxLayout(list);
    m_volumeColumn->setContentsMargins(0, 0, 0, 0);
    m_volumeColumn->setSpacing(tokens::Space1);
    m_volumeColumn->addStretch(1);
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    m_volumes->addContent(scroll, 1);
    row->addWidget(m_volumes, 3);
    auto *host = new kit::Card(tr("This computer"));
    buildHost(host);
    row->addWidget(host, 3);
    column->addLayout(row, 2);
}

void OverviewPage::buildProcesses(kit::Card *card)
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("processes"));
    m_table->setModel(m_processes);
    m_table->setAccessibleName(tr("Busiest programs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(tokens::RowCompact);
    m_table->verticalHeader()->setDefaultSectionSize(tokens::RowCompact);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ProcessModel::Name, QHeaderView::Stretch);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OverviewPage::selectProcess);
    connect(m_table, &QTableView::clicked, this, &OverviewPage::selectProcess);
    card->addContent(m_table, 1);
}

void OverviewPage::buildHost(kit::Card *card)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(tokens::Space3);
    form->setVerticalSpacing(tokens::Space1 + 1);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const QString &name :
         {tr("Name"), tr("Address"), tr("System"), tr("Kernel"), tr("Processor"), tr("Belfry")}) {
        auto *value = new kit::Label;
        value->setElide(Qt::ElideRight);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *label = new kit::Label(name, kit::TextRole::Secondary);
        label->setElide(Qt::ElideNone);
        label->setBuddy(value);
        form->addRow(label, value);
        m_host << value;
    }
    card->content()->addLayout(form);
    card->content()->addStretch(1);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_model.setColumns(m_chart->width());
    m_table->setColumnHidden(ProcessModel::User, m_table->width() < tableWithUsers);
}

bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_chart->plot())
        return event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space &&
               (m_model.togglePause(), true);
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        m_processes->setHeld(event->type() == QEvent::Enter);
    return QWidget::eventFilter(watched, event);
}

void OverviewPage::refresh()
{
    const client::Mirror &mirror = m_model.mirror();
    if (!mirror.reading()) {
        const QString why = mirror.link().stateText();
        m_empty->setSentence(why.isEmpty() ? tr("Waiting for the first reading of the other side's load.")
                                           : why);
        m_empty->setAction(why.isEmpty() || mirror.link().isLocal() ? QString() : tr("Retry now"));
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    if (!isVisible())
        return;
    const metrics::Sampled &reading = *mirror.reading();
    refreshTiles(reading);
    refreshChart();
    refreshProcesses(reading.processes);
    refreshVolumes(reading.volumes);
    refreshHost(reading);
}

/// The row below a program that is gone is not what somebody chose.
void OverviewPage::refreshProcesses(const QList<metrics::Process> &processes)
{
    const auto current = [this] {
        const QModelIndex index = m_table->currentIndex();
        return index.isValid() ? std::optional(m_processes->at(index.row()).pid) : std::nullopt;
    };
    const auto before = current();
    m_isRefreshing = true;
    m_processes->setProcesses(processes);
    if (current() != before)
        m_table->selectionModel()->clear();
    m_isRefreshing = false;
}

void OverviewPage::refreshTiles(const metrics::Sampled &reading)
{
    m_cpu->setValue(format::percent(reading.cpu.usagePercent));
    if (reading.cpu.load.size() == 3)
        m_cpu->setSub(tr("Load %1").arg(QLocale().toString(reading.cpu.load[0], 'f', 2)));
    m_cpu->setTrend(m_model.trend(series::cpu));
    m_memory->setValue(format::percent(reading.memory.usagePercent));
    m_memory->setSub(
        tr("%1 of %2")
            .arg(format::memory(double(reading.memory.used)), format::memory(double(reading.memory.total))));
    m_memory->setTrend(m_model.trend(series::memoryShare));
    m_disk->setValue(format::percent(reading.disk.usagePercent));
    m_disk->setSub(tr("%1 free").arg(format::volume(double(reading.disk.free))));
    m_disk->setTrend(m_model.trend(series::diskShare));
    const metrics::Network &network = reading.network;
    m_network->setValue(format::rate((network.receiveRate + network.sendRate) * 8));
    m_network->setSub(QStringLiteral("↓ %1  ↑ %2")
                          .arg(format::rate(network.receiveRate * 8), format::rate(network.sendRate * 8)));
    m_network->setTrend(m_model.trend(series::received));
    m_uptime->setValue(format::duration(qint64(reading.uptime) * 1000));
    const auto &server = m_model.mirror().server();
    m_uptime->setSub(server ? tr("Belfry for %1").arg(format::duration(qint64(server->uptime) * 1000))
                            : QString());
}

void OverviewPage::refreshChart()
{
    const client::Scale scale = client::bitScale(m_model.peak({series::received, series::sent}));
    const client::Span span = m_model.span();
    m_chart->setUnit(scale.unit);
    m_chart->setBucket(m_model.step(), tr("avg"));
    m_chart->setRange(span.from, span.to);
    m_upkeep.look(span);
    m_chart->setShades(m_upkeep.shadesAs<kit::ChartShade>());
    m_alerts.look(span);
    m_chart->setMarkers(m_alerts.markersAs<kit::ChartMarker>(kit::statusOfSeverity, [](const QString &name) {
        const QString drawn = metrics::drawnAs(name);
        return drawn == series::received || drawn == series::sent;
    }));
    m_chart->setSeries(
        {{tr("↓ In"), scale.unit, m_model.pointsAs<kit::ChartPoint>(series::received, scale.factor)},
         {tr("↑ Out"), scale.unit, m_model.pointsAs<kit::ChartPoint>(series::sent, scale.factor)}});
    if (!m_isLoaded && !m_model.points(series::received).isEmpty()) {
        m_isLoaded = true;
        m_chart->drawNow();
    }
}

void OverviewPage::refreshVolumes(const QList<metrics::Volume> &volumes)
{
    while (m_rows.size() > volumes.size())
        delete m_rows.takeLast();
    while (m_rows.size() < volumes.size()) {
        auto *row = new VolumeRow;
        connect(row, &VolumeRow::clicked, this, [this, row] { selectVolume(*row); });
        m_volumeColumn->insertWidget(int(m_rows.size()), row);
        m_rows << row;
    }
    for (qsizetype i = 0; i < volumes.size(); ++i)
        m_rows[i]->setVolume(volumes[i]);
}

void OverviewPage::refreshHost(const metrics::Sampled &reading)
{
    const metrics::Host &host = reading.host;
    const auto &server = m_model.mirror().server();
    const QStringList values{host.hostname,
                             host.address.isEmpty() ? format::none() : format::isolate(host.address),
                             host.os,
                             tr("%1, %2").arg(host.kernel, host.architecture),
                             tr("%1 × %2").arg(host.cores).arg(host.cpuModel),
                             server ? server->version : format::none()};
    for (qsizetype i = 0; i < values.size(); ++i)
        m_host[i]->setText(values[i]);
}

void OverviewPage::selectProcess()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || m_isRefreshing)
        return;
    Q_EMIT selected([this, chosen = m_processes->at(index.row())]() -> std::optional<client::Facts> {
        // One that is no longer among the busiest has no share that is known.
        const QList<metrics::Process> &all = m_model.mirror().reading()->processes;
        const auto now = std::find_if(all.begin(), all.end(),
                                      [&](const auto &process) { return process.pid == chosen.pid; });
        const bool isKnown = now != all.end() && now->name == chosen.name;
        return client::Facts{
            tr("Program"),
            chosen.name,
            {{tr("Process id"), QString::number(chosen.pid)},
             {tr("User"), chosen.user},
             {tr("Share of a core"), isKnown ? format::percent(now->cpuPercent) : format::none()},
             {tr("Memory"), isKnown ? format::memory(double(now->memory)) : format::none()}}};
    });
}

void OverviewPage::selectVolume(const VolumeRow &row)
{
    Q_EMIT selected([this, mount = row.volume().mount]() -> std::optional<client::Facts> {
        const QList<metrics::Volume> &all = m_model.mirror().reading()->volumes;
        const auto volume = std::find_if(all.begin(), all.end(),
                                         [&](const auto &candidate) { return candidate.mount == mount; });
        if (volume == all.end())
            return std::nullopt;
        return client::Facts{tr("File system"),
                             volume->mount,
                             {{tr("Device"), volume->device},
                              {tr("Type"), volume->type},
                              {tr("Size"), format::volume(double(volume->space.total))},
                              {tr("Used"), format::volume(double(volume->space.used))},
                              {tr("Free"), format::volume(double(volume->space.free))},
                              {tr("Used share"), format::percent(volume->space.usagePercent)}}};
    });
}

} // namespace overview
