// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/assistant.h"

#include <QJsonArray>

namespace assistant {

using core::field;

namespace {
constexpr int longestLabel = 256;
constexpr int longestName = 128;
constexpr int longestUrl = 2048;
constexpr int longestLine = 256;
} // namespace

core::Fields Source::fields()
{
    return {field("label", &Source::label, "In words").atMost(longestLabel),
            field("command", &Source::command, "What was asked").atMost(longestName),
            field("params", &Source::params, "With what")};
}

core::Fields Reference::fields()
{
    return {field("kind", &Reference::kind, "device, alert, scan, app, department or network").atMost(32),
            field("id", &Reference::id, "Its id").atMost(longestLabel),
            field("label", &Reference::label, "As people call it").atMost(longestLabel)};
}

core::Fields Proposal::fields()
{
    return {field("line", &Proposal::line, "As it is written in chat").atMost(longestLine),
            field("sentence", &Proposal::sentence, "What it does").atMost(longestLabel),
            field("command", &Proposal::command, "The command a person runs").atMost(longestName),
            field("params", &Proposal::params, "With what")};
}

core::Fields Answer::fields()
{
    return {
        field("text", &Answer::text, "Fits into a line of chat").atMost(longestText),
        field("detail", &Answer::detail, "All of it").atMost(longestDetail),
        field("query", &Answer::query, "What was asked of this house; empty: nothing").atMost(4096),
        field("sources", &Answer::sources, "Where it comes from").atMost(32),
        field("references", &Answer::references, "What it speaks of").atMost(64),
        field("proposals", &Answer::proposals, "What a person may do next").atMost(8),
        field("basis", &Answer::basis, "local rules, or which model and where").atMost(longestLabel),
        field("is_model", &Answer::isModel, "A model phrased it"),
        field("is_certain", &Answer::isCertain, "False: something was guessed, a model's words always are"),
        field("is_understood", &Answer::isUnderstood, "False: the question was not")};
}

core::Fields Ask::fields()
{
    return {
        field("text", &Ask::text, "The question").atMost(longestQuestion),
        field("room", &Ask::room, "The chat room it is asked in, or empty").atMost(longestName).defaulted()};
}

core::Fields Settings::fields()
{
    return {
        field("url", &Settings::url, "Of an OpenAI-compatible service; empty: there is none")
            .atMost(longestUrl),
        field("model", &Settings::model, "Its name there").atMost(longestLabel),
        field("has_key", &Settings::hasKey, "A key is kept"),
        field("private_allowed", &Settings::isPrivateAllowed,
              "It may have an address of this network or this machine"),
        field("tokens_per_day", &Settings::tokensPerDay, "How much it may be asked a day"),
        field("wait_seconds", &Settings::waitSeconds, "How long the model may be silent").defaulted(),
        field("answer_seconds", &Settings::answerSeconds, "How long its answer may take in all").defaulted(),
        field("rooms", &Settings::rooms, "To what it listens where that is not as usual"),
        field("tokens_today", &Settings::tokensToday, "How much it was asked today"),
        field("last_fault", &Settings::lastFault, "Why the model did not answer last, or empty")
            .atMost(1024)};
}

core::Fields GetSettings::fields() { return {}; }

core::Fields SetSettings::fields()
{
    return {
        field("url", &SetSettings::url, "Begins with https://, or http:// where private ones are allowed")
            .atMost(longestUrl),
        field("model", &SetSettings::model, "Its name there").atMost(longestLabel),
        field("key", &SetSettings::key, "Empty: none any more").atMost(4096),
        field("private_allowed", &SetSettings::isPrivateAllowed,
              "It may have an address of this network or this machine"),
        field("tokens_per_day", &SetSettings::tokensPerDay, "0: it is not asked").between(0, 1'000'000'000),
        field("wait_seconds", &SetSettings::waitSeconds, "How long it may be silent").between(1, 120),
        field("answer_seconds", &SetSettings::answerSeconds, "How long its answer may take in all")
            .between(5, 600)};
}

core::Fields TestModel::Reply::fields()
{
    return {field("message", &Reply::message, "What it answered, or why it did not").atMost(1024),
            field("answered", &Reply::isAnswered, "It answered"),
            field("milliseconds", &Reply::milliseconds, "Until its answer was whole")};
}

core::Fields TestModel::fields() { return {}; }

core::Fields SetHearing::fields()
{
    return {field("room", &SetHearing::room, "Which room").atMost(longestName),
            field("hearing", &SetHearing::hearing, "off, addressed or every")};
}

void declare(core::Catalog &catalog)
{
    const QString alert = QStringLiteral("A-12");
    const QJsonObject which{{QStringLiteral("id"), alert}};
    const QString sentence = QStringLiteral("A-12 is open: core-sw-01 does not answer.");
    const Answer answer{
        sentence,
        sentence,
        QStringLiteral("alerts.get {\"id\":\"A-12\"}"),
        {{QStringLiteral("alert A-12"), QStringLiteral("alerts.get"), which}},
        {{QStringLiteral("alert"), alert, QStringLiteral("core-sw-01 does not answer")}},
        {{QStringLiteral("/ack A-12"), QStringLiteral("Look after A-12"),
          QStringLiteral("alerts.acknowledge"), QJsonObject{{QStringLiteral("ids"), QJsonArray{alert}}}}},
        QStringLiteral("local rules")};
    const QString url = QStringLiteral("https://models.example.org/v1");
    const QString model = QStringLiteral("small-model");
    Settings settings;
    settings.url = url;
    settings.model = model;
    settings.hasKey = true;
    settings.rooms = {{QString::fromLatin1(firstRoom), Hearing::Addressed}};
    settings.tokensToday = 1200;
    catalog.command<Ask>(core::roles::viewers, {QStringLiteral("what is A-12"), QString()}, answer);
    catalog.command<GetSettings>(core::roles::admins, {}, settings);
    SetSettings set;
    set.url = url;
    set.model = model;
    catalog.command<SetSettings>(core::roles::admins, set, settings);
    catalog.command<TestModel>(core::roles::admins, {},
                               {QStringLiteral("small-model answered: OK"), true, 840});
    catalog.command<SetHearing>(core::roles::admins, {QString::fromLatin1(firstRoom), Hearing::Addressed},
                                settings);
}

} // namespace assistant
