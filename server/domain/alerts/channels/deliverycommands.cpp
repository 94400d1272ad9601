// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/deliveries.h"

namespace alerts::channels {

// What people ask of deliveries.

Delivery Deliveries::shown(const Item &item) const
{
    const Parcel &parcel = item.parcel;
    const Channel *channel = m_around.channel(parcel.channelId);
    Delivery out;
    out.id = parcel.id();
    out.channelId = parcel.channelId;
    out.channelName = channel == nullptr ? QString() : channel->displayName;
    out.state = parcel.state;
    out.title = Message::of(parcel.notice, parcel.key, {}).title;
    out.severity = parcel.notice.severity;
    out.count = parcel.notice.count;
    out.attempts = parcel.attempts;
    out.createdAt = parcel.createdAt;
    if (parcel.state == DeliveryState::Waiting)
        out.nextAt = parcel.dueAt;
    out.deliveredAt = parcel.deliveredAt;
    out.lastError = parcel.lastError;
    return out;
}

QFuture<core::Reply> Deliveries::list(const core::Command &command)
{
    const auto asked = command.as<ListDeliveries>();
    if (!asked)
        return core::ready(asked.error());
    ListDeliveries::Reply reply;
    reply.untaken = m_around.untaken();
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
        const Parcel &parcel = item->second.parcel;
        if ((asked->state && parcel.state != *asked->state) ||
            (!asked->channelId.isEmpty() && parcel.channelId != asked->channelId))
            continue;
        if (reply.count++ < asked->limit)
            reply.deliveries << shown(item->second);
    }
    return core::ready(reply);
}

QFuture<core::Reply> Deliveries::retry(const core::Command &command)
{
    const auto asked = command.as<RetryDeliveries>();
    if (!asked)
        return core::ready(asked.error());
    QList<Parcel> parcels;
    QList<core::Record> records;
    for (const QString &id : asked->ids) {
        const auto item = m_items.find(id.toLongLong());
        if (item == m_items.end() || item->second.parcel.state == DeliveryState::Delivered ||
            m_queues.value(item->second.parcel.channelId).underway == item->first ||
            m_held.contains(item->first))
            continue;
        Parcel parcel = item->second.parcel;
        parcel.state = DeliveryState::Waiting;
        parcel.attempts = 0;
        parcel.since = parcel.dueAt = m_around.clock.now();
        m_held.insert(parcel.number);
        parcels << parcel;
        records << parcel.record();
    }
    return m_around.records.write(records, {})
        .then(this, [this, parcels](const core::Result<void> &written) -> core::Reply {
            if (!written) {
                abandon(parcels);
                return written.error();
            }
            for (const Parcel &parcel : parcels)
                m_queues[parcel.channelId].closedUntil = Time(0);
            admit(parcels);
            return RetryDeliveries::Reply{int(parcels.size())};
        });
}

QFuture<core::Reply> Deliveries::drop(const core::Command &command)
{
    const auto asked = command.as<DropDeliveries>();
    if (!asked)
        return core::ready(asked.error());
    QList<Parcel> parcels;
    QList<core::RecordName> names;
    for (const QString &id : asked->ids) {
        const auto item = m_items.find(id.toLongLong());
        if (item == m_items.end() || item->second.parcel.state == DeliveryState::Delivered ||
            m_queues.value(item->second.parcel.channelId).underway == item->first ||
            m_held.contains(item->first))
            continue;
        m_held.insert(item->first);
        parcels << item->second.parcel;
        names << item->second.parcel.name();
    }
    return m_around.records.write({}, names).then(
        this, [this, parcels](const core::Result<void> &removed) -> core::Reply {
            if (!removed) {
                abandon(parcels);
                return removed.error();
            }
            for (const Parcel &parcel : parcels) {
                m_held.remove(parcel.number);
                m_items.erase(parcel.number);
                Queue &queue = m_queues[parcel.channelId];
                queue.waiting.erase(parcel.number);
                queue.dead.erase(parcel.number);
                if (queue.dead.empty() && queue.waiting.empty())
                    queue.lastError.clear();
            }
            return DropDeliveries::Reply{int(parcels.size())};
        });
}

} // namespace alerts::channels
