// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/caption.h"

#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/board.h"
#include "network/silhouette.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace network {

namespace {
constexpr double beneathShape = 3;
constexpr double beneathStack = 7;
constexpr double glyphReach = 10;
constexpr double mostGrowth = Caption::height / Caption::nameHeight;

double captionTop(Shape shape)
{
    return silhouetteArea(shape).bottom() + (shape == Shape::Stack ? beneathStack : beneathShape);
}

bool isAbreast(const QRectF &one, const QRectF &other)
{
    return one.top() < other.bottom() && other.top() < one.bottom();
}

QRectF writeLine(QString &line, const QFont &font, double room, double top)
{
    const QFontMetricsF metrics(font);
    line = metrics.elidedText(line, Qt::ElideMiddle, room);
    const double width = metrics.horizontalAdvance(line);
    return {-width / 2, top, width, metrics.ascent() + metrics.descent()};
}
} // namespace

MapFonts::MapFonts(double scale)
    : name(kit::textFont(kit::tokens::SecondaryPt * growth(scale), QFont::DemiBold)),
      detail(kit::monoFont(8)), small(kit::textFont(8 * growth(scale)))
{
}

double MapFonts::growth(double scale) { return std::clamp(detailScale / scale, 1.0, mostGrowth); }

Caption captionOf(const Spot &spot, double scale, const MapFonts &fonts)
{
    Caption caption;
    if (spot.room < Caption::narrowest)
        return caption;
    const double top = captionTop(spot.shape);
    caption.name = spot.name;
    caption.nameArea = writeLine(caption.name, fonts.name, spot.room, top);
    if (scale < detailScale || spot.isGhost)
        return caption;
    caption.detail = spot.detail;
    caption.detailArea = writeLine(caption.detail, fonts.detail, spot.room, top + Caption::nameHeight);
    return caption;
}

QRectF captionReach(const Spot &spot)
{
    return {spot.at.x() - Caption::widest / 2, spot.at.y() + captionTop(spot.shape), Caption::widest,
            Caption::height};
}

QRectF bodyReach(const Spot &spot)
{
    return silhouetteArea(spot.shape).adjusted(-glyphReach, -glyphReach, glyphReach, 0).translated(spot.at);
}

double roomBeside(const Spot &spot, const Spot &other)
{
    const QRectF lines = captionReach(spot);
    const double aside = std::abs(spot.at.x() - other.at.x());
    double room = Caption::widest;
    // Between two captions each has half of what is there.
    if (isAbreast(lines, captionReach(other)))
        room = std::min(room, aside - Caption::gap);
    const QRectF body = bodyReach(other);
    if (isAbreast(lines, body))
        room = std::min(room, 2 * aside - body.width() - Caption::gap);
    return std::max(0.0, room);
}

} // namespace network
