// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/audittrail.h"

#include "catalog/audit.h"
#include "core/finished.h"
#include "core/log.h"
#include "domain/identity/attempts.h"

namespace identity {

namespace {
constexpr std::chrono::minutes foldedFor{1};
constexpr qsizetype mostKinds = 256;
constexpr qsizetype longestText = 254;

QString cut(const QString &text)
{
    QString out = core::loggable(text).left(longestText);
    if (!out.isEmpty() && out.back().isHighSurrogate())
        out.chop(1);
    return out;
}

QString flawWord(core::AuditFlaw flaw)
{
    switch (flaw) {
    case core::AuditFlaw::Changed:
        return QStringLiteral("changed");
    case core::AuditFlaw::Missing:
        return QStringLiteral("missing");
    case core::AuditFlaw::Moved:
        return QStringLiteral("moved");
    }
    return QStringLiteral("changed");
}

core::Error notOpen()
{
    return {core::ErrorCode::Unavailable, identity::AuditTrail::tr("The audit trail is not open.")};
}

audit::Record shown(const core::AuditRecord &record)
{
    return {record.number, record.at,      record.actor,   record.account, record.action,
            record.target, record.address, record.outcome, record.detail,  record.count};
}
} // namespace

Deed deedOf(const core::Command &command, const QString &action, const QString &target)
{
    const bool isLocal = command.caller.name.isEmpty();
    return {action, isLocal ? QStringLiteral("local") : command.caller.name, command.caller.id, target,
            command.address};
}

void AuditTrail::open(const QByteArray &key)
{
    m_chain.emplace(key);
    m_store.check(*m_chain).then(this, [this](const core::Result<core::AuditCheck> &check) {
        if (!check || check->isIntact())
            return;
        const QString what = QStringLiteral("record %1 %2").arg(check->firstFault).arg(flawWord(check->flaw));
        qCCritical(logIdentity,
                   "The audit trail is not as it was written: %ls. Keep a copy of the data "
                   "directory and find out who may write there.",
                   qUtf16Printable(what));
        note({QStringLiteral("audit_verify"),
              QStringLiteral("local"),
              {},
              {},
              {},
              QStringLiteral("failed"),
              what});
    });
}

void AuditTrail::close()
{
    fold();
    m_folding.reset();
}

QFuture<core::Result<void>> AuditTrail::note(const Deed &deed) { return append(deed, 1); }

QFuture<core::Result<void>> AuditTrail::append(const Deed &deed, int count)
{
    if (!m_chain)
        return core::finished<core::Result<void>>(notOpen());
    core::AuditRecord record;
    record.at = m_clock.now();
    record.actor = cut(deed.actor);
    record.account = cut(deed.account);
    record.action = cut(deed.action);
    record.target = cut(deed.target);
    record.address = cut(deed.address);
    record.outcome = cut(deed.outcome);
    record.detail = cut(deed.detail);
    record.count = count;
    return m_store.append(record, *m_chain)
        .then(this, [](const core::Result<core::AuditRecord> &kept) -> core::Result<void> {
            if (kept)
                return {};
            qCWarning(logIdentity, "The audit trail lacks a record: %ls",
                      qUtf16Printable(kept.error().message));
            return kept.error();
        });
}

void AuditTrail::noteStranger(const Deed &deed)
{
    Deed told = deed;
    QString key = QStringLiteral("%1\n%2\n%3").arg(deed.action, deed.outcome, networkOf(deed.address));
    if (!m_folded.contains(key) && m_folded.size() >= mostKinds) {
        key = deed.action;
        told.actor.clear();
        told.target.clear();
        told.detail.clear();
        told.address = QStringLiteral("many");
    }
    const auto known = m_folded.find(key);
    if (known == m_folded.end()) {
        m_folded.insert(key, {told, 0});
        note(told);
        if (!m_folding)
            m_folding = m_clock.every(foldedFor, [this] { fold(); });
        return;
    }
    ++known->more;
    // What differs among them is not said.
    if (known->deed.actor != told.actor)
        known->deed.actor.clear();
    if (known->deed.target != told.target)
        known->deed.target.clear();
    if (known->deed.detail != told.detail)
        known->deed.detail.clear();
}

void AuditTrail::fold()
{
    const QHash<QString, Folded> folded = std::exchange(m_folded, {});
    for (const Folded &kind : folded) {
        if (kind.more > 0)
            append(kind.deed, kind.more);
    }
}

QFuture<core::Reply> AuditTrail::follow(const QFuture<core::Reply> &work, const Deed &deed)
{
    return QFuture<core::Reply>(work)
        .then(this,
              [this, deed](const core::Reply &reply) {
                  Deed done = deed;
                  if (!reply) {
                      done.outcome = QStringLiteral("refused");
                      done.detail = reply.error().message;
                  }
                  return note(done).then([reply](const core::Result<void> &) { return reply; });
              })
        .unwrap();
}

QFuture<core::Reply> AuditTrail::read(const core::Command &command)
{
    const auto asked = command.as<audit::Read>();
    if (!asked)
        return core::ready(asked.error());
    core::AuditQuery query;
    query.before = asked->before.value_or(0);
    query.limit = asked->limit;
    query.actions = asked->actions;
    query.actor = asked->actor;
    query.target = asked->target;
    query.address = asked->address;
    query.outcome = asked->outcome;
    query.from = asked->from.value_or(QDateTime());
    query.to = asked->to.value_or(QDateTime());
    return m_store.read(query).then(
        this, [limit = query.limit](const core::Result<QList<core::AuditRecord>> &records) -> core::Reply {
            if (!records)
                return records.error();
            audit::Read::Reply reply;
            for (const core::AuditRecord &record : *records)
                reply.records << shown(record);
            if (reply.records.size() == limit && reply.records.last().number > 1)
                reply.next = reply.records.last().number;
            return reply;
        });
}

QFuture<core::Reply> AuditTrail::verify(const core::Command &)
{
    if (!m_chain)
        return core::ready(notOpen());
    return m_store.check(*m_chain).then(this, [](const core::Result<core::AuditCheck> &check) -> core::Reply {
        if (!check)
            return check.error();
        audit::Verify::Reply reply{check->isIntact(), check->records, {}, {}};
        if (!check->isIntact()) {
            reply.firstFault = check->firstFault;
            reply.fault = flawWord(check->flaw);
        }
        return reply;
    });
}

} // namespace identity
