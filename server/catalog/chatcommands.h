// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"

namespace chat {

/// A word that may follow a slash.
struct SlashWord
{
    QString word; ///< without the slash
    QString arguments;
    QString summary;
    bool isChanging = false; ///< it changes something besides the chat, and is to be confirmed

    static core::Fields fields();
};

/// Asks for the words the caller may use after a slash.
struct SlashWords
{
    struct Reply
    {
        QList<SlashWord> words;

        static core::Fields fields();
    };

    static constexpr auto name = "chat.commands";
    static constexpr auto summary = "The words one may write after a slash, and what each does";
    static core::Fields fields();
};

/// What is wrong with a slash command, and where.
struct SlashFault
{
    QString message;
    int start = 0; ///< UTF-16 units from the beginning of the text
    int length = 0;

    static core::Fields fields();
};

/// Asks what a text with a slash would do. Nothing is done: whoever confirms it runs the command.
struct PreviewSlash
{
    struct Reply
    {
        QString sentence; ///< what would be done; empty with a fault
        QString command;
        QJsonObject params;
        bool isChanging = false;
        std::optional<SlashFault> fault = std::nullopt;

        static core::Fields fields();
    };

    QString roomName;
    QString text;

    static constexpr auto name = "chat.command";
    static constexpr auto summary = "What a text with a slash would do, as a command to be run";
    static core::Fields fields();
};

/// Declares the commands about slash words.
void declareSlash(core::Catalog &catalog);

} // namespace chat
