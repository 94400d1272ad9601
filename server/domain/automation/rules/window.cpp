// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/window.h"

#include "domain/automation/rules/trend.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace automation::rules {

namespace {
constexpr qint64 bucketsOfAll = 360;
constexpr qint64 bucketsOfForecast = 60;
constexpr qint64 looksWhenQuiet = 20; ///< in a window's time, at most, while readings come
constexpr double toSeconds = 1e-3;
constexpr double forever = std::numeric_limits<double>::infinity();
} // namespace

void Total::add(double term)
{
    const double sum = m_sum + term;
    m_lost += std::abs(m_sum) >= std::abs(term) ? (m_sum - sum) + term : (term - sum) + m_sum;
    m_sum = sum;
}

Window::Window(Aggregate aggregate, qint64 width, double target)
    : m_aggregate(aggregate), m_width(width),
      m_step(
          std::max<qint64>(1, width / (aggregate == Aggregate::Predict ? bucketsOfForecast : bucketsOfAll))),
      m_target(target)
{
}

bool Window::isFor(Aggregate aggregate, qint64 width, double target) const
{
    return m_aggregate == aggregate && m_width == width && m_target == target;
}

bool Window::isIncrease() const { return m_aggregate == Aggregate::Rate || m_aggregate == Aggregate::Delta; }
bool Window::isExtreme() const { return m_aggregate == Aggregate::Min || m_aggregate == Aggregate::Max; }
bool Window::isSummed() const { return !isExtreme() && m_aggregate != Aggregate::Last; }

double Window::increaseTo(double value) const
{
    if (m_ring.empty())
        return 0;
    // A counter that is lower than it was began anew from 0.
    const bool isAnew = m_aggregate == Aggregate::Rate && value < m_last;
    return isAnew ? value : value - m_last;
}

void Window::dropDominated(double value)
{
    const auto isDominated = [&](const Bucket &bucket) {
        return m_aggregate == Aggregate::Max ? bucket.value <= value : bucket.value >= value;
    };
    while (!m_ring.empty() && isDominated(m_ring.back()))
        m_ring.pop_back();
}

void Window::add(qint64 at, double value, int count)
{
    expire(at);
    if (m_ring.empty())
        m_begun = at;
    const double number = isIncrease() ? increaseTo(value) : value;
    m_last = value;
    if (m_aggregate == Aggregate::Last)
        m_ring.clear();
    else if (isExtreme())
        dropDominated(value);
    if (!m_ring.empty() && m_ring.back().first / m_step == at / m_step)
        merge(m_ring.back(), at, number, count);
    else
        push(at, number, count);
}

void Window::fill(const std::vector<Reading> &readings)
{
    *this = Window(m_aggregate, m_width, m_target);
    for (const Reading &reading : readings)
        add(reading.at, reading.value, reading.count);
}

void Window::push(qint64 at, double value, int count)
{
    const int weight = weightOf(count);
    m_ring.push_back({at, value * weight, isIncrease() ? value : 0, 0, weight, m_last, count});
    if (isSummed())
        m_sum.add(value * weight);
    m_count += weight;
    m_reached.reset();
    if (m_aggregate == Aggregate::P95)
        sort(value);
}

void Window::merge(Bucket &bucket, qint64 at, double value, int count)
{
    bucket.length = int(at - bucket.first);
    if (isExtreme())
        return; // it dominates
    if (m_aggregate == Aggregate::P95)
        unsort(bucket.mean());
    const int weight = weightOf(count);
    bucket.value += value * weight;
    bucket.count += weight;
    bucket.reading = m_last;
    bucket.recorded = count;
    m_sum.add(value * weight);
    m_count += weight;
    if (m_aggregate == Aggregate::P95)
        sort(bucket.mean());
}

void Window::sort(double mean)
{
    m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), mean), mean);
}

void Window::unsort(double mean)
{
    const auto found = std::lower_bound(m_sorted.begin(), m_sorted.end(), mean);
    if (found != m_sorted.end())
        m_sorted.erase(found);
}

void Window::letGo(const Bucket &bucket)
{
    if (isSummed())
        m_sum.add(-bucket.value);
    m_count -= bucket.count;
    if (m_aggregate == Aggregate::P95)
        unsort(bucket.mean());
    m_reached.reset();
    ++m_gone;
}

