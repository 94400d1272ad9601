// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/schema.h"

namespace core {
class Catalog;
}

namespace chat {

/// Most points of all lines of a chart together, and most things of a map, that go along with a picture.
inline constexpr int mostValuePoints = 2000;
inline constexpr int mostValueLines = 24;
inline constexpr int mostValueDevices = 200;
inline constexpr int mostValueLinks = 400;
/// UTF-16 units of what something is called, and of a word about it.
inline constexpr int longestValueName = 256;
inline constexpr int longestValueWord = 64;
/// Bytes of all that as JSON.
inline constexpr int largestPictureValues = 128 * 1024;
/// The most a message itself names of what its picture shows.
inline constexpr int mostValueNames = 8;

/// One line of a chart. A point is [ms since 1970, value], or, of a bucket, [ms since 1970, min, avg, max];
/// where one is missing there is a gap.
struct ShownLine
{
    QString name;
    QString source; ///< a device's id; empty: the server's own machine
    QString unit;
    QList<QList<double>> points;

    static core::Fields fields();
};

/// A device as a map showed it.
struct ShownDevice
{
    QString id;
    QString name;
    QString address;
    QString type;
    QString state;

    static core::Fields fields();
};

/// What joined two devices on a map.
struct ShownLink
{
    QString from;
    QString fromPort;
    QString to;
    QString toPort;
    QString type;
    QString state;

    static core::Fields fields();
};

/// What a picture shows, as whoever sent it saw it. It is theirs: nobody has looked whether it is true.
struct PictureValues
{
    double resolution = 0; ///< seconds between the points of a chart
    QList<ShownLine> lines;
    QList<ShownDevice> devices;
    QList<ShownLink> links;
    int leftOut = 0; ///< devices and links there was no room for

    [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && devices.isEmpty() && links.isEmpty(); }
    static core::Fields fields();
};

/// Asks for what the picture of a message shows.
struct GetValues
{
    using Reply = PictureValues;

    QString id; ///< of the picture

    static constexpr auto name = "chat.values";
    static constexpr auto summary = "The values that the picture of a message shows";
    static core::Fields fields();
};

void declareValues(core::Catalog &catalog);

} // namespace chat
