// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"

#include <functional>

namespace engine {

/// Readings on their way to the store, which others hear, too.
class SampleTap final : public core::SampleStore
{
public:
    using Listener = std::function<void(const core::SampleFrame &)>;

    explicit SampleTap(core::SampleStore &store) : m_store(store) {}

    void listen(Listener listener) { m_listener = std::move(listener); }
    void append(const core::SampleFrame &frame) override
    {
        m_store.append(frame);
        if (m_listener)
            m_listener(frame);
    }
    QFuture<core::Result<core::SampleRange>> range(const core::SampleQuery &query) override
    {
        return m_store.range(query);
    }

private:
    core::SampleStore &m_store;
    Listener m_listener;
};

} // namespace engine
