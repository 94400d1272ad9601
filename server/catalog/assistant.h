// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

#include <QMap>

namespace assistant {

/// The longest answer that fits into a line of chat, in UTF-16 units (decision 13 of the contracts).
inline constexpr int longestText = 1000;
/// The longest answer at all.
inline constexpr int longestDetail = 16'000;
/// The longest question.
inline constexpr int longestQuestion = 1000;
/// The room in which every message is a question, unless set otherwise (decision 14 of the contracts).
inline constexpr auto firstRoom = "general_chat";

/// As whom it writes in chat (decision 14 of the contracts).
inline constexpr auto speakerId = "ai_assistant";
inline constexpr auto speakerName = "AI Assistant";

/// To what of a room the assistant listens.
enum class Hearing { Off, Addressed, Every };

} // namespace assistant

template <>
struct core::Words<assistant::Hearing>
{
    static constexpr std::array list{"off", "addressed", "every"};
};

namespace assistant {

/// Where something in an answer comes from: the command that was asked, to be asked again.
struct Source
{
    QString label;
    QString command;
    QJsonObject params;

    static core::Fields fields();
};

/// A thing of this house an answer speaks of.
struct Reference
{
    QString kind;
    QString id;
    QString label;

    static core::Fields fields();
    bool operator==(const Reference &) const = default;
};

/// What a person may do next. The assistant itself never does it.
struct Proposal
{
    QString line; ///< as it is written in chat: /ack A-12
    QString sentence;
    QString command;
    QJsonObject params;

    static core::Fields fields();
};

/// An answer, with all that is needed to check it.
struct Answer
{
    QString text;   ///< fits into a line of chat
    QString detail; ///< all of it; never shorter than `text`
    QString query;  ///< what was asked of this house, as written in the console
    QList<Source> sources;
    QList<Reference> references;
    QList<Proposal> proposals;
    QString basis; ///< "local rules", or which model and where
    bool isModel = false;
    bool isCertain = true;
    bool isUnderstood = true;

    static core::Fields fields();
};

/// Asks the assistant.
struct Ask
{
    using Reply = Answer;

    QString text;
    QString room; ///< of which it is asked, or empty

    static constexpr auto name = "assistant.ask";
    static constexpr auto summary = "Answers a question from what the caller may see; it never does anything";
    static core::Fields fields();
};

/// How the assistant is set up. What is secret is never told.
struct Settings
{
    QString url; ///< empty: there is no model, and nothing leaves this machine
    QString model;
    bool hasKey = false;
    bool isPrivateAllowed = false;
    int tokensPerDay = 200'000;
    int waitSeconds = 15;         ///< how long the model may be silent
    int answerSeconds = 60;       ///< how long it may take in all
    QMap<QString, Hearing> rooms; ///< those that are not as usual
    qint64 tokensToday = 0;
    QString lastFault; ///< why the model did not answer last; empty: it did

    static core::Fields fields();
};

/// Asks how the assistant is set up.
struct GetSettings
{
    using Reply = Settings;

    static constexpr auto name = "assistant.settings.get";
    static constexpr auto summary = "How the assistant is set up, without what is secret";
    static core::Fields fields();
};

/// Sets the assistant up; what is left out stays.
struct SetSettings
{
    using Reply = Settings;

    std::optional<QString> url;
    std::optional<QString> model;
    std::optional<QString> key; ///< empty: none any more
    std::optional<bool> isPrivateAllowed;
    std::optional<int> tokensPerDay;
    std::optional<int> waitSeconds = std::nullopt;
    std::optional<int> answerSeconds = std::nullopt;

    static constexpr auto name = "assistant.settings.set";
    static constexpr auto summary = "Sets which model phrases answers, if any; its key is never told again";
    static core::Fields fields();
};

/// Asks the model that is set a word, to see whether it answers.
struct TestModel
{
    struct Reply
    {
        QString message; ///< what it answered, or why it did not, in a sentence
        bool isAnswered = false;
        int milliseconds = 0; ///< until its answer was whole

        static core::Fields fields();
    };

    static constexpr auto name = "assistant.settings.test";
    static constexpr auto summary = "Asks the assistant's model a word, to see whether it answers";
    static core::Fields fields();
};

/// Says to what of a room the assistant listens.
struct SetHearing
{
    using Reply = Settings;

    QString room;
    Hearing hearing = Hearing::Addressed;

    static constexpr auto name = "assistant.rooms.set";
    static constexpr auto summary = "Says to what of a chat room the assistant listens";
    static core::Fields fields();
};

/// Declares the commands of this room.
void declare(core::Catalog &catalog);

} // namespace assistant
