// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/panels.h"

#include "catalog/measures.h"

#include <QCollator>

namespace metrics {

namespace {

QString panelText(const char *text) { return QCoreApplication::translate("metrics::Panels", text); }

/// The beginning and the end of a long name: what tells it from the others is at either.
QString shortened(const QString &name)
{
    constexpr qsizetype longest = 13;
    return name.size() <= longest ? name : name.first(4) + QStringLiteral("…") + name.last(8);
}

/// A line for every recorded series that begins so, named by the rest, in natural order.
QList<Line> linesOf(const client::MetricsModel &model, QLatin1String prefix)
{
    QList<Line> lines;
    for (const Series::Item &item : model.series()) {
        if (item.name.startsWith(prefix))
            lines << Line{item.name, shortened(item.name.mid(prefix.size())), item.name.mid(prefix.size())};
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(lines.begin(), lines.end(),
              [&](const Line &a, const Line &b) { return collator.compare(a.series, b.series) < 0; });
    return lines;
}

} // namespace

std::vector<std::unique_ptr<Panel>> panelsFor(const client::MetricsModel &model, bool perCore)
{
    std::vector<std::unique_ptr<Panel>> panels;
    const auto add = [&](const QString &title, const QString &shortName, Measure measure, QList<Line> lines) {
        lines.removeIf([&](const Line &line) { return !model.has(line.series); });
        if (!lines.isEmpty())
            panels.push_back(std::make_unique<Panel>(title, shortName, measure, lines));
    };
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Processor")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "CPU")), Measure::Percent,
        {{series::cpu, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "All cores")), {}}});
    if (perCore)
        add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Processor cores")),
            panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Cores")), Measure::Percent,
            linesOf(model, series::corePrefix));
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Load average")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Load")), Measure::Load,
        {{series::load1, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "1 min")), {}},
         {series::load5, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "5 min")), {}},
         {series::load15, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "15 min")), {}}});
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Memory")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Memory")), Measure::Memory,
        {{series::memory, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Used")), {}}});
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Swap")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Swap")), Measure::Memory,
        {{series::swap, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Used")), {}}});
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Network")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Network")), Measure::Bits,
        {{series::received, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "↓ In")), {}},
         {series::sent, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "↑ Out")), {}}});
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Disk traffic")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Disk")), Measure::Bytes,
        {{series::diskRead, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Read")), {}},
         {series::diskWrite, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Write")), {}}});
    QList<Line> volumes = linesOf(model, series::volumePrefix);
    if (volumes.isEmpty())
        volumes << Line{series::diskShare, QStringLiteral("/"), {}};
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Disk use")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Used")), Measure::Percent, volumes);
    add(panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Temperature")),
        panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Temperature")), Measure::Celsius,
        {{series::temperature, panelText(QT_TRANSLATE_NOOP("metrics::Panels", "Processor")), {}}});
    return panels;
}

} // namespace metrics
