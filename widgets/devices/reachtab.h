// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerttimes.h"
#include "client/reach.h"
#include "client/upkeeptimes.h"
#include "kit/chartcursor.h"
#include "metrics/chartoffers.h"

#include <QWidget>

#include <memory>
#include <vector>

class QStackedLayout;

namespace kit {
class EmptyState;
class Label;
class Segmented;
} // namespace kit
namespace metrics {
class Panel;
} // namespace metrics

namespace devices {

/// How a device answered over time, as charts with one crosshair.
class ReachTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ReachTab(client::Mirror &mirror, QWidget *parent = nullptr);
    ~ReachTab() override;

    /// Shows another device; an empty id shows none.
    void open(const QString &id);
    /// Shows that time; without length: as it is.
    void showSpan(const client::Span &span);
    [[nodiscard]] metrics::ChartOffers &offers() { return m_offers; }
    [[nodiscard]] kit::ChartCursor &cursor() { return m_cursor; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildCharts();
    void adopt(metrics::Panel &panel);
    void refresh();
    void showWhyNot();
    void showValues();

    client::Mirror &m_mirror;
    client::Reach m_reach;
    client::UpkeepTimes m_upkeep;
    client::AlertTimes m_alerts;
    QString m_id; ///< of the device
    kit::ChartCursor m_cursor;
    metrics::ChartOffers m_offers;
    std::vector<std::unique_ptr<metrics::Panel>> m_panels;
    kit::Segmented *m_ranges;
    kit::Label *m_time;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    kit::Label *m_values;
    bool m_isDrawn = false; ///< what is shown now was drawn at once, and is redrawn at the charts' own pace
};

} // namespace devices
