// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "client/upkeeptimes.h"

#include <QWidget>

namespace kit {
class Chart;
} // namespace kit

namespace alerts {

/// What was measured a quarter of an hour before and after an alert was raised: what it is about, or how its
/// device answered. Not there when nothing was.
class AroundChart final : public QWidget
{
    Q_OBJECT
public:
    explicit AroundChart(client::Mirror &mirror, QWidget *parent = nullptr);

    /// Asks for what was measured around it; the same again does nothing while its end is the same.
    void open(const Alert &alert);
    void clear();
    [[nodiscard]] kit::Chart &chart() const { return *m_chart; }

private:
    void take(const core::Result<metrics::History::Reply> &reply, const Alert &alert);

    client::Mirror &m_mirror;
    client::UpkeepTimes m_upkeep;
    kit::Chart *m_chart;
    QString m_shown;     ///< which alert, and to what end
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace alerts
