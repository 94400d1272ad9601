// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/accountstore.h"
#include "core/clock.h"

#include <QHash>
#include <QObject>

namespace identity {

/// The sign-ins that were ended before their tokens end by themselves. Holds at once, whether it can be saved
/// or not; outlives a restart once it is saved, which is tried again every 30 s until it succeeds.
class Revocations final : public QObject
{
    Q_OBJECT

public:
    Revocations(core::AccountStore &store, core::Clock &clock) : m_store(store), m_clock(clock) {}

    /// Errors: Unavailable. A list that cannot be read is told and taken for empty.
    QFuture<core::Result<void>> load();
    /// Ends a sign-in; `until`: when the last of its tokens has ended by itself. Finished when it is saved,
    /// or has to be tried again; never fails.
    QFuture<core::Result<void>> add(const QString &family, const QDateTime &until);
    [[nodiscard]] bool contains(const QString &family) const { return m_until.contains(family); }

private:
    QFuture<core::Result<void>> save();
    void prune();

    core::AccountStore &m_store;
    core::Clock &m_clock;
    QHash<QString, QDateTime> m_until;
    std::unique_ptr<core::Timer> m_retry;
};

} // namespace identity
