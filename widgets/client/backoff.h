// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/entropy.h"

#include <chrono>

namespace client {

/// How long to wait before the next attempt: 1, 2, 4, 8, 15, then always 30 s, each up to a fifth longer or
/// shorter.
class Backoff
{
public:
    explicit Backoff(core::Entropy &entropy) : m_entropy(entropy) {}

    /// The wait before the next attempt; grows with every call.
    [[nodiscard]] std::chrono::milliseconds next();
    /// Starts again at one second.
    void reset() { m_step = 0; }

private:
    core::Entropy &m_entropy;
    size_t m_step = 0;
};

} // namespace client
