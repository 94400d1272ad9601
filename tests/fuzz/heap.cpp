// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/heap.h"

#include <algorithm>

#ifdef FUZZ_COUNTS_HEAP // clang's; the header does not come with g++
#include <sanitizer/allocator_interface.h>
#endif

namespace fuzz {

namespace {
struct Count
{
    std::ptrdiff_t held = 0;
    std::ptrdiff_t peak = 0;
    bool isWatching = false;
};
thread_local Count count;

#ifdef FUZZ_COUNTS_HEAP
void allocated(const volatile void *, std::size_t size)
{
    if (!count.isWatching)
        return;
    count.held += std::ptrdiff_t(size);
    count.peak = std::max(count.peak, count.held);
}

void released(const volatile void *block)
{
    if (count.isWatching && block != nullptr)
        count.held -= std::ptrdiff_t(__sanitizer_get_allocated_size(block));
}
#endif
} // namespace

HeapWatch::HeapWatch()
{
#ifdef FUZZ_COUNTS_HEAP
    static const int hooks = __sanitizer_install_malloc_and_free_hooks(allocated, released);
    static_cast<void>(hooks);
#endif
    count = {0, 0, true};
}

HeapWatch::~HeapWatch() { count.isWatching = false; }

std::size_t HeapWatch::peak() { return std::size_t(count.peak); }

} // namespace fuzz
