// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerttimes.h"
#include "client/upkeeptimes.h"
#include "kit/chartcursor.h"
#include "metrics/chartoffers.h"
#include "metrics/panels.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace kit {
class EmptyState;
class Label;
} // namespace kit

namespace metrics {

/// Everything that is measured, as charts over one time with one crosshair.
class MetricsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit MetricsPage(client::MetricsModel &model, QWidget *parent = nullptr);
    ~MetricsPage() override;

    void setPerCore(bool perCore);
    [[nodiscard]] bool isPerCore() const;
    /// Charts, or the tables of the same data.
    void setDataShown(bool shown);
    /// Brings the chart of that series into sight, as soon as it is there. False: nothing such is recorded.
    bool reveal(const QString &series);
    [[nodiscard]] ChartOffers &offers() { return m_offers; }
    [[nodiscard]] kit::ChartCursor &cursor() { return m_cursor; }

Q_SIGNALS:
    void selected(const client::FactSource &source);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildToolRow();
    QWidget *buildBoard();
    void dropPanels();
    void rebuild();
    void adopt(Panel &panel);
    void arrange();
    void refresh();
    void refreshToolRow();
    void showValues();
    void showInterval(const QString &refusal);
    [[nodiscard]] const Panel *panelTitled(const QString &title) const;
    void select(const QObject *plot);

    client::MetricsModel &m_model;
    client::UpkeepTimes m_upkeep;
    client::AlertTimes m_alerts;
    kit::ChartCursor m_cursor;
    ChartOffers m_offers;
    std::vector<std::unique_ptr<Panel>> m_panels;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    kit::Label *m_resolution;
    QToolButton *m_perCore;
    QComboBox *m_interval;
    kit::Label *m_confirmed;
    QToolButton *m_data;
    QScrollArea *m_scroll;
    QWidget *m_board;
    QGridLayout *m_grid;
    kit::Label *m_values;
    int m_columns = 0;
    QString m_wanted; ///< the series whose chart is to be brought into sight
    bool m_isLoaded = false;
};

} // namespace metrics
