// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerttimes.h"
#include "client/facts.h"
#include "client/readings.h"
#include "client/scale.h"

#include <QCoreApplication>

namespace kit {
class Chart;
class ChartCursor;
} // namespace kit

namespace metrics {

/// What the values of a panel are, and so how they are written.
enum class Measure { Percent, Bits, Bytes, Memory, Load, Celsius, Milliseconds };

/// One line of a panel.
struct Line
{
    QString series;
    QString label; ///< short enough to stand at the end of the line
    QString title; ///< in full; empty: the label

    [[nodiscard]] const QString &fullName() const { return title.isEmpty() ? label : title; }
};

/// One chart over the readings of something and the series it draws, all of one measure.
class Panel final
{
    Q_DECLARE_TR_FUNCTIONS(metrics::Panel)
public:
    /// `shortName` stands before the value where there is little room. The first six lines are drawn, and the
    /// chart says so when there are more.
    Panel(const QString &title, const QString &shortName, Measure measure, const QList<Line> &lines);

    [[nodiscard]] kit::Chart *chart() const { return m_chart; }
    [[nodiscard]] QStringList names() const;
    /// Whether one of its lines tells of that series, too.
    [[nodiscard]] bool isAbout(const QString &series) const;
    /// A value of the chart as it is recorded.
    [[nodiscard]] double recorded(double shown) const { return shown / m_scale.factor; }
    /// Feeds the chart with what is shown.
    void show(const client::Readings &readings);
    /// Marks alerts about what it shows.
    void mark(const client::AlertTimes &times);
    /// The values at a moment in one short piece of text; empty when there are none.
    [[nodiscard]] QString valuesAt(const client::Readings &readings, qint64 at) const;
    /// Newest, mean, least and greatest of every line in the shown time.
    [[nodiscard]] client::Facts facts(const client::Readings &readings) const;

private:
    [[nodiscard]] client::Scale scaleOf(const client::Readings &readings) const;
    [[nodiscard]] QString written(double value) const;
    [[nodiscard]] QString headline(const client::Readings &readings) const;

    QString m_title;
    QString m_shortName;
    Measure m_measure;
    QList<Line> m_lines;
    client::Scale m_scale;
    kit::Chart *m_chart;
};

} // namespace metrics
