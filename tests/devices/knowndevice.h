// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "catalog/metrics.h"
#include "catalog/network.h"
#include "catalog/security.h"
#include "map/town.h"

#include <cmath>

/// Answers for everything a device page asks, of whichever device of the town.
class KnownDevice
{
public:
    KnownDevice(support::ScriptedLink &link, const Town &town)
    {
        const QDateTime now = town.clock.now();
        link.answers.insert(QStringLiteral("network.devices.get"),
                            [this, &town, now](const QJsonObject &asked) {
                                const QString id = asked.value(QLatin1String("id")).toString();
                                for (const network::Entry &one : town.known) {
                                    if (one.id == id)
                                        return core::Reply(core::toJson(all(one, now)).toObject());
                                }
                                return core::Reply(core::Error{core::ErrorCode::NotFound,
                                                               QStringLiteral("There is no such device.")});
                            });
        link.answers.insert(QStringLiteral("network.devices.presence"), [&town](const QJsonObject &asked) {
            const auto command = core::fromJson<network::DevicePresence>(asked).value();
            const auto device = std::find_if(town.known.begin(), town.known.end(),
                                             [&](const auto &one) { return one.id == command.id; });
            network::DevicePresence::Reply reply;
            for (int cell = 0; cell < command.cells; ++cell) {
                reply.cells << (cell < 6        ? QStringLiteral("unknown")
                                : cell == 20    ? QStringLiteral("unreachable")
                                : cell == 21    ? QStringLiteral("down")
                                : cell / 4 == 8 ? QStringLiteral("away")
                                                : QStringLiteral("up"));
            }
            if (device != town.known.end() && device->state == network::State::Away) {
                for (int cell = 10; cell < command.cells; ++cell)
                    reply.cells[cell] = QStringLiteral("away");
            }
            reply.upShare = 0.957;
            return core::Reply(core::toJson(reply).toObject());
        });
        link.answers.insert(QStringLiteral("network.devices.history"), [this, now](const QJsonObject &asked) {
            return core::Reply(
                core::toJson(past(core::fromJson<network::DeviceHistory>(asked).value(), now)).toObject());
        });
        const support::ScriptedLink::Answerer ofThisMachine =
            link.answers.value(QStringLiteral("metrics.history"));
        link.answers.insert(QStringLiteral("metrics.history"),
                            [this, ofThisMachine](const QJsonObject &asked) {
                                const auto command = core::fromJson<metrics::History>(asked).value();
                                if (command.source.isEmpty() && ofThisMachine)
                                    return ofThisMachine(asked);
                                return core::Reply(core::toJson(answers(command)).toObject());
                            });
    }

    /// What was heard of a device in the last hours, the oldest first.
    static QList<core::Event> heardOf(const network::Entry &device, const QDateTime &now)
    {
        QList<core::Event> all;
        const auto say = [&](const char *topic, int priority, const char *source, int minutesAgo,
                             const core::Payload &payload) {
            core::Event event;
            event.sequence = quint64(100 + all.size());
            event.topic = core::Topic(QLatin1String(topic));
            event.priority = priority;
            event.source = QString::fromLatin1(source);
            event.at = now.addSecs(-60 * minutesAgo);
            event.payload = payload;
            all << event;
        };
        for (const int minutesAgo : {2000, 380, 75}) {
            say(network::DeviceStatusChanged::topic, 5, "network", minutesAgo + 4,
                network::DeviceStatusChanged{device.id, false, now, {}, {}});
            say(network::DeviceStatusChanged::topic, 5, "network", minutesAgo,
                network::DeviceStatusChanged{device.id, true, now, {}, {}});
        }
        say(network::DeviceConfigured::topic, 5, "agent-1", 50,
            network::DeviceConfigured{
                device.id, {{QStringLiteral("snmp"), QStringLiteral("public"), QStringLiteral("v3")}}, now});
        security::Event fact;
        fact.message = QStringLiteral("14 logins failed from %1").arg(device.addresses.value(0));
        say(security::Event::topic, 8, "agent-1", 12, fact);
        say(network::DeviceFailed::topic, 9, "agent-1", 3,
            network::DeviceFailed{device.id, QStringLiteral("FAN"), QStringLiteral("A fan stands still."),
                                  now});
        return all;
    }