void Window::addUp()
{
    m_sum = {};
    m_count = 0;
    m_gone = 0;
    m_reached.reset();
    m_sorted.clear();
    for (const Bucket &bucket : m_ring) {
        if (isSummed())
            m_sum.add(bucket.value);
        m_count += bucket.count;
        if (m_aggregate == Aggregate::P95)
            m_sorted.push_back(bucket.mean());
    }
    std::sort(m_sorted.begin(), m_sorted.end());
}

void Window::expire(qint64 now)
{
    while (!m_ring.empty() && m_ring.front().last() <= now - m_width) {
        letGo(m_ring.front());
        m_ring.pop_front();
    }
    // What is left of what has gone is no more than rounding, but it would stay for ever.
    if (m_gone > m_ring.size() + std::size_t(bucketsOfAll) || (m_gone > 0 && !std::isfinite(m_sum.value())))
        addUp();
}

void Window::turnBack(qint64 now)
{
    while (!m_ring.empty() && m_ring.back().last() > now)
        m_ring.pop_back();
    m_begun = std::min(m_begun, now);
    addUp();
}

qint64 Window::covered(qint64 now) const { return m_ring.empty() ? 0 : std::min(m_width, now - m_begun); }

qint64 Window::due() const
{
    if (m_ring.empty())
        return 0;
    return std::max(m_ring.front().last() + m_width, m_ring.back().last() + m_width / looksWhenQuiet);
}

std::vector<Reading> Window::newest(std::size_t most) const
{
    std::vector<Reading> readings;
    const std::size_t count = std::min(most, m_ring.size());
    // What is the extreme comes first, and what would be it without that one next.
    const std::size_t first = isExtreme() ? 0 : m_ring.size() - count;
    for (std::size_t i = first; i < first + count; ++i) {
        const Bucket &bucket = m_ring[i];
        readings.push_back({isExtreme() ? bucket.first : bucket.last(),
                            isExtreme() ? bucket.value : bucket.reading, bucket.recorded});
    }
    return readings;
}

std::optional<double> Window::rate() const
{
    if (m_ring.empty())
        return std::nullopt;
    const double seconds = double(m_ring.back().last() - m_ring.front().first) * toSeconds;
    if (seconds <= 0)
        return std::nullopt;
    const double increase = m_sum.value() - m_ring.front().leading;
    return m_aggregate == Aggregate::Delta ? increase : increase / seconds;
}

double Window::reached()
{
    std::vector<Point> points;
    points.reserve(m_ring.size());
    const qint64 end = m_ring.back().last();
    for (const Bucket &bucket : m_ring) {
        const double middle = double(bucket.first - end) + double(bucket.length) / 2;
        points.push_back({middle * toSeconds, bucket.mean()});
    }
    const auto trend = trendOf(points);
    m_confidence = trend ? trend->confidence : 1;
    if (!trend || !trend->isSignificant || trend->slope == 0)
        return forever;
    const double seconds = (m_target - trend->level) / trend->slope;
    return seconds < 0 ? forever : double(end) + seconds / toSeconds;
}

std::optional<double> Window::forecast(qint64 now)
{
    if (covered(now) * 2 < m_width)
        return std::nullopt;
    if (!m_reached)
        m_reached = reached();
    return std::max(0.0, *m_reached - double(now)) * toSeconds;
}

std::optional<double> Window::value(qint64 now)
{
    if (m_aggregate == Aggregate::Count || m_aggregate == Aggregate::Changes)
        return double(m_count);
    if (m_ring.empty())
        return m_aggregate == Aggregate::Sum ? std::optional(0.0) : std::nullopt;
    switch (m_aggregate) {
    case Aggregate::Avg:
        return m_sum.value() / double(m_count);
    case Aggregate::Sum:
        return m_sum.value();
    case Aggregate::Min:
    case Aggregate::Max:
        return m_ring.front().value;
    case Aggregate::Last:
        return m_last;
    case Aggregate::P95:
        return m_sorted[std::size_t(std::ceil(0.95 * double(m_sorted.size()))) - 1];
    case Aggregate::Rate:
    case Aggregate::Delta:
        return rate();
    case Aggregate::Predict:
        return forecast(now);
    default:
        return std::nullopt;
    }
}

} // namespace automation::rules
