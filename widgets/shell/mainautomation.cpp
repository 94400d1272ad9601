// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"
#include "automation/automationpage.h"
#include "automation/sketch.h"
#include "shell/mainwindow.h"

namespace shell {

namespace {
/// To three figures: nobody means more by pointing.
double rounded(double value) { return QString::number(value, 'g', 3).toDouble(); }
} // namespace

void MainWindow::buildAutomation()
{
    m_automation = new automation::AutomationPage(m_rules, m_channels, m_devices, m_clock);
    addPage({QStringLiteral("automation"), tr("Automation"), kit::Symbol::Pulse, m_automation,
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    connect(m_alertsPage, &alerts::AlertsPage::ruleWanted, this, [this](const QString &id) {
        showPage(QStringLiteral("automation"));
        m_automation->showRule(id);
    });
    connect(m_automation, &automation::AutomationPage::selected, this, &MainWindow::select);
    connect(&m_rules, &client::Rules::changed, &m_inspect, qOverload<>(&QTimer::start));
}

/// A rule for what a chart shows, from the value that was pointed at on.
void MainWindow::askForRule(const QString &series, const QString &source, std::optional<double> value)
{
    automation::Sketch sketch;
    sketch.name = series;
    sketch.threshold = value ? rounded(*value) : 0;
    automation::Rule wish;
    wish.condition = sketch.condition();
    if (!source.isEmpty())
        wish.source.devices = {source};
    showPage(QStringLiteral("automation"));
    m_automation->askForRule(wish);
}

void MainWindow::buildAutomationActions()
{
    QAction *rule = m_actions.add({QStringLiteral("tools.rule"),
                                   tr("New &rule…"),
                                   tr("Tools"),
                                   {},
                                   tr("alert threshold condition automation"),
                                   kit::Symbol::Pulse});
    connect(rule, &QAction::triggered, this, [this] {
        showPage(QStringLiteral("automation"));
        m_automation->askForRule();
    });
    QAction *import = m_actions.add({QStringLiteral("tools.importrules"),
                                     tr("&Import rules…"),
                                     tr("Tools"),
                                     {},
                                     tr("yaml file alerts"),
                                     kit::Symbol::Pulse});
    connect(import, &QAction::triggered, this, [this] {
        showPage(QStringLiteral("automation"));
        m_automation->askToImport();
    });
    QAction *told = m_actions.add({QStringLiteral("tools.channels"),
                                   tr("&Who is told…"),
                                   tr("Tools"),
                                   {},
                                   tr("channels e-mail webhook telegram notifications on call routes"),
                                   kit::Symbol::Alerts});
    connect(told, &QAction::triggered, this, [this] {
        showPage(QStringLiteral("automation"));
        m_automation->showTab(QStringLiteral("channels"));
    });
    const auto allow = [this, rule, import] {
        for (QAction *action : {rule, import})
            action->setEnabled(m_rules.whyNotSet().isEmpty());
    };
    connect(&m_rules, &client::Rules::changed, this, allow);
    allow();
}

} // namespace shell
