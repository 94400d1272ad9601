// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/auditstore.h"
#include "core/clock.h"
#include "core/command.h"

#include <QHash>
#include <QObject>

namespace identity {

/// Something somebody did or tried, on its way into the audit trail.
struct Deed
{
    QString action; ///< as the catalogue lists them
    QString actor;
    QString account = {};
    QString target = {};
    QString address = {};
    QString outcome = QStringLiteral("ok");
    QString detail = {};
};

/// What the caller of a command does to `target`.
Deed deedOf(const core::Command &command, const QString &action, const QString &target);

/// Who did what, to what, from where, when and how it ended, in a chain nobody can change unseen.
///
/// What strangers can bring about is folded: of one kind from one network there is one record at once and one
/// with the count of the others after a minute; beyond 256 kinds in a minute all others share one.
class AuditTrail final : public QObject
{
    Q_OBJECT

public:
    AuditTrail(core::AuditStore &store, core::Clock &clock) : m_store(store), m_clock(clock) {}

    /// Begins; before, everything is Unavailable. Follows the chain meanwhile: a fault is told in the log and
    /// becomes a record.
    void open(const QByteArray &key);
    /// Writes what is folded so far. To be called before the store closes.
    void close();

    /// Finished when it is durable. Errors: Unavailable.
    QFuture<core::Result<void>> note(const Deed &deed);
    /// What anybody can bring about without having signed in; folded.
    void noteStranger(const Deed &deed);
    /// Notes how the work a command asked for ended; the reply leaves when that is durable.
    QFuture<core::Reply> follow(const QFuture<core::Reply> &work, const Deed &deed);

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> read(const core::Command &command);
    QFuture<core::Reply> verify(const core::Command &command);

private:
    struct Folded
    {
        Deed deed;
        int more = 0; ///< after the first
    };

    QFuture<core::Result<void>> append(const Deed &deed, int count);
    void fold();

    core::AuditStore &m_store;
    core::Clock &m_clock;
    std::optional<core::AuditChain> m_chain;
    QHash<QString, Folded> m_folded;
    std::unique_ptr<core::Timer> m_folding;
};

} // namespace identity
