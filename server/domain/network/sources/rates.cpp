// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/rates.h"

namespace network::sources {

namespace {
// sysUpTime itself runs over after 497 days; it cannot do so sooner than its rest allows.
bool hasRunOver(quint32 before, quint32 now, std::chrono::milliseconds elapsed)
{
    const auto grown = std::chrono::milliseconds((qint64(now) - qint64(before) + (qint64(1) << 32)) * 10);
    return grown <= 2 * elapsed + std::chrono::seconds(10);
}
} // namespace

void Rates::begin(std::chrono::milliseconds steady, quint32 upTime)
{
    m_before = std::exchange(m_at, steady);
    if (m_upTime && upTime < *m_upTime && !hasRunOver(*m_upTime, upTime, m_at - m_before))
        m_readings.clear();
    m_upTime = upTime;
    ++m_number;
}

std::optional<double> Rates::take(quint64 key, quint64 value, int bits, double most)
{
    Reading &reading = m_readings[key];
    const Reading before = std::exchange(reading, {value, m_at, m_number});
    const double seconds = std::chrono::duration<double>(m_at - before.at).count();
    if (before.number == 0 || before.number == m_number || seconds <= 0)
        return std::nullopt;
    if (value >= before.value)
        return double(value - before.value) / seconds;
    if (bits > 32)
        return std::nullopt;
    const double rate = double(value + (quint64(1) << 32U) - before.value) / seconds;
    return rate <= most ? std::optional(rate) : std::nullopt;
}

void Rates::end()
{
    m_readings.removeIf([this](const auto &entry) { return entry.value().number != m_number; });
}

} // namespace network::sources
