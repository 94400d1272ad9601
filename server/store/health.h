// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"
#include "store/options.h"

namespace store {

/// What the store thread tells the front about itself.
struct Report
{
    State state = State::Ok;
    QString text;
    qint64 storedBytes = 0;
    quint64 droppedFrames = 0;
};

/// Judges from the free space and from what SQLite says what may still be written.
class Health
{
public:
    explicit Health(const Options &options) : m_lowBytes(options.lowBytes), m_fullBytes(options.fullBytes) {}

    /// Free bytes of the disk; negative: unknown, which never refuses anything.
    void measured(qint64 freeBytes) { m_freeBytes = freeBytes; }
    /// A write failed; it stays refused until recovered(), or for ever when the file is damaged.
    void failed(const SqlFailure &failure);
    /// A trial write succeeded.
    void recovered();

    [[nodiscard]] State state() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool mayWrite() const { return state() == State::Ok || state() == State::Low; }
    [[nodiscard]] bool mayRecord() const { return state() == State::Ok; }
    /// True when only a trial write can tell whether things are well again, and one may be tried.
    [[nodiscard]] bool wantsTrial() const;
    /// What a refused write is answered.
    [[nodiscard]] core::Error error() const { return {core::ErrorCode::Unavailable, text()}; }

private:
    [[nodiscard]] bool isShort(qint64 bytes) const { return m_freeBytes >= 0 && m_freeBytes < bytes; }

    qint64 m_lowBytes;
    qint64 m_fullBytes;
    qint64 m_freeBytes = -1;
    SqlFailure m_trouble;
};

} // namespace store
