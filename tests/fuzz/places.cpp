// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/place.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

using client::Place;

namespace fuzz {

namespace {
const QString house = QStringLiteral("https://belfry.example:8765");

bool isShort(const Place &place) { return place.link().size() < 4096; }
} // namespace

void places(QByteArrayView input)
{
    const QString text = QString::fromUtf8(input);
    qsizetype end = 0;
    for (const client::PlaceInText &found : client::placesIn(text, {house})) {
        require(found.at >= end && found.length > 0 && found.at + found.length <= text.size(),
                "links stand in the text, one behind the other");
        end = found.at + found.length;
        const Place &place = found.place;
        for (const QString &part : QStringList{place.id, place.source, place.message} + place.devices) {
            require(part.size() <= 200, "what a link names is short");
            for (const QChar letter : part)
                require(letter.unicode() >= 0x20 && letter.unicode() != 0x202E && letter.unicode() != 0x200B,
                        "and shows itself");
        }
        require(place.devices.size() <= Place::mostDevices, "few are chosen");
        require(place.span.length() >= 0, "time goes on");
        if (!isShort(place))
            continue;
        require(Place::read(place.link()) == place, "a link leads to where it was made");
        require(Place::read(place.webAddress(house), {house}) == place, "and a browser to the same");
        require(!Place::read(place.webAddress(house), {QStringLiteral("https://belfry.example")}),
                "another server's lead nowhere");
        require(Place::ofData(place.toData()) == place, "and what a picture was made of");
    }
}

} // namespace fuzz
