// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "domain/alerts/channels/speakers.h"

namespace alerts::channels {

Post gotifyPost(const Letter &letter)
{
    const Message &message = letter.message;
    QJsonObject extras{{QStringLiteral("client::display"),
                        QJsonObject{{QStringLiteral("contentType"), QStringLiteral("text/plain")}}}};
    if (!message.link.isEmpty()) {
        extras.insert(
            QStringLiteral("client::notification"),
            QJsonObject{{QStringLiteral("click"), QJsonObject{{QStringLiteral("url"), message.link}}}});
    }
    const QString text = message.lines.join(u'\n');
    // Gotify counts to ten, too; from 8 on it is loud.
    const QJsonObject json{{QStringLiteral("title"), message.title},
                           {QStringLiteral("message"), text.isEmpty() ? message.title : text},
                           {QStringLiteral("priority"), message.isGood ? 2 : message.severity},
                           {QStringLiteral("extras"), extras}};
    return {below(letter.channel.settings.url, QStringLiteral("message")),
            {{"X-Gotify-Key", letter.secret}},
            core::jsonText(json)};
}

} // namespace alerts::channels
