// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"
#include "domain/metrics/sources/textfile.h"

namespace metrics::sources {

/// Main memory and swap space.
struct MemorySpaces
{
    Space memory;
    Space swap;
};

/// Reads /proc/meminfo; used = total − available. Empty when the text is not one.
std::optional<MemorySpaces> parseMemory(QByteArrayView text);

/// Reads main memory and swap space.
class MemoryReader
{
public:
    explicit MemoryReader(const QString &procRoot) : m_text(procRoot + QStringLiteral("/meminfo")) {}

    void read();
    [[nodiscard]] const MemorySpaces &reading() const { return m_reading; }

private:
    TextFile m_text;
    MemorySpaces m_reading;
};

} // namespace metrics::sources
