// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"
#include "shell/mainwindow.h"
#include "shell/standin.h"
#include "shell/tray.h"

#include <QMenu>

namespace shell {

/// What the desktop does not show stands beside the icon, where there is one.
void MainWindow::buildDesktops()
{
    const StandIn::Beside beside = [this](const PopUp &popUp, const std::function<void()> &pressed) {
        return m_tray && m_tray->say(popUp, pressed);
    };
    m_alertDesktop = std::make_unique<StandIn>(m_options.desktop, beside);
    m_messageDesktop = std::make_unique<StandIn>(m_options.messages, beside);
}

void MainWindow::buildTray()
{
    m_tray = new Tray(
        m_alerts, m_clock,
        m_options.isTrayThere ? m_options.isTrayThere : QSystemTrayIcon::isSystemTrayAvailable, *m_snooze,
        {m_actions.find(QStringLiteral("file.copyaddress")), m_actions.find(QStringLiteral("file.quit"))},
        this);
    connect(m_tray, &Tray::windowWanted, this, &MainWindow::comeForward);
    connect(m_tray, &Tray::toggleWanted, this, [this] {
        if (isVisible() && !isMinimized())
            hide();
        else
            comeForward();
    });
    connect(m_tray, &Tray::alertWanted, this, [this](const QString &id) {
        comeForward();
        showAlert(id);
    });
    connect(m_tray, &Tray::listWanted, this, [this] {
        comeForward();
        showOpenAlerts();
    });
    connect(&m_manners, &client::Manners::changed, this, &MainWindow::refreshTray);
    connect(&m_mirror, &client::Mirror::readingChanged, this, [this] {
        if (m_tray->isShown())
            refreshTray();
    });
    refreshTray();
}

/// What is worst of that which has a badge, and how much of it there is.
void MainWindow::refreshTray()
{
    if (!m_tray)
        return;
    using client::Matter;
    std::array<int, size_t(Matter::Info) + 1> open{};
    for (const alerts::Alert &alert : m_alerts.all()) {
        if (alert.state == alerts::AlertState::Open && alert.silencedBy.isEmpty() && m_alerts.isRoot(alert))
            ++open[size_t(client::matterOfSeverity(alert.severity))];
    }
    TrayFace face;
    for (size_t place = 0; place < open.size(); ++place) {
        if (open[place] == 0 || !m_manners.tells(Matter(place), client::Way::Badge))
            continue;
        face.worst = face.worst.value_or(kit::Status(int(kit::Status::Critical) - int(place)));
        face.count += open[place];
    }
    const bool isCalled = m_chat.mentions() > 0 && (m_manners.tells(Matter::Mention, client::Way::Badge) ||
                                                    m_manners.tells(Matter::Direct, client::Way::Badge));
    if (!face.worst && isCalled)
        face.worst = kit::Status::Info;
    const alerts::AlertCounts &counts = m_alerts.counts();
    QStringList words{counts.critical > 0
                          ? tr("%n open (%1 critical)", nullptr, counts.open).arg(counts.critical)
                          : tr("%n open", nullptr, counts.open)};
    const auto &devices = m_devices.all();
    const auto up = std::count_if(devices.begin(), devices.end(), [](const network::Entry &device) {
        return device.state == network::State::Up;
    });
    if (!devices.isEmpty())
        words << tr("%1 of %2 devices up").arg(up).arg(devices.size());
    if (m_mirror.reading()) {
        const metrics::Network &network = m_mirror.reading()->network;
        words << QStringLiteral("↓ %1 ↑ %2")
                     .arg(kit::format::rate(network.receiveRate * 8),
                          kit::format::rate(network.sendRate * 8));
    }
    face.words = tr("Belfry: %1").arg(words.join(QStringLiteral(" · ")));
    m_tray->setFace(face);
}

} // namespace shell
