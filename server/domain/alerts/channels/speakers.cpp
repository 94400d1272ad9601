// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/speakers.h"

namespace alerts::channels {

Post postOf(const Letter &letter)
{
    switch (letter.channel.kind) {
    case ChannelKind::Webhook:
        return webhookPost(letter);
    case ChannelKind::Ntfy:
        return ntfyPost(letter);
    case ChannelKind::Gotify:
        return gotifyPost(letter);
    case ChannelKind::Telegram:
        return telegramPost(letter);
    case ChannelKind::Slack:
        return slackPost(letter);
    case ChannelKind::Mattermost:
        return mattermostPost(letter);
    case ChannelKind::Discord:
        return discordPost(letter);
    case ChannelKind::Alertmanager:
        return alertmanagerPost(letter);
    case ChannelKind::Email: // is no post
        break;
    }
    return {};
}

QUrl below(const QString &base, const QString &path)
{
    QUrl url(base);
    QString whole = url.path(QUrl::FullyEncoded);
    if (!whole.endsWith(u'/'))
        whole += u'/';
    url.setPath(whole + path, QUrl::TolerantMode);
    return url;
}

QString escapedMarkdown(const QString &text)
{
    // What cannot be escaped everywhere is parted by nothing: neither <@name> nor @name calls anybody then.
    constexpr QChar nothing(0x200B);
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar letter : text) {
        if (QStringView(u"\\`*_{}[]()>#+-.!|~").contains(letter))
            out += u'\\';
        out += letter;
        if (letter == u'@' || letter == u'<')
            out += nothing;
    }
    return out;
}

} // namespace alerts::channels
