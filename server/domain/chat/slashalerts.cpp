// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/slashwords.h"

#include <QJsonArray>
#include <QLocale>

namespace chat {

namespace {
using Outcome = SlashOffer::Outcome;

/// Alerts at the beginning of the arguments, and where what follows them begins.
struct Targets
{
    QStringList ids;
    qsizetype next = 0;
};

Targets targetsOf(const SlashArguments &in)
{
    Targets targets;
    while (const auto id = alertIdFrom(in.at(targets.next).text)) {
        if (!targets.ids.contains(*id))
            targets.ids << *id;
        ++targets.next;
    }
    return targets;
}

SlashFault noAlert(const SlashArguments &in, const QString &word)
{
    return in.fault(Slash::tr("Say which alert: /%1 A-12").arg(word), 0);
}

QString listed(const QStringList &ids) { return ids.join(QStringLiteral(", ")); }

QString withNote(const QString &sentence, const QString &note)
{
    return note.isEmpty() ? sentence : QStringLiteral("%1: %2").arg(sentence, note);
}

/// A word that is followed by alerts and a note.
void offerNoted(Slash &slash, const QString &word, const QString &summary, const char *command,
                const QString &sentence)
{
    const QString name = QString::fromLatin1(command);
    slash.offer({word, Slash::tr("A-12 [note]"), summary, name, true,
                 [word, name, sentence](const SlashArguments &in) -> Outcome {
                     const Targets targets = targetsOf(in);
                     if (targets.ids.isEmpty())
                         return noAlert(in, word);
                     const QString note = in.rest(targets.next);
                     QJsonObject params{{QStringLiteral("ids"), QJsonArray::fromStringList(targets.ids)}};
                     if (!note.isEmpty())
                         params.insert(QStringLiteral("note"), note);
                     return SlashPlan{withNote(sentence.arg(listed(targets.ids)), note), name, params};
                 }});
}

Outcome planAssign(const SlashArguments &in, const People &people)
{
    const Targets targets = targetsOf(in);
    if (targets.ids.isEmpty())
        return noAlert(in, QStringLiteral("assign"));
    QString name = in.rest(targets.next);
    if (name.startsWith(QLatin1Char('@')))
        name.remove(0, 1);
    if (name.isEmpty())
        return in.fault(Slash::tr("Say to whom: /assign A-12 @dana"), targets.next);
    const auto person = people.find(name);
    if (!person)
        return in.faultFrom(Slash::tr("There is nobody with the name %1.").arg(name), targets.next);
    const QString shown = person->displayName.isEmpty() ? person->name : person->displayName;
    return SlashPlan{Slash::tr("Gives %1 to %2").arg(listed(targets.ids), shown),
                     QStringLiteral("alerts.assign"),
                     {{QStringLiteral("ids"), QJsonArray::fromStringList(targets.ids)},
                      {QStringLiteral("assignee"), shown}}};
}

Outcome planComment(const SlashArguments &in)
{
    const auto id = alertIdFrom(in.at(0).text);
    if (!id)
        return noAlert(in, QStringLiteral("comment"));
    if (in.size() < 2)
        return in.fault(Slash::tr("Say something: /comment A-12 the fan is on its way"), 1);
    return SlashPlan{Slash::tr("Adds to %1: %2").arg(*id, in.rest(1)),
                     QStringLiteral("alerts.comment"),
                     {{QStringLiteral("id"), *id}, {QStringLiteral("text"), in.rest(1)}}};
}

Outcome planSilence(const SlashArguments &in, const SlashPorts &ports)
{
    if (in.isEmpty())
        return in.fault(Slash::tr("Say what and how long: /silence A-12 2h, or /silence device=\"nas\" 2h"),
                        0);
    qsizetype place = 0;
    while (place < in.size() && !durationFrom(in.at(place).text))
        ++place;
    if (place == in.size() || place == 0) {
        return in.fault(Slash::tr("Say how long, as 30m, 2h or 3d: /silence A-12 2h"),
                        place == 0 ? 0 : in.size());
    }
    QString matchers = in.between(0, place);
    if (const auto id = alertIdFrom(matchers)) {
        const auto known = ports.alerts ? ports.alerts(*id, in.caller()) : std::nullopt;
        if (!known)
            return in.fault(Slash::tr("There is no alert %1.").arg(*id), 0);
        matchers = known->matchers;
    }
    const QDateTime until = ports.clock.now().addSecs(durationFrom(in.at(place).text)->count());
    const QString written = in.rest(place + 1);
    const QString reason =
        written.isEmpty() ? Slash::tr("Silenced by %1 in %2").arg(in.author(), in.room()) : written;
    return SlashPlan{Slash::tr("Silences %1 for %2 (until %3 UTC): %4")
                         .arg(matchers, in.at(place).text,
                              QLocale::c().toString(until.toUTC(), QStringLiteral("yyyy-MM-dd HH:mm")),
                              reason),
                     QStringLiteral("alerts.silences.set"),
                     {{QStringLiteral("matchers"), matchers},
                      {QStringLiteral("until"), core::timeText(until)},
                      {QStringLiteral("reason"), reason}}};
}
} // namespace

void offerAlertWords(Slash &slash, const SlashPorts &ports)
{
    offerNoted(slash, QStringLiteral("ack"), Slash::tr("Says that you look after an alert"),
               "alerts.acknowledge", Slash::tr("Acknowledges %1"));
    offerNoted(slash, QStringLiteral("unack"), Slash::tr("Says that nobody looks after an alert any more"),
               "alerts.unacknowledge", Slash::tr("Takes the acknowledgement of %1 back"));
    offerNoted(slash, QStringLiteral("resolve"), Slash::tr("Says that an alert is over"), "alerts.resolve",
               Slash::tr("Says that %1 is over"));
    slash.offer({QStringLiteral("assign"), Slash::tr("A-12 @name"), Slash::tr("Gives an alert to somebody"),
                 QStringLiteral("alerts.assign"), true,
                 [people = ports.people](const SlashArguments &in) { return planAssign(in, people); }});
    slash.offer({QStringLiteral("comment"), Slash::tr("A-12 text"), Slash::tr("Adds a comment to an alert"),
                 QStringLiteral("alerts.comment"), true, planComment});
    slash.offer({QStringLiteral("silence"), Slash::tr("A-12 or matchers, how long, [reason]"),
                 Slash::tr("Silences alerts for a time"), QStringLiteral("alerts.silences.set"), true,
                 [ports](const SlashArguments &in) { return planSilence(in, ports); }});
}

} // namespace chat
