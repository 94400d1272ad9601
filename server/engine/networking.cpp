// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/networking.h"

#include "core/finished.h"
#include "core/log.h"
#include "domain/identity/service.h"
#include "domain/network/devicecommands.h"
#include "domain/network/lookout.h"
#include "domain/usage/departments.h"
#include "engine/dispatcher.h"
#include "engine/eventbus.h"
#include "store/store.h"

namespace engine {

struct Networking::Rooms
{
    explicit Rooms(const Surroundings &around)
        : grounds(around.store.records()),
          devices({around.store.records(), around.store.changes(), around.bus, around.clock, around.entropy,
                   [this](const network::Known &device) { return judge.judge(device); },
                   [this](const core::Address &address) { return grounds.subnetOf(address); },
                   [&departments = around.departments](const core::Address &address) {
                       return departments.of(address);
                   }}),
          commands(devices, around.store.changes(), around.clock),
          lookout({devices, grounds, judge, around.clock, around.machine})
    {
        grounds.setCounter(
            [this](const core::Subnet &subnet) { return devices.inventory().count(subnet.toString()); });
    }

    network::Judge judge;
    network::Grounds grounds;
    network::Devices devices;
    network::DeviceCommands commands;
    network::Lookout lookout;
};

Networking::Networking(const Surroundings &around)
    : m_around(around), m_rooms(std::make_unique<Rooms>(around))
{
    connect(&m_rooms->lookout, &network::Lookout::failed, this,
            [](const QString &sentence) { qCWarning(logNetwork).noquote() << sentence; });
    connect(&around.departments, &usage::Departments::changed, this, [this] { m_rooms->devices.settle(); });
}

Networking::~Networking() = default;

QFuture<core::Result<void>> Networking::load()
{
    return m_rooms->grounds.load()
        .then(this,
              [this](const core::Result<void> &ready) {
                  return ready ? m_rooms->devices.load() : core::finished(ready);
              })
        .unwrap();
}

void Networking::start() { m_rooms->lookout.start(); }

void Networking::stop()
{
    m_rooms->lookout.stop();
    m_rooms->devices.save();
}

void Networking::registerAt(Dispatcher &dispatcher)
{
    using network::DeviceCommands;
    DeviceCommands &commands = m_rooms->commands;
    dispatcher.handle(network::ListDevices::name, commands, &DeviceCommands::list);
    dispatcher.handle(network::GetDevice::name, commands, &DeviceCommands::get);
    dispatcher.handle(network::DeviceHistory::name, commands, &DeviceCommands::history);
    dispatcher.handle(network::DevicePresence::name, commands, &DeviceCommands::presence);
    dispatcher.handle(network::ListScope::name, m_rooms->grounds, &network::Grounds::list);
    const auto audited = [&]<class Room>(const char *name, const char *action, const char *target, Room &room,
                                         QFuture<core::Reply> (Room::*method)(const core::Command &)) {
        dispatcher.handle(
            QString::fromLatin1(name), [this, &room, method, action = QString::fromLatin1(action),
                                        target = QLatin1String(target)](const core::Command &command) {
                const QJsonValue subject = command.params.member(target);
                const QString text = subject.isArray()
                                         ? subject.toVariant().toStringList().join(QStringLiteral(", "))
                                         : subject.toString();
                return m_around.identity.audit().follow((room.*method)(command),
                                                        identity::deedOf(command, action, text.left(128)));
            });
    };
    audited(network::SetDevices::name, "devices_set", "ids", commands, &DeviceCommands::set);
    audited(network::AddDevice::name, "device_added", "address", commands, &DeviceCommands::add);
    audited(network::ForgetDevices::name, "devices_forgotten", "ids", commands, &DeviceCommands::forget);
    audited(network::MergeDevices::name, "devices_merged", "into", commands, &DeviceCommands::merge);
    audited(network::SetScope::name, "scope_set", "subnet", m_rooms->grounds, &network::Grounds::set);
    audited(network::RemoveScope::name, "scope_removed", "subnet", m_rooms->grounds,
            &network::Grounds::remove);
}

} // namespace engine
