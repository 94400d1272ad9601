// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chatcommands.h"

namespace chat {

using core::field;

core::Fields SlashWord::fields()
{
    return {field("word", &SlashWord::word, "Without the slash"),
            field("arguments", &SlashWord::arguments, "What follows it; empty: nothing"),
            field("summary", &SlashWord::summary, "What it does"),
            field("is_changing", &SlashWord::isChanging, "To be confirmed")};
}

core::Fields SlashWords::Reply::fields() { return {field("words", &Reply::words, "By name")}; }

core::Fields SlashWords::fields() { return {}; }

core::Fields SlashFault::fields()
{
    return {field("message", &SlashFault::message, "What is wrong, and what to do"),
            field("start", &SlashFault::start, "Where, UTF-16 units from the beginning"),
            field("length", &SlashFault::length, "How long; 0: something is missing there")};
}

core::Fields PreviewSlash::Reply::fields()
{
    return {field("sentence", &Reply::sentence, "What would be done; empty with a fault"),
            field("command", &Reply::command, "The command that does it"),
            field("params", &Reply::params, "Its parameters"),
            field("is_changing", &Reply::isChanging, "To be confirmed"),
            field("fault", &Reply::fault, "What is wrong with it; absent: nothing")};
}

core::Fields PreviewSlash::fields()
{
    return {field("room_name", &PreviewSlash::roomName, "Where it was written").atMost(longestRoomName),
            field("text", &PreviewSlash::text, "All of it, with the slash").atMost(longestMessage)};
}

void declareSlash(core::Catalog &catalog)
{
    const SlashWord word{QStringLiteral("ack"), QStringLiteral("A-12 [note]"),
                         QStringLiteral("Says that you look after an alert"), true};
    catalog.command<SlashWords>(core::roles::viewers, {}, {{word}});
    PreviewSlash::Reply reply;
    reply.sentence = QStringLiteral("Acknowledges A-12: I am on it");
    reply.command = QStringLiteral("alerts.acknowledge");
    reply.params = {{QStringLiteral("ids"), QJsonArray{QStringLiteral("A-12")}},
                    {QStringLiteral("note"), QStringLiteral("I am on it")}};
    reply.isChanging = true;
    catalog.command<PreviewSlash>(core::roles::viewers,
                                  {QStringLiteral("general_chat"), QStringLiteral("/ack A-12 I am on it")},
                                  reply);
}

} // namespace chat
