// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/deliveries.h"

#include "core/log.h"
#include "core/payload.h"
#include "domain/alerts/channels/backoff.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace alerts::channels {

namespace {
/// By which servers, and people who look into their logs, know that it is the same.
QString deliveryKey(const Deliveries::Order &order)
{
    constexpr int length = 32;
    const QByteArray whole = (order.notice.key + u'\n' + order.channelId + u'\n' + order.address).toUtf8();
    return QStringLiteral("belfry-") +
           QString::fromLatin1(
               QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(length));
}
} // namespace

QFuture<core::Result<void>> Deliveries::load()
{
    return m_around.records.all(Parcel::kind())
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            constexpr std::chrono::milliseconds longest = std::chrono::hours(1); // clocks jump
            for (const core::Record &record : *records) {
                m_last = std::max(m_last, record.id.toLongLong());
                const auto parcel = core::fromJson<Parcel>(QJsonDocument::fromJson(record.body).object());
                if (!parcel) {
                    qCWarning(logEngine).noquote() << "The delivery" << record.id << "cannot be read.";
                    continue;
                }
                const std::chrono::milliseconds wait(m_around.clock.now().msecsTo(parcel->dueAt));
                shelve(*parcel, m_around.clock.steady() + std::clamp(wait, Time(0), longest));
            }
            return {};
        });
}

void Deliveries::shelve(const Parcel &parcel, Time due)
{
    Queue &queue = m_queues[parcel.channelId];
    queue.waiting.erase(parcel.number);
    queue.dead.erase(parcel.number);
    switch (parcel.state) {
    case DeliveryState::Waiting:
        queue.waiting.insert(parcel.number);
        break;
    case DeliveryState::Dead:
        queue.dead.insert(parcel.number);
        break;
    case DeliveryState::Delivered:
        queue.delivered.insert(parcel.number);
        queue.lastDeliveredAt = parcel.deliveredAt;
        queue.lastError.clear();
        break;
    }
    if (parcel.state != DeliveryState::Delivered && !parcel.lastError.isEmpty())
        queue.lastError = parcel.lastError;
    m_items.insert_or_assign(parcel.number, Item{parcel, due});
}

void Deliveries::start()
{
    m_isStarted = true;
    look();
}

void Deliveries::stop()
{
    m_isStarted = false;
    m_timer.reset();
}

std::optional<qint64> Deliveries::growing(const Order &order) const
{
    const auto queue = m_queues.constFind(order.channelId);
    if (queue == m_queues.constEnd() || int(queue->waiting.size()) < mostWaiting)
        return std::nullopt;
    // Nobody was told of it yet, and nobody is being told.
    const auto found = std::find_if(queue->waiting.rbegin(), queue->waiting.rend(), [&](qint64 number) {
        const Parcel &parcel = m_items.at(number).parcel;
        return parcel.attempts == 0 && parcel.address == order.address && queue->underway != number &&
               !m_held.contains(number);
    });
    return found == queue->waiting.rend() ? std::nullopt : std::optional(*found);
}

QList<Parcel> Deliveries::prepare(const QList<Order> &orders)
{
    const QDateTime now = m_around.clock.now();
    QList<Parcel> out;
    for (const Order &order : orders) {
        if (const auto number = growing(order)) {
            Parcel parcel = m_items.at(*number).parcel;
            parcel.merge(order.notice, order.formerly);
            m_held.insert(*number);
            out << parcel;
            continue;
        }
        Parcel parcel;
        parcel.number = ++m_last;
        parcel.channelId = order.channelId;
        parcel.address = order.address;
        parcel.key = deliveryKey(order);
        parcel.notice = order.notice;
        parcel.formerly = order.formerly;
        parcel.createdAt = parcel.since = parcel.dueAt = now;
        out << parcel;
    }
    return out;
}

void Deliveries::admit(const QList<Parcel> &parcels)
{
    for (const Parcel &parcel : parcels) {
        m_held.remove(parcel.number);
        shelve(parcel, m_around.clock.steady());
    }
    look();
}

void Deliveries::abandon(const QList<Parcel> &parcels)
{
    for (const Parcel &parcel : parcels)
        m_held.remove(parcel.number);
    look();
}

QList<core::RecordName> Deliveries::forget(const QString &channelId)
{
    const Queue queue = m_queues.take(channelId);
    if (queue.underway)
        --m_underway;
    QList<core::RecordName> out;
    for (const auto *numbers : {&queue.waiting, &queue.dead, &queue.delivered}) {
        for (const qint64 number : *numbers) {
            out << m_items.at(number).parcel.name();
            m_items.erase(number);
        }
    }
    return out;
}

void Deliveries::wake(const QString &channelId)
{
    const auto queue = m_queues.find(channelId);
    if (queue == m_queues.end())
        return;
    queue->closedUntil = Time(0);
    for (const qint64 number : queue->waiting)
        m_items.at(number).due = Time(0);
    look();
}

Deliveries::Figures Deliveries::figures(const QString &channelId) const
{
    const auto queue = m_queues.find(channelId);
    if (queue == m_queues.end())
        return {};
    return {queue->lastDeliveredAt, queue->lastError, int(queue->waiting.size()), int(queue->dead.size())};
}

