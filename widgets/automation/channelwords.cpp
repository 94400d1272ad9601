// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/channelwords.h"

#include "kit/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace automation::words {

namespace {
namespace format = kit::format;

struct ChannelWords
{
    Q_DECLARE_TR_FUNCTIONS(automation::ChannelWords)
};

const QString spacedDot = QStringLiteral(" · ");
} // namespace

QString kindTitle(alerts::ChannelKind kind)
{
    using alerts::ChannelKind;
    switch (kind) {
    case ChannelKind::Email:
        return ChannelWords::tr("E-mail");
    case ChannelKind::Webhook:
        return ChannelWords::tr("Webhook");
    case ChannelKind::Ntfy:
        return QStringLiteral("ntfy");
    case ChannelKind::Gotify:
        return QStringLiteral("Gotify");
    case ChannelKind::Telegram:
        return QStringLiteral("Telegram");
    case ChannelKind::Slack:
        return QStringLiteral("Slack");
    case ChannelKind::Mattermost:
        return QStringLiteral("Mattermost");
    case ChannelKind::Discord:
        return QStringLiteral("Discord");
    case ChannelKind::Alertmanager:
        return QStringLiteral("Alertmanager");
    }
    return {};
}

QString whereTo(const alerts::Channel &channel)
{
    const alerts::ChannelSettings &settings = channel.settings;
    if (channel.kind == alerts::ChannelKind::Email)
        return settings.to.isEmpty() ? format::none() : settings.to.join(QStringLiteral(", "));
    QStringList parts;
    for (const QString &part : {settings.url, settings.topic, settings.chatId}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.isEmpty() ? format::none() : parts.join(spacedDot);
}

kit::Status statusOf(const alerts::Channel &channel)
{
    if (!channel.isEnabled)
        return kit::Status::Paused;
    if (!channel.lastError.isEmpty())
        return kit::Status::High;
    return channel.dead > 0 ? kit::Status::Medium : kit::Status::Ok;
}

QString stateTitle(const alerts::Channel &channel)
{
    if (!channel.isEnabled)
        return ChannelWords::tr("switched off");
    if (!channel.lastError.isEmpty())
        return channel.lastError;
    return channel.lastDeliveredAt ? ChannelWords::tr("works") : ChannelWords::tr("not used yet");
}

kit::Status statusOf(alerts::DeliveryState state)
{
    switch (state) {
    case alerts::DeliveryState::Dead:
        return kit::Status::High;
    case alerts::DeliveryState::Waiting:
        return kit::Status::Info;
    case alerts::DeliveryState::Delivered:
        break;
    }
    return kit::Status::Ok;
}

QString stateTitle(alerts::DeliveryState state)
{
    switch (state) {
    case alerts::DeliveryState::Dead:
        return ChannelWords::tr("given up");
    case alerts::DeliveryState::Waiting:
        return ChannelWords::tr("waits");
    case alerts::DeliveryState::Delivered:
        break;
    }
    return ChannelWords::tr("arrived");
}

QString hours(const std::optional<alerts::WeeklyHours> &hours)
{
    if (!hours)
        return ChannelWords::tr("always");
    QStringList days;
    for (const int day : hours->weekdays)
        days << QLocale().standaloneDayName(day, QLocale::ShortFormat);
    QStringList parts;
    if (!days.isEmpty())
        parts << days.join(QStringLiteral(", "));
    if (!hours->from.isEmpty() || !hours->to.isEmpty())
        parts << QStringLiteral("%1–%2").arg(hours->from, hours->to);
    if (!hours->timeZone.isEmpty())
        parts << hours->timeZone;
    return parts.isEmpty() ? ChannelWords::tr("always") : parts.join(u' ');
}

QString which(const alerts::Route &route)
{
    QStringList parts;
    if (route.leastSeverity > 1)
        parts << ChannelWords::tr("severity %1 and worse").arg(route.leastSeverity);
    if (!route.matchers.isEmpty())
        parts << route.matchers;
    if (route.leastLevel > 0)
        parts << ChannelWords::tr("escalated %n time(s)", nullptr, route.leastLevel);
    return parts.isEmpty() ? ChannelWords::tr("every alert") : parts.join(spacedDot);
}

} // namespace automation::words
