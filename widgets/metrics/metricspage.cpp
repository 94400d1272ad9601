// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricspage.h"

#include "kit/chart.h"
#include "kit/chartplot.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>

namespace metrics {

namespace {
namespace tokens = kit::tokens;
constexpr int widestColumn = 500;
constexpr int narrowestColumn = 330;
constexpr int leastHeight = 168;
constexpr std::array paces{0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0};

/// The focus that comes back with the window, or after a menu, is nobody's choice.
bool isChoice(Qt::FocusReason reason)
{
    return reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason &&
           reason != Qt::MenuBarFocusReason;
}

QString paceText(double seconds) { return client::spanText(qRound64(seconds * 1000)); }
} // namespace

MetricsPage::MetricsPage(client::MetricsModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_upkeep(model.mirror()), m_alerts(model.mirror()),
      m_offers([this](const QString &series) {
          return client::Place{client::Place::Kind::Chart, series, {}, {}, {}, m_model.span()};
      }),
      m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Metrics), QString()))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::Space2);
    column->setSpacing(tokens::Space2);
    column->addWidget(buildToolRow());
    column->addWidget(buildBoard(), 1);
    m_values = new kit::Label({}, kit::TextRole::Secondary);
    m_values->setFixedHeight(tokens::TargetSize);
    column->addWidget(m_values);
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] { m_model.mirror().link().retry(); });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    connect(&m_cursor, &kit::ChartCursor::moved, this, &MetricsPage::showValues);
    connect(&m_model, &client::MetricsModel::seriesChanged, this, &MetricsPage::rebuild);
    connect(&m_model, &client::MetricsModel::dataChanged, this, &MetricsPage::refresh);
    connect(&m_model, &client::MetricsModel::viewChanged, this, &MetricsPage::refresh);
    connect(&m_upkeep, &client::UpkeepTimes::changed, this, &MetricsPage::refresh);
    connect(&m_alerts, &client::AlertTimes::changed, this, &MetricsPage::refresh);
    m_upkeep.setSource(QStringLiteral("host"));
    connect(&m_model, &client::MetricsModel::intervalChanged, this, &MetricsPage::showInterval);
    connect(&m_model.mirror().link(), &client::Link::stateChanged, this, &MetricsPage::refresh);
    rebuild();
    showInterval({});
}

MetricsPage::~MetricsPage() { dropPanels(); }

QWidget *MetricsPage::buildToolRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(tokens::Space2);
    m_resolution = new kit::Label({}, kit::TextRole::Secondary);
    layout->addWidget(m_resolution, 1);
    m_perCore = new QToolButton;
    m_perCore->setText(tr("Each core"));
    m_perCore->setIcon(kit::icon(kit::Symbol::Cpu));
    m_perCore->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_perCore->setCheckable(true);
    m_perCore->setToolTip(tr("A chart with a line for each processor core"));
    connect(m_perCore, &QToolButton::toggled, this, &MetricsPage::rebuild);
    layout->addWidget(m_perCore);
    layout->addSpacing(tokens::Space3);
    auto *label = new kit::Label(tr("Readings every"), kit::TextRole::Secondary);
    label->setElide(Qt::ElideNone);
    layout->addWidget(label);
    m_interval = new QComboBox;
    for (const double pace : paces)
        m_interval->addItem(paceText(pace), pace);
    m_interval->setAccessibleName(tr("Time between readings"));
    m_interval->setToolTip(tr("How often this window gets readings. Recording stays at one each second."));
    label->setBuddy(m_interval);
    connect(m_interval, &QComboBox::activated, this,
            [this](int place) { m_model.setInterval(m_interval->itemData(place).toDouble()); });
    layout->addWidget(m_interval);
    m_confirmed = new kit::Label({}, kit::TextRole::Secondary);
    m_confirmed->setElide(Qt::ElideNone);
    layout->addWidget(m_confirmed);
    layout->addSpacing(tokens::Space3);
    m_data = new QToolButton;
    m_data->setText(tr("Show data"));
    m_data->setIcon(kit::icon(kit::Symbol::Table));
    m_data->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_data->setCheckable(true);
    m_data->setToolTip(tr("The same values as tables (T on one chart)"));
    connect(m_data, &QToolButton::toggled, this, &MetricsPage::setDataShown);
    layout->addWidget(m_data);
    return row;
}

QWidget *MetricsPage::buildBoard()
{
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_board = new QWidget;
    m_grid = new QGridLayout(m_board);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(tokens::CardGap);
    m_scroll->setWidget(m_board);
    return m_scroll;
}

bool MetricsPage::isPerCore() const { return m_perCore->isChecked(); }

void MetricsPage::setPerCore(bool perCore) { m_perCore->setChecked(perCore); }

void MetricsPage::setDataShown(bool shown)
{
    m_data->setChecked(shown);
    for (const auto &panel : m_panels)
        panel->chart()->setTableShown(shown);
}

void MetricsPage::dropPanels()
{
    // Charts go first: they still ask their panel and the cursor while they lose the focus.
    for (const auto &panel : m_panels) {
        panel->chart()->plot()->removeEventFilter(this);
        delete panel->chart();
    }
    m_panels.clear();
}

void MetricsPage::rebuild()
{
    dropPanels();
    m_panels = panelsFor(m_model, isPerCore());
    for (const auto &panel : m_panels)
        adopt(*panel);
    m_columns = 0;
    m_isLoaded = false;
    arrange();
    refresh();
    if (!m_wanted.isEmpty())
        reveal(m_wanted);
}

