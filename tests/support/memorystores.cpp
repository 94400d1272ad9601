// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystores.h"

#include <QPromise>

#include <algorithm>
#include <utility>

namespace support {

namespace {
template <class T>
QFuture<core::Result<T>> done(core::Result<T> result)
{
    QPromise<core::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

core::Error full()
{
    return {core::ErrorCode::Unavailable, QStringLiteral("The disk is full. Free some space and try again.")};
}

core::Error missing() { return {core::ErrorCode::NotFound, QStringLiteral("There is no such grant.")}; }
} // namespace

bool MemoryAccountStore::isFailing()
{
    if (m_goodCalls > 0)
        --m_goodCalls;
    else if (m_goodCalls == 0)
        return true;
    return false;
}

QFuture<core::Result<QList<core::Account>>> MemoryAccountStore::accounts()
{
    if (isFailing())
        return done<QList<core::Account>>(full());
    return done<QList<core::Account>>(m_accounts.values());
}

core::Result<void> MemoryAccountStore::clash(const core::Account &account) const
{
    for (const core::Account &other : m_accounts) {
        if (other.id == account.id)
            continue;
        const bool sameName = other.name.compare(account.name, Qt::CaseInsensitive) == 0;
        const bool sameMail =
            !account.email.isEmpty() && other.email.compare(account.email, Qt::CaseInsensitive) == 0;
        if (sameName || sameMail)
            return core::Error{core::ErrorCode::Conflict,
                               QStringLiteral("The name or e-mail belongs to another account.")};
    }
    return {};
}

QFuture<core::Result<void>> MemoryAccountStore::save(const core::Account &account)
{
    if (isFailing())
        return done<void>(full());
    core::Result<void> result = clash(account);
    if (result)
        m_accounts.insert(account.id, account);
    return done<void>(result);
}

QFuture<core::Result<void>> MemoryAccountStore::saveGrant(const core::RefreshGrant &grant)
{
    if (isFailing())
        return done<void>(full());
    m_grants.insert(grant.id, grant);
    return done<void>({});
}

QFuture<core::Result<core::RefreshGrant>> MemoryAccountStore::spendGrant(const QString &id)
{
    if (isFailing())
        return done<core::RefreshGrant>(full());
    const auto grant = m_grants.find(id);
    if (grant == m_grants.end())
        return done<core::RefreshGrant>(missing());
    if (grant->isSpent) {
        const QString family = grant->family;
        m_grants.removeIf([&](auto entry) { return entry.value().family == family; });
        return done<core::RefreshGrant>(
            core::Error{core::ErrorCode::Conflict, QStringLiteral("The grant was spent before.")});
    }
    grant->isSpent = true;
    return done<core::RefreshGrant>(*grant);
}

QFuture<core::Result<void>> MemoryAccountStore::revokeGrants(const QString &account)
{
    if (isFailing())
        return done<void>(full());
    m_signIns.removeIf([&](auto entry) { return entry.value().account == account; });
    m_grants.removeIf([&](auto entry) { return entry.value().account == account; });
    return done<void>({});
}

QFuture<core::Result<QList<core::SignIn>>> MemoryAccountStore::signIns()
{
    return m_goodCalls == 0 ? done<QList<core::SignIn>>(full())
                            : done<QList<core::SignIn>>(m_signIns.values());
}

QFuture<core::Result<void>> MemoryAccountStore::saveSignIn(const core::SignIn &signIn)
{
    if (m_goodCalls == 0)
        return done<void>(full());
    m_signIns.insert(signIn.id, signIn);
    return done<void>({});
}

QFuture<core::Result<void>> MemoryAccountStore::endSignIn(const QString &id)
{
    if (m_goodCalls == 0)
        return done<void>(full());
    m_signIns.remove(id);
    m_grants.removeIf([&](auto entry) { return entry.value().family == id; });
    return done<void>({});
}

QFuture<core::Result<QByteArray>> MemoryAccountStore::setting(const QString &name)
{
    if (isFailing())
        return done<QByteArray>(full());
    return done<QByteArray>(m_settings.value(name));
}

QFuture<core::Result<void>> MemoryAccountStore::saveSetting(const QString &name, const QByteArray &value)
{
    if (isFailing())
        return done<void>(full());
    m_settings.insert(name, value);
    return done<void>({});
}

QFuture<core::Result<core::AuditRecord>> MemoryAuditStore::append(const core::AuditRecord &record,
                                                                  const core::AuditChain &chain)
{
    if (m_isFailing)
        return done<core::AuditRecord>(full());
    core::AuditRecord sealed = record;
    sealed.number = m_records.size() + 1;
    sealed.seal = chain.seal(m_head ? m_head->seal : chain.origin(), sealed);
    m_head = chain.head(sealed.number, sealed.seal);
    m_records << sealed;
    return done<core::AuditRecord>(sealed);
}

QFuture<core::Result<QList<core::AuditRecord>>> MemoryAuditStore::read(const core::AuditQuery &query)
{
    if (m_isFailing)
        return done<QList<core::AuditRecord>>(full());
    QList<core::AuditRecord> found;
    for (auto record = m_records.crbegin(); record != m_records.crend() && found.size() < query.limit;
         ++record) {
        if ((query.before == 0 || record->number < query.before) &&
            (query.actions.isEmpty() || query.actions.contains(record->action)) &&
            (query.actor.isEmpty() || query.actor == record->actor))
            found << *record;
    }
    return done<QList<core::AuditRecord>>(found);
}

QFuture<core::Result<core::AuditCheck>> MemoryAuditStore::check(const core::AuditChain &chain)
{
    if (m_isFailing)
        return done<core::AuditCheck>(full());
    core::AuditInspection inspection(chain);
    for (const core::AuditRecord &record : std::as_const(m_records))
        inspection.take(record);
    return done<core::AuditCheck>(inspection.conclude(m_head));
}

QFuture<core::Result<core::SampleRange>> MemorySampleStore::range(const core::SampleQuery &query)
{
    const qint64 from = query.from.toMSecsSinceEpoch();
    const qint64 to = query.to.toMSecsSinceEpoch();
    const qint64 width = std::max<qint64>(1000, (to - from + query.points - 1) / query.points);
    core::SampleRange range{std::chrono::milliseconds(width), std::chrono::milliseconds(1000), {}};
    for (const QString &name : query.names) {
        QMap<qint64, core::SamplePoint> buckets;
        for (const core::SampleFrame &frame : std::as_const(m_frames)) {
            const qint64 at = frame.at.toMSecsSinceEpoch();
            const auto value = frame.values.constFind(name);
            if (frame.source != query.source || at < from || at >= to || value == frame.values.constEnd())
                continue;
            core::SamplePoint &point = buckets[at / width * width];
            point.min = point.count == 0 ? *value : std::min(point.min, *value);
            point.max = point.count == 0 ? *value : std::max(point.max, *value);
            point.avg = (point.avg * point.count + *value) / (point.count + 1);
            point.at = at / width * width;
            ++point.count;
        }
        range.series.append({name, buckets.values()});
    }
    return done<core::SampleRange>(range);
}

QFuture<core::Result<QList<core::ClientMemory>>> MemoryClientStore::clients()
{
    return done<QList<core::ClientMemory>>(m_rows);
}

QFuture<core::Result<void>> MemoryClientStore::save(const core::ClientMemory &client)
{
    m_rows.removeIf([&](const core::ClientMemory &row) {
        return row.identity == client.identity && row.clientId == client.clientId;
    });
    m_rows << client;
    if (!m_isBusy)
        return done<void>({});
    m_saving.emplace_back().start();
    return m_saving.back().future();
}

void MemoryClientStore::finishSaving()
{
    m_isBusy = false;
    auto saving = std::exchange(m_saving, {});
    for (QPromise<core::Result<void>> &promise : saving) {
        promise.addResult(core::Result<void>());
        promise.finish();
    }
}

QFuture<core::Result<void>> MemoryClientStore::forget(const QString &identity, const QString &clientId)
{
    m_rows.removeIf(
        [&](const core::ClientMemory &row) { return row.identity == identity && row.clientId == clientId; });
    return done<void>({});
}

QFuture<core::Result<void>> MemoryJournal::append(const core::Event &event)
{
    m_events << event;
    return done<void>({});
}

QFuture<core::Result<QList<core::Event>>> MemoryJournal::read(const core::JournalQuery &query)
{
    QList<core::Event> newestFirst;
    for (const core::Event &event : m_events) {
        const bool isAsked = std::any_of(query.topics.begin(), query.topics.end(),
                                         [&](const QString &topic) { return event.topic.matches(topic); });
        if ((isAsked || query.topics.isEmpty()) && event.at >= query.from)
            newestFirst.prepend(event);
    }
    return done<QList<core::Event>>(newestFirst);
}

core::Result<quint64> MemoryPublisher::publish(core::Draft draft)
{
    const core::EventSpec *spec = m_catalog.findEvent(draft.topic);
    if (spec == nullptr)
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("The catalogue does not know %1.").arg(draft.topic.name())};
    const auto canonical = spec->shape.accept(draft.payload);
    if (!canonical)
        return canonical.error();
    const auto sequence = quint64(m_events.size()) + 1;
    m_events.append({sequence, draft.topic, draft.at, draft.priority.value_or(spec->priority), draft.source,
                     draft.audience, *canonical});
    return sequence;
}

} // namespace support
