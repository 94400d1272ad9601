// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertcommands.h"
#include "catalog/silences.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

namespace assistant {

namespace {
using alerts::Alert;
using alerts::GetAlert;
using alerts::ListAlerts;
using alerts::ListSilences;
using alerts::ListWindows;

/// What is said of alerts.
struct AlertTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::AlertTalk)
public:
    static Query open();
    static Query one();
    static Query silenced();

private:
    static QString matcherText(const QList<alerts::Matcher> &matchers);
    static Telling tellOpen(const Matter &matter, const Findings &findings);
    static Telling tellOne(const Matter &matter, const Findings &findings);
    static Telling tellSilenced(const Matter &matter, const Findings &findings);
};

Query AlertTalk::open()
{
    Query query;
    query.id = QStringLiteral("alerts.open");
    query.example = tr("which alerts are open?");
    query.phrases = phrasesOf(
        {"open|active|current? alerts|alarms|incidents|problems|issues",
         "what|which alerts|alarms|problems|issues|incidents is|are|do there|open|active|exist|firing|we? "
         "have?",
         "how many alerts|alarms|problems|incidents is|are? there? open|active?",
         "is|are there any? open? alerts|alarms|problems|incidents", "any open? alerts|alarms|problems",
         "what needs|need attention", "what should i look at|after first?", "worst alert|alerts",
         "what is worst|urgent|burning|firing", "what is open",
         "offene|aktuelle? alarme|meldungen|warnungen|probleme|storungen",
         "welche offenen? alarme|meldungen|warnungen|probleme sind|gibt|stehen offen|es|da|an?",
         "wie viele|wieviele offene? alarme|meldungen|warnungen sind|gibt|stehen? offen|es|da|an?",
         "gibt|sind es? offene? alarme|meldungen|warnungen|probleme offen?", "was brennt",
         "was ist offen|dringend", "worum muss ich mich kummern"});
    query.commands = {QLatin1String(ListAlerts::name)};
    query.asks = [](const Matter &matter) {
        ListAlerts wish;
        constexpr int enough = 20;
        wish.limit = enough;
        if (matter.time)
            wish.since = matter.time->from;
        return QList<Asking>{Asking::of(wish)};
    };
    query.tell = tellOpen;
    return query;
}

Telling AlertTalk::tellOpen(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const auto reply = findings.first<ListAlerts>();
    const alerts::AlertCounts &counts = reply.counts;
    Telling telling;
    QStringList parts;
    for (const auto &[number, word] :
         {std::pair(counts.critical, severityWord(9)), std::pair(counts.high, severityWord(7)),
          std::pair(counts.medium, severityWord(5)), std::pair(counts.low, severityWord(3))}) {
        if (number > 0)
            parts << QStringLiteral("%1 %2").arg(QString::number(number), word);
    }
    telling.sentences << (counts.open == 0
                              ? tr("No alert is open that nobody looks after.")
                              : tr("%n alert(s) open: %1.", nullptr, counts.open).arg(Speech::list(parts)));
    if (counts.acknowledged > 0)
        telling.sentences << tr("%n more looked after.", nullptr, counts.acknowledged);
    if (counts.silenced > 0)
        telling.sentences << tr("%n silenced.", nullptr, counts.silenced);
    if (counts.folded > 0)
        telling.sentences << tr("%n a part of another.", nullptr, counts.folded);
    if (matter.time)
        telling.sentences
            << tr("Raised %1: %2.").arg(speech.span({matter.time->from, matter.now})).arg(reply.count);
    for (const Alert &alert : reply.alerts) {
        telling.details << QStringLiteral("· ") + alertLine(alert, speech);
        telling.references << referenceOf(alert);
    }
    telling.proposals = ackProposals(reply.alerts, matter.who.caller);
    return telling;
}

Query AlertTalk::one()
{
    Query query;
    query.id = QStringLiteral("alert.one");
    query.example = tr("who looks after A-12?");
    query.phrases =
        phrasesOf({"who looks|is|took|has|handles|owns|acknowledged|acked|does after? on? {alert}",
                   "who is looking|working after|on|at {alert}",
                   "whose is {alert}",
                   "what is {alert} about?",
                   "what about {alert}",
                   "about {alert}",
                   "{alert}",
                   "state|status of {alert}",
                   "is {alert} open|resolved|acknowledged|over|done|fixed",
                   "since when is {alert} open",
                   "why {alert}",
                   "explain {alert}",
                   "alert|alarm {alert}",
                   "wer kummert sich um {alert}",
                   "wer hat|bearbeitet|ubernimmt|macht|schaut {alert} nach?",
                   "wer ist an|bei|dran? {alert} dran?",
                   "was ist mit? {alert} los?",
                   "ist {alert} offen|erledigt|vorbei|bestatigt",
                   "seit wann ist {alert} offen",
                   "wem gehort {alert}",
                   "alarm|meldung {alert}"});
    query.commands = {QLatin1String(GetAlert::name)};
    query.asks = [](const Matter &matter) {
        return QList<Asking>{Asking::of(GetAlert{matter.thing("alert").id})};
    };
    query.tell = tellOne;
    return query;
}

