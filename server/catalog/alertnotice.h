// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

namespace alerts {

/// Why somebody is told of an alert.
enum class NoticeReason {
    Raised,
    Reopened,
    Worsened,
    Escalated,
    Lapsed,       ///< nobody looks after it any more
    Flapping,     ///< it comes and goes; nothing more is said until it is steady
    Acknowledged, ///< what was shown of it can be withdrawn
    Resolved,     ///< likewise
    SilenceEnding,
};

} // namespace alerts

template <>
struct core::Words<alerts::NoticeReason>
{
    static constexpr std::array list{"raised",   "reopened",     "worsened", "escalated",     "lapsed",
                                     "flapping", "acknowledged", "resolved", "silence_ending"};
};

namespace alerts {

/// What a notice says of one alert.
struct NoticeItem
{
    QString alertId;
    NoticeReason reason = NoticeReason::Raised;
    QString title;
    QString subjectId;
    int severity = 5;
    int level = 0;    ///< how often it was escalated
    int children = 0; ///< what is a part of it is not told of

    static core::Fields fields();
};

/// Something that people are to be told; who and how is the channels' business. The same key is the same
/// notice: it may be given out once more when Belfry was ended before it knew that the notice was taken.
struct Notice
{
    static constexpr int mostItems = 100;

    QString key;
    QDateTime at;
    int severity = 1; ///< the worst of what is so
    QString group;    ///< what is told together
    QList<NoticeItem> items;
    int count = 0; ///< of alerts, with those there was no room for
    QString silenceId;
    QString text; ///< of a silence

    static core::Fields fields();
};

} // namespace alerts
