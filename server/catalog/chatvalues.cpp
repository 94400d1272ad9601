// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chatvalues.h"

#include "catalog/chatparts.h"
#include "core/catalog.h"

namespace chat {

using core::field;

core::Fields ShownLine::fields()
{
    return {field("name", &ShownLine::name, "What was measured").atMost(longestValueName),
            field("source", &ShownLine::source, "The device; empty: the server's own machine")
                .atMost(longestValueName)
                .defaulted(),
            field("unit", &ShownLine::unit, "Of all values").atMost(longestValueWord).defaulted(),
            field("points", &ShownLine::points,
                  "Each [ms since 1970, value], or, of a bucket, [ms since 1970, min, avg, max]; ascending")
                .atMost(mostValuePoints)};
}

core::Fields ShownDevice::fields()
{
    return {field("id", &ShownDevice::id, "Which").atMost(longestValueName),
            field("name", &ShownDevice::name, "What it is called").atMost(longestValueName),
            field("address", &ShownDevice::address, "The one it is best known by")
                .atMost(longestValueName)
                .defaulted(),
            field("type", &ShownDevice::type, "What kind of device").atMost(longestValueWord).defaulted(),
            field("state", &ShownDevice::state, "How it was").atMost(longestValueWord).defaulted()};
}

core::Fields ShownLink::fields()
{
    return {field("from", &ShownLink::from, "The name of one device").atMost(longestValueName),
            field("from_port", &ShownLink::fromPort, "Its port").atMost(longestValueName).defaulted(),
            field("to", &ShownLink::to, "The name of the other").atMost(longestValueName),
            field("to_port", &ShownLink::toPort, "Its port").atMost(longestValueName).defaulted(),
            field("type", &ShownLink::type, "What joins them").atMost(longestValueWord).defaulted(),
            field("state", &ShownLink::state, "active or inactive").atMost(longestValueWord).defaulted()};
}

core::Fields PictureValues::fields()
{
    return {
        field("resolution", &PictureValues::resolution, "Seconds between the points of a chart; 0: not said")
            .between(0, 1e9)
            .defaulted(),
        field("lines", &PictureValues::lines, "Of a chart; at most 2000 points in all")
            .atMost(mostValueLines)
            .defaulted(),
        field("devices", &PictureValues::devices, "Of a map").atMost(mostValueDevices).defaulted(),
        field("links", &PictureValues::links, "Of a map").atMost(mostValueLinks).defaulted(),
        field("left_out", &PictureValues::leftOut, "Devices and links there was no room for")
            .between(0, 1e9)
            .defaulted()};
}

core::Fields GetValues::fields()
{
    return {field("id", &GetValues::id, "The picture").atMost(longestMessageId)};
}

void declareValues(core::Catalog &catalog)
{
    PictureValues values;
    values.resolution = 60;
    values.lines = {{QStringLiteral("Processor"),
                     QString(),
                     QStringLiteral("%"),
                     {{1795184880000, 10, 12.5, 40}, {1795184940000, 11, 13, 38}}}};
    catalog.command<GetValues>(core::roles::viewers, {QStringLiteral("p-9")}, values);
}

} // namespace chat
