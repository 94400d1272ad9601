// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/dispatch.h"

#include "core/finished.h"
#include "core/log.h"

#include <QJsonDocument>

#include <algorithm>

namespace alerts::channels {

using core::field;

core::Fields Dispatch::Hearer::fields()
{
    return {field("channel_id", &Hearer::channelId, "By which channel"),
            field("address", &Hearer::address, "Whom instead of its recipients"),
            field("severity", &Hearer::severity, "As how severe")};
}

core::Fields Dispatch::Hearers::fields()
{
    return {field("alert_id", &Hearers::alertId, "Of which alert"),
            field("list", &Hearers::list, "Who was told")};
}

core::Fields Dispatch::Taken::fields() { return {field("at", &Taken::at, "When")}; }

namespace {
const QString hearersKind = QStringLiteral("alert.hearers");
const QString takenKind = QStringLiteral("alert.taken");
} // namespace

QFuture<core::Result<void>> Dispatch::load()
{
    return loadTaken()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? loadHearers() : core::finished(core::Result<void>(loaded));
              })
        .unwrap();
}

QFuture<core::Result<void>> Dispatch::loadTaken()
{
    return m_around.records.all(takenKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto taken = core::fromJson<Taken>(QJsonDocument::fromJson(record.body).object());
                m_taken.insert(record.id, taken ? taken->at : m_around.clock.now());
            }
            return {};
        });
}

QFuture<core::Result<void>> Dispatch::loadHearers()
{
    return m_around.records.all(hearersKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto hearers = core::fromJson<Hearers>(QJsonDocument::fromJson(record.body).object());
                if (hearers)
                    m_hearers.insert(record.id, *hearers);
                else
                    qCWarning(logEngine).noquote() << "Who was told of" << record.id << "cannot be read.";
            }
            return {};
        });
}

QFuture<core::Result<void>> Dispatch::take(const Notice &notice) { return enqueue(notice, false); }

QFuture<core::Result<void>> Dispatch::takeUp(const QList<NoticeItem> &open)
{
    QFuture<core::Result<void>> last = core::finished(core::Result<void>());
    for (qsizetype begin = 0; begin < open.size(); begin += Notice::mostItems) {
        Notice notice;
        notice.at = m_around.clock.now();
        notice.key = QStringLiteral("hours.%1.%2").arg(core::timeText(notice.at)).arg(begin);
        notice.group = tr("still open");
        notice.items = open.mid(begin, Notice::mostItems);
        notice.count = int(notice.items.size());
        for (const NoticeItem &item : std::as_const(notice.items))
            notice.severity = std::max(notice.severity, item.severity);
        last = enqueue(notice, true);
    }
    return last;
}

QFuture<core::Result<void>> Dispatch::enqueue(const Notice &notice, bool isTakenUp)
{
    // One after the other: what one notice says of who was told is what the next builds on.
    Pending pending{notice, isTakenUp, {}};
    pending.promise.start();
    const QFuture<core::Result<void>> future = pending.promise.future();
    m_pending.push_back(std::move(pending));
    if (!m_isWriting)
        next();
    return future;
}

void Dispatch::next()
{
    // Who is answered may have something more to hand over.
    while (!m_isWriting && !m_pending.empty()) {
        Pending pending = std::move(m_pending.front());
        m_pending.pop_front();
        const Decision decision =
            m_taken.contains(pending.notice.key) ? Decision() : decide(pending.notice, pending.isTakenUp);
        if (decision.isNothing()) {
            pending.promise.addResult(core::Result<void>());
            pending.promise.finish();
        } else {
            write(std::move(pending), decision);
        }
    }
}

void Dispatch::write(Pending pending, const Decision &decision)
{
    QList<Deliveries::Order> orders;
    for (const auto &each : decision.orders)
        orders << each.second;
    const QList<Parcel> parcels = m_around.deliveries.prepare(orders);
    const Taken taken{m_around.clock.now()};
    QList<core::Record> saved{{takenKind, pending.notice.key, core::Payload(taken).text()}};
    QList<core::RecordName> removed = forgetOld();
    for (const Parcel &parcel : parcels)
        saved << parcel.record();
    for (const Hearers &hearers : decision.hearers) {
        if (hearers.list.isEmpty())
            removed << core::RecordName{hearersKind, hearers.alertId};
        else
            saved << core::Record{hearersKind, hearers.alertId, core::Payload(hearers).text()};
    }
    for (const QString &id : decision.untaken)
        saved << m_around.untaken.record(id);
    for (const QString &id : decision.taken)
        removed << Untaken::nameOf(id);
    if (decision.heldBack > 0)
        saved << m_around.settings.heldBack(decision.heldBack);
    m_isWriting = true;
    m_around.records.write(saved, removed)
        .then(this, [this, decision, parcels,
                     pending = std::move(pending)](const core::Result<void> &written) mutable {
            m_isWriting = false;
            if (written) {
                settle(pending.notice, decision);
                m_around.deliveries.admit(parcels);
            } else {
                m_around.deliveries.abandon(parcels);
            }
            pending.promise.addResult(written);
            pending.promise.finish();
            next();
        });
}

void Dispatch::settle(const Notice &notice, const Decision &decision)
{
    m_taken.insert(notice.key, m_around.clock.now());
    for (const Hearers &hearers : decision.hearers) {
        if (hearers.list.isEmpty())
            m_hearers.remove(hearers.alertId);
        else
            m_hearers.insert(hearers.alertId, hearers);
    }
    m_around.untaken.settle(decision.untaken, decision.taken);
    m_around.settings.holdBack(decision.heldBack);
}

