// SPDX-License-Identifier: GPL-3.0-or-later
// Where links lead in the window, and how they are copied.
#include "alerts/alertdeeds.h"
#include "alerts/alertspage.h"
#include "catalog/assistant.h"
#include "chat/chatdock.h"
#include "chat/chatpage.h"
#include "chat/chatpane.h"
#include "chat/sendsheet.h"
#include "devices/devicespage.h"
#include "kit/format.h"
#include "kit/toast.h"
#include "metrics/metricspage.h"
#include "network/mappage.h"
#include "network/mapview.h"
#include "shell/finder.h"
#include "shell/mainwindow.h"
#include "shell/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace shell {

using client::Place;

void MainWindow::buildPalette()
{
    m_finder = std::make_unique<Finder>(m_alertsPage->deeds(), m_devices, m_chat);
    m_palette = new Palette(m_actions, *m_finder, m_mirror.link(), this);
    connect(m_palette, &Palette::placeWanted, this, &MainWindow::openPlace);
    connect(m_palette, &Palette::acknowledgeWanted, this,
            [this](const QString &id) { m_alertsPage->deeds().acknowledge({id}); });
    connect(m_palette, &Palette::chatWanted, this, &MainWindow::askInChat);
}

void MainWindow::connectPlaces()
{
    connect(m_alertsPage, &alerts::AlertsPage::linkWanted, this, &MainWindow::copyLink);
    connect(m_list, &devices::DevicesPage::linkWanted, this, &MainWindow::copyLink);
    for (chat::ChatPane *pane : {&m_chatPage->pane(), &m_chatDock->pane()}) {
        connect(pane, &chat::ChatPane::placeWanted, this, &MainWindow::openPlace);
        connect(pane, &chat::ChatPane::linkWanted, this, &MainWindow::copyLink);
    }
    connectOffers();
    // A link the program was started with waits until there is somebody to ask.
    const auto openLate = [this] {
        if (const std::optional<Place> place = std::exchange(m_place, std::nullopt))
            openPlace(*place);
    };
    connect(&m_mirror.link(), &client::Link::stateChanged, this, openLate);
    connect(&m_chat, &client::Chat::changed, this, openLate);
    connect(&m_devices, &client::Devices::reset, this, openLate);
}

void MainWindow::connectOffers()
{
    for (metrics::ChartOffers *offers : {&m_metrics->offers(), &m_list->chartOffers()}) {
        connect(offers, &metrics::ChartOffers::shareWanted, this, &MainWindow::share);
        connect(offers, &metrics::ChartOffers::linkWanted, this, &MainWindow::copyLink);
        connect(offers, &metrics::ChartOffers::ruleWanted, this, &MainWindow::askForRule);
        connect(offers, &metrics::ChartOffers::alertWanted, this, &MainWindow::showAlert);
        const auto allow = [this, offers] { offers->setWhyNoRule(m_rules.whyNotSet()); };
        connect(&m_rules, &client::Rules::changed, offers, allow);
        allow();
    }
    connect(m_map, &network::MapPage::shareWanted, this, &MainWindow::share);
    connect(m_map, &network::MapPage::linkWanted, this, &MainWindow::copyLink);
}

void MainWindow::share(const QImage &picture, const Place &place, const chat::PictureValues &values,
                       const QString &title)
{
    auto *sheet =
        new chat::SendSheet(m_chat, picture, {place.toData(), values}, title, m_chatPage->room(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &chat::SendSheet::sent, this, [this](const QString &room) {
        const kit::Toast *toast = m_toasts->say(
            tr("Sent to %1.").arg(kit::format::isolate(m_chat.titleOf(*m_chat.find(room)).simplified())),
            tr("Show"));
        connect(toast, &kit::Toast::actionTriggered, this, [this, room] {
            openPlace({Place::Kind::Room, room});
        });
    });
    sheet->open();
}

void MainWindow::openPlace(const Place &place)
{
    const bool isRoom = place.kind == Place::Kind::Room;
    const bool isMap = place.kind == Place::Kind::Map;
    if (m_mirror.link().state() != client::Link::State::Live || (isRoom && !m_chat.isKnown()) ||
        (isMap && !m_devices.isKnown())) {
        m_place = place;
        return;
    }
    switch (place.kind) {
    case Place::Kind::Alert:
        showAlert(place.id);
        return;
    case Place::Kind::Device:
        showPage(QStringLiteral("devices"));
        m_list->openDevice(place.id, true);
        return;
    case Place::Kind::Chart:
        showChart(place);
        return;
    case Place::Kind::Room:
        if (m_chat.find(place.id) == nullptr) {
            m_toasts->say(tr("This room no longer exists, or you do not belong to it."));
            return;
        }
        showPage(QStringLiteral("chat"));
        m_chatPage->showRoom(place.id, place.message);
        return;
    case Place::Kind::Map:
        showOnMap(place.devices);
        return;
    }
}

void MainWindow::showChart(const Place &place)
{
    if (!place.source.isEmpty()) {
        showPage(QStringLiteral("devices"));
        m_list->openChart(place.source, place.span);
        return;
    }
    if (place.span.length() > 0)
        m_model.zoomTo(place.span);
    showPage(QStringLiteral("metrics"));
    if (!place.id.isEmpty() && !m_metrics->reveal(place.id))
        m_toasts->say(tr("Nothing is recorded under that name any more."));
}

void MainWindow::showOnMap(const QStringList &devices)
{
    QStringList known = devices;
    known.removeIf([this](const QString &id) { return m_devices.find(id) == nullptr; });
    showPage(QStringLiteral("map"));
    if (known.size() < devices.size())
        m_toasts->say(
            tr("%n of these devices are no longer kept.", nullptr, int(devices.size() - known.size())));
    m_map->view().choose(known);
    known.isEmpty() ? m_map->view().fit() : m_map->view().fitChosen();
}

void MainWindow::copyLink(const Place &place, const QString &title)
{
    const QUrl server = serverUrl();
    QGuiApplication::clipboard()->setMimeData(place.toMime(server.toString(), title));
    m_toasts->say(tr("Link to %1 copied.").arg(kit::format::isolate(title.simplified())));
}

/// The question is written into the room the assistant listens in; whether it is sent is up to whoever asks.
void MainWindow::askInChat(const QString &question)
{
    const QString room = QLatin1String(assistant::firstRoom);
    showPage(QStringLiteral("chat"));
    if (m_chat.find(room))
        m_chatPage->showRoom(room);
    m_chatPage->pane().begin(question);
}

} // namespace shell
