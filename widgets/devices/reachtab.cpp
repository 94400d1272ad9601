// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/reachtab.h"

#include "kit/chart.h"
#include "kit/emptystate.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "metrics/panel.h"

#include <QHBoxLayout>
#include <QStackedLayout>

namespace devices {

namespace {
namespace tokens = kit::tokens;
constexpr int leastChart = 150;

/// The ranges there are to choose from, of those that all charts have.
QList<client::Preset> reachRanges()
{
    const QStringList ids{QStringLiteral("1h"), QStringLiteral("24h"), QStringLiteral("7d"),
                          QStringLiteral("30d")};
    QList<client::Preset> ranges = client::presets();
    ranges.removeIf([&](const client::Preset &preset) { return !ids.contains(preset.id); });
    return ranges;
}
} // namespace

ReachTab::ReachTab(client::Mirror &mirror, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_reach(mirror), m_upkeep(mirror), m_alerts(mirror),
      m_offers([this](const QString &series) {
          return client::Place{client::Place::Kind::Chart, series, m_id, {}, {}, m_reach.span()};
      }),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Metrics), QString()))
{
    m_panels.push_back(std::make_unique<metrics::Panel>(
        tr("Round-trip time"), tr("Time"), metrics::Measure::Milliseconds,
        QList<metrics::Line>{{client::Reach::time, tr("There and back"), {}}}));
    m_panels.push_back(
        std::make_unique<metrics::Panel>(tr("Loss"), tr("Loss"), metrics::Measure::Percent,
                                         QList<metrics::Line>{{client::Reach::loss, tr("Lost"), {}}}));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, tokens::Space3, 0, 0);
    column->setSpacing(tokens::Space2);
    column->addWidget(buildTools());
    auto *holder = new QWidget;
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildCharts());
    column->addWidget(holder, 1);
    connect(&m_reach, &client::Reach::dataChanged, this, &ReachTab::refresh);
    connect(&m_upkeep, &client::UpkeepTimes::changed, this, &ReachTab::refresh);
    connect(&m_alerts, &client::AlertTimes::changed, this, &ReachTab::refresh);
    connect(&m_cursor, &kit::ChartCursor::moved, this, &ReachTab::showValues);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &ReachTab::refresh);
    refresh();
}

ReachTab::~ReachTab()
{
    // Charts go first: they still ask their panel and the cursor while they lose the focus.
    for (const auto &panel : m_panels)
        delete panel->chart();
}

void ReachTab::open(const QString &id)
{
    m_id = id;
    m_reach.setDevice(id);
}

void ReachTab::showSpan(const client::Span &span)
{
    if (span.length() > 0)
        m_reach.zoomTo(span);
}

QWidget *ReachTab::buildTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space3);
    QStringList titles;
    const QList<client::Preset> ranges = reachRanges();
    for (const client::Preset &range : ranges)
        titles << range.label;
    m_ranges = new kit::Segmented(titles);
    m_ranges->setAccessibleName(tr("Shown time"));
    connect(m_ranges, &kit::Segmented::chosen, this,
            [this](int place) { m_reach.follow(reachRanges().value(place).id); });
    row->addWidget(m_ranges);
    m_time = new kit::Label({}, kit::TextRole::Secondary);
    row->addWidget(m_time, 1);
    return tools;
}

QWidget *ReachTab::buildCharts()
{
    auto *charts = new QWidget;
    auto *column = new QVBoxLayout(charts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::CardGap);
    for (const auto &panel : m_panels) {
        adopt(*panel);
        column->addWidget(panel->chart(), 1);
    }
    m_values = new kit::Label({}, kit::TextRole::Secondary);
    m_values->setFixedHeight(tokens::TargetSize);
    column->addWidget(m_values);
    return charts;
}

void ReachTab::adopt(metrics::Panel &panel)
{
    kit::Chart *chart = panel.chart();
    chart->setMinimumHeight(leastChart);
    chart->shareCursor(&m_cursor);
    m_offers.offer(panel);
    connect(chart, &kit::Chart::zoomRequested, this, [this](qint64 from, qint64 to) {
        m_reach.zoomTo({from, to});
    });
    connect(chart, &kit::Chart::panRequested, &m_reach, &client::Reach::pan);
    connect(chart, &kit::Chart::liveRequested, &m_reach, &client::Reach::goLive);
    connect(chart, &kit::Chart::zoomOutRequested, &m_reach, &client::Reach::zoomOut);
}

void ReachTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_reach.setWatched(true);
    refresh();
}

void ReachTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_reach.setWatched(false);
}

void ReachTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_reach.setColumns(width());
}

void ReachTab::refresh()
{
    const QList<client::Preset> ranges = reachRanges();
    const auto shown = std::find_if(ranges.begin(), ranges.end(), [this](const client::Preset &range) {
        return range.id == m_reach.preset().id;
    });
    m_ranges->setCurrent(m_reach.isFollowing() ? int(shown - ranges.begin()) : -1);
    const client::Span span = m_reach.span();
    m_time->setText(!m_reach.errorText().isEmpty() ? m_reach.errorText()
                    : span.length() > 0
                        ? tr("%1 – %2", "a stretch of time")
                              .arg(client::momentText(span.from, span), client::momentText(span.to, span))
                        : QString());
    if (m_reach.isEmpty())
        return showWhyNot();
    m_stack->setCurrentIndex(1);
    if (!isVisible())
        return;
    m_upkeep.setSource(m_id);
    m_upkeep.look(span);
    m_alerts.setDevice(m_id);
    m_alerts.look(span);
    const auto shades = m_upkeep.shadesAs<kit::ChartShade>();
    for (const auto &panel : m_panels) {
        panel->show(m_reach);
        panel->chart()->setShades(shades);
        panel->mark(m_alerts);
    }
    if (!m_isDrawn) {
        for (const auto &panel : m_panels)
            panel->chart()->drawNow();
    }
    m_isDrawn = true;
    showValues();
}

void ReachTab::showWhyNot()
{
    m_isDrawn = false;
    m_stack->setCurrentIndex(0);
    const QString why = m_mirror.link().stateText();
    if (!m_reach.isKnown())
        m_empty->setSentence(why.isEmpty() ? tr("Waiting for what was recorded.") : why);
    else if (!m_reach.errorText().isEmpty())
        m_empty->setSentence(m_reach.errorText());
    else if (m_reach.isFollowing())
        m_empty->setSentence(
            tr("Nothing recorded yet. Round-trip times are kept while the device is watched."));
    else
        m_empty->setSentence(tr("Nothing was recorded in this time."));
}

void ReachTab::showValues()
{
    const std::optional<qint64> at = m_cursor.at();
    QStringList parts;
    for (const auto &panel : m_panels) {
        const QString values = at ? panel->valuesAt(m_reach, *at) : QString();
        if (!values.isEmpty())
            parts << values;
    }
    if (at)
        parts.prepend(client::momentText(*at, m_reach.span()));
    m_values->setText(
        at ? parts.join(QStringLiteral("   "))
           : tr("Point at a chart, or move along one with ← and →, to read every value of a moment."));
    m_values->setAccessibleName(m_values->text());
}

} // namespace devices
