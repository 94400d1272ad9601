// SPDX-License-Identifier: GPL-3.0-or-later
// How the map is shown to others: as a picture with what is chosen, or as a link.
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

/// As it is looked at, and whole: others cannot wait for the rest of it.
QImage MapPage::picture()
{
    view().setPatience(std::numeric_limits<double>::max());
    const QImage image = view().grab().toImage();
    view().setPatience(MapView::usualPatience);
    return image;
}

void MapPage::share() { Q_EMIT shareWanted(picture(), place(), shareTitle()); }

void MapPage::dragAway()
{
    const QImage image = picture();
    QMimeData *data = place().toMime({}, shareTitle());
    data->setImageData(image);
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