bool Deliveries::isOff(const QString &channelId) const
{
    const Channel *channel = m_around.channel(channelId);
    return channel != nullptr && !channel->isEnabled;
}

std::optional<qint64> Deliveries::dueOf(const Queue &queue, Time now) const
{
    if (queue.underway || queue.closedUntil > now)
        return std::nullopt;
    const auto found = std::find_if(queue.waiting.begin(), queue.waiting.end(), [&](qint64 number) {
        return !m_held.contains(number) && m_items.at(number).due <= now;
    });
    return found == queue.waiting.end() ? std::nullopt : std::optional(*found);
}

Deliveries::Time Deliveries::nextTime(Time now) const
{
    Time next = Time::max();
    for (auto queue = m_queues.begin(); queue != m_queues.end(); ++queue) {
        if (queue->underway || isOff(queue.key()))
            continue;
        for (const qint64 number : queue->waiting)
            next = std::min(next, std::max(queue->closedUntil, m_items.at(number).due));
    }
    // What is due and did not go has no room yet; it goes when there is.
    return next <= now ? Time::max() : next;
}

void Deliveries::look()
{
    // What fails at once brings one back here.
    if (!m_isStarted || std::exchange(m_isLooking, true))
        return;
    const Time now = m_around.clock.steady();
    for (bool isAnySent = true; isAnySent;) {
        isAnySent = false;
        const QStringList channels = m_queues.keys();
        for (const QString &channel : channels) {
            const auto queue = m_queues.constFind(channel);
            const bool isPassed =
                queue == m_queues.constEnd() || m_underway >= mostUnderway || isOff(channel);
            const auto number = isPassed ? std::nullopt : dueOf(*queue, now);
            if (!number)
                continue;
            send(*number);
            isAnySent = true;
        }
    }
    const Time next = nextTime(now);
    m_firing = std::move(m_timer); // it may be this one that rings
    if (next != Time::max())
        m_timer = m_around.clock.after(next - now, [this] { look(); });
    m_isLooking = false;
}

void Deliveries::send(qint64 number)
{
    const Parcel parcel = m_items.at(number).parcel;
    const core::Result<Letter> letter = m_around.letter(parcel.channelId);
    if (!letter && letter.error().code == core::ErrorCode::NotFound) {
        m_around.records.write({}, forget(parcel.channelId));
        return;
    }
    m_queues[parcel.channelId].underway = number;
    ++m_underway;
    if (!letter) {
        settle(number, {Outcome::Kind::Closed, letter.error().message, {}});
        return;
    }
    Letter whole = *letter;
    whole.address = parcel.address;
    whole.message = Message::of(parcel.notice, parcel.key, m_around.publicUrl());
    whole.message.formerly = parcel.formerly;
    whole.at = m_around.clock.now();
    m_around.deliver(whole, [this, number](const Outcome &outcome) { settle(number, outcome); });
}

void Deliveries::settle(qint64 number, const Outcome &outcome)
{
    const auto item = m_items.find(number);
    if (item == m_items.end())
        return; // its channel was removed meanwhile
    Parcel parcel = item->second.parcel;
    Queue &queue = m_queues[parcel.channelId];
    queue.underway.reset();
    --m_underway;
    ++parcel.attempts;
    Time due = m_around.clock.steady();
    if (outcome.isDelivered()) {
        parcel.state = DeliveryState::Delivered;
        parcel.deliveredAt = m_around.clock.now();
        parcel.lastError.clear();
    } else {
        fail(parcel, queue, outcome);
        due += Time(m_around.clock.now().msecsTo(parcel.dueAt));
    }
    shelve(parcel, due);
    const QList<core::RecordName> old =
        thinOut(queue.delivered, mostDelivered) + thinOut(queue.dead, mostDead);
    m_around.records.write({parcel.record()}, old).then(this, [](const core::Result<void> &written) {
        // After a restart it is sent once more, under the same key.
        if (!written)
            qCWarning(logEngine).noquote() << "A delivery is not kept:" << written.error().message;
    });
    look();
}

void Deliveries::fail(Parcel &parcel, Queue &queue, const Outcome &outcome)
{
    const QDateTime now = m_around.clock.now();
    parcel.lastError = outcome.sentence;
    const bool isTooOld = parcel.attempts >= leastAttempts &&
                          parcel.since.addSecs(std::chrono::seconds(givenUpAfter).count()) <= now;
    if (outcome.kind == Outcome::Kind::Refused || isTooOld) {
        parcel.state = DeliveryState::Dead;
        qCWarning(logEngine).noquote() << "A message to the channel" << parcel.channelId
                                       << "was given up:" << core::loggable(outcome.sentence);
        return;
    }
    Time wait = backoff(parcel.attempts, m_around.entropy);
    if (outcome.after)
        wait = std::max<Time>(wait, *outcome.after);
    parcel.dueAt = now.addMSecs(wait.count());
    if (outcome.kind == Outcome::Kind::Closed)
        queue.closedUntil = m_around.clock.steady() + wait;
}

QList<core::RecordName> Deliveries::thinOut(std::set<qint64> &numbers, int most)
{
    QList<core::RecordName> out;
    while (int(numbers.size()) > most) {
        out << m_items.at(*numbers.begin()).parcel.name();
        m_items.erase(*numbers.begin());
        numbers.erase(numbers.begin());
    }
    return out;
}

} // namespace alerts::channels
