// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/typeicon.h"

#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/kind.h"
#include "network/silhouette.h"

#include <QHash>
#include <QPainter>

namespace devices {

namespace {
constexpr double drawnWidth = 24;

QPixmap drawn(network::Pictogram pictogram, double scale)
{
    const int side = kit::tokens::IconSize;
    QPixmap picture(QSize(side, side) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    painter.scale(side / drawnWidth, side / drawnWidth);
    painter.setPen(
        QPen(kit::theme().text2, kit::tokens::StrokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(network::strokesOf(pictogram));
    return picture;
}
} // namespace

QIcon typeIcon(const QString &deviceType)
{
    const network::Pictogram pictogram = network::kindOf(deviceType).pictogram;
    static QHash<std::pair<int, QRgb>, QIcon> made;
    QIcon &icon = made[{int(pictogram), kit::theme().text2.rgb()}];
    if (icon.isNull()) {
        for (const double scale : {1.0, 2.0, 3.0})
            icon.addPixmap(drawn(pictogram, scale));
    }
    return icon;
}

} // namespace devices
