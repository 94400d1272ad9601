// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/datafile.h"
#include "store/directorylock.h"
#include "store/options.h"

namespace store {

/// A data directory made ready: locked, private, with both databases sound and of the newest schema.
class Premises
{
public:
    /// Answers why not, if not. `now` names what is set aside. Blocks for as long as checks and migrations
    /// take.
    std::optional<Refusal> prepare(const Options &options, const QDateTime &now);

    /// What happened, in sentences for people; empty when nothing did.
    [[nodiscard]] const QStringList &notes() const { return m_notes; }
    void unlock() { m_lock.reset(); }

private:
    std::optional<Refusal> makeDirectory(const QString &directory);
    std::optional<Refusal> inspect(const DataFile &file) const;
    std::optional<Refusal> ready(const DataFile &file, const Schema &schema, const Options &options,
                                 const QString &stamp);
    std::optional<Refusal> replaceDamaged(const DataFile &file, const Schema &schema, const Options &options,
                                          const QString &stamp);

    std::unique_ptr<DirectoryLock> m_lock;
    QStringList m_notes;
};

} // namespace store
