// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "core/result.h"

#include <memory>
#include <optional>

namespace identity {

/// The 128-bit word that lets its bearer make the first administrator: good for 24 h, once, and also written
/// to a file only the owner of the data directory may read.
class SetupToken
{
public:
    SetupToken(core::Clock &clock, QString path) : m_clock(clock), m_path(std::move(path)) {}

    /// Makes a new one. Errors: Unavailable when its file cannot be written.
    core::Result<void> make(core::Entropy &entropy);
    /// Ends it and removes its file.
    void end();
    [[nodiscard]] std::optional<QString> text() const;
    /// In constant time.
    [[nodiscard]] bool matches(const QString &given) const;

private:
    core::Clock &m_clock;
    QString m_path;
    QString m_text;
    std::unique_ptr<core::Timer> m_expiry;
};

} // namespace identity
