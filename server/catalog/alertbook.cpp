// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertbook.h"

namespace alerts {

using core::field;

core::Fields Matcher::fields()
{
    return {field("label", &Matcher::label, "Name of the label").atMost(128),
            field("comparison", &Matcher::comparison, "=, !=, =~ (all of it matches a pattern) or !~"),
            field("value", &Matcher::value, "What it is compared with").atMost(1024)};
}

core::Fields Acknowledgement::fields()
{
    return {field("by", &Acknowledgement::by, "Who looks after it"),
            field("note", &Acknowledgement::note, "What they said"),
            field("at", &Acknowledgement::at, "Since when"),
            field("until", &Acknowledgement::until, "Until when; absent: until it is resolved")};
}

core::Fields Alert::fields()
{
    return {field("id", &Alert::id, "A- and a number that is never given twice"),
            field("fingerprint", &Alert::fingerprint, "The same for the same thing"),
            field("title", &Alert::title, "In a few words"),
            field("message", &Alert::message, "What happened and what to do"),
            field("alert_type", &Alert::alertType, "system, network or security"),
            field("severity", &Alert::severity, "1 info to 10 critical").between(1, 10),
            field("labels", &Alert::labels, "What silences and maintenance windows go by"),
            field("subject_id", &Alert::subjectId, "What it is about: a device"),
            field("cause_id", &Alert::causeId, "The device it stands behind"),
            field("source", &Alert::source, "The rule it comes from"),
            field("state", &Alert::state, "open, acknowledged or resolved"),
            field("raised_at", &Alert::raisedAt, "When it began"),
            field("last_at", &Alert::lastAt, "When it was last said"),
            field("resolved_at", &Alert::resolvedAt, "When it ended"),
            field("resolved_by", &Alert::resolvedBy, "Who ended it; empty: it ended by itself"),
            field("occurrences", &Alert::occurrences, "How often it was said"),
            field("reopenings", &Alert::reopenings, "How often it came back"),
            field("acknowledgement", &Alert::acknowledgement, "Who looks after it"),
            field("first_acknowledged_at", &Alert::firstAcknowledgedAt, "When somebody first did"),
            field("assignee", &Alert::assignee, "Whose it is"),
            field("comments", &Alert::comments, "How many there are"),
            field("level", &Alert::level, "How often it was escalated"),
            field("folded_into", &Alert::foldedInto, "The alert it is a part of"),
            field("is_folded_by_hand", &Alert::isFoldedByHand,
                  "A person said what it is a part of, or that it is not"),
            field("children", &Alert::children, "How many are a part of it"),
            field("is_flapping", &Alert::isFlapping, "It comes and goes"),
            field("silenced_by", &Alert::silencedBy, "The silence or maintenance window it is under"),
            field("silenced_until", &Alert::silencedUntil, "Until when")};
}

core::Fields AlertEntry::fields()
{
    return {field("number", &AlertEntry::number, "From 1"), field("at", &AlertEntry::at, "When"),
            field("deed", &AlertEntry::deed, "What was done"),
            field("by", &AlertEntry::by, "Who did it; empty: it happened"),
            field("text", &AlertEntry::text, "What was said")};
}

core::Fields Changed::fields() { return {field("alerts", &Changed::alerts, "As they are now")}; }

Alert exampleAlert()
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Alert out;
    out.id = QStringLiteral("A-17");
    out.fingerprint = QStringLiteral("9f86d081884c7d659a2feaa0c55ad015");
    out.title = QStringLiteral("Device down: core-sw-01");
    out.message = QStringLiteral("core-sw-01 does not answer, though it should be up.");
    out.alertType = Kind::Network;
    out.severity = 8;
    out.labels = {{QStringLiteral("device"), QStringLiteral("core-sw-01")},
                  {QStringLiteral("rule"), QStringLiteral("device-down")}};
    out.subjectId = QStringLiteral("dev-3f2a");
    out.source = QStringLiteral("device-down");
    out.state = AlertState::Acknowledged;
    out.raisedAt = time;
    out.lastAt = time.addSecs(30);
    out.acknowledgement = Acknowledgement{QStringLiteral("Dana"), QStringLiteral("On my way."),
                                          time.addSecs(60), time.addSecs(3660)};
    out.firstAcknowledgedAt = time.addSecs(60);
    out.assignee = QStringLiteral("Dana");
    out.children = 48;
    return out;
}

} // namespace alerts
