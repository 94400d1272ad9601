// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/networking.h"

#include "catalog/network.h"
#include "core/finished.h"
#include "core/log.h"
#include "domain/automation/servicechecks.h"
#include "domain/identity/service.h"
#include "domain/network/devicecommands.h"
#include "domain/network/explorer.h"
#include "domain/network/layouts.h"
#include "domain/network/linkbook.h"
#include "domain/network/mapanswer.h"
#include "domain/network/scans.h"
#include "domain/network/schedules.h"
#include "domain/network/selfreport.h"
#include "domain/network/serviceasker.h"
#include "domain/usage/departments.h"
#include "engine/auditeddispatch.h"
#include "engine/eventbus.h"
#include "engine/sealing.h"
#include "store/store.h"

#include <QFile>
#include <QHostInfo>

#include <algorithm>

namespace engine {

namespace {
/// Asks the system who a name is, without waiting.
void resolve(QObject *asker, const QString &name,
             const std::function<void(core::Result<QList<core::Address>>)> &answer)
{
    QHostInfo::lookupHost(name, asker, [name, answer](const QHostInfo &info) {
        QList<core::Address> addresses;
        const QList<QHostAddress> found = info.addresses();
        for (const QHostAddress &each : found) {
            if (const auto address = core::Address::parse(each.toString()))
                addresses << *address;
        }
        if (!addresses.isEmpty())
            return answer(addresses);
        answer(
            core::Error{core::ErrorCode::NotFound,
                        Networking::tr("The name %1 is not known. Check it, or give an address.").arg(name)});
    });
}

/// The name servers this machine asks (resolv.conf(5)).
QList<network::sources::DnsServer> nameServers()
{
    QFile file(QStringLiteral("/etc/resolv.conf"));
    constexpr qint64 longest = 65536;
    return file.open(QIODevice::ReadOnly) ? network::sources::parseResolvConf(file.read(longest))
                                          : QList<network::sources::DnsServer>();
}

network::Credentials::Sealer sealerOf(identity::Service &identity)
{
    const Sealing sealing = sealingOf(identity);
    return {sealing.seal, sealing.open};
}
} // namespace

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
          layouts(around.store.records(), around.bus),
          links({around.store.records(), around.store.changes(), around.bus, around.clock,
                 [this](const QString &id, const core::Principal &caller) { return isVisible(id, caller); }}),
          scans({around.store.records(), around.bus, around.clock, around.entropy, devices, grounds,
                 [this](const QString &name, const auto &answer) { resolve(&scans, name, answer); },
                 around.scanHelper}),
          map(devices, links, scans),
          schedules({around.store.records(), around.clock, around.entropy,
                     [this](const network::StartScan &wish) {
                         return scans.previewOf({wish.scanType, wish.target, wish.options});
                     },
                     [this](const network::StartScan &wish, const QString &by, const QString &owner) {
                         return scans.startFor(wish, by, owner);
                     },
                     [this](const QString &id) { return scans.isRunning(id); }}),
          credentials(around.store.records(), around.entropy, sealerOf(around.identity)),
          asker(devices, nameServers(), around.clock, around.entropy),
          checks({around.store.records(), around.bus, around.clock, around.registry,
                  [this](const automation::Check &check, const auto &listener) {
                      asker.ask(check, [listener](const network::ServiceAnswer &answer) {
                          listener({answer.isOk, answer.sentence, answer.milliseconds, answer.expiresAt});
                      });
                  },
                  [this](const automation::Check &check) { return asker.judge(check); }}),
          explorer({devices, grounds, judge, links, credentials, around.samples, around.clock, around.entropy,
                    around.machine},
                   {.pinger = {},
                    .surveyor = {},
                    .names = {.servers = nameServers(), .multicast = {}},
                    .tracer = {}}),
          report(around.bus, around.clock)
    {
        report.add(QStringLiteral("network_scanner"), [this] { return scans.vitals(); });
        report.add(QStringLiteral("device_watch"), [this] { return explorer.lookout().vitals(); });
        QObject::connect(&scans, &network::Scans::abilitiesSeen, &scans, [this] { report.look(); });
        QObject::connect(&explorer.lookout(), &network::Lookout::mannerChanged, &explorer,
                         [this] { report.look(); });
        QObject::connect(&devices, &network::Devices::vanished, &links, [this](const QString &id) {
            links.drop(id);
            layouts.drop(id);
        });
        QObject::connect(&scans, &network::Scans::begun, &explorer,
                         [this](const auto &where) { explorer.sweep(where); });
        grounds.setCounter(
            [this](const core::Subnet &subnet) { return devices.inventory().count(subnet.toString()); });
    }

