// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertcommands.h"

namespace alerts {

using core::field;

namespace {
constexpr int mostAtOnce = 500;
constexpr int longestId = 32;
constexpr int longestNote = 4096;

template <class T>
core::Field idsOf(QStringList T::*member)
{
    return field("ids", member, "Which").atMost(mostAtOnce);
}
template <class T>
core::Field noteOf(QString T::*member)
{
    return field("note", member, "Why").atMost(longestNote).defaulted();
}
} // namespace

core::Fields AlertCounts::fields()
{
    return {field("open", &AlertCounts::open, "Open, neither silenced nor a part of another"),
            field("acknowledged", &AlertCounts::acknowledged, "Looked after"),
            field("silenced", &AlertCounts::silenced, "Under a silence or maintenance"),
            field("folded", &AlertCounts::folded, "A part of another"),
            field("critical", &AlertCounts::critical, "Of the open ones"),
            field("high", &AlertCounts::high, "Of the open ones"),
            field("medium", &AlertCounts::medium, "Of the open ones"),
            field("low", &AlertCounts::low, "Of the open ones, with what is for information")};
}

core::Fields ListAlerts::Reply::fields()
{
    return {field("alerts", &Reply::alerts, "In the order that was asked for"),
            field("count", &Reply::count, "How many there are in all that were asked for"),
            field("counts", &Reply::counts, "How many there are, whatever was asked for")};
}

core::Fields ListAlerts::fields()
{
    return {field("states", &ListAlerts::states, "Only these; empty: those that are not resolved")
                .atMost(3)
                .defaulted(),
            field("least_severity", &ListAlerts::leastSeverity, "At least as bad").between(1, 10).defaulted(),
            field("alert_type", &ListAlerts::alertType, "Only of this kind"),
            field("subject_id", &ListAlerts::subjectId, "Only about this device").atMost(256).defaulted(),
            field("is_about_device", &ListAlerts::isAboutDevice,
                  "Only those about some device, or only the others"),
            field("source", &ListAlerts::source, "Only of this rule").atMost(256).defaulted(),
            field("assignee", &ListAlerts::assignee, "Only theirs").atMost(256).defaulted(),
            field("text", &ListAlerts::text, "Words; all of them").atMost(256).defaulted(),
            field("matchers", &ListAlerts::matchers, "As Prometheus writes them").atMost(4096).defaulted(),
            field("is_silenced", &ListAlerts::isSilenced, "Only those, or only the others"),
            field("folded_into", &ListAlerts::foldedInto, "Only what is a part of this one")
                .atMost(longestId)
                .defaulted(),
            field("is_flat", &ListAlerts::isFlat, "With what is a part of another").defaulted(),
            field("since", &ListAlerts::since, "Only those raised since then"),
            field("from", &ListAlerts::from, "Only those that were not over before"),
            field("to", &ListAlerts::to, "Only those that were raised until then"),
            field("order", &ListAlerts::order, "worst, newest, oldest or changed").defaulted(),
            field("limit", &ListAlerts::limit, "How many at most").between(1, 1000).defaulted(),
            field("offset", &ListAlerts::offset, "How many to pass over").between(0, 10'000'000).defaulted()};
}

core::Fields GetAlert::Reply::fields()
{
    return {field("alert", &Reply::alert, "The alert"),
            field("entries", &Reply::entries, "Its story, oldest first"),
            field("children", &Reply::children, "What is a part of it")};
}

core::Fields GetAlert::fields() { return {field("id", &GetAlert::id, "Which").atMost(longestId)}; }

core::Fields AlertsChanged::fields() { return {field("alerts", &AlertsChanged::alerts, "As they are now")}; }

core::Fields AcknowledgeAlerts::fields()
{
    return {idsOf(&AcknowledgeAlerts::ids), noteOf(&AcknowledgeAlerts::note),
            field("until", &AcknowledgeAlerts::until, "Until when; absent: until they are resolved")};
}

core::Fields UnacknowledgeAlerts::fields()
{
    return {idsOf(&UnacknowledgeAlerts::ids), noteOf(&UnacknowledgeAlerts::note)};
}

core::Fields AssignAlerts::fields()
{
    return {idsOf(&AssignAlerts::ids),
            field("assignee", &AssignAlerts::assignee, "To whom; empty: to nobody").atMost(256)};
}

core::Fields CommentAlert::fields()
{
    return {field("id", &CommentAlert::id, "Which").atMost(longestId),
            field("text", &CommentAlert::text, "What is to be said").atMost(longestNote)};
}

core::Fields ResolveAlerts::fields() { return {idsOf(&ResolveAlerts::ids), noteOf(&ResolveAlerts::note)}; }

core::Fields ReopenAlerts::fields() { return {idsOf(&ReopenAlerts::ids), noteOf(&ReopenAlerts::note)}; }

core::Fields FoldAlerts::fields()
{
    return {idsOf(&FoldAlerts::ids),
            field("into", &FoldAlerts::into, "Of which they are a part").atMost(longestId)};
}

core::Fields UnfoldAlerts::fields() { return {idsOf(&UnfoldAlerts::ids)}; }

core::Fields AlertFigures::fields()
{
    return {field("key", &AlertFigures::key, "Of which"),
            field("raised", &AlertFigures::raised, "How many began"),
            field("came", &AlertFigures::came, "The same, those that came back counted again").defaulted(),
            field("ignored", &AlertFigures::ignored, "How many were over with nobody having seen to them")
                .defaulted(),
            field("acknowledged", &AlertFigures::acknowledged, "How many of them somebody looked after"),
            field("resolved", &AlertFigures::resolved, "How many of them are over"),
            field("to_acknowledge", &AlertFigures::toAcknowledge, "Mean time until somebody did, s"),
            field("to_resolve", &AlertFigures::toResolve, "Mean time until they were over, s")};
}

core::Fields AlertHistory::Reply::fields()
{
    return {field("all", &Reply::all, "Of all"), field("by_severity", &Reply::bySeverity, "Worst first"),
            field("by_subject", &Reply::bySubject, "Those with the most first"),
            field("subjects", &Reply::subjects, "How many subjects there are"),
            field("by_source", &Reply::bySource, "Rules and whoever else raised them, the most first")
                .defaulted()};
}

core::Fields AlertHistory::fields()
{
    return {
        field("from", &AlertHistory::from, "Raised from then"), field("to", &AlertHistory::to, "Until then"),
        field("subjects", &AlertHistory::subjects, "How many subjects at most").between(0, 1000).defaulted()};
}

void declareBook(core::Catalog &catalog)
{
    using namespace core::roles;
    const Alert alert = exampleAlert();
    const AlertsChanged changed{{alert}};
    const QStringList ids{alert.id};
    const QString note = QStringLiteral("On my way.");
    AlertCounts counts;
    counts.acknowledged = 1;
    counts.folded = alert.children;
    AlertFigures figures;
    figures.key = alert.subjectId;
    figures.raised = figures.came = figures.acknowledged = figures.resolved = 1;
    figures.toAcknowledge = 60.0;
    figures.toResolve = 1800.0;
    ListAlerts asked;
    asked.text = QStringLiteral("core");
    catalog.event<Changed>({.priority = 4}, {{alert}});
    catalog.command<ListAlerts>(viewers, asked, {{alert}, 1, counts});
    catalog.command<GetAlert>(viewers, {alert.id},
                              {alert, {{1, alert.raisedAt, Deed::Raised, {}, alert.message}}, {}});
    catalog.command<AcknowledgeAlerts>(operators, {ids, note, alert.acknowledgement->until}, changed);
    catalog.command<UnacknowledgeAlerts>(operators, {ids, note}, changed);
    catalog.command<AssignAlerts>(operators, {ids, QStringLiteral("Dana")}, changed);
    catalog.command<CommentAlert>(operators, {alert.id, note}, changed);
    catalog.command<ResolveAlerts>(operators, {ids, note}, changed);
    catalog.command<ReopenAlerts>(operators, {ids, note}, changed);
    catalog.command<FoldAlerts>(operators, {{QStringLiteral("A-18")}, alert.id}, changed);
    catalog.command<UnfoldAlerts>(operators, {{QStringLiteral("A-18")}}, changed);
    catalog.command<AlertHistory>(viewers, {alert.raisedAt.addDays(-7), alert.raisedAt, 50},
                                  {figures, {}, {figures}, 1, {}});
}

} // namespace alerts
