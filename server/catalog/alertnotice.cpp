// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertnotice.h"

namespace alerts {

using core::field;

core::Fields NoticeItem::fields()
{
    return {field("alert_id", &NoticeItem::alertId, "Which alert"),
            field("reason", &NoticeItem::reason, "Why it is told of"),
            field("title", &NoticeItem::title, "In a few words"),
            field("subject_id", &NoticeItem::subjectId, "The device it is about"),
            field("severity", &NoticeItem::severity, "1 info to 10 critical"),
            field("level", &NoticeItem::level, "How often it was escalated"),
            field("children", &NoticeItem::children, "How many are a part of it")};
}

core::Fields Notice::fields()
{
    return {field("key", &Notice::key, "The same is the same notice"),
            field("at", &Notice::at, "When"),
            field("severity", &Notice::severity, "The worst of it"),
            field("group", &Notice::group, "What is told together"),
            field("items", &Notice::items, "The alerts, worst first"),
            field("count", &Notice::count, "How many alerts it is about"),
            field("silence_id", &Notice::silenceId, "The silence that ends"),
            field("text", &Notice::text, "What is to be said of it")};
}

} // namespace alerts