    network::Judge judge;
    network::Grounds grounds;
    network::Devices devices;
    network::DeviceCommands commands;
    network::Layouts layouts;
    network::LinkBook links;
    network::Scans scans;
    network::MapAnswer map;
    network::Schedules schedules;
    network::Credentials credentials;
    network::ServiceAsker asker;
    automation::ServiceChecks checks;
    network::Explorer explorer;
    network::SelfReport report;

    [[nodiscard]] bool isVisible(const QString &id, const core::Principal &caller) const
    {
        const network::Known *device = devices.inventory().find(id);
        return device != nullptr &&
               (caller.departments.isEmpty() || caller.departments.contains(device->entry.departmentId));
    }
};

Networking::Networking(const Surroundings &around)
    : m_around(around), m_rooms(std::make_unique<Rooms>(around))
{
    connect(&m_rooms->explorer, &network::Explorer::failed, this,
            [](const QString &sentence) { qCWarning(logNetwork).noquote() << sentence; });
    const network::Devices &devices = m_rooms->devices;
    connect(&devices, &network::Devices::judged, this, &Networking::deviceJudged);
    connect(&devices, &network::Devices::changed, this, &Networking::deviceChanged);
    connect(&devices, &network::Devices::appeared, this, &Networking::deviceChanged);
    connect(&devices, &network::Devices::vanished, this, &Networking::deviceVanished);
    connect(&around.departments, &usage::Departments::changed, this, [this] { m_rooms->devices.settle(); });
}

Networking::~Networking() = default;

const network::Known *Networking::device(const QString &id) const
{
    return m_rooms->devices.inventory().find(id);
}

QStringList Networking::devices() const
{
    QStringList out;
    m_rooms->devices.inventory().walk({}, [&](const network::Known &device) {
        out << device.entry.id;
        return true;
    });
    return out;
}

bool Networking::isVisible(const QString &device, const core::Principal &caller) const
{
    return m_rooms->isVisible(device, caller);
}

QStringList Networking::called(const QString &said, const core::Principal &caller) const
{
    const auto isIt = [&said](const QString &name) { return name.compare(said, Qt::CaseInsensitive) == 0; };
    QStringList out;
    m_rooms->devices.inventory().walk({}, [&](const network::Known &device) {
        const network::Entry &entry = device.entry;
        const QStringList names{entry.id, entry.name, entry.hostname,
                                entry.hostname.section(QLatin1Char('.'), 0, 0), entry.macAddress};
        const bool isCalled = std::any_of(names.begin(), names.end(), isIt) ||
                              std::any_of(entry.addresses.begin(), entry.addresses.end(), isIt);
        if (isCalled && isVisible(entry.id, caller))
            out << entry.id;
        return true;
    });
    return out;
}

QFuture<core::Result<void>> Networking::load()
{
    const auto next = [](auto &room) {
        return
            [&room](const core::Result<void> &ready) { return ready ? room.load() : core::finished(ready); };
    };
    return m_rooms->grounds.load()
        .then(this, next(m_rooms->devices))
        .unwrap()
        .then(this, next(m_rooms->layouts))
        .unwrap()
        .then(this, next(m_rooms->links))
        .unwrap()
        .then(this, next(m_rooms->scans))
        .unwrap()
        .then(this, next(m_rooms->credentials))
        .unwrap()
        .then(this, next(m_rooms->schedules))
        .unwrap()
        .then(this, next(m_rooms->checks))
        .unwrap();
}

void Networking::start()
{
    m_rooms->report.start();
    m_rooms->scans.look();
    m_rooms->explorer.start();
    m_rooms->schedules.start();
    m_rooms->checks.start();
}

void Networking::stop()
{
    m_rooms->report.stop();
    m_rooms->checks.stop();
    m_rooms->asker.stop();
    m_rooms->schedules.stop();
    m_rooms->scans.stop();
    m_rooms->explorer.stop();
    m_rooms->devices.save();
}

std::optional<std::chrono::milliseconds> Networking::spacingOf(const QString &device,
                                                               const core::Principal &caller) const
{
    if (!m_rooms->isVisible(device, caller))
        return std::nullopt;
    return m_rooms->explorer.lookout().reach().spacing();
}

