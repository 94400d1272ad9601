// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/slashwords.h"

#include "catalog/chatrooms.h"

namespace chat {

namespace {
using Outcome = SlashOffer::Outcome;

QString command(const char *name) { return QString::fromLatin1(name); }

Outcome planWho(const SlashArguments &in)
{
    if (!in.isEmpty())
        return in.faultFrom(Slash::tr("Nothing follows /who."), 0);
    return SlashPlan{Slash::tr("Lists who is in %1").arg(in.room()),
                     command(Who::name),
                     {{QStringLiteral("room_name"), in.room()}}};
}

Outcome planMe(const SlashArguments &in)
{
    if (in.isEmpty())
        return in.fault(Slash::tr("Say what you do: /me restarts the printer"), 0);
    const QString text = QStringLiteral("* %1 %2").arg(in.author(), in.rest(0));
    return SlashPlan{Slash::tr("Writes: %1").arg(text),
                     command(Send::name),
                     {{QStringLiteral("room_name"), in.room()}, {QStringLiteral("message"), text}}};
}

Outcome planTopic(const SlashArguments &in)
{
    const QString topic = in.rest(0);
    return SlashPlan{topic.isEmpty() ? Slash::tr("Takes the topic of %1 away").arg(in.room())
                                     : Slash::tr("Sets the topic of %1: %2").arg(in.room(), topic),
                     command(SetRoom::name),
                     {{QStringLiteral("room_name"), in.room()}, {QStringLiteral("topic"), topic}}};
}

Outcome planDirect(const SlashArguments &in, const People &people)
{
    const auto bare = [](QString name) {
        return name.startsWith(QLatin1Char('@')) ? name.remove(0, 1) : name;
    };
    const QString first = bare(in.at(0).text);
    if (first.isEmpty())
        return in.fault(Slash::tr("Say with whom: /dm @dana"), 0);
    // A name may have spaces.
    const auto person = people.find(bare(in.rest(0)));
    if (!person && !people.find(first))
        return in.fault(Slash::tr("There is nobody with the name %1.").arg(first), 0);
    if (!person)
        return in.faultFrom(Slash::tr("The room opens first; write the message there."), 1);
    return SlashPlan{Slash::tr("Opens the room you have with %1 alone").arg(person->displayName),
                     command(OpenDirect::name),
                     {{QStringLiteral("user"), person->id}}};
}
} // namespace

void offerChatWords(Slash &slash, const SlashPorts &ports)
{
    slash.offer(
        {QStringLiteral("help"),
         {},
         Slash::tr("Lists what may follow a slash"),
         command(SlashWords::name),
         false,
         [](const SlashArguments &) -> Outcome {
             return SlashPlan{Slash::tr("Lists what may follow a slash"), command(SlashWords::name), {}};
         }});
    slash.offer({QStringLiteral("who"),
                 {},
                 Slash::tr("Lists who is in this room"),
                 command(Who::name),
                 false,
                 planWho});
    slash.offer({QStringLiteral("me"), Slash::tr("what you do"), Slash::tr("Writes what you do"),
                 command(Send::name), false, planMe});
    slash.offer({QStringLiteral("topic"), Slash::tr("[topic]"), Slash::tr("Sets what this room is about"),
                 command(SetRoom::name), true, planTopic});
    slash.offer({QStringLiteral("dm"), Slash::tr("@name"),
                 Slash::tr("Opens the room you have with somebody alone"), command(OpenDirect::name), false,
                 [people = ports.people](const SlashArguments &in) { return planDirect(in, people); }});
}

} // namespace chat