    QString hostile = QStringLiteral("<b>OpenSSH</b>\x1b[31m 9.2p1 \u202e");
    int changes = 130;
    bool isRecorded = true; ///< how it answered

private:
    [[nodiscard]] network::GetDevice::Reply all(const network::Entry &device, const QDateTime &now) const
    {
        const auto word = [](const char *text) { return QString::fromLatin1(text); };
        const QDateTime before = now.addDays(-3);
        network::GetDevice::Reply reply;
        reply.device = device;
        reply.device.typeConfidence = 0.93;
        reply.addresses = {{device.addresses.value(0), before, now, true},
                           {word("10.0.0.200"), before.addDays(-20), before, false},
                           {device.macAddress, before, now, true}};
        reply.names = {{device.name, word("dns"), now}, {device.name + word(".local"), word("mdns"), now}};
        reply.ports = {
            {22, word("tcp"), word("open"), word("ssh"), hostile, {}, before, now},
            {80, word("tcp"), word("open"), word("http"), word("nginx"), word("1.22"), before, now},
            {631, word("tcp"), word("closed"), word("ipp"), {}, {}, before, before}};
        reply.reasons = {{word("snmp"), word("RouterOS RB4011iGS+"), word("switch"), 3.1},
                         {word("ports"), word("22, 80, 8291"), word("router"), 1.4},
                         {word("vendor"), word("MikroTik"), word("switch"), 0.9},
                         {word("name"), word("core-sw-01"), word("switch"), 0.7}};
        reply.system = network::SystemFacts{
            device.name, word("RouterOS RB4011iGS+"), word("Room 12"), {}, word("RB4011"), word("HD1234"),
            86400.0 * 17};
        reply.interfaces = {
            {1, word("ether1"), word("uplink"), device.macAddress, 1e9, true, true, 61e6, 22e6, 0.0},
            {2, word("ether2"), {}, {}, 1e9, true, false, {}, {}, {}}};
        return reply;
    }
    /// How it answered, in buckets as a store would tell: slower in the middle, and nothing for a while.
    [[nodiscard]] metrics::History::Reply answers(const metrics::History &asked) const
    {
        const qint64 from = asked.from.toMSecsSinceEpoch();
        const qint64 to = asked.to.toMSecsSinceEpoch();
        qint64 bucket = 60'000;
        for (const qint64 wide : {300'000LL, 3'600'000LL, 86'400'000LL})
            bucket = (to - from) / bucket > asked.points ? wide : bucket;
        metrics::History::Reply reply{double(bucket) / 1000, 60, {}};
        for (const QString &name : asked.names)
            reply.series << metrics::HistorySeries{name, QString(), {}};
        for (qint64 at = from / bucket * bucket; at <= to && isRecorded; at += bucket) {
            const double part = double(at - from) / double(to - from);
            if (part > 0.3 && part < 0.36)
                continue;
            const double wave = 0.5 + 0.5 * std::sin(part * 40) * std::sin(part * 7);
            const double time = 1.2 + 6 * wave + (part > 0.6 && part < 0.7 ? 30 * wave : 0);
            const double lost = part > 0.62 && part < 0.66 ? 12 : 0;
            for (metrics::HistorySeries &series : reply.series) {
                const double value = series.name == QLatin1String("reach.loss") ? lost : time;
                series.points.append({double(at), value * 0.7, value, value * 1.6, double(bucket) / 60'000});
            }
        }
        return reply;
    }
    [[nodiscard]] network::DeviceHistory::Reply past(const network::DeviceHistory &asked,
                                                     const QDateTime &now) const
    {
        network::DeviceHistory::Reply reply;
        qint64 number = asked.before == 0 ? changes : asked.before - 1;
        for (; number > 0 && reply.changes.size() < asked.limit; --number) {
            network::PastChange one;
            one.number = number;
            one.deviceId = asked.id;
            one.at = now.addSecs(-(changes - number) * 600 - 60);
            one.field = number % 3 == 0 ? QStringLiteral("state") : QStringLiteral("port");
            one.from = number % 3 == 0 ? QStringLiteral("up") : QString();
            one.to = number % 3 == 0 ? QStringLiteral("down") : QStringLiteral("%1/tcp").arg(number);
            one.source = QStringLiteral("scan");
            reply.changes << one;
        }
        return reply;
    }
};