void Networking::registerAt(Dispatcher &dispatcher)
{
    using network::DeviceCommands;
    DeviceCommands &commands = m_rooms->commands;
    dispatcher.handle(network::ListDevices::name, commands, &DeviceCommands::list);
    dispatcher.handle(network::GetDevice::name, commands, &DeviceCommands::get);
    dispatcher.handle(network::DeviceHistory::name, commands, &DeviceCommands::history);
    dispatcher.handle(network::DevicePresence::name, commands, &DeviceCommands::presence);
    dispatcher.handle(network::PastStates::name, commands, &DeviceCommands::states);
    dispatcher.handle(network::ListScope::name, m_rooms->grounds, &network::Grounds::list);
    dispatcher.handle(network::Map::name, m_rooms->map, &network::MapAnswer::map);
    dispatcher.handle(network::ListLinks::name, m_rooms->links, &network::LinkBook::list);
    dispatcher.handle(network::GetLayout::name, m_rooms->layouts, &network::Layouts::get);
    // Moved all the time, and everybody sees who did it: nothing for the audit trail.
    dispatcher.handle(network::SetLayout::name, m_rooms->layouts, &network::Layouts::set);
    network::Credentials &credentials = m_rooms->credentials;
    dispatcher.handle(network::ListCredentials::name, credentials, &network::Credentials::list);
    automation::ServiceChecks &checks = m_rooms->checks;
    dispatcher.handle(automation::ListChecks::name, checks, &automation::ServiceChecks::list);
    network::Schedules &schedules = m_rooms->schedules;
    dispatcher.handle(network::ListSchedules::name, schedules, &network::Schedules::list);
    network::Scans &scans = m_rooms->scans;
    dispatcher.handle(network::ScanStatus::name, scans, &network::Scans::status);
    dispatcher.handle(network::ListScans::name, scans, &network::Scans::list);
    dispatcher.handle(network::GetScan::name, scans, &network::Scans::get);
    dispatcher.handle(network::CompareScans::name, scans, &network::Scans::compare);
    dispatcher.handle(network::PreviewScan::name, scans, &network::Scans::preview);
    const AuditedDispatch audited(dispatcher, m_around.identity.audit());
    audited.handle(network::SetDevices::name, "devices_set", "ids", commands, &DeviceCommands::set);
    audited.handle(network::AddDevice::name, "device_added", "address", commands, &DeviceCommands::add);
    audited.handle(network::ForgetDevices::name, "devices_forgotten", "ids", commands,
                   &DeviceCommands::forget);
    audited.handle(network::MergeDevices::name, "devices_merged", "into", commands, &DeviceCommands::merge);
    audited.handle(network::StartScan::name, "scan_started", "target", scans, &network::Scans::start);
    audited.handle(network::CancelScan::name, "scan_cancelled", "scan_id", scans, &network::Scans::cancel);
    audited.handle(network::SetLink::name, "link_drawn", "source_id", m_rooms->links,
                   &network::LinkBook::set);
    audited.handle(network::RemoveLink::name, "link_removed", "id", m_rooms->links,
                   &network::LinkBook::remove);
    audited.handle(automation::SetCheck::name, "check_set", "check", checks, &automation::ServiceChecks::set);
    audited.handle(automation::RemoveCheck::name, "check_removed", "app_id", checks,
                   &automation::ServiceChecks::remove);
    audited.handle(network::SetSchedule::name, "schedule_set", "id", schedules, &network::Schedules::set);
    audited.handle(network::RemoveSchedule::name, "schedule_removed", "id", schedules,
                   &network::Schedules::remove);
    audited.handle(network::SetCredential::name, "credentials_set", "display_name", credentials,
                   &network::Credentials::set);
    audited.handle(network::RemoveCredential::name, "credentials_removed", "id", credentials,
                   &network::Credentials::remove);
    audited.handle(network::TestCredential::name, "credentials_tested", "address",
                   m_rooms->explorer.surveyor(), &network::Surveyor::test);
    audited.handle(network::SetScope::name, "scope_set", "subnet", m_rooms->grounds, &network::Grounds::set);
    audited.handle(network::RemoveScope::name, "scope_removed", "subnet", m_rooms->grounds,
                   &network::Grounds::remove);
}

} // namespace engine
