// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/catalogue.h"
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/judge.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

namespace nettest {

/// Keeps what was published, and why the rest was refused.
class StrictPublisher final : public core::Publisher
{
public:
    using core::Publisher::publish;
    core::Result<quint64> publish(core::Draft draft) override
    {
        const QString topic = draft.topic.name();
        auto said = m_kept.publish(std::move(draft));
        if (!said)
            refused << topic + u": "_qs + said.error().message;
        return said;
    }
    template <class T>
    [[nodiscard]] QList<T> facts() const
    {
        QList<T> out;
        for (const core::Event &event : m_kept.events()) {
            if (event.topic.name() == QLatin1String(T::topic))
                out << *event.as<T>();
        }
        return out;
    }

    QStringList refused;

private:
    support::MemoryPublisher m_kept{catalog::everything()};
};

/// The ticked networks of a house and the devices in them, on a real store and a clock that stands still.
struct Estate
{
    storetest::Bench bench;
    support::SeededEntropy entropy;
    StrictPublisher publisher;
    network::Judge judge;
    std::unique_ptr<network::Grounds> grounds;
    std::unique_ptr<network::Devices> devices;

    /// The networks may be those of the loopback, which nobody could tick.
    explicit Estate(const QStringList &ticked)
    {
        open();
        for (const QString &subnet : ticked)
            tick(subnet);
        load();
    }
    ~Estate() { settle(); }

    /// What was asked of the store before is answered.
    void settle() const
    {
        if (bench.store != nullptr)
            (void)support::awaited(bench.store->records().one({}));
    }
    /// As after an end of the program; what stands on the devices has to be gone before.
    void reopen()
    {
        devices->save();
        settle();
        devices.reset();
        grounds.reset();
        settle();
        open();
        load();
    }
    void tick(const QString &subnet) const
    {
        network::ScopeNetwork network;
        network.subnet = subnet;
        network.isTicked = network.isWatched = true;
        const auto kept = support::awaited(bench.store->records().write(
            {{QStringLiteral("scope"), subnet, core::Payload(network).text()}}, {}));
        QVERIFY(kept);
    }
    /// Something answers there.
    QString see(const QString &address, const QString &mac = {}) const
    {
        network::Sighting sighting;
        sighting.source = QStringLiteral("neighbour");
        sighting.at = bench.clock.now();
        sighting.isAnswer = true;
        sighting.address = *core::Address::parse(address);
        sighting.mac = core::MacAddress::parse(mac).value_or(core::MacAddress());
        return devices->see(sighting);
    }
    [[nodiscard]] const network::Known &known(const QString &id) const
    {
        static const network::Known none;
        const network::Known *device = devices->inventory().find(id);
        return device == nullptr ? none : *device;
    }

private:
    void open() { QVERIFY2(!bench.open(), qPrintable(bench.refusal)); }
    void load()
    {
        grounds = std::make_unique<network::Grounds>(bench.store->records());
        QVERIFY(support::awaited(grounds->load()));
        devices = std::make_unique<network::Devices>(network::Devices::Surroundings{
            bench.store->records(), bench.store->changes(), publisher, bench.clock, entropy,
            [this](const network::Known &device) { return judge.judge(device); },
            [this](const core::Address &address) { return grounds->subnetOf(address); },
            [](const core::Address &) { return QString(); }});
        QVERIFY(support::awaited(devices->load()));
    }
};

/// What a handler answers Dana.
template <class Room, class T>
core::Reply asked(Room &room, QFuture<core::Reply> (Room::*method)(const core::Command &), const T &params)
{
    core::Command command;
    command.params = core::Payload(params);
    command.caller.id = QStringLiteral("u-1");
    command.caller.displayName = QStringLiteral("Dana");
    return support::awaited((room.*method)(command));
}

} // namespace nettest
