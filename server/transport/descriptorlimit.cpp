// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/descriptorlimit.h"

#include <sys/resource.h>

namespace transport {

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace transport
