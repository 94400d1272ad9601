// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "domain/alerts/channels/plaintext.h"
#include "domain/alerts/channels/speakers.h"

#include <array>

namespace alerts::channels {

namespace {
// ntfy makes an attachment of what is longer than 4096 bytes.
constexpr qsizetype longestNtfyBytes = 4000;
constexpr qsizetype longestNtfyText = longestNtfyBytes / 4;

int priorityOf(const Message &message)
{
    constexpr std::array priorities{2, 2, 3, 4, 5};
    return message.isGood ? 2 : priorities.at(size_t(std::clamp(message.severity - 1, 0, 9) / 2));
}
} // namespace

Post ntfyPost(const Letter &letter)
{
    const Message &message = letter.message;
    const ChannelSettings &settings = letter.channel.settings;
    QString text = message.lines.join(u'\n');
    if (text.toUtf8().size() > longestNtfyBytes)
        text = cut(text, longestNtfyText);
    QJsonObject json{{QStringLiteral("topic"), settings.topic},
                     {QStringLiteral("title"), message.title},
                     {QStringLiteral("message"), text.isEmpty() ? message.title : text},
                     {QStringLiteral("priority"), priorityOf(message)},
                     {QStringLiteral("tags"), QJsonArray{message.isGood ? QStringLiteral("white_check_mark")
                                                                        : QStringLiteral("rotating_light")}}};
    if (!message.link.isEmpty())
        json.insert(QStringLiteral("click"), message.link);
    Post post{QUrl(settings.url), {}, core::jsonText(json)};
    if (!letter.secret.isEmpty()) {
        const QByteArray person = settings.userName.toUtf8() + ':' + letter.secret;
        const QByteArray words = settings.userName.isEmpty() ? QByteArray("Bearer " + letter.secret)
                                                             : QByteArray("Basic " + person.toBase64());
        post.headers.append({"Authorization", words});
    }
    return post;
}

} // namespace alerts::channels
