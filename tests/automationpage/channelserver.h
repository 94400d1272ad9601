// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "catalog/deliveries.h"
#include "catalog/routes.h"
#include "support/scriptedlink.h"

/// A server that tells people of alerts, behind a scripted link.
class ChannelServer
{
public:
    ChannelServer(support::ScriptedLink &link, const QDateTime &now) : m_link(link), m_now(now)
    {
        using alerts::ChannelKind;
        alerts::Channel &mail = addChannel("n-1", "On-call by mail", ChannelKind::Email);
        mail.settings.host = QStringLiteral("mail.example.org");
        mail.settings.from = QStringLiteral("belfry@example.org");
        mail.settings.to = QStringList{QStringLiteral("noc@example.org")};
        mail.settings.userName = QStringLiteral("belfry");
        mail.hasSecret = true;
        mail.lastDeliveredAt = now.addSecs(-180);
        alerts::Channel &ntfy = addChannel("n-2", "Phones", ChannelKind::Ntfy);
        ntfy.settings.url = QStringLiteral("https://ntfy.example.org");
        ntfy.settings.topic = QStringLiteral("noc");
        ntfy.lastError = QStringLiteral("ntfy.example.org cannot be reached: connection refused.");
        ntfy.lastDeliveredAt = now.addDays(-3);
        ntfy.waiting = 2;
        ntfy.dead = 1;
        alerts::Channel &slack = addChannel("n-3", "#network", ChannelKind::Slack);
        slack.settings.url = QStringLiteral("https://hooks.slack.com");
        slack.hasSecret = true;
        slack.isEnabled = false;
        addRoute("t-1", "The north at night", 10).matchers = QStringLiteral("{site=\"north\"}");
        routes[0].hours = alerts::WeeklyHours{{1, 2, 3, 4, 5},
                                              QStringLiteral("18:00"),
                                              QStringLiteral("08:00"),
                                              QStringLiteral("Europe/Berlin")};
        routes[0].leastSeverity = 7;
        routes[0].rotaId = QStringLiteral("o-1");
        routes[0].isFinal = true;
        addRoute("t-2", "Everybody", 20).channels = QStringList{QStringLiteral("n-1"), QStringLiteral("n-2")};
        addRoute("t-3", "The boss, when nobody looks", 30).leastLevel = 2;
        alerts::Rota rota;
        rota.id = QStringLiteral("o-1");
        rota.displayName = QStringLiteral("Network");
        rota.start = QStringLiteral("2026-11-23");
        rota.members = {{QStringLiteral("Dana"), QStringLiteral("n-1"), QStringLiteral("dana@example.org")},
                        {QStringLiteral("Omar"), QStringLiteral("n-2"), {}}};
        rota.onCall = QStringLiteral("Dana");
        rota.handoverAt = now.addDays(3);
        rotas << rota;
        addMessage("1", alerts::DeliveryState::Dead, "High: core-sw-01 does not answer", 7, 9);
        addMessage("2", alerts::DeliveryState::Waiting, "Critical: the uplink is down", 10, 3);
        addMessage("3", alerts::DeliveryState::Delivered, "Medium: memory of atlas", 5, 1);
        common.learningUntil = now.addDays(4);
        script();
    }

    alerts::Channel &addChannel(const char *id, const char *name, alerts::ChannelKind kind)
    {
        alerts::Channel channel;
        channel.id = QString::fromLatin1(id);
        channel.displayName = QString::fromLatin1(name);
        channel.kind = kind;
        channels << channel;
        return channels.last();
    }
    alerts::Route &addRoute(const char *id, const char *name, int order)
    {
        alerts::Route route;
        route.id = QString::fromLatin1(id);
        route.displayName = QString::fromLatin1(name);
        route.order = order;
        routes << route;
        return routes.last();
    }
    void addMessage(const char *id, alerts::DeliveryState state, const char *title, int severity,
                    int attempts)
    {
        alerts::Delivery message;
        message.id = QString::fromLatin1(id);
        message.channelId = QStringLiteral("n-2");
        message.channelName = QStringLiteral("Phones");
        message.state = state;
        message.title = QString::fromLatin1(title);
        message.severity = severity;
        message.attempts = attempts;
        message.count = 1;
        message.createdAt = m_now.addSecs(-600);
        if (state == alerts::DeliveryState::Delivered)
            message.deliveredAt = m_now.addSecs(-590);
        else
            message.lastError = QStringLiteral("ntfy.example.org cannot be reached: connection refused.");
        messages << message;
    }

