// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/chartoffers.h"

#include "client/shownvalues.h"
#include "kit/chart.h"
#include "metrics/chartvalues.h"
#include "metrics/panel.h"

#include <QDrag>
#include <QMenu>
#include <QMimeData>

namespace metrics {

ChartOffers::ChartOffers(PlaceOf placeOf, QObject *parent) : QObject(parent), m_placeOf(std::move(placeOf)) {}

void ChartOffers::offer(Panel &panel)
{
    kit::Chart *chart = panel.chart();
    chart->setShareable(true);
    connect(chart, &kit::Chart::shareWanted, this, [this, &panel] { share(panel, panel.names().value(0)); });
    connect(chart, &kit::Chart::dragWanted, this, [this, &panel] { drag(panel); });
    connect(chart, &kit::Chart::markerWanted, this, &ChartOffers::alertWanted);
    connect(chart, &kit::Chart::menuWanted, this,
            [this, &panel](const QPoint &globalPos, int line, std::optional<double> value) {
                showMenu(panel, globalPos, line, value);
            });
}

void ChartOffers::showMenu(const Panel &panel, const QPoint &globalPos, int line, std::optional<double> value)
{
    const QString series = panel.names().value(line);
    auto *menu = new QMenu(panel.chart());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Send to chat…"), this, [this, &panel, series] { share(panel, series); });
    menu->addAction(tr("Copy &link"), this, [this, series, title = panel.chart()->title()] {
        Q_EMIT linkWanted(m_placeOf(series), title);
    });
    menu->addSeparator();
    const std::optional<double> recorded = value ? std::optional(panel.recorded(*value)) : std::nullopt;
    QAction *rule = menu->addAction(tr("Create alert &rule here…"), this, [this, series, recorded] {
        Q_EMIT ruleWanted(series, m_placeOf(series).source, recorded);
    });
    rule->setEnabled(m_whyNoRule.isEmpty());
    rule->setToolTip(m_whyNoRule);
    menu->setToolTipsVisible(true);
    menu->popup(globalPos);
}

chat::PictureValues ChartOffers::valuesOf(const Panel &panel) const
{
    const QStringList names = panel.names();
    QStringList sources;
    for (const QString &name : names)
        sources << m_placeOf(name).source;
    return chartValues(*panel.chart(), sources);
}

void ChartOffers::share(const Panel &panel, const QString &series)
{
    Q_EMIT shareWanted(panel.chart()->grab().toImage(), m_placeOf(series), valuesOf(panel),
                       panel.chart()->title());
}

void ChartOffers::drag(const Panel &panel)
{
    const QPixmap picture = panel.chart()->grab();
    auto *drag = new QDrag(panel.chart());
    QMimeData *data = m_placeOf(panel.names().value(0)).toMime({}, panel.chart()->title());
    data->setImageData(picture.toImage());
    client::putValues(*data, valuesOf(panel));
    drag->setMimeData(data);
    drag->setPixmap(picture.scaledToWidth(picture.width() / 2, Qt::SmoothTransformation));
    drag->exec(Qt::CopyAction);
}

} // namespace metrics