Telling AlertTalk::tellOne(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const auto reply = findings.first<GetAlert>();
    const Alert &alert = reply.alert;
    Telling telling;
    telling.references << referenceOf(alert);
    if (alert.acknowledgement) {
        const auto &seenTo = *alert.acknowledgement;
        telling.sentences
            << tr("%1 looks after %2 since %3.").arg(plain(seenTo.by), alert.id, speech.when(seenTo.at));
        if (seenTo.until)
            telling.sentences << tr("That ends at %1.").arg(speech.when(*seenTo.until));
        constexpr qsizetype longest = 200;
        if (!seenTo.note.isEmpty())
            telling.sentences << tr("Note: “%1”.").arg(plain(seenTo.note, longest));
    } else if (alert.state == alerts::AlertState::Resolved) {
        telling.sentences << tr("%1 is over.").arg(alert.id);
    } else {
        telling.sentences << tr("Nobody looks after %1.").arg(alert.id);
    }
    if (!alert.assignee.isEmpty())
        telling.sentences << tr("It is given to %1.").arg(plain(alert.assignee));
    telling.sentences << alertLine(alert, speech) + u'.';
    if (alert.children > 0)
        telling.sentences << tr("%n alert(s) are a part of it.", nullptr, alert.children);
    constexpr qsizetype longestStory = 300;
    if (!alert.message.isEmpty())
        telling.details << plain(alert.message, longestStory);
    for (const alerts::AlertEntry &each : reply.entries) {
        const QString deed = QLatin1String(core::Words<alerts::Deed>::list.at(size_t(each.deed)));
        telling.details << QStringLiteral("· %1 %2 %3 %4")
                               .arg(speech.when(each.at), deed, plain(each.by),
                                    plain(each.text, longestStory))
                               .simplified();
    }
    telling.proposals = ackProposals({alert}, matter.who.caller);
    return telling;
}

Query AlertTalk::silenced()
{
    Query query;
    query.id = QStringLiteral("alerts.silenced");
    query.example = tr("what is silenced, and until when?");
    query.phrases = phrasesOf({"what|which is|are silenced|muted until? when?",
                               "what is|are? silenced and? until when",
                               "silences|silence|mutes",
                               "what|which silences is|are there|active?",
                               "who silenced what",
                               "how many silences are there?",
                               "is anything silenced|muted",
                               "maintenance windows?",
                               "is|are there any? silences|maintenance",
                               "what is in|under maintenance",
                               "next maintenance",
                               "when is next? maintenance",
                               "was ist stumm|stummgeschaltet|stumm-geschaltet|still",
                               "was ist stumm geschaltet",
                               "was ist bis wann stumm|stummgeschaltet",
                               "welche stummschaltungen gibt|sind es|aktiv|da?",
                               "stummschaltungen|stummschaltung",
                               "wer hat was stummgeschaltet",
                               "ist etwas|was stummgeschaltet",
                               "wartung|wartungsfenster",
                               "wann ist nachste? wartung",
                               "nachste wartung",
                               "gibt es wartungsfenster"});
    query.commands = {QLatin1String(ListSilences::name), QLatin1String(ListWindows::name)};
    query.asks = [](const Matter &) {
        return QList<Asking>{Asking::of(ListSilences()), Asking::of(ListWindows())};
    };
    query.tell = tellSilenced;
    return query;
}

QString AlertTalk::matcherText(const QList<alerts::Matcher> &matchers)
{
    QStringList parts;
    for (const alerts::Matcher &each : matchers) {
        const QString comparison =
            QLatin1String(core::Words<alerts::Comparison>::list.at(size_t(each.comparison)));
        parts << plain(each.label) + comparison + u'"' + plain(each.value) + u'"';
    }
    return parts.isEmpty() ? tr("everything") : parts.join(QStringLiteral(", "));
}

Telling AlertTalk::tellSilenced(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    Telling telling;
    QStringList lines;
    int alerts = 0;
    const auto silences = findings.first<ListSilences>().silences;
    for (const alerts::Silence &each : silences) {
        if (each.isOver)
            continue;
        alerts += each.alerts;
        lines << tr("%1 until %2 (by %3)")
                     .arg(matcherText(each.matchers), speech.when(each.until), plain(each.by));
        telling.details << QStringLiteral("· %1: %2").arg(lines.last(), plain(each.reason, 160));
    }
    telling.sentences
        << (lines.isEmpty()
                ? tr("Nothing is silenced by hand.")
                : tr("%n silence(s): %1.", nullptr, int(lines.size())).arg(Speech::list(lines, 3)));
    if (alerts > 0)
        telling.sentences << tr("%n alert(s) are under them.", nullptr, alerts);
    const auto windows = findings.first<ListWindows>().windows;
    for (const alerts::MaintenanceWindow &each : windows) {
        const QString name = plain(each.displayName);
        if (each.isActive && each.endsAt)
            telling.sentences << tr("Maintenance “%1” until %2.").arg(name, speech.when(*each.endsAt));
        else if (each.isEnabled && each.nextAt && *each.nextAt > matter.now)
            telling.details << QStringLiteral("· ") +
                                   tr("Maintenance “%1” is next at %2.").arg(name, speech.when(*each.nextAt));
    }
    return telling;
}
} // namespace

QList<Query> alertQueries() { return {AlertTalk::open(), AlertTalk::one(), AlertTalk::silenced()}; }

} // namespace assistant
