// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rendering.h"
#include "core/clock.h"
#include "engine/dispatcher.h"
#include "engine/voices.h"

namespace engine {

/// Shows a fact as each contract would say it, to those who may hear it; says it to nobody.
class Renderer
{
public:
    Renderer(const Voices &voices, const core::Catalog &catalog, core::Clock &clock)
        : m_voices(voices), m_catalog(catalog), m_clock(clock)
    {
    }

    void registerAt(Dispatcher &dispatcher);

private:
    [[nodiscard]] core::Reply render(const core::Command &command) const;
    /// The fact that is asked about. Errors: NotFound, Forbidden, Invalid.
    [[nodiscard]] core::Result<core::Event> factOf(const session::Render &asked,
                                                   const core::Principal &caller) const;

    const Voices &m_voices;
    const core::Catalog &m_catalog;
    core::Clock &m_clock;
};

} // namespace engine
