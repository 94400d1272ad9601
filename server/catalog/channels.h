// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace alerts {

/// By what people are told of alerts outside the window.
enum class ChannelKind { Email, Webhook, Ntfy, Gotify, Telegram, Slack, Mattermost, Discord, Alertmanager };
/// How a mail server is spoken to.
enum class MailSecurity { Tls, StartTls, None };

} // namespace alerts

template <>
struct core::Words<alerts::ChannelKind>
{
    static constexpr std::array list{"email", "webhook",    "ntfy",    "gotify",      "telegram",
                                     "slack", "mattermost", "discord", "alertmanager"};
};
template <>
struct core::Words<alerts::MailSecurity>
{
    static constexpr std::array list{"tls", "starttls", "none"};
};

namespace alerts {

/// Where a channel leads; each kind asks for some of it.
struct ChannelSettings
{
    QString url;  ///< of all but e-mail; of Slack, Mattermost and Discord its host alone: the rest is secret
    QString host; ///< of the mail server
    int port = 0; ///< of the mail server; 0: the usual one
    MailSecurity security = MailSecurity::Tls;
    QString userName;
    QString from;
    QStringList to;
    QString topic;
    QString chatId;
    QString fingerprint;           ///< SHA-256 of the only certificate that is taken; empty: any trusted one
    bool isPrivateAllowed = false; ///< its server may be in a private network, or this computer

    static core::Fields fields();
    bool operator==(const ChannelSettings &) const = default;
};

/// A way to tell people, and how it does.
struct Channel
{
    QString id;
    QString displayName;
    ChannelKind kind = ChannelKind::Email;
    bool isEnabled = true;
    ChannelSettings settings;
    bool hasSecret = false;
    std::optional<QDateTime> lastDeliveredAt;
    QString lastError; ///< since then
    int waiting = 0;
    int dead = 0;

    static core::Fields fields();
};

/// Asks for the channels.
struct ListChannels
{
    struct Reply
    {
        QList<Channel> channels;

        static core::Fields fields();
    };

    static constexpr auto name = "alerts.channels.list";
    static constexpr auto summary = "The channels by which people are told of alerts, and how each does";
    static core::Fields fields();
};

/// Sets up a channel.
struct SetChannel
{
    using Reply = Channel;

    QString id; ///< empty: a new one
    QString displayName;
    ChannelKind kind = ChannelKind::Email;
    bool isEnabled = true;
    ChannelSettings settings;
    std::optional<QString> secret; ///< password, token or, of Slack and the like, the whole address

    static constexpr auto name = "alerts.channels.set";
    static constexpr auto summary = "Sets up a channel; a secret that is not given stays";
    static core::Fields fields();
};

/// Removes a channel.
struct RemoveChannel
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "alerts.channels.remove";
    static constexpr auto summary = "Removes a channel and what waits for it";
    static core::Fields fields();
};

/// Tries a channel.
struct TestChannel
{
    struct Reply
    {
        bool isDelivered = false;
        QString message;

        static core::Fields fields();
    };

    QString id;

    static constexpr auto name = "alerts.channels.test";
    static constexpr auto summary = "Sends a message by a channel now and says what became of it";
    static core::Fields fields();
};

/// Channels, routes, rotas or what is on its way are not as they were; those who show them ask again.
struct ChannelsChanged
{
    QString by;

    static constexpr auto topic = "alerts.channels.changed";
    static constexpr auto summary = "Somebody changed who is told of alerts, or what is on its way to them";
    static core::Fields fields();
};

/// Declares the commands of channels.
void declareChannels(core::Catalog &catalog);

} // namespace alerts
