// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QRectF>
#include <QString>

namespace network {

struct Spot;

/// The fonts of the map in map units, made once for each size of text. Where there is no second line, the
/// first takes its room and stays readable for longer.
struct MapFonts
{
    explicit MapFonts(double scale);
    /// So much larger, that it is as large as where the second line is first left out.
    [[nodiscard]] static double growth(double scale);

    QFont name;
    QFont detail;
    QFont small;
};

/// What is written beneath a device, cut to the room it has, and where, around the device's middle.
struct Caption
{
    QString name;
    QString detail;
    QRectF nameArea;
    QRectF detailArea;

    /// No device has more room for it, and with less than the least nothing is written.
    static constexpr double widest = 160;
    static constexpr double narrowest = 28;
    /// Between it and what stands beside it; the halo of the letters is in it.
    static constexpr double gap = 6;
    static constexpr double height = 30;
    static constexpr double nameHeight = 15;
};

/// Below this scale there is no second line.
constexpr double detailScale = 0.7;

[[nodiscard]] Caption captionOf(const Spot &spot, double scale, const MapFonts &fonts);
/// All that a caption may cover of the map, as wide as it may ever be.
[[nodiscard]] QRectF captionReach(const Spot &spot);
/// What the picture of a device with its glyph covers of the map.
[[nodiscard]] QRectF bodyReach(const Spot &spot);
/// How wide the caption of one device may be so that it meets neither the other nor what is written there.
[[nodiscard]] double roomBeside(const Spot &spot, const Spot &other);

} // namespace network
