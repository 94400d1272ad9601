// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/channels.h"

#include "core/catalog.h"

namespace alerts {

using core::field;

namespace {
constexpr int longestChannelId = 64;
constexpr int longestChannelName = 128;
constexpr int longestUrl = 1024;
constexpr int longestPart = 256;
constexpr int mostRecipients = 50;
constexpr int highestPort = 65535;
} // namespace

core::Fields ChannelSettings::fields()
{
    return {field("url", &ChannelSettings::url, "Of all but e-mail: http:// or https://")
                .atMost(longestUrl)
                .defaulted(),
            field("host", &ChannelSettings::host, "Of the mail server").atMost(longestPart).defaulted(),
            field("port", &ChannelSettings::port, "Of the mail server; 0: the usual one")
                .between(0, highestPort)
                .defaulted(),
            field("security", &ChannelSettings::security, "How the mail server is spoken to").defaulted(),
            field("user_name", &ChannelSettings::userName, "Whom the server knows Belfry as")
                .atMost(longestPart)
                .defaulted(),
            field("from", &ChannelSettings::from, "Whom a mail is from").atMost(longestPart).defaulted(),
            field("to", &ChannelSettings::to, "Whom a mail is to").atMost(mostRecipients).defaulted(),
            field("topic", &ChannelSettings::topic, "Of ntfy").atMost(longestPart).defaulted(),
            field("chat_id", &ChannelSettings::chatId, "Of Telegram").atMost(longestPart).defaulted(),
            field("fingerprint", &ChannelSettings::fingerprint,
                  "SHA-256 of the only certificate that is taken; empty: any trusted one")
                .atMost(longestPart)
                .defaulted(),
            field("is_private_allowed", &ChannelSettings::isPrivateAllowed,
                  "Its server may be in a private network, or this computer")
                .defaulted()};
}

core::Fields Channel::fields()
{
    return {field("id", &Channel::id, "Stable id"),
            field("display_name", &Channel::displayName, "What it is called"),
            field("kind", &Channel::kind, "By what it tells"),
            field("is_enabled", &Channel::isEnabled, "It is used"),
            field("settings", &Channel::settings, "Where it leads"),
            field("has_secret", &Channel::hasSecret, "A secret is kept for it; it is never told"),
            field("last_delivered_at", &Channel::lastDeliveredAt, "When it last worked"),
            field("last_error", &Channel::lastError, "Why it has not worked since; empty: it has"),
            field("waiting", &Channel::waiting, "How many messages wait"),
            field("dead", &Channel::dead, "How many were given up")};
}

core::Fields ListChannels::Reply::fields()
{
    return {field("channels", &Reply::channels, "In the order of their names")};
}

core::Fields ListChannels::fields() { return {}; }

core::Fields SetChannel::fields()
{
    return {field("id", &SetChannel::id, "Which; empty: a new one").atMost(longestChannelId).defaulted(),
            field("display_name", &SetChannel::displayName, "What it is called").atMost(longestChannelName),
            field("kind", &SetChannel::kind, "By what it tells"),
            field("is_enabled", &SetChannel::isEnabled, "It is used").defaulted(),
            field("settings", &SetChannel::settings, "Where it leads"),
            field("secret", &SetChannel::secret,
                  "Password, token, or the whole address of Slack, Mattermost and Discord")
                .atMost(longestUrl)};
}

core::Fields RemoveChannel::fields()
{
    return {field("id", &RemoveChannel::id, "Which").atMost(longestChannelId)};
}

core::Fields TestChannel::Reply::fields()
{
    return {field("is_delivered", &Reply::isDelivered, "The server took it"),
            field("message", &Reply::message, "What became of it")};
}

core::Fields TestChannel::fields()
{
    return {field("id", &TestChannel::id, "Which").atMost(longestChannelId)};
}

core::Fields ChannelsChanged::fields() { return {field("by", &ChannelsChanged::by, "Who did it")}; }

void declareChannels(core::Catalog &catalog)
{
    using namespace core::roles;
    Channel channel;
    channel.id = QStringLiteral("n-1");
    channel.displayName = QStringLiteral("On-call by mail");
    channel.settings.host = QStringLiteral("mail.example.org");
    channel.settings.userName = QStringLiteral("belfry");
    channel.settings.from = QStringLiteral("belfry@example.org");
    channel.settings.to = {QStringLiteral("noc@example.org")};
    channel.hasSecret = true;
    channel.lastDeliveredAt = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    catalog.event<ChannelsChanged>({.priority = 3}, {QStringLiteral("dana")});
    catalog.command<ListChannels>(viewers, {}, {{channel}});
    catalog.command<SetChannel>(
        admins, {{}, channel.displayName, channel.kind, true, channel.settings, QStringLiteral("secret")},
        channel);
    catalog.command<RemoveChannel>(admins, {channel.id}, {});
    catalog.command<TestChannel>(admins, {channel.id},
                                 {true, QStringLiteral("mail.example.org took the message.")});
}

} // namespace alerts
