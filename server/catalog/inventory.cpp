// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/inventory.h"

namespace network {

using core::field;

core::Fields Entry::fields()
{
    return {
        field("id", &Entry::id, "Stable id").atMost(128),
        field("name", &Entry::name, "Shown to people").atMost(256),
        field("device_type", &Entry::deviceType, "router, switch, server, printer, …").atMost(64),
        field("type_confidence", &Entry::typeConfidence, "How sure that is, 0–1").between(0, 1),
        field("type_set", &Entry::isTypeSet, "True: somebody said so"),
        field("state", &Entry::state, "up, down, away, unreachable or unknown"),
        field("state_since", &Entry::stateSince, "Since when"),
        field("flapping", &Entry::isFlapping, "It comes and goes"),
        field("addresses", &Entry::addresses, "Those it has now, the one it is best known by first")
            .atMost(64),
        field("mac_address", &Entry::macAddress, "Or empty").atMost(32),
        field("mac_random", &Entry::isMacRandom, "That address is made up by the device"),
        field("address_shared", &Entry::isAddressShared, "Another device uses its address, too"),
        field("vendor", &Entry::vendor, "Who made it, or empty").atMost(256),
        field("os", &Entry::os, "Operating system, or empty").atMost(256),
        field("hostname", &Entry::hostname, "As the network calls it, or empty").atMost(256),
        field("subnet", &Entry::subnet, "The network it is in, or empty").atMost(64),
        field("department_id", &Entry::departmentId, "Whose it is, or empty").atMost(128),
        field("owner", &Entry::owner, "Who looks after it, or empty").atMost(256),
        field("tags", &Entry::tags, "Words people gave it").atMost(64),
        field("notes", &Entry::notes, "What people wrote").atMost(16384),
        field("expected_up", &Entry::isExpectedUp, "It is missed when it does not answer"),
        field("criticality", &Entry::criticality, "1 (spare) to 5 (everything stands still)").between(1, 5),
        field("parent_id", &Entry::parentId, "What it is joined by, or empty").atMost(128),
        field("standing", &Entry::standing, "new, approved or ignored"),
        field("first_seen", &Entry::firstSeen, "When it was found"),
        field("last_seen", &Entry::lastSeen, "When it last answered"),
        field("open_ports", &Entry::openPorts, "How many are open"),
        field("latency", &Entry::latency, "Milliseconds there and back, lately"),
        field("loss", &Entry::loss, "Share of lost answers, lately, 0–1").between(0, 1)};
}

core::Fields DeviceChanged::fields() { return {field("device", &DeviceChanged::device, "As it is")}; }

core::Fields DeviceRemoved::fields()
{
    return {field("device_id", &DeviceRemoved::deviceId, "Which").atMost(128),
            field("merged_into", &DeviceRemoved::mergedInto, "The device it turned out to be, or empty")
                .atMost(128)};
}

core::Fields ListDevices::Reply::fields()
{
    return {field("devices", &Reply::devices, "Those that pass every filter, by id").atMost(1000),
            field("next", &Reply::next, "What to ask for as `after`; empty: that was all").atMost(128),
            field("total", &Reply::total, "How many pass, shown or not")};
}

core::Fields ListDevices::fields()
{
    return {field("after", &ListDevices::after, "Only those behind this id").atMost(128).defaulted(),
            field("limit", &ListDevices::limit, "At most so many").between(1, 1000).defaulted(),
            field("search", &ListDevices::search, "Words that are all in name, address, vendor, system, tags")
                .atMost(128)
                .defaulted(),
            field("state", &ListDevices::state, "Only these"),
            field("device_type", &ListDevices::deviceType, "Only these").atMost(64).defaulted(),
            field("subnet", &ListDevices::subnet, "Only in this network, as 192.168.1.0/24")
                .atMost(64)
                .defaulted(),
            field("department", &ListDevices::department, "Only this one's").atMost(128).defaulted(),
            field("tag", &ListDevices::tag, "Only with this word").atMost(64).defaulted(),
            field("standing", &ListDevices::standing, "Only these")};
}

core::Fields SetDevices::Reply::fields()
{
    return {field("changed", &Reply::changed, "How many are not as they were")};
}

core::Fields SetDevices::fields()
{
    return {field("ids", &SetDevices::ids, "Which").atMost(1000),
            field("display_name", &SetDevices::displayName, "Empty: the one that was found").atMost(256),
            field("device_type", &SetDevices::deviceType, "Empty: what the evidence says").atMost(64),
            field("department", &SetDevices::department, "Empty: by its network").atMost(128),
            field("owner", &SetDevices::owner, "Who looks after it").atMost(256),
            field("tags", &SetDevices::tags, "All of them").atMost(64),
            field("notes", &SetDevices::notes, "As they are to be").atMost(16384),
            field("expected_up", &SetDevices::isExpectedUp, "It is missed when it does not answer"),
            field("criticality", &SetDevices::criticality, "1 (spare) to 5 (everything stands still)")
                .between(1, 5),
            field("parent_id", &SetDevices::parentId, "Empty: as the links say").atMost(128),
            field("standing", &SetDevices::standing, "Approved or ignored")};
}

core::Fields AddDevice::Reply::fields() { return {field("id", &Reply::id, "Its id")}; }

core::Fields AddDevice::fields()
{
    return {field("address", &AddDevice::address, "IPv4 or IPv6").atMost(64),
            field("display_name", &AddDevice::displayName, "Its name, or empty").atMost(256).defaulted()};
}

core::Fields ForgetDevices::fields() { return {field("ids", &ForgetDevices::ids, "Which").atMost(1000)}; }

core::Fields MergeDevices::fields()
{
    return {field("into", &MergeDevices::into, "The one that stays").atMost(128),
            field("ids", &MergeDevices::ids, "Those that are it, too").atMost(64)};
}

void declareInventory(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Entry device;
    device.id = QStringLiteral("d-7c");
    device.name = QStringLiteral("printer-4");
    device.deviceType = QStringLiteral("printer");
    device.typeConfidence = 0.97;
    device.state = State::Up;
    device.stateSince = time;
    device.addresses = {QStringLiteral("192.168.1.40")};
    device.macAddress = QStringLiteral("00:11:22:33:44:55");
    device.vendor = QStringLiteral("Example Corp.");
    device.hostname = QStringLiteral("printer-4.example.org");
    device.subnet = QStringLiteral("192.168.1.0/24");
    device.departmentId = QStringLiteral("dept123");
    device.firstSeen = time.addDays(-30);
    device.lastSeen = time;
    device.openPorts = 3;
    device.latency = 0.4;
    device.loss = 0.0;
    const QStringList ids{device.id};
    catalog.event<DeviceChanged>({.priority = 3}, {device});
    catalog.event<DeviceRemoved>({.priority = 3}, {QStringLiteral("d-8"), device.id});
    ListDevices filter;
    filter.search = QStringLiteral("printer");
    catalog.command<ListDevices>(core::roles::viewers, filter, {{device}, QString(), 1});
    SetDevices set;
    set.ids = ids;
    set.owner = QStringLiteral("Dana");
    set.standing = Standing::Approved;
    catalog.command<SetDevices>(core::roles::operators, set, {1});
    catalog.command<AddDevice>(core::roles::operators,
                               {QStringLiteral("192.168.1.40"), QStringLiteral("printer-4")}, {device.id});
    catalog.command<ForgetDevices>(core::roles::operators, {ids}, {1});
    catalog.command<MergeDevices>(core::roles::operators, {device.id, {QStringLiteral("d-8")}}, {});
}

} // namespace network
