// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <optional>

namespace core {

/// Who wants a topic right now: how fast the keenest listener asks for it; empty when nobody listens.
using Demand = std::optional<std::chrono::milliseconds>;

/// Something that produces facts at its own pace, and sleeps when nobody listens and nothing records it.
class Source
{
public:
    Source() = default;
    virtual ~Source() = default;
    Source(const Source &) = delete;
    Source &operator=(const Source &) = delete;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// Told whenever the demand for its topics changes.
    virtual void wanted(const Demand &demand) = 0;
};

} // namespace core
