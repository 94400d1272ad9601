// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/aroundchart.h"

#include "alerts/alertcolumns.h"
#include "catalog/measures.h"
#include "client/alerttimes.h"
#include "client/ask.h"
#include "client/scale.h"
#include "kit/chart.h"

#include <QVBoxLayout>

#include <algorithm>

namespace alerts {

namespace {
constexpr qint64 aroundSeconds = 15 * 60;
constexpr int aroundPoints = 400;
constexpr int aroundHeight = 190;
} // namespace

AroundChart::AroundChart(client::Mirror &mirror, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_upkeep(mirror), m_chart(new kit::Chart({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_chart->setMaximumHeight(aroundHeight);
    column->addWidget(m_chart);
    connect(&m_upkeep, &client::UpkeepTimes::changed, this, [this] {
        m_chart->setShades(m_upkeep.shadesAs<kit::ChartShade>());
        m_chart->drawNow();
    });
    hide();
}

void AroundChart::clear()
{
    ++m_round;
    m_shown.clear();
    hide();
}

void AroundChart::open(const Alert &alert)
{
    const QString series = client::AlertTimes::seriesOf(alert);
    if (series.isEmpty() || m_mirror.link().state() != client::Link::State::Live) {
        clear();
        return;
    }
    const QString shown = alert.id + (alert.resolvedAt ? alert.resolvedAt->toString(Qt::ISODate) : QString());
    if (std::exchange(m_shown, shown) == shown)
        return;
    metrics::History command;
    command.names = {series};
    command.from = alert.raisedAt.addSecs(-aroundSeconds);
    command.to = std::min(alert.raisedAt.addSecs(aroundSeconds), m_mirror.serverNow());
    command.points = aroundPoints;
    command.source = alert.subjectId;
    if (command.to <= command.from)
        return;
    m_upkeep.setSource(alert.subjectId.isEmpty() ? QStringLiteral("host") : alert.subjectId);
    m_upkeep.look(command.from, command.to);
    client::ask(m_mirror.link(), command, this,
                [this, alert, round = ++m_round](const core::Result<metrics::History::Reply> &reply) {
                    if (round == m_round)
                        take(reply, alert);
                });
}

void AroundChart::take(const core::Result<metrics::History::Reply> &reply, const Alert &alert)
{
    const bool isThere = reply && !reply->series.isEmpty() && !reply->series.first().points.isEmpty();
    setVisible(isThere);
    if (!isThere)
        return;
    const metrics::HistorySeries &series = reply->series.first();
    const auto measure = metrics::measureOf(series.name);
    const QString unit = measure ? measure->unit : series.unit;
    QList<kit::ChartPoint> points;
    for (const QList<double> &point : series.points) {
        if (point.size() >= 5)
            points.append({qint64(point[0]), point[1], point[2], point[3], std::max(1, int(point[4]))});
    }
    const qint64 raised = alert.raisedAt.toMSecsSinceEpoch();
    const qint64 end = alert.resolvedAt ? alert.resolvedAt->toMSecsSinceEpoch() : raised;
    m_chart->setTitle(measure ? measure->title : series.name);
    m_chart->setUnit(unit);
    m_chart->setBucket(qint64(reply->bucket * 1000), tr("avg"));
    // The time to come is no gap.
    const qint64 now = m_mirror.serverNow().toMSecsSinceEpoch();
    m_chart->setRange(raised - aroundSeconds * 1000, std::min(raised + aroundSeconds * 1000, now));
    m_chart->setYRange(unit == QLatin1String("%") ? kit::YRange::Percent : kit::YRange::Auto);
    m_chart->setSeries({{m_chart->title(), unit, points}});
    m_chart->setMarkers({{raised, std::max(raised, end), statusOf(alert), titleOf(alert)}});
    m_chart->drawNow();
}

} // namespace alerts
