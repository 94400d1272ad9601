// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/journal.h"
#include "store/reader.h"

namespace store {

/// The journal's port on belfry.db. Who may hear a fact is kept with it.
class Facts final : public core::Journal
{
public:
    Facts(Writer &writer, Reader &reader, const Options &options, core::Clock &clock)
        : m_writer(writer), m_reader(reader), m_options(options), m_clock(clock)
    {
    }

    QFuture<core::Result<void>> append(const core::Event &event) override;
    /// Both ends of the range are in it. Errors: Invalid for a limit outside 1–10000, more than 100 topics,
    /// or something that is not a pattern.
    QFuture<core::Result<QList<core::Event>>> read(const core::JournalQuery &query) override;

private:
    Writer &m_writer;
    Reader &m_reader;
    const Options &m_options;
    core::Clock &m_clock;
};

} // namespace store
