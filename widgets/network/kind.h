// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/plainline.h"

#include <QString>
#include <QStringList>

namespace network {

/// The silhouette of a device on the map.
enum class Shape { Capsule, RoundedSquare, Hexagon, Arch, Circle, SmallCircle, Cloud, Stack };
/// The drawing inside of it.
enum class Pictogram {
    None,
    Router,
    Shield,
    Switch,
    Server,
    Waves,
    Laptop,
    Printer,
    Phone,
    Camera,
    Chip,
    Question
};

/// How devices of a type are drawn, and how near to the Internet they stand.
struct Kind
{
    Shape shape = Shape::Circle;
    Pictogram pictogram = Pictogram::Question;
    int rank = 4;
};

[[nodiscard]] Kind kindOf(const QString &deviceType);
/// The types somebody can say a device is of, by what people read for them.
[[nodiscard]] QStringList settableTypes();
/// What people read for a type: "Access point" for "access_point".
[[nodiscard]] QString typeTitle(const QString &deviceType);
using client::plainLine;

} // namespace network
