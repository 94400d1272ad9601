// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "domain/alerts/channels/plaintext.h"
#include "domain/alerts/channels/speakers.h"

namespace alerts::channels {

namespace {
constexpr qsizetype longestTelegram = 4096;
constexpr int quietBelow = 5;
} // namespace

Post telegramPost(const Letter &letter)
{
    const Message &message = letter.message;
    const QString base = letter.channel.settings.url.isEmpty() ? QStringLiteral("https://api.telegram.org")
                                                               : letter.channel.settings.url;
    // Without a parse mode it is plain text.
    const QJsonObject json{
        {QStringLiteral("chat_id"), letter.channel.settings.chatId},
        {QStringLiteral("text"), cut(message.text(), longestTelegram)},
        {QStringLiteral("disable_web_page_preview"), true},
        {QStringLiteral("disable_notification"), message.isGood || message.severity < quietBelow}};
    return {below(base, QStringLiteral("bot%1/sendMessage").arg(QString::fromLatin1(letter.secret))),
            {},
            core::jsonText(json)};
}

} // namespace alerts::channels
