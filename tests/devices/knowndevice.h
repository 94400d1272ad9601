// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "map/town.h"

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
        link.answers.insert(QStringLiteral("network.devices.presence"), [](const QJsonObject &asked) {
            network::DevicePresence::Reply reply;
            const int cells = asked.value(QLatin1String("cells")).toInt();
            for (int cell = 0; cell < cells; ++cell) {
                reply.cells << (cell < 6        ? QStringLiteral("unknown")
                                : cell == 20    ? QStringLiteral("unreachable")
                                : cell == 21    ? QStringLiteral("down")
                                : cell / 4 == 8 ? QStringLiteral("away")
                                                : QStringLiteral("up"));
            }
            reply.upShare = 0.957;
            return core::Reply(core::toJson(reply).toObject());
        });
        link.answers.insert(QStringLiteral("network.devices.history"), [this, now](const QJsonObject &asked) {
            return core::Reply(
                core::toJson(past(core::fromJson<network::DeviceHistory>(asked).value(), now)).toObject());
        });
    }

    QString hostile = QStringLiteral("<b>OpenSSH</b>\x1b[31m 9.2p1 \u202e");
    int changes = 130;

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