bool MetricsPage::reveal(const QString &series)
{
    m_wanted = m_panels.empty() ? series : QString();
    auto found = std::find_if(m_panels.begin(), m_panels.end(),
                              [&](const auto &panel) { return panel->names().contains(series); });
    if (found == m_panels.end())
        found = std::find_if(m_panels.begin(), m_panels.end(),
                             [&](const auto &panel) { return panel->isAbout(series); });
    if (found == m_panels.end())
        return m_panels.empty();
    m_scroll->ensureWidgetVisible((*found)->chart());
    (*found)->chart()->setFocus(Qt::OtherFocusReason);
    return true;
}

void MetricsPage::adopt(Panel &panel)
{
    kit::Chart *chart = panel.chart();
    chart->setParent(m_board);
    chart->setMinimumHeight(leastHeight);
    chart->shareCursor(&m_cursor);
    m_offers.offer(panel);
    chart->setTableShown(m_data->isChecked());
    chart->plot()->installEventFilter(this);
    chart->show();
    connect(chart, &kit::Chart::zoomRequested, this, [this](qint64 from, qint64 to) {
        m_model.zoomTo({from, to});
    });
    connect(chart, &kit::Chart::panRequested, this, [this](qint64 ms) { m_model.pan(ms); });
    connect(chart, &kit::Chart::liveRequested, this, [this] { m_model.goLive(); });
    connect(chart, &kit::Chart::zoomOutRequested, this, [this] { m_model.zoomOut(); });
}

void MetricsPage::arrange()
{
    const int width = m_scroll->viewport()->width();
    const int most = std::max(1, width / narrowestColumn);
    const int columns = std::clamp((width + widestColumn - 1) / widestColumn, 1, most);
    if (columns == m_columns || m_panels.empty())
        return;
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int i = 0; i < int(m_panels.size()); ++i) {
        m_grid->removeWidget(m_panels[size_t(i)]->chart());
        m_grid->addWidget(m_panels[size_t(i)]->chart(), i / columns, i % columns);
        m_grid->setColumnStretch(i % columns, 1);
    }
    m_columns = columns;
}

void MetricsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    refresh();
}

void MetricsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    if (m_columns > 0)
        m_model.setColumns(m_scroll->viewport()->width() / m_columns);
}

bool MetricsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        m_model.togglePause();
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress ||
        (event->type() == QEvent::FocusIn && isChoice(static_cast<QFocusEvent *>(event)->reason())))
        select(watched);
    return QWidget::eventFilter(watched, event);
}

const Panel *MetricsPage::panelTitled(const QString &title) const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(),
                                    [&](const auto &panel) { return panel->chart()->title() == title; });
    return found == m_panels.end() ? nullptr : found->get();
}

void MetricsPage::select(const QObject *plot)
{
    for (const auto &panel : m_panels) {
        if (panel->chart()->plot() != plot)
            continue;
        // By its title: panels are made anew when there is more or less to show.
        Q_EMIT selected([this, title = panel->chart()->title()]() -> std::optional<client::Facts> {
            const Panel *shown = panelTitled(title);
            return shown ? std::optional(shown->facts(m_model)) : std::nullopt;
        });
    }
}

void MetricsPage::refresh()
{
    if (m_panels.empty()) {
        const QString why = m_model.mirror().link().stateText();
        m_empty->setSentence(!m_model.errorText().isEmpty() ? m_model.errorText()
                             : why.isEmpty()                ? tr("Waiting for the list of what is recorded.")
                                                            : why);
        m_empty->setAction(why.isEmpty() || m_model.mirror().link().isLocal() ? QString() : tr("Retry now"));
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    if (!isVisible())
        return;
    m_upkeep.look(m_model.span());
    m_alerts.look(m_model.span());
    const auto shades = m_upkeep.shadesAs<kit::ChartShade>();
    for (const auto &panel : m_panels) {
        panel->show(m_model);
        panel->chart()->setShades(shades);
        panel->mark(m_alerts);
    }
    if (!m_isLoaded && !m_model.points(m_panels.front()->names().first()).isEmpty()) {
        m_isLoaded = true;
        for (const auto &panel : m_panels)
            panel->chart()->drawNow();
    }
    refreshToolRow();
    showValues();
}

void MetricsPage::refreshToolRow()
{
    const client::Span span = m_model.span();
    const QString text = tr("%1 – %2", "a stretch of time")
                             .arg(client::momentText(span.from, span), client::momentText(span.to, span));
    m_resolution->setText(m_model.errorText().isEmpty() ? text : m_model.errorText());
}

void MetricsPage::showValues()
{
    const std::optional<qint64> at = m_cursor.at();
    QStringList parts;
    for (const auto &panel : m_panels) {
        const QString values = at ? panel->valuesAt(m_model, *at) : QString();
        if (!values.isEmpty())
            parts << values;
    }
    if (at)
        parts.prepend(client::momentText(*at, m_model.span()));
    m_values->setText(
        at ? parts.join(QStringLiteral("   "))
           : tr("Point at a chart, or move along one with ← and →, to read every value of a moment."));
    m_values->setAccessibleName(m_values->text());
}

void MetricsPage::showInterval(const QString &refusal)
{
    const double interval = m_model.interval();
    const int place = m_interval->findData(interval > 0 ? interval : 1.0);
    if (place >= 0)
        m_interval->setCurrentIndex(place);
    if (!refusal.isEmpty())
        m_confirmed->setText(refusal);
    else if (interval <= 0)
        m_confirmed->setText(tr("not confirmed"));
    else
        m_confirmed->setText(place >= 0 ? tr("✓ confirmed") : tr("✓ %1 in force").arg(paceText(interval)));
}

} // namespace metrics
