// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/accountstore.h"
#include "core/clock.h"
#include "domain/identity/attempts.h"
#include "domain/identity/vault.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace identity {

/// Checks the one-time and recovery codes of accounts. Each is good once, also for two who come at once;
/// after wrong ones an account's next may be tried later and later, at most 15 min, wherever it comes from.
class OneTimeCodes
{
    Q_DECLARE_TR_FUNCTIONS(identity::OneTimeCodes)
public:
    /// A code that was right: what has to be kept of it.
    struct Spent
    {
        std::optional<quint64> step; ///< of a one-time code
        QString recovery;            ///< SHA-256 of a recovery code
    };
    /// A secret nobody has proved to have yet.
    struct Draft
    {
        QByteArray secret;
        std::chrono::milliseconds until; ///< steady clock
    };
    /// What comes of a proof: what is to be kept, and the recovery codes.
    struct Confirmed
    {
        QByteArray sealed;
        QStringList recoveryCodes;
    };

    OneTimeCodes(core::Clock &clock, core::Entropy &entropy) : m_clock(clock), m_entropy(entropy) {}

    /// `key` seals the secrets.
    void unlock(const QByteArray &key) { m_vault.emplace(key, m_entropy); }

    /// A new secret for the account, good for 10 min to be confirmed.
    [[nodiscard]] QByteArray begin(const QString &account);
    /// Errors: Invalid (nothing was begun, or the code is wrong), Limited, Internal.
    [[nodiscard]] core::Result<Confirmed> confirm(const QString &account, const QString &code);

    /// Errors: CodeRequired (wrong or used), Limited, Unavailable (what is kept cannot be read).
    [[nodiscard]] core::Result<Spent> spend(const core::Account &account, const QString &code);
    /// What is kept of an account once `spent` is. Errors: Unavailable, Internal.
    [[nodiscard]] core::Result<QByteArray> without(const core::Account &account, const Spent &spent) const;

private:
    struct Kept;

    [[nodiscard]] core::Result<Kept> read(const core::Account &account) const;
    [[nodiscard]] core::Result<QByteArray> write(const QString &account, const Kept &kept) const;
    [[nodiscard]] std::optional<core::Error> hold(const QString &account);

    core::Clock &m_clock;
    core::Entropy &m_entropy;
    std::optional<Vault> m_vault;
    Attempts m_attempts{1'000'000}; // the pause after a wrong one counts here, not how many are tried
    QHash<QString, Draft> m_drafts;
    // What was spent is void at once, not only when it is saved.
    QHash<QString, quint64> m_lastStep;
    QHash<QString, QSet<QString>> m_recovered;
};

/// The error of an account that needs a code when none was given.
core::Error codeNeeded();

} // namespace identity
