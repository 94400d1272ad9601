// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alerts.h"

#include <QMap>

namespace alerts {

/// Where an alert stands. That it is silenced or folded is another matter.
enum class AlertState { Open, Acknowledged, Resolved };
/// What was done to an alert, or became of it.
enum class Deed {
    Raised,
    Changed,
    Acknowledged,
    Unacknowledged,
    Lapsed, ///< an acknowledgement reached its end
    Assigned,
    Commented,
    Escalated,
    Folded,
    Unfolded,
    Resolved,
    Reopened,
};
/// How a matcher compares, as Prometheus has it.
enum class Comparison { Equal, NotEqual, Matches, MatchesNot };

} // namespace alerts

template <>
struct core::Words<alerts::AlertState>
{
    static constexpr std::array list{"open", "acknowledged", "resolved"};
};
template <>
struct core::Words<alerts::Deed>
{
    static constexpr std::array list{"raised", "changed",  "acknowledged", "unacknowledged",
                                     "lapsed", "assigned", "commented",    "escalated",
                                     "folded", "unfolded", "resolved",     "reopened"};
};
template <>
struct core::Words<alerts::Comparison>
{
    static constexpr std::array list{"=", "!=", "=~", "!~"};
};

namespace alerts {

/// What a label must be.
struct Matcher
{
    QString label;
    Comparison comparison = Comparison::Equal;
    QString value;

    static core::Fields fields();
    bool operator==(const Matcher &) const = default;
};

/// Somebody looks after it.
struct Acknowledgement
{
    QString by;
    QString note;
    QDateTime at;
    std::optional<QDateTime> until;

    static core::Fields fields();
};

/// Something that needs attention, from when it was raised until it is resolved, and again.
struct Alert
{
    QString id; ///< A-17; a number is never given twice
    QString fingerprint;
    QString title;
    QString message;
    Kind alertType = Kind::System;
    int severity = 5;
    QMap<QString, QString> labels;
    QString subjectId;
    QString causeId;
    QString source;
    AlertState state = AlertState::Open;
    QDateTime raisedAt;
    QDateTime lastAt;
    std::optional<QDateTime> resolvedAt;
    QString resolvedBy;
    int occurrences = 1;
    int reopenings = 0;
    std::optional<Acknowledgement> acknowledgement;
    std::optional<QDateTime> firstAcknowledgedAt;
    QString assignee;
    int comments = 0;
    int level = 0; ///< how often it was escalated
    QString foldedInto;
    bool isFoldedByHand = false; ///< or was unfolded so: it stays as it is
    int children = 0;
    bool isFlapping = false;
    QString silencedBy; ///< a silence or a maintenance window; empty: none
    std::optional<QDateTime> silencedUntil;

    static core::Fields fields();
};

/// One line of an alert's story.
struct AlertEntry
{
    int number = 0;
    QDateTime at;
    Deed deed = Deed::Raised;
    QString by;
    QString text;

    static core::Fields fields();
};

/// Alerts are not as they were: raised, changed, seen to, over. Some at once, as they are now.
struct Changed
{
    QList<Alert> alerts;

    static constexpr auto topic = "alerts.changed";
    static constexpr auto summary = "Alerts were raised, changed, seen to, or are over";
    static core::Fields fields();
};

/// One alert as an example of all.
Alert exampleAlert();

} // namespace alerts