    QList<alerts::Channel> channels;
    QList<alerts::Route> routes;
    QList<alerts::Rota> rotas;
    QList<alerts::Delivery> messages;
    alerts::DeliverySettings common{QString(), true, {}, 3, {900, 1800, 3600}};
    QString refusal; ///< of a test of a channel; empty: it arrives
    QList<alerts::SetChannel> wasSet;
    QStringList wasRetried;

private:
    template <class T, class Do>
    void on(Do deed)
    {
        m_link.answers.insert(QString::fromLatin1(T::name), [deed](const QJsonObject &params) -> core::Reply {
            const core::Result<T> asked = core::fromJson<T>(params);
            return asked ? core::Reply(core::toJson(deed(asked.value())).toObject())
                         : core::Reply(asked.error());
        });
    }
    /// Replaces what has that id, or adds it.
    template <class T>
    static void put(QList<T> &all, const T &one)
    {
        for (T &known : all) {
            if (known.id == one.id) {
                known = one;
                return;
            }
        }
        all << one;
    }

    void script()
    {
        using namespace alerts;
        on<ListChannels>([this](const auto &) { return ListChannels::Reply{channels}; });
        on<SetChannel>([this](const SetChannel &asked) {
            wasSet << asked;
            Channel channel;
            channel.id = asked.id.isEmpty() ? QStringLiteral("n-9") : asked.id;
            channel.displayName = asked.displayName;
            channel.kind = asked.kind;
            channel.isEnabled = asked.isEnabled;
            channel.settings = asked.settings;
            put(channels, channel);
            return channel;
        });
        on<RemoveChannel>([this](const RemoveChannel &asked) {
            channels.removeIf([&](const Channel &one) { return one.id == asked.id; });
            return identity::Done{};
        });
        on<TestChannel>([this](const TestChannel &) {
            return refusal.isEmpty()
                       ? TestChannel::Reply{true, QStringLiteral("mail.example.org took the message.")}
                       : TestChannel::Reply{false, refusal};
        });
        on<ListRoutes>([this](const auto &) {
            std::sort(routes.begin(), routes.end(),
                      [](const Route &one, const Route &other) { return one.order < other.order; });
            return ListRoutes::Reply{routes};
        });
        on<SetRoute>([this](const SetRoute &asked) {
            Route route = asked.route;
            if (route.id.isEmpty())
                route.id = QStringLiteral("t-9");
            put(routes, route);
            return route;
        });
        on<ListRotas>([this](const auto &) { return ListRotas::Reply{rotas}; });
        on<SetRota>([this](const SetRota &asked) {
            Rota rota = asked.rota;
            if (rota.id.isEmpty())
                rota.id = QStringLiteral("o-9");
            put(rotas, rota);
            return rota;
        });
        on<ReadDeliverySettings>([this](const auto &) { return common; });
        on<ChangeDeliverySettings>([this](const ChangeDeliverySettings &asked) {
            common.escalateAfter = asked.escalateAfter.value_or(common.escalateAfter);
            return common;
        });
        on<ListDeliveries>([this](const ListDeliveries &asked) {
            ListDeliveries::Reply reply;
            for (const Delivery &message : std::as_const(messages)) {
                if (message.state == *asked.state)
                    reply.deliveries << message;
            }
            reply.count = int(reply.deliveries.size());
            return reply;
        });
        on<RetryDeliveries>([this](const RetryDeliveries &asked) {
            wasRetried << asked.ids;
            return RetryDeliveries::Reply{int(asked.ids.size())};
        });
        on<DropDeliveries>([this](const DropDeliveries &asked) {
            messages.removeIf([&](const Delivery &one) { return asked.ids.contains(one.id); });
            return DropDeliveries::Reply{int(asked.ids.size())};
        });
    }

    support::ScriptedLink &m_link;
    QDateTime m_now;
};
