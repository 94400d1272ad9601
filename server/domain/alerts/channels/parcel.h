// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "catalog/deliveries.h"
#include "core/recordstore.h"

namespace alerts::channels {

/// What goes to one channel: as it is kept until it has arrived, and a while longer.
struct Parcel
{
    qint64 number = 0;
    QString channelId;
    QString address; ///< whom instead of the channel's recipients
    QString key;     ///< the same in every attempt; what servers know it by
    Notice notice;
    QMap<QString, int> formerly; ///< as how severe its alerts were told of before
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    QDateTime createdAt;
    QDateTime since; ///< when it was first to go, or once more
    QDateTime dueAt;
    std::optional<QDateTime> deliveredAt;
    QString lastError;

    static core::Fields fields();
    static QString kind() { return QStringLiteral("alert.delivery"); }
    [[nodiscard]] QString id() const;
    [[nodiscard]] core::Record record() const;
    [[nodiscard]] core::RecordName name() const { return {kind(), id()}; }
    /// Tells of both at once; what is told of an alert last counts.
    void merge(const Notice &more, const QMap<QString, int> &moreFormerly);
};

} // namespace alerts::channels
