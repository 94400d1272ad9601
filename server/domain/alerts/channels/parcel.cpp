// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/parcel.h"

#include "core/payload.h"

#include <algorithm>

namespace alerts::channels {

using core::field;

core::Fields Parcel::fields()
{
    return {field("number", &Parcel::number, "In the order they came"),
            field("channel_id", &Parcel::channelId, "Where to"),
            field("address", &Parcel::address, "Whom instead of the channel's recipients"),
            field("key", &Parcel::key, "The same in every attempt"),
            field("notice", &Parcel::notice, "What it tells"),
            field("formerly", &Parcel::formerly, "As how severe its alerts were told of before"),
            field("state", &Parcel::state, "What became of it"),
            field("attempts", &Parcel::attempts, "How often it was tried"),
            field("created_at", &Parcel::createdAt, "When there was something to tell"),
            field("since", &Parcel::since, "When it was first to go"),
            field("due_at", &Parcel::dueAt, "When it is tried next"),
            field("delivered_at", &Parcel::deliveredAt, "When it arrived"),
            field("last_error", &Parcel::lastError, "Why it has not")};
}

QString Parcel::id() const
{
    constexpr int digits = 12;
    constexpr int decimal = 10;
    return QStringLiteral("%1").arg(number, digits, decimal, QLatin1Char('0'));
}

core::Record Parcel::record() const { return {kind(), id(), core::Payload(*this).text()}; }

void Parcel::merge(const Notice &more, const QMap<QString, int> &moreFormerly)
{
    int others = more.count - int(more.items.size()); // there was no room for them
    for (const NoticeItem &item : more.items) {
        const auto known = std::find_if(notice.items.begin(), notice.items.end(),
                                        [&](const NoticeItem &each) { return each.alertId == item.alertId; });
        if (known != notice.items.end()) {
            *known = item;
            continue;
        }
        ++others;
        if (notice.items.size() < Notice::mostItems)
            notice.items << item;
    }
    for (auto former = moreFormerly.begin(); former != moreFormerly.end(); ++former) {
        if (!formerly.contains(former.key()))
            formerly.insert(former.key(), former.value());
    }
    std::stable_sort(notice.items.begin(), notice.items.end(),
                     [](const NoticeItem &a, const NoticeItem &b) { return a.severity > b.severity; });
    notice.count += others;
    notice.severity = std::max(notice.severity, more.severity);
    notice.at = more.at;
    if (notice.group != more.group)
        notice.group.clear();
    if (notice.text.isEmpty())
        notice.text = more.text;
}

} // namespace alerts::channels
