// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "store/reader.h"
#include "store/tier.h"

namespace store {

/// The readings' port: frames go to the writer, questions to the reader.
class Samples final : public core::SampleStore
{
public:
    Samples(Writer &writer, Reader &reader, const Options &options, core::Clock &clock)
        : m_writer(writer), m_reader(reader), m_options(options), m_clock(clock)
    {
    }

    void append(const core::SampleFrame &frame) override { m_writer.record(frame); }
    QFuture<core::Result<core::SampleRange>> range(const core::SampleQuery &query) override;

private:
    Writer &m_writer;
    Reader &m_reader;
    const Options &m_options;
    core::Clock &m_clock;
};

} // namespace store
