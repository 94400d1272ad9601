// SPDX-License-Identifier: GPL-3.0-or-later
// How the map is shown to others: as a picture with what is chosen, or as a link.
#include "client/shownvalues.h"
#include "network/compose.h"
#include "network/mapcanvas.h"
#include "network/mappage.h"

#include <QDrag>
#include <QMenu>
#include <QMimeData>

#include <limits>

namespace network {

client::Place MapPage::place() const
{
    client::Place place{client::Place::Kind::Map};
    for (const QString &id : view().chosen()) {
        if (m_plan.devices().find(id) && place.devices.size() < client::Place::mostDevices)
            place.devices << id;
    }
    return place;
}

QString MapPage::shareTitle() const
{
    const QStringList ids = place().devices;
    const Entry *only = ids.size() == 1 ? m_plan.devices().find(ids.first()) : nullptr;
    return only            ? tr("%1 on the network map").arg(nameOf(*only))
           : ids.isEmpty() ? tr("Network map")
                           : tr("%n device(s) on the network map", nullptr, int(ids.size()));
}

chat::PictureValues MapPage::values() const
{
    const QMap<QString, Entry> devices = m_plan.shownDevices();
    const QStringList chosen = view().chosen();
    const bool isPart =
        std::any_of(chosen.begin(), chosen.end(), [&](const QString &id) { return devices.contains(id); });
    const auto isShown = [&](const QString &id) { return !isPart || chosen.contains(id); };
    chat::PictureValues values;
    for (const Entry &device : devices) {
        if (isShown(device.id))
            values.devices << chat::ShownDevice{
                device.id, nameOf(device), device.addresses.value(0), device.deviceType,
                QString::fromLatin1(core::Words<State>::list[std::size_t(device.state)])};
    }
    for (const Link &link : m_plan.shownLinks()) {
        const auto from = devices.constFind(link.sourceId);
        const auto to = devices.constFind(link.targetId);
        if (from != devices.constEnd() && to != devices.constEnd() &&
            (isShown(link.sourceId) || isShown(link.targetId)))
            values.links << chat::ShownLink{
                nameOf(*from), link.sourcePort,
                nameOf(*to),   link.targetPort,
                link.kind,     link.isActive ? QStringLiteral("active") : QStringLiteral("inactive")};
    }
    return client::fitted(values);
}

/// As it is looked at, and whole: others cannot wait for the rest of it.
QImage MapPage::picture()
{
    view().setPatience(std::numeric_limits<double>::max());
    const QImage image = view().grab().toImage();
    view().setPatience(MapView::usualPatience);
    return image;
}

void MapPage::share() { Q_EMIT shareWanted(picture(), place(), values(), shareTitle()); }

void MapPage::dragAway()
{
    const QImage image = picture();
    QMimeData *data = place().toMime({}, shareTitle());
    data->setImageData(image);
    client::putValues(*data, values());
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(QPixmap::fromImage(image.scaledToWidth(image.width() / 4, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
}

void MapPage::addTelling(QMenu &menu)
{
    menu.addSeparator();
    menu.addAction(tr("Send to chat…"), this, &MapPage::share);
    menu.addAction(tr("Copy link"), this, [this] { Q_EMIT linkWanted(place(), shareTitle()); });
}

} // namespace network
