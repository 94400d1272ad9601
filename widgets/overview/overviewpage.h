// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerttimes.h"
#include "client/facts.h"
#include "client/metricsmodel.h"
#include "client/upkeeptimes.h"
#include "kit/chart.h"

#include <QWidget>

class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace kit {
class Card;
class EmptyState;
class Label;
class Tile;
} // namespace kit

namespace overview {

class ProcessModel;
class VolumeRow;

/// The first page: how this computer and its network do right now.
class OverviewPage final : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewPage(client::MetricsModel &model, QWidget *parent = nullptr);

    /// What needs attention comes before all that runs by itself.
    void setAttention(QWidget *card);
    /// And what somebody is told once comes before that.
    void addCard(QWidget *card);

Q_SIGNALS:
    void selected(const client::FactSource &source);
    void metricsWanted();
    void alertWanted(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTiles(QVBoxLayout *column);
    void buildChart(QVBoxLayout *column);
    void buildBottom(QVBoxLayout *column);
    void buildProcesses(kit::Card *card);
    void buildHost(kit::Card *card);
    void refresh();
    void refreshProcesses(const QList<metrics::Process> &processes);
    void refreshTiles(const metrics::Sampled &reading);
    void refreshChart();
    void refreshVolumes(const QList<metrics::Volume> &volumes);
    void refreshHost(const metrics::Sampled &reading);
    void selectProcess();
    void selectVolume(const VolumeRow &row);

    client::MetricsModel &m_model;
    client::UpkeepTimes m_upkeep;
    client::AlertTimes m_alerts;
    QStackedLayout *m_stack;
    QVBoxLayout *m_column;
    kit::EmptyState *m_empty;
    kit::Tile *m_cpu;
    kit::Tile *m_memory;
    kit::Tile *m_disk;
    kit::Tile *m_network;
    kit::Tile *m_uptime;
    kit::Chart *m_chart;
    QTableView *m_table;
    ProcessModel *m_processes;
    kit::Card *m_volumes;
    QVBoxLayout *m_volumeColumn;
    QList<VolumeRow *> m_rows;
    QList<kit::Label *> m_host;
    bool m_isLoaded = false;
    bool m_isRefreshing = false;
};

} // namespace overview
