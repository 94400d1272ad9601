// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"
#include "scans/scanspage.h"
#include "scans/tasksdock.h"
#include "scans/words.h"
#include "settings/settingspage.h"
#include "shell/herald.h"
#include "shell/mainwindow.h"
#include "shell/rail.h"
#include "shell/statusstrip.h"

#include <QStackedWidget>

#include <cmath>

namespace shell {

void MainWindow::buildScans()
{
    m_scansPage = new scans::ScansPage(m_scans, m_clock);
    addPage({QStringLiteral("scans"), tr("Scans"), kit::Symbol::Scans, m_scansPage,
             QKeySequence(Qt::CTRL | Qt::Key_8)});
    m_tasks = new scans::TasksDock(m_scans, m_clock, this);
    addDockWidget(Qt::BottomDockWidgetArea, m_tasks);
    m_tasks->hide();
    connect(m_scansPage, &scans::ScansPage::selected, this, &MainWindow::select);
    connect(m_scansPage, &scans::ScansPage::networksWanted, this, [this] {
        showPage(QStringLiteral("settings"));
        m_settings->showTab(QStringLiteral("networks"));
    });
    connect(m_tasks, &scans::TasksDock::scanWanted, this, &MainWindow::askToScan);
    connect(m_tasks, &scans::TasksDock::detailsWanted, this,
            [this](const QString &id) { showScan(id, false); });
    connect(m_strip, &StatusStrip::tasksWanted, this, [this] {
        m_tasks->show();
        m_tasks->raise();
    });
    connect(&m_scans, &client::Scans::changed, this, &MainWindow::refreshTasks);
    connect(&m_scans, &client::Scans::changed, &m_inspect, qOverload<>(&QTimer::start));
    connect(&m_scans, &client::Scans::ended, this, &MainWindow::tellEnd);
}

void MainWindow::buildScanActions()
{
    connect(m_actions.add({QStringLiteral("tools.scan"), tr("New &scan…"), tr("Tools"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                           tr("nmap discover ports devices network"), kit::Symbol::Scans}),
            &QAction::triggered, this, &MainWindow::askToScan);
    QAction *tasks = m_actions.add({QStringLiteral("view.tasks"), tr("Tas&ks"), tr("View"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
                                    tr("jobs progress running cancel"), kit::Symbol::Scans});
    tasks->setCheckable(true);
    connect(tasks, &QAction::triggered, m_tasks->toggleViewAction(), &QAction::trigger);
    connect(m_tasks->toggleViewAction(), &QAction::toggled, tasks, &QAction::setChecked);
}

void MainWindow::askToScan()
{
    showPage(QStringLiteral("scans"));
    m_scansPage->askToScan();
}

void MainWindow::showScan(const QString &id, bool isCompared)
{
    showPage(QStringLiteral("scans"));
    m_scansPage->showScan(id, isCompared);
}

void MainWindow::refreshTasks()
{
    const int count = int(m_scans.running().size());
    const double progress = m_scans.progress();
    m_strip->setTasks(count, progress);
    const auto scans = std::find_if(m_pages.begin(), m_pages.end(),
                                    [](const Page &page) { return page.id == QLatin1String("scans"); });
    m_rail->setNote(int(scans - m_pages.begin()),
                    count > 0 ? kit::format::percent(std::floor(progress)) : QString());
    m_actions.find(QStringLiteral("tools.scan"))->setEnabled(m_scans.whyNotStart().isEmpty());
}

/// Whoever started a scan is told what came of it; the others find it in the history.
void MainWindow::tellEnd(const network::ScanRun &run)
{
    if (!m_scans.isOwn(run))
        return;
    const bool isDone = run.status == network::ScanState::Completed;
    const QString what = tr("%1 scan of %2", "discovery, 192.168.1.0/24")
                             .arg(scans::words::typeTitle(run.scanType), scans::words::target(run));
    const QString came = isDone ? tr("%1.").arg(scans::words::spokenChanges(run)) : run.message;
    m_herald->tell({client::Matter::ScanDone, what, came, isDone ? tr("Review") : tr("Details"),
                    [this, id = run.scanId, isDone] {
                        const network::ScanRun *over = m_scans.find(id);
                        showScan(id, isDone && over != nullptr && !over->comparedWith.isEmpty());
                    }});
}

} // namespace shell
