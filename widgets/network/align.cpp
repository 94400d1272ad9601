// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/align.h"

#include "network/layout/graph.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace network {

namespace {

using Placed = std::vector<std::pair<QString, QPointF>>;

void spread(Placed &all, double (QPointF::*read)() const, double &(QPointF::*write)())
{
    std::stable_sort(all.begin(), all.end(), [read](const auto &one, const auto &other) {
        return (one.second.*read)() < (other.second.*read)();
    });
    const double first = (all.front().second.*read)();
    const double step = ((all.back().second.*read)() - first) / double(all.size() - 1);
    for (size_t i = 0; i < all.size(); ++i)
        (all[i].second.*write)() = first + step * double(i);
}

void inCircle(Placed &all)
{
    QPointF middle;
    for (const auto &one : all)
        middle += one.second / double(all.size());
    const double turn = 2 * std::numbers::pi / double(all.size());
    const double radius = std::max(nodePitchX, nodePitchX / 2 / std::sin(std::min(turn / 2, 1.5)));
    for (size_t i = 0; i < all.size(); ++i) {
        const double angle = turn * double(i);
        all[i].second = middle + QPointF(std::sin(angle), -std::cos(angle)) * radius;
    }
}

void inRow(Placed &all)
{
    spread(all, &QPointF::x, &QPointF::rx);
    const double top = all.front().second.y();
    const double left = all.front().second.x();
    for (size_t i = 0; i < all.size(); ++i)
        all[i].second = {left + double(i) * nodePitchX, top};
}

} // namespace

QMap<QString, QPointF> aligned(const QMap<QString, QPointF> &places, Align align)
{
    if (places.size() < 2)
        return places;
    Placed all;
    double left = places.first().x();
    double top = places.first().y();
    for (auto one = places.begin(); one != places.end(); ++one) {
        all.emplace_back(one.key(), *one);
        left = std::min(left, one->x());
        top = std::min(top, one->y());
    }
    switch (align) {
    case Align::Left:
        std::for_each(all.begin(), all.end(), [left](auto &one) { one.second.rx() = left; });
        break;
    case Align::Top:
        std::for_each(all.begin(), all.end(), [top](auto &one) { one.second.ry() = top; });
        break;
    case Align::Across:
        spread(all, &QPointF::x, &QPointF::rx);
        break;
    case Align::Down:
        spread(all, &QPointF::y, &QPointF::ry);
        break;
    case Align::Row:
        inRow(all);
        break;
    case Align::Circle:
        inCircle(all);
        break;
    }
    QMap<QString, QPointF> out;
    for (const auto &[id, at] : all)
        out.insert(id, at);
    return out;
}

} // namespace network
