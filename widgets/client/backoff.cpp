// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/backoff.h"

#include <algorithm>
#include <array>

namespace client {

namespace {
constexpr std::array<int, 6> waitSeconds{1, 2, 4, 8, 15, 30};
}

std::chrono::milliseconds Backoff::next()
{
    const int base = waitSeconds[m_step] * 1000;
    m_step = std::min(m_step + 1, waitSeconds.size() - 1);
    // Clients that lost the same server must not all come back in the same instant.
    const int roll = quint8(m_entropy.bytes(1).at(0));
    return std::chrono::milliseconds(base - base / 5 + base * 2 / 5 * roll / 255);
}

} // namespace client
