// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/accountstore.h"
#include "core/auditstore.h"
#include "core/catalog.h"
#include "core/clientstore.h"
#include "core/journal.h"
#include "core/publisher.h"
#include "core/samplestore.h"

#include <QHash>
#include <QPromise>

#include <vector>

namespace support {

/// Accounts, grants and settings in memory, with the rules of the durable store.
class MemoryAccountStore final : public core::AccountStore
{
public:
    QFuture<core::Result<QList<core::Account>>> accounts() override;
    QFuture<core::Result<void>> save(const core::Account &account) override;
    QFuture<core::Result<void>> saveGrant(const core::RefreshGrant &grant) override;
    QFuture<core::Result<core::RefreshGrant>> spendGrant(const QString &id) override;
    QFuture<core::Result<void>> revokeGrants(const QString &account) override;
    QFuture<core::Result<QList<core::SignIn>>> signIns() override;
    QFuture<core::Result<void>> saveSignIn(const core::SignIn &signIn) override;
    QFuture<core::Result<void>> endSignIn(const QString &id) override;
    QFuture<core::Result<QByteArray>> setting(const QString &name) override;
    QFuture<core::Result<void>> saveSetting(const QString &name, const QByteArray &value) override;

    [[nodiscard]] const QHash<QString, core::RefreshGrant> &grants() const { return m_grants; }
    /// While set, everything fails as a full disk makes it fail.
    void setFailing(bool isFailing) { m_goodCalls = isFailing ? 0 : -1; }
    /// The disk fills up after so many more calls; sign-ins, which nobody waits for, do not count.
    void failAfter(int calls) { m_goodCalls = calls; }

private:
    [[nodiscard]] bool isFailing();
    [[nodiscard]] core::Result<void> clash(const core::Account &account) const;

    QHash<QString, core::Account> m_accounts;
    QHash<QString, core::RefreshGrant> m_grants;
    QHash<QString, core::SignIn> m_signIns;
    QHash<QString, QByteArray> m_settings;
    int m_goodCalls = -1; ///< calls until everything fails; negative: no end
};

/// Clients that come back, in memory.
class MemoryClientStore final : public core::ClientStore
{
public:
    QFuture<core::Result<QList<core::ClientMemory>>> clients() override;
    QFuture<core::Result<void>> save(const core::ClientMemory &client) override;
    QFuture<core::Result<void>> forget(const QString &identity, const QString &clientId) override;

    /// To be looked at, and made as an earlier run left them.
    [[nodiscard]] QList<core::ClientMemory> &rows() { return m_rows; }
    /// From now on nothing is saved until the disk is done.
    void setBusy() { m_isBusy = true; }
    void finishSaving();

private:
    QList<core::ClientMemory> m_rows;
    bool m_isBusy = false;
    std::vector<QPromise<core::Result<void>>> m_saving;
};

/// Kept facts in memory.
class MemoryJournal final : public core::Journal
{
public:
    QFuture<core::Result<void>> append(const core::Event &event) override;
    QFuture<core::Result<QList<core::Event>>> read(const core::JournalQuery &query) override;

private:
    QList<core::Event> m_events;
};

/// The audit trail in memory, with the rules of the durable store.
class MemoryAuditStore final : public core::AuditStore
{
public:
    QFuture<core::Result<core::AuditRecord>> append(const core::AuditRecord &record,
                                                    const core::AuditChain &chain) override;
    QFuture<core::Result<QList<core::AuditRecord>>> read(const core::AuditQuery &query) override;
    QFuture<core::Result<core::AuditCheck>> check(const core::AuditChain &chain) override;

    /// To be tampered with.
    [[nodiscard]] QList<core::AuditRecord> &records() { return m_records; }
    void setFailing(bool isFailing) { m_isFailing = isFailing; }

private:
    QList<core::AuditRecord> m_records;
    std::optional<core::AuditHead> m_head;
    bool m_isFailing = false;
};

/// Readings in memory, answered in buckets like those of the durable store.
class MemorySampleStore final : public core::SampleStore
{
public:
    void append(const core::SampleFrame &frame) override { m_frames.append(frame); }
    QFuture<core::Result<core::SampleRange>> range(const core::SampleQuery &query) override;

    [[nodiscard]] const QList<core::SampleFrame> &frames() const { return m_frames; }

private:
    QList<core::SampleFrame> m_frames;
};

/// Keeps what was published; refuses what the catalogue does not know or a payload that does not fit.
class MemoryPublisher final : public core::Publisher
{
public:
    explicit MemoryPublisher(core::Catalog catalog) : m_catalog(std::move(catalog)) {}

    using core::Publisher::publish;
    core::Result<quint64> publish(core::Draft draft) override;

    [[nodiscard]] const QList<core::Event> &events() const { return m_events; }
    void clear() { m_events.clear(); }

private:
    core::Catalog m_catalog;
    QList<core::Event> m_events;
};

} // namespace support
