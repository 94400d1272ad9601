// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/panel.h"

#include "catalog/measures.h"
#include "kit/chart.h"
#include "kit/format.h"

namespace metrics {

namespace {

namespace format = kit::format;
constexpr qsizetype mostLines = 6; // a seventh would have no ink of its own

/// The bucket that holds `at`, or the one before when it is no further than a step away.
std::optional<core::SamplePoint> pointNear(const QList<core::SamplePoint> &points, qint64 at, qint64 step)
{
    const auto after =
        std::upper_bound(points.begin(), points.end(), at,
                         [](qint64 moment, const core::SamplePoint &point) { return moment < point.at; });
    if (after == points.begin() || at - std::prev(after)->at > step * 3 / 2)
        return std::nullopt;
    return *std::prev(after);
}

} // namespace

Panel::Panel(const QString &title, const QString &shortName, Measure measure, const QList<Line> &lines)
    : m_title(title), m_shortName(shortName), m_measure(measure),
      m_lines(lines.first(std::min(mostLines, lines.size()))), m_chart(new kit::Chart(title))
{
    if (lines.size() > mostLines)
        m_chart->setNote(tr("%1 of %2 shown", "lines of a chart").arg(mostLines).arg(lines.size()));
    if (measure == Measure::Percent)
        m_chart->setYRange(kit::YRange::Percent);
    m_chart->setFormatter([this](double value) { return written(value); });
}

QStringList Panel::names() const
{
    QStringList names;
    for (const Line &line : m_lines)
        names << line.series;
    return names;
}

bool Panel::isAbout(const QString &series) const
{
    const QString drawn = drawnAs(series);
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [&](const Line &line) { return drawnAs(line.series) == drawn; });
}

client::Scale Panel::scaleOf(const client::Readings &readings) const
{
    switch (m_measure) {
    case Measure::Percent:
        return {1, QStringLiteral("%")};
    case Measure::Celsius:
        return {1, QStringLiteral("°C")};
    case Measure::Milliseconds:
        return {1, QStringLiteral("ms")};
    case Measure::Load:
        return {1, QString()};
    case Measure::Bits:
        return client::bitScale(readings.peak(names()));
    case Measure::Bytes:
        return client::byteScale(readings.peak(names()));
    case Measure::Memory:
        break;
    }
    return client::memoryScale(readings.peak(names()));
}

QString Panel::written(double value) const
{
    if (m_measure == Measure::Load)
        return QLocale().toString(value, 'f', 2);
    if (m_measure == Measure::Percent || m_measure == Measure::Celsius)
        return QLocale().toString(value, 'f', qAbs(value - qRound(value)) < 0.05 ? 0 : 1);
    return format::number(value);
}

void Panel::show(const client::Readings &readings)
{
    m_scale = scaleOf(readings);
    const client::Span span = readings.span();
    QList<kit::ChartSeries> shown;
    for (const Line &line : std::as_const(m_lines))
        shown << kit::ChartSeries{line.label, m_scale.unit,
                                  readings.pointsAs<kit::ChartPoint>(line.series, m_scale.factor)};
    m_chart->setUnit(m_scale.unit);
    m_chart->setBucket(readings.step(), tr("avg"));
    m_chart->setRange(span.from, span.to);
    m_chart->setSeries(shown);
    m_chart->setHeadline(headline(readings));
}

QString Panel::headline(const client::Readings &readings) const
{
    const bool isPart = m_measure == Measure::Memory && !m_lines.isEmpty();
    const auto whole = isPart ? readings.wholeOf(m_lines.first().series) : std::nullopt;
    const auto points = whole ? readings.points(m_lines.first().series) : QList<core::SamplePoint>();
    return points.isEmpty() ? QString()
                            : tr("%1 of %2").arg(format::memory(points.last().avg), format::memory(*whole));
}

void Panel::mark(const client::AlertTimes &times)
{
    m_chart->setMarkers(times.markersAs<kit::ChartMarker>(
        kit::statusOfSeverity, [this](const QString &series) { return isAbout(series); }));
}

QString Panel::valuesAt(const client::Readings &readings, qint64 at) const
{
    QStringList values;
    for (const Line &line : m_lines) {
        const auto point = pointNear(readings.points(line.series), at, readings.step());
        if (!point)
            continue;
        const QString value = written(point->avg * m_scale.factor);
        const bool isNumbered = m_measure == Measure::Load || line.label.front().isDigit();
        const bool needsLabel = m_lines.size() > 1 && !isNumbered;
        values << (needsLabel ? line.label.section(QLatin1Char(' '), 0, 0) + QLatin1Char(' ') + value
                              : value);
    }
    if (values.isEmpty())
        return {};
    return m_shortName + QLatin1Char(' ') + format::withUnit(values.join(QLatin1Char(' ')), m_scale.unit);
}

client::Facts Panel::facts(const client::Readings &readings) const
{
    client::Facts facts{tr("Chart"), m_title, {}};
    for (const Line &line : m_lines) {
        const QList<core::SamplePoint> points = readings.points(line.series);
        if (points.isEmpty())
            continue;
        double sum = 0;
        qint64 count = 0;
        double least = points.first().min;
        double most = points.first().max;
        for (const core::SamplePoint &point : points) {
            sum += point.avg * point.count;
            count += point.count;
            least = std::min(least, point.min);
            most = std::max(most, point.max);
        }
        const auto say = [&](double value) {
            return format::withUnit(written(value * m_scale.factor), m_scale.unit);
        };
        const auto name = [&](const QString &what) {
            return m_lines.size() == 1
                       ? what
                       : tr("%1: %2", "a line of a chart and one of its values").arg(line.fullName(), what);
        };
        facts.rows << client::Fact{name(tr("Newest")), say(points.last().avg)}
                   << client::Fact{name(tr("Mean")), say(sum / double(std::max<qint64>(1, count)))}
                   << client::Fact{name(tr("Least")), say(least)}
                   << client::Fact{name(tr("Greatest")), say(most)};
    }
    facts.rows << client::Fact{tr("Shown time"), client::spanText(readings.span().length())}
               << client::Fact{tr("Resolution"), readings.resolutionText()};
    return facts;
}

} // namespace metrics
