// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/links.h"
#include "client/mirror.h"
#include "network/mappage.h"
#include "network/mapview.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"
#include "support/seededentropy.h"

/// A network of any size behind a scripted link, and the map of it.
class Town
{
public:
    explicit Town(int devices, int extraLinks = 0)
    {
        build(devices);
        for (int i = 0; i < extraLinks; ++i) {
            const auto pick = [&](int of) { return known[(i * of) % known.size()].id; };
            join(pick(7919), pick(104729), network::LinkOrigin::Inferred);
        }
        script();
        link.become(client::Link::State::Live);
    }

    network::MapPage &open(QSize size = {1180, 700})
    {
        devices = std::make_unique<client::Devices>(link);
        links = std::make_unique<client::Links>(link);
        mirror = std::make_unique<client::Mirror>(link, clock);
        page = std::make_unique<network::MapPage>(*mirror, *devices, *links, clock, entropy);
        page->resize(size);
        page->show();
        return *page;
    }
    /// Waits until all that was asked for is there.
    bool isReady()
    {
        if (!devices->isKnown() || !links->isKnown() || page->plan().board().spots.empty())
            return false;
        return mirror->user().has_value();
    }

    network::Entry &add(const QString &name, const QString &type, int subnet, network::State state)
    {
        network::Entry one;
        const int number = int(known.size());
        one.id = QStringLiteral("d%1").arg(number, 6, 10, QLatin1Char('0'));
        one.name = name;
        one.deviceType = type;
        one.subnet = QStringLiteral("10.%1.%2.0/24").arg(subnet / 200).arg(subnet % 200);
        one.addresses
            << QStringLiteral("10.%1.%2.%3").arg(subnet / 200).arg(subnet % 200).arg(number % 250 + 1);
        one.macAddress = QStringLiteral("48:8f:5a:10:%1:%2")
                             .arg(number / 256 % 256, 2, 16, QLatin1Char('0'))
                             .arg(number % 256, 2, 16, QLatin1Char('0'));
        one.vendor = QStringLiteral("MikroTik");
        one.departmentId = number % 3 == 0 ? QStringLiteral("Design") : QStringLiteral("Sales");
        one.state = state;
        one.stateSince = clock.now().addSecs(-120);
        one.standing = number % 23 == 5 ? network::Standing::New : network::Standing::Approved;
        one.firstSeen = clock.now().addDays(-3);
        one.lastSeen = clock.now().addSecs(-5);
        one.openPorts = number % 14;
        if (state == network::State::Up)
            one.latency = 0.3 + (number * 37) % 260;
        known << one;
        return known.last();
    }
    network::Link &join(const QString &from, const QString &to, network::LinkOrigin origin)
    {
        network::Link one;
        one.id = QStringLiteral("l%1").arg(joined.size(), 6, 10, QLatin1Char('0'));
        one.sourceId = from;
        one.targetId = to;
        one.kind = QStringLiteral("wired");
        one.origin = origin;
        one.strength = origin == network::LinkOrigin::Measured ? 0.9 : 0.3;
        one.firstSeen = clock.now().addDays(-3);
        one.lastSeen = clock.now().addSecs(-120);
        joined << one;
        return joined.last();
    }

    support::ScriptedLink link;
    support::FakeClock clock;
    support::SeededEntropy entropy{3};
    QList<network::Entry> known;
    QList<network::Link> joined;
    QString role = QStringLiteral("admin");
    std::unique_ptr<client::Devices> devices;
    std::unique_ptr<client::Links> links;
    std::unique_ptr<client::Mirror> mirror;
    std::unique_ptr<network::MapPage> page;

private:
    void build(int count)
    {
        using network::LinkOrigin;
        using network::State;
        const int subnets = std::max(2, count / 120);
        known.reserve(count + 1);
        const QString internet = add(QStringLiteral("Internet"), QStringLiteral("internet"), 0, State::Up).id;
        known[0].subnet.clear();
        const QString gateway = add(QStringLiteral("gw-01"), QStringLiteral("router"), 0, State::Up).id;
        join(internet, gateway, LinkOrigin::Measured);
        static const char *types[] = {"laptop", "printer", "server", "phone", "camera", "iot", "", "laptop"};
        QStringList cores;
        for (int subnet = 0; subnet < subnets; ++subnet) {
            const State state = subnet == 0 ? State::Down : State::Up;
            cores << add(QStringLiteral("core-sw-%1").arg(subnet + 1, 2, 10, QLatin1Char('0')),
                         QStringLiteral("switch"), subnet, state)
                         .id;
            network::Link &up = join(gateway, cores.last(), LinkOrigin::Measured);
            up.isActive = subnet != 0;
            if (subnet > 0) {
                up.forwardRate = 61e6 * subnet;
                up.backwardRate = 22e6;
            }
        }
        QStringList leaders = cores;
        while (known.size() < count) {
            const int place = int(known.size());
            const int subnet = place % subnets;
            const bool isSwitch = place % 31 == 7;
            const char *type =
                isSwitch ? (place % 2 == 0 ? "access_point" : "switch") : types[place / subnets % 8];
            const State state = place % 41 == 3   ? State::Down
                                : place % 17 == 4 ? State::Away
                                : subnet == 0     ? State::Unreachable
                                                  : State::Up;
            const QString id =
                add(QStringLiteral("%1-%2").arg(QLatin1String(*type ? type : "device")).arg(place),
                    QLatin1String(type), subnet, state)
                    .id;
            known.last().isFlapping = place % 29 == 8;
            join(isSwitch ? cores[subnet] : leaders[subnet], id,
                 place % 3 == 0 ? LinkOrigin::Inferred : LinkOrigin::Measured);
            if (isSwitch)
                leaders[subnet] = id;
        }
    }

    template <class Command, class Item>
    void answerPages(const QString &name, QList<Item> Command::Reply::*member, QList<Item> &all)
    {
        link.answers.insert(name, [member, &all](const QJsonObject &params) {
            const auto asked = core::fromJson<Command>(params);
            typename Command::Reply reply;
            auto at = std::upper_bound(all.begin(), all.end(), asked->after,
                                       [](const QString &id, const Item &item) { return id < item.id; });
            for (; at != all.end() && (reply.*member).size() < asked->limit; ++at)
                (reply.*member) << *at;
            if (at != all.end())
                reply.next = (reply.*member).last().id;
            return core::Reply(core::toJson(reply).toObject());
        });
    }

    void script()
    {
        answerPages<network::ListDevices>(QStringLiteral("network.devices.list"),
                                          &network::ListDevices::Reply::devices, known);
        answerPages<network::ListLinks>(QStringLiteral("network.links.list"),
                                        &network::ListLinks::Reply::links, joined);
        link.answer(QStringLiteral("network.layout.get"),
                    core::toJson(network::GetLayout::Reply{}).toObject());
        link.answer(QStringLiteral("network.layout.set"), core::toJson(identity::Done{}).toObject());
        link.answer(QStringLiteral("network.devices.set"),
                    core::toJson(network::SetDevices::Reply{1}).toObject());
        link.answers.insert(QStringLiteral("identity.whoami"), [this](const QJsonObject &) {
            identity::User user;
            user.id = user.username = QStringLiteral("dana");
            user.role = role;
            user.createdAt = clock.now();
            return core::Reply(core::toJson(user).toObject());
        });
    }
};