QList<core::RecordName> Dispatch::forgetOld()
{
    constexpr int hour = 3600;
    const QDateTime now = m_around.clock.now();
    if (m_lookedForOld.isValid() && m_lookedForOld.addSecs(hour) > now)
        return {};
    m_lookedForOld = now;
    QList<core::RecordName> out = m_around.untaken.old();
    const QDateTime oldest = now.addSecs(-std::chrono::seconds(remembered).count());
    for (auto taken = m_taken.begin(); taken != m_taken.end();) {
        if (taken.value() > oldest) {
            ++taken;
            continue;
        }
        out << core::RecordName{takenKind, taken.key()};
        taken = m_taken.erase(taken);
    }
    return out;
}

Dispatch::Decision Dispatch::decide(const Notice &notice, bool isTakenUp) const
{
    Decision out;
    out.isTakenUp = isTakenUp;
    for (const NoticeItem &item : notice.items) {
        if (Message::isWithdrawal(item.reason))
            withdraw(out, notice, item);
        else
            decide(out, notice, item);
    }
    if (notice.items.isEmpty()) {
        // A word that is of no alert.
        if (m_around.settings.isLearning() && notice.severity < CommonSettings::criticalFrom)
            return out;
        RouteBook::Subject subject;
        subject.severity = notice.severity;
        const QList<RouteBook::Target> targets =
            m_around.routes.targets(subject, m_around.channels.enabled());
        for (const RouteBook::Target &target : targets)
            add(out, notice, target);
        return out;
    }
    // Those there was no room for go to whoever is told of all the others.
    const int others = notice.count - int(notice.items.size());
    for (auto &[target, order] : out.orders) {
        const bool isTold = order.notice.items.size() == notice.items.size();
        order.notice.count = int(order.notice.items.size()) + (isTold ? std::max(others, 0) : 0);
        order.notice.severity = isTold ? notice.severity : order.notice.severity;
    }
    return out;
}

Dispatch::Hearers Dispatch::hearersOf(const Decision &decision, const QString &alertId) const
{
    const auto changed = decision.hearers.constFind(alertId);
    return changed != decision.hearers.constEnd() ? *changed : m_hearers.value(alertId, Hearers{alertId, {}});
}

void Dispatch::add(Decision &decision, const Notice &notice, const RouteBook::Target &target) const
{
    if (decision.orders.contains(target))
        return;
    Deliveries::Order order{target.channelId, target.address, notice, {}};
    if (!notice.items.isEmpty()) {
        order.notice.items.clear();
        order.notice.severity = 1;
    }
    decision.orders.emplace(target, order);
}

void Dispatch::decide(Decision &decision, const Notice &notice, const NoticeItem &item) const
{
    if (m_around.settings.isLearning() && item.severity < CommonSettings::criticalFrom) {
        decision.heldBack += decision.isTakenUp ? 0 : 1;
        return;
    }
    RouteBook::Subject subject{m_around.labels(item.alertId), item.severity, item.level,
                               item.reason == NoticeReason::Escalated, decision.isTakenUp};
    if (!item.subjectId.isEmpty())
        subject.labels.insert(QStringLiteral("subject"), item.subjectId);
    const QList<RouteBook::Target> targets = m_around.routes.targets(subject, m_around.channels.enabled());
    Hearers hearers = hearersOf(decision, item.alertId);
    if (targets.isEmpty()) {
        if (hearers.list.isEmpty() && !decision.isTakenUp && m_around.routes.hasWays())
            decision.untaken.insert(item.alertId);
        return;
    }
    for (const RouteBook::Target &target : targets) {
        const auto known = std::find_if(hearers.list.begin(), hearers.list.end(), [&](const Hearer &hearer) {
            return hearer.channelId == target.channelId && hearer.address == target.address;
        });
        if (decision.isTakenUp && known != hearers.list.end())
            continue;
        add(decision, notice, target);
        Deliveries::Order &order = decision.orders.at(target);
        order.notice.items << item;
        order.notice.severity = std::max(order.notice.severity, item.severity);
        if (known == hearers.list.end()) {
            hearers.list << Hearer{target.channelId, target.address, item.severity};
            continue;
        }
        order.formerly.insert(item.alertId, known->severity);
        known->severity = item.severity;
    }
    if (m_around.untaken.contains(item.alertId))
        decision.taken.insert(item.alertId);
    decision.hearers.insert(item.alertId, hearers);
}

void Dispatch::withdraw(Decision &decision, const Notice &notice, const NoticeItem &item) const
{
    const Hearers hearers = hearersOf(decision, item.alertId);
    const bool isOver = item.reason == NoticeReason::Resolved;
    for (const Hearer &hearer : hearers.list) {
        const Channel *channel = m_around.channels.find(hearer.channelId);
        // To an Alertmanager, what somebody looks after fires on.
        if (channel == nullptr || !channel->isEnabled ||
            (!isOver && channel->kind == ChannelKind::Alertmanager))
            continue;
        const RouteBook::Target target{hearer.channelId, hearer.address};
        add(decision, notice, target);
        Deliveries::Order &order = decision.orders.at(target);
        order.notice.items << item;
        order.formerly.insert(item.alertId, hearer.severity);
    }
    if (isOver && !hearers.list.isEmpty())
        decision.hearers.insert(item.alertId, Hearers{item.alertId, {}});
}

} // namespace alerts::channels
