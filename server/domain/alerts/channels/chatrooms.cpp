// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "domain/alerts/channels/plaintext.h"
#include "domain/alerts/channels/speakers.h"

namespace alerts::channels {

// Incoming webhooks of Slack, Mattermost and Discord: their whole address is the secret.

namespace {
constexpr qsizetype longestSlack = 12'000;
constexpr qsizetype longestMattermost = 12'000;
constexpr qsizetype longestDiscord = 2'000;

QUrl secretUrl(const Letter &letter) { return QUrl(QString::fromUtf8(letter.secret)); }

/// <!channel>, <@U123> and links begin with a <.
QString escapedSlack(QString text)
{
    return text.replace(u'&', QLatin1String("&amp;"))
        .replace(u'<', QLatin1String("&lt;"))
        .replace(u'>', QLatin1String("&gt;"));
}

/// Whole lines of a message, escaped, as many as there is room for.
QString escapedText(const Message &message, qsizetype longest)
{
    QString out = QStringLiteral("**%1**").arg(escapedMarkdown(message.title));
    const QString link = message.link.isEmpty() ? QString() : u'\n' + message.link;
    for (const QString &line : message.lines) {
        const QString next = u'\n' + escapedMarkdown(line);
        if (out.size() + next.size() + link.size() > longest)
            break;
        out += next;
    }
    return out + link;
}
} // namespace

Post slackPost(const Letter &letter)
{
    const QString text = escapedSlack(cut(letter.message.text(), longestSlack));
    const QJsonObject json{{QStringLiteral("text"), text},
                           {QStringLiteral("mrkdwn"), false},
                           {QStringLiteral("link_names"), false},
                           {QStringLiteral("unfurl_links"), false}};
    return {secretUrl(letter), {}, core::jsonText(json)};
}

Post mattermostPost(const Letter &letter)
{
    const QJsonObject json{{QStringLiteral("username"), QStringLiteral("Belfry")},
                           {QStringLiteral("text"), escapedText(letter.message, longestMattermost)}};
    return {secretUrl(letter), {}, core::jsonText(json)};
}

Post discordPost(const Letter &letter)
{
    const QJsonObject json{
        {QStringLiteral("username"), QStringLiteral("Belfry")},
        {QStringLiteral("content"), escapedText(letter.message, longestDiscord)},
        {QStringLiteral("allowed_mentions"), QJsonObject{{QStringLiteral("parse"), QJsonArray()}}}};
    return {secretUrl(letter), {}, core::jsonText(json)};
}

} // namespace alerts::channels
