// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/words.h"

#include <algorithm>
#include <charconv>

namespace metrics::sources {

namespace {
constexpr quint64 mostCounted = quint64(1) << 59;

bool isBlank(char c) { return c == ' ' || c == '\t'; }
} // namespace

QByteArrayView Words::next()
{
    qsizetype begin = 0;
    while (begin < m_rest.size() && isBlank(m_rest[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < m_rest.size() && !isBlank(m_rest[end]))
        ++end;
    const QByteArrayView word = m_rest.sliced(begin, end - begin);
    m_rest = m_rest.sliced(end);
    return word;
}

qint64 Words::number(qint64 unit)
{
    const QByteArrayView word = next();
    quint64 value = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
    const quint64 most = mostCounted / quint64(unit);
    if (read.ec == std::errc::result_out_of_range)
        value = most;
    else if (read.ec != std::errc())
        value = 0;
    return qint64(std::min(value, most)) * unit;
}

Words &Words::skip(int words)
{
    for (int i = 0; i < words; ++i)
        next();
    return *this;
}

bool Lines::next(QByteArrayView &line)
{
    if (m_rest.isEmpty())
        return false;
    const qsizetype end = m_rest.indexOf('\n');
    line = end < 0 ? m_rest : m_rest.first(end);
    m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
    return true;
}

} // namespace metrics::sources
