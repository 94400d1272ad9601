// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about the network and how the window leads from one to the other.
#include "devices/devicespage.h"
#include "events/eventsdock.h"
#include "network/mappage.h"
#include "settings/settingspage.h"
#include "shell/mainwindow.h"

#include <QMenu>

namespace shell {

void MainWindow::buildNetworkPages()
{
    m_map = new network::MapPage(m_mirror, m_devices, m_links, m_clock, m_entropy);
    addPage({QStringLiteral("map"), tr("Network map"), kit::Symbol::Network, m_map});
    m_list = new devices::DevicesPage(m_mirror, m_devices);
    addPage({QStringLiteral("devices"), tr("Devices"), kit::Symbol::Devices, m_list});
    connect(m_map, &network::MapPage::selected, this, &MainWindow::select);
    connect(m_list, &devices::DevicesPage::selected, this, &MainWindow::select);
    connect(m_list, &devices::DevicesPage::eventWanted, m_events, &events::EventsDock::reveal);
    connect(m_list, &devices::DevicesPage::deviceShown, this, &MainWindow::refreshActions);
    connect(m_map, &network::MapPage::deviceWanted, this, [this](const QString &id) {
        showPage(QStringLiteral("devices"));
        m_list->openDevice(id, true);
    });
    connect(m_list, &devices::DevicesPage::scopeWanted, this, [this] {
        showPage(QStringLiteral("settings"));
        m_settings->showTab(QStringLiteral("networks"));
    });
    connect(m_list, &devices::DevicesPage::mapWanted, this, [this](const QString &id) {
        showPage(QStringLiteral("map"));
        m_map->focusDevice(id);
    });
    for (const auto signal : {&client::Devices::changed, &client::Devices::removed})
        connect(&m_devices, signal, &m_inspect, qOverload<>(&QTimer::start));
    connect(&m_devices, &client::Devices::reset, &m_inspect, qOverload<>(&QTimer::start));
}

void MainWindow::adoptMapActions()
{
    const auto adopt = [this](const QList<QAction *> &actions, const QString &path, const QString &synonyms) {
        for (QAction *action : actions) {
            if (action->isSeparator())
                continue;
            m_actions.adopt(action, path, synonyms);
            connect(action, &QAction::triggered, this, [this] { showPage(QStringLiteral("map")); });
        }
    };
    adopt(m_map->mapActions(), tr("View ▸ Network map"), tr("network map"));
    adopt(m_map->alignActions(), tr("View ▸ Network map ▸ Align"), tr("align arrange devices"));
    adopt(m_map->exportActions(), tr("View ▸ Network map ▸ Export"), tr("save file picture map"));
}

void MainWindow::adoptDeviceActions()
{
    const QList<QAction *> &actions = m_list->deviceActions();
    for (QAction *action : actions)
        m_actions.adopt(action, tr("Device"), tr("device devices list"));
}

void MainWindow::buildMapMenu(QMenu &menu)
{
    menu.addActions(m_map->mapActions());
    menu.addSeparator();
    menu.addMenu(tr("&Align"))->addActions(m_map->alignActions());
    menu.addMenu(tr("&Export"))->addActions(m_map->exportActions());
}

} // namespace shell
