// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

namespace alerts {

/// In which order alerts are listed.
enum class AlertOrder { Worst, Newest, Oldest, Changed };

} // namespace alerts

template <>
struct core::Words<alerts::AlertOrder>
{
    static constexpr std::array list{"worst", "newest", "oldest", "changed"};
};

namespace alerts {

/// How many alerts there are that are not resolved.
struct AlertCounts
{
    int open = 0;         ///< and neither silenced nor folded
    int acknowledged = 0; ///< likewise
    int silenced = 0;
    int folded = 0;
    int critical = 0; ///< of the open ones
    int high = 0;
    int medium = 0;
    int low = 0;

    static core::Fields fields();
};

/// Asks for alerts.
struct ListAlerts
{
    struct Reply
    {
        QList<Alert> alerts;
        int count = 0;
        AlertCounts counts;

        static core::Fields fields();
    };

    QList<AlertState> states; ///< empty: those that are not resolved
    int leastSeverity = 1;
    std::optional<Kind> alertType;
    QString subjectId;
    std::optional<bool> isAboutDevice; ///< or about none
    QString source;
    QString assignee;
    QString text;     ///< words; all of them
    QString matchers; ///< as Prometheus writes them
    std::optional<bool> isSilenced;
    QString foldedInto;  ///< only what is a part of this one
    bool isFlat = false; ///< with what is a part of another
    std::optional<QDateTime> since;
    std::optional<QDateTime> from; ///< and were not over before
    std::optional<QDateTime> to;   ///< and were raised until then
    AlertOrder order = AlertOrder::Worst;
    int limit = 100;
    int offset = 0;

    static constexpr auto name = "alerts.list";
    static constexpr auto summary = "Alerts, worst first";
    static core::Fields fields();
};

/// Asks for one alert and its story.
struct GetAlert
{
    struct Reply
    {
        Alert alert;
        QList<AlertEntry> entries;
        QList<Alert> children;

        static core::Fields fields();
    };

    QString id;

    static constexpr auto name = "alerts.get";
    static constexpr auto summary = "One alert, what is a part of it, and its story";
    static core::Fields fields();
};

/// What commands on alerts answer: those alerts as they are now.
struct AlertsChanged
{
    QList<Alert> alerts;

    static core::Fields fields();
};

/// Says that one looks after alerts.
struct AcknowledgeAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;
    QString note;
    std::optional<QDateTime> until;

    static constexpr auto name = "alerts.acknowledge";
    static constexpr auto summary = "Says that one looks after alerts, until when, and how";
    static core::Fields fields();
};

/// Takes an acknowledgement back.
struct UnacknowledgeAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;
    QString note;

    static constexpr auto name = "alerts.unacknowledge";
    static constexpr auto summary = "Says that nobody looks after alerts any more";
    static core::Fields fields();
};

/// Gives alerts to somebody.
struct AssignAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;
    QString assignee;

    static constexpr auto name = "alerts.assign";
    static constexpr auto summary = "Gives alerts to somebody, or to nobody";
    static core::Fields fields();
};

/// Says something about an alert.
struct CommentAlert
{
    using Reply = AlertsChanged;

    QString id;
    QString text;

    static constexpr auto name = "alerts.comment";
    static constexpr auto summary = "Adds a comment to an alert's story";
    static core::Fields fields();
};

/// Says that alerts are over.
struct ResolveAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;
    QString note;

    static constexpr auto name = "alerts.resolve";
    static constexpr auto summary = "Says that alerts are over; what is still so opens them again";
    static core::Fields fields();
};

/// Says that alerts are not over.
struct ReopenAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;
    QString note;

    static constexpr auto name = "alerts.reopen";
    static constexpr auto summary = "Says that alerts are not over";
    static core::Fields fields();
};

/// Makes alerts a part of another.
struct FoldAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;
    QString into;

    static constexpr auto name = "alerts.fold";
    static constexpr auto summary = "Makes alerts a part of the one that causes them";
    static core::Fields fields();
};

/// Makes alerts stand for themselves.
struct UnfoldAlerts
{
    using Reply = AlertsChanged;

    QStringList ids;

    static constexpr auto name = "alerts.unfold";
    static constexpr auto summary = "Makes alerts stand for themselves; they stay so";
    static core::Fields fields();
};

/// How fast alerts of one sort were seen to, in seconds.
struct AlertFigures
{
    QString key; ///< a severity's word, a subject, or a source
    int raised = 0;
    int came = 0;    ///< those that came back counted again
    int ignored = 0; ///< over before anybody looked after them, was given them or said a word
    int acknowledged = 0;
    int resolved = 0;
    std::optional<double> toAcknowledge;
    std::optional<double> toResolve;

    static core::Fields fields();
};

/// Asks how fast alerts were seen to.
struct AlertHistory
{
    struct Reply
    {
        AlertFigures all;
        QList<AlertFigures> bySeverity;
        QList<AlertFigures> bySubject;
        int subjects = 0;
        QList<AlertFigures> bySource;

        static core::Fields fields();
    };

    QDateTime from;
    QDateTime to;
    int subjects = 50; ///< those with the most alerts

    static constexpr auto name = "alerts.history";
    static constexpr auto summary =
        "How many alerts were raised in a time, and how long until they were seen to";
    static core::Fields fields();
};

/// Declares what alerts tell and may be asked.
void declareBook(core::Catalog &catalog);

} // namespace alerts
