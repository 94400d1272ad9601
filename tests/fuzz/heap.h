// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>

namespace fuzz {

/// Watches what the heap holds more than when the watch began. Counts in the build of the fuzz targets only;
/// else all is 0.
class HeapWatch
{
public:
    HeapWatch();
    ~HeapWatch();
    HeapWatch(const HeapWatch &) = delete;
    HeapWatch &operator=(const HeapWatch &) = delete;

    /// Most bytes held at any time since the watch began.
    [[nodiscard]] static std::size_t peak();
};

} // namespace fuzz
