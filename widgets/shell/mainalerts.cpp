// SPDX-License-Identifier: GPL-3.0-or-later
// The page about alerts, what the rest of the window says of them, and how one leads to the other.
#include "alerts/alertcrier.h"
#include "alerts/alertdeeds.h"
#include "alerts/alertspage.h"
#include "alerts/attentioncard.h"
#include "alerts/upkeepbanner.h"
#include "devices/devicespage.h"
#include "events/eventsdock.h"
#include "kit/format.h"
#include "network/mappage.h"
#include "overview/overviewpage.h"
#include "shell/mainwindow.h"
#include "shell/popups.h"
#include "shell/rail.h"
#include "shell/standin.h"
#include "shell/statusstrip.h"

#include <QBoxLayout>

namespace shell {

namespace {
using client::Place;
constexpr qint64 chartAroundMs = 15 * 60'000;
} // namespace

void MainWindow::buildAlerts(overview::OverviewPage &overview)
{
    m_alertsPage = new alerts::AlertsPage(m_alerts, m_silences, m_devices, m_toasts);
    addPage({QStringLiteral("alerts"), tr("Alerts"), kit::Symbol::Alerts, m_alertsPage,
             QKeySequence(Qt::CTRL | Qt::Key_5)});
    connect(m_alertsPage, &alerts::AlertsPage::selected, this, &MainWindow::select);
    connect(m_alertsPage, &alerts::AlertsPage::shownChanged, this, &MainWindow::refreshActions);
    connect(m_alertsPage, &alerts::AlertsPage::deviceWanted, this, [this](const QString &id) {
        showPage(QStringLiteral("devices"));
        m_list->openDevice(id, true);
    });
    connect(m_alertsPage, &alerts::AlertsPage::mapWanted, this, [this](const QString &id) {
        showPage(QStringLiteral("map"));
        m_map->focusDevice(id);
    });
    connect(m_alertsPage, &alerts::AlertsPage::chartWanted, this, [this](const alerts::Alert &alert) {
        const qint64 at = alert.raisedAt.toMSecsSinceEpoch();
        Place place{Place::Kind::Chart};
        place.span = {at - chartAroundMs, at + chartAroundMs};
        if (m_devices.find(alert.subjectId))
            place.source = alert.subjectId;
        showChart(place);
    });
    connect(m_alertsPage, &alerts::AlertsPage::eventsWanted, m_events, &events::EventsDock::search);
    auto *card = new alerts::AttentionCard(m_alertsPage->deeds(), m_devices);
    overview.setAttention(card);
    connect(card, &alerts::AttentionCard::alertWanted, this, &MainWindow::showAlert);
    connect(card, &alerts::AttentionCard::listWanted, this, [this](alerts::AlertPart part) {
        showPage(QStringLiteral("alerts"));
        m_alertsPage->showPart(part);
    });
    buildPopUps();
    connect(&m_alerts, &client::Alerts::changed, this, &MainWindow::refreshAlerts);
    connect(&m_alerts, &client::Alerts::reset, this, &MainWindow::refreshAlerts);
    connect(m_strip, &StatusStrip::alertsWanted, this, [this](const QString &filter) {
        showPage(QStringLiteral("alerts"));
        m_alertsPage->showFiltered(filter);
    });
}

/// What is told outside of the window leads into it.
void MainWindow::buildPopUps()
{
    m_popUps = new PopUps(m_alerts, *m_outside, m_alertDesktop.get(), m_clock, this);
    connect(m_popUps, &PopUps::alertWanted, this, [this](const QString &id) {
        comeForward();
        showAlert(id);
    });
    connect(m_popUps, &PopUps::listWanted, this, [this] {
        comeForward();
        showOpenAlerts();
    });
    connect(m_popUps, &PopUps::acknowledgeWanted, this,
            [this](const QStringList &ids) { m_alertsPage->deeds().acknowledge(ids); });
}

/// What cannot wait is told above all pages.
void MainWindow::buildAlertCrier(QBoxLayout &strips)
{
    auto *crier = new alerts::AlertCrier(m_alerts, m_devices, m_manners, *m_toasts);
    strips.addWidget(crier);
    connect(crier, &alerts::AlertCrier::alertWanted, this, &MainWindow::showAlert);
    connect(crier, &alerts::AlertCrier::listWanted, this, &MainWindow::showOpenAlerts);
    auto *upkeep = new alerts::UpkeepBanner(m_mirror, m_clock);
    strips.addWidget(upkeep);
    connect(upkeep, &alerts::UpkeepBanner::calendarWanted, this, &MainWindow::showMaintenance);
}

void MainWindow::showMaintenance() { m_actions.find(QStringLiteral("alerts.windows"))->trigger(); }

void MainWindow::adoptAlertActions()
{
    for (QAction *action : m_alertsPage->alertActions())
        m_actions.adopt(action, tr("Alert"), tr("alert alerts problem mute acknowledge incident"));
    for (const char *id : {"alerts.silences", "alerts.windows"}) {
        connect(m_actions.find(QLatin1String(id)), &QAction::triggered, this,
                [this] { showPage(QStringLiteral("alerts")); });
    }
}

void MainWindow::showAlert(const QString &id)
{
    showPage(QStringLiteral("alerts"));
    m_alertsPage->openAlert(id, true);
}

void MainWindow::showOpenAlerts()
{
    showPage(QStringLiteral("alerts"));
    m_alertsPage->showPart(alerts::AlertPart::Open);
}

void MainWindow::refreshAlerts()
{
    const alerts::AlertCounts &counts = m_alerts.counts();
    const auto place = std::find_if(m_pages.begin(), m_pages.end(),
                                    [](const Page &page) { return page.id == QLatin1String("alerts"); });
    m_rail->setNote(int(place - m_pages.begin()),
                    counts.open > 0 ? kit::format::count(counts.open) : QString(),
                    counts.open > 0 ? std::optional(kit::statusOfSeverity(m_alerts.worst())) : std::nullopt);
    m_strip->setAlerts(counts);
    refreshTray();
    m_inspect.start();
}

} // namespace shell
