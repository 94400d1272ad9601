// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/memory.h"

#include "domain/metrics/sources/words.h"

#include <algorithm>
#include <array>

namespace metrics::sources {

namespace {
enum MemoryLine { Total, Free, Available, Buffers, Cached, SwapTotal, SwapFree, MemoryLineCount };
constexpr std::array<QByteArrayView, MemoryLineCount> memoryLines{
    "MemTotal:", "MemFree:", "MemAvailable:", "Buffers:", "Cached:", "SwapTotal:", "SwapFree:"};
constexpr qint64 kibibyte = 1024;

Space spaceOf(qint64 total, qint64 free)
{
    free = std::clamp<qint64>(free, 0, total);
    const qint64 used = total - free;
    return {total, used, free, total > 0 ? 100.0 * double(used) / double(total) : 0};
}
} // namespace

std::optional<MemorySpaces> parseMemory(QByteArrayView text)
{
    std::array<qint64, MemoryLineCount> bytes{};
    bool knowsAvailable = false;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        Words words(line);
        const auto known = std::find(memoryLines.begin(), memoryLines.end(), words.next());
        if (known == memoryLines.end())
            continue;
        const auto index = size_t(known - memoryLines.begin());
        bytes[index] = words.number(kibibyte);
        knowsAvailable = knowsAvailable || index == Available;
    }
    if (bytes[Total] <= 0)
        return std::nullopt;
    const qint64 available = knowsAvailable ? bytes[Available] : bytes[Free] + bytes[Buffers] + bytes[Cached];
    return MemorySpaces{spaceOf(bytes[Total], available), spaceOf(bytes[SwapTotal], bytes[SwapFree])};
}

void MemoryReader::read()
{
    if (const auto spaces = parseMemory(m_text.read()))
        m_reading = *spaces;
}

} // namespace metrics::sources
