// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/shelf.h"

#include "network/layout/graph.h"

#include <algorithm>
#include <cmath>

namespace network {

std::vector<QPointF> shelve(const std::vector<QSizeF> &boxes, double gap, double aspect, QSizeF &whole,
                            size_t leastInRow)
{
    double area = 0;
    double widest = 0;
    for (const QSizeF &box : boxes) {
        area += (box.width() + gap) * (box.height() + gap);
        widest = std::max(widest, box.width());
    }
    double row = 0;
    for (size_t i = 0; i < std::min(leastInRow, boxes.size()); ++i)
        row += boxes[i].width() + (i > 0 ? gap : 0);
    const double limit = std::max({widest, row, std::sqrt(area * aspect)});
    std::vector<QPointF> corners;
    corners.reserve(boxes.size());
    QPointF at;
    double rowHeight = 0;
    whole = {};
    for (const QSizeF &box : boxes) {
        if (at.x() > 0 && at.x() + box.width() > limit) {
            at = {0, at.y() + rowHeight + gap};
            rowHeight = 0;
        }
        corners.push_back(at);
        whole = whole.expandedTo({at.x() + box.width(), at.y() + box.height()});
        at.rx() += box.width() + gap;
        rowHeight = std::max(rowHeight, box.height());
    }
    return corners;
}

int columnsFor(int count, double aspect)
{
    const double wanted = std::sqrt(double(count) * aspect * nodePitchY / nodePitchX);
    return std::clamp(int(std::lround(wanted)), 1, std::max(1, count));
}

} // namespace network
