// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "domain/alerts/channels/call.h"
#include "domain/alerts/channels/letter.h"
#include "domain/alerts/channels/parcel.h"

#include <QSet>

#include <map>
#include <set>

namespace alerts::channels {

/// What is on its way: one at a time to each channel, few in all, tried again and again, and after a day
/// given up. What was underway when Belfry was ended is sent once more under the same key.
class Deliveries final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::Clock &clock;
        core::Entropy &entropy;
        /// Channel and secret. Errors: NotFound, Unavailable (its secret cannot be opened).
        std::function<core::Result<Letter>(const QString &channelId)> letter;
        /// Null: there is none.
        std::function<const Channel *(const QString &channelId)> channel;
        std::function<QString()> publicUrl;
        std::function<void(const Letter &, Call::Done)> deliver;
        std::function<int()> untaken; ///< alerts of the last week that no route took
    };
    /// What is to go to a channel.
    struct Order
    {
        QString channelId;
        QString address;
        Notice notice;
        QMap<QString, int> formerly;
    };
    /// How a channel does.
    struct Figures
    {
        std::optional<QDateTime> lastDeliveredAt;
        QString lastError;
        int waiting = 0;
        int dead = 0;
    };

    static constexpr int mostUnderway = 4;
    static constexpr int mostWaiting = 100;  ///< to a channel; more is told at once
    static constexpr int mostDelivered = 50; ///< of a channel that are still shown
    static constexpr int mostDead = 200;     ///< likewise
    static constexpr std::chrono::hours givenUpAfter{24};
    static constexpr int leastAttempts = 10; ///< before that: clocks jump, and Belfry may have been off

    explicit Deliveries(Surroundings around) : m_around(std::move(around)) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop();

    /// What is to be written for these. Until one of the two below is called, nothing of it goes.
    QList<Parcel> prepare(const QList<Order> &orders);
    void admit(const QList<Parcel> &parcels); ///< they are written
    void abandon(const QList<Parcel> &parcels);
    /// A channel is gone: what of it is to be removed, and was forgotten.
    QList<core::RecordName> forget(const QString &channelId);
    /// A channel was changed: what waits for it is tried now.
    void wake(const QString &channelId);
    [[nodiscard]] Figures figures(const QString &channelId) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Unavailable.
    QFuture<core::Reply> retry(const core::Command &command);
    QFuture<core::Reply> drop(const core::Command &command);

private:
    using Time = std::chrono::milliseconds; ///< of the steady clock

    struct Item
    {
        Parcel parcel;
        Time due{0};
    };
    struct Queue
    {
        std::set<qint64> waiting;
        std::set<qint64> dead;
        std::set<qint64> delivered;
        std::optional<qint64> underway;
        Time closedUntil{0};
        std::optional<QDateTime> lastDeliveredAt;
        QString lastError;
    };

    void shelve(const Parcel &parcel, Time due);
    /// What waits in a queue that is full and may yet say more; nothing: there is room, or none that may.
    [[nodiscard]] std::optional<qint64> growing(const Order &order) const;
    void look();
    /// Whether nothing goes to a channel until somebody switches it on.
    [[nodiscard]] bool isOff(const QString &channelId) const;
    [[nodiscard]] std::optional<qint64> dueOf(const Queue &queue, Time now) const;
    [[nodiscard]] Time nextTime(Time now) const;
    void send(qint64 number);
    void settle(qint64 number, const Outcome &outcome);
    void fail(Parcel &parcel, Queue &queue, const Outcome &outcome);
    QList<core::RecordName> thinOut(std::set<qint64> &numbers, int most);
    [[nodiscard]] Delivery shown(const Item &item) const;

    Surroundings m_around;
    std::map<qint64, Item> m_items;
    QMap<QString, Queue> m_queues;
    QSet<qint64> m_held; ///< being written with more to tell
    qint64 m_last = 0;
    int m_underway = 0;
    bool m_isStarted = false;
    bool m_isLooking = false;
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_firing;
};

} // namespace alerts::channels
