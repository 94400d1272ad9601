// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace alerts {

/// What became of a message.
enum class DeliveryState { Waiting, Delivered, Dead };

} // namespace alerts

template <>
struct core::Words<alerts::DeliveryState>
{
    static constexpr std::array list{"waiting", "delivered", "dead"};
};

namespace alerts {

/// A message on its way, arrived, or given up.
struct Delivery
{
    QString id;
    QString channelId;
    QString channelName;
    DeliveryState state = DeliveryState::Waiting;
    QString title;
    int severity = 1;
    int count = 0; ///< of alerts
    int attempts = 0;
    QDateTime createdAt;
    std::optional<QDateTime> nextAt; ///< when it is tried next, while it waits
    std::optional<QDateTime> deliveredAt;
    QString lastError;

    static core::Fields fields();
};

/// Asks for messages.
struct ListDeliveries
{
    struct Reply
    {
        QList<Delivery> deliveries;
        int count = 0;
        int untaken = 0; ///< alerts nobody was told of, as no route took them

        static core::Fields fields();
    };

    std::optional<DeliveryState> state;
    QString channelId; ///< empty: of all
    int limit = 100;

    static constexpr auto name = "alerts.deliveries.list";
    static constexpr auto summary = "Messages that wait, have arrived or were given up, newest first";
    static core::Fields fields();
};

/// Sends dead letters again.
struct RetryDeliveries
{
    struct Reply
    {
        int count = 0;

        static core::Fields fields();
    };

    QStringList ids;

    static constexpr auto name = "alerts.deliveries.retry";
    static constexpr auto summary = "Sends again what was given up, and at once what waits";
    static core::Fields fields();
};

/// Drops messages.
struct DropDeliveries
{
    using Reply = RetryDeliveries::Reply;

    QStringList ids;

    static constexpr auto name = "alerts.deliveries.drop";
    static constexpr auto summary = "Drops messages that wait or were given up";
    static core::Fields fields();
};

/// What holds for all channels.
struct DeliverySettings
{
    QString publicUrl; ///< where people open Belfry; empty: messages have no link
    bool isLearning = false;
    std::optional<QDateTime> learningUntil;
    int heldBack = 0;         ///< alerts nobody was told of meanwhile
    QList<int> escalateAfter; ///< seconds in which nobody looked after one, for each level

    static core::Fields fields();
};

/// Asks for what holds for all channels.
struct ReadDeliverySettings
{
    using Reply = DeliverySettings;

    static constexpr auto name = "alerts.delivery.get";
    static constexpr auto summary = "What holds for all channels, and whether Belfry still learns";
    static core::Fields fields();
};

/// Changes what holds for all channels.
struct ChangeDeliverySettings
{
    using Reply = DeliverySettings;

    std::optional<QString> publicUrl;
    bool endsLearning = false;
    std::optional<QList<int>> escalateAfter;

    static constexpr auto name = "alerts.delivery.set";
    static constexpr auto summary =
        "Says where people open Belfry and when alerts are escalated, and ends the learning week";
    static core::Fields fields();
};

/// Declares the commands of messages.
void declareDeliveries(core::Catalog &catalog);

} // namespace alerts
