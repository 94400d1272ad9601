// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatvalues.h"

namespace kit {
class Chart;
}

namespace metrics {

/// What a chart shows, as it may go along with a picture of it: too many points are put together, two and
/// two. `sources` are the devices its lines are of.
[[nodiscard]] chat::PictureValues chartValues(const kit::Chart &chart, const QStringList &sources);

} // namespace metrics
