// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

using core::field;

/// How a device answers. Away: it does not, and nobody expects it to; unreachable: what it is joined by does
/// not answer either.
enum class State { Unknown, Up, Down, Away, Unreachable };
/// Whether somebody has looked at a device that was found.
enum class Standing { New, Approved, Ignored };

} // namespace network

template <>
struct core::Words<network::State>
{
    static constexpr std::array list{"unknown", "up", "down", "away", "unreachable"};
};
template <>
struct core::Words<network::Standing>
{
    static constexpr std::array list{"new", "approved", "ignored"};
};

namespace network {

/// A device as lists and the map show it.
struct Entry
{
    QString id;
    QString name;
    QString deviceType;
    double typeConfidence = 0;
    bool isTypeSet = false;
    State state = State::Unknown;
    std::optional<QDateTime> stateSince;
    bool isFlapping = false;
    QStringList addresses;
    QString macAddress;
    bool isMacRandom = false;
    bool isAddressShared = false;
    QString vendor;
    QString os;
    QString hostname;
    QString subnet;
    QString departmentId;
    QString owner;
    QStringList tags;
    QString notes;
    bool isExpectedUp = false;
    int criticality = 2;
    QString parentId;
    Standing standing = Standing::New;
    QDateTime firstSeen;
    std::optional<QDateTime> lastSeen;
    int openPorts = 0;
    std::optional<double> latency;
    std::optional<double> loss;

    friend bool operator==(const Entry &, const Entry &) = default;
    static constexpr auto fields()
    {
        return std::tuple{
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
            field("criticality", &Entry::criticality, "1 (spare) to 5 (everything stands still)")
                .between(1, 5),
            field("parent_id", &Entry::parentId, "What it is joined by, or empty").atMost(128),
            field("standing", &Entry::standing, "new, approved or ignored"),
            field("first_seen", &Entry::firstSeen, "When it was found"),
            field("last_seen", &Entry::lastSeen, "When it last answered"),
            field("open_ports", &Entry::openPorts, "How many are open"),
            field("latency", &Entry::latency, "Milliseconds there and back, lately"),
            field("loss", &Entry::loss, "Share of lost answers, lately, 0–1").between(0, 1)};
    }
};

/// Something about a device is not as it was told before; the whole of what lists show.
struct DeviceChanged
{
    Entry device;

    static constexpr auto topic = "network.device.changed";
    static constexpr auto summary = "What lists show of a device is not as it was";
    static constexpr auto fields() { return std::tuple{field("device", &DeviceChanged::device, "As it is")}; }
};

/// A device is no longer kept.
struct DeviceRemoved
{
    QString deviceId;
    QString mergedInto;

    static constexpr auto topic = "network.device.removed";
    static constexpr auto summary = "A device is no longer kept";
    static constexpr auto fields()
    {
        return std::tuple{
            field("device_id", &DeviceRemoved::deviceId, "Which").atMost(128),
            field("merged_into", &DeviceRemoved::mergedInto, "The device it turned out to be, or empty")
                .atMost(128)};
    }
};

/// Asks for the devices, a page at a time.
struct ListDevices
{
    struct Reply
    {
        QList<Entry> devices;
        QString next;
        int total = 0;

        static constexpr auto fields()
        {
            return std::tuple{
                field("devices", &Reply::devices, "Those that pass every filter, by id").atMost(1000),
                field("next", &Reply::next, "What to ask for as `after`; empty: that was all").atMost(128),
                field("total", &Reply::total, "How many pass, shown or not")};
        }
    };

    QString after;
    int limit = 1000;
    QString search;
    std::optional<State> state;
    QString deviceType;
    QString subnet;
    QString department;
    QString tag;
    std::optional<Standing> standing;

    static constexpr auto name = "network.devices.list";
    static constexpr auto summary = "The devices, a page at a time";
    static constexpr auto fields()
    {
        return std::tuple{
            field("after", &ListDevices::after, "Only those behind this id").atMost(128).defaulted(),
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
};

/// Sets what people know of devices; what is left out stays.
struct SetDevices
{
    struct Reply
    {
        int changed = 0;

        static constexpr auto fields()
        {
            return std::tuple{field("changed", &Reply::changed, "How many are not as they were")};
        }
    };

    QStringList ids;
    std::optional<QString> displayName;
    std::optional<QString> deviceType;
    std::optional<QString> department;
    std::optional<QString> owner;
    std::optional<QStringList> tags;
    std::optional<QString> notes;
    std::optional<bool> isExpectedUp;
    std::optional<int> criticality;
    std::optional<QString> parentId;
    std::optional<Standing> standing;

    static constexpr auto name = "network.devices.set";
    static constexpr auto summary = "Sets what people know of devices: names, types, owners, tags, notes, …";
    static constexpr auto fields()
    {
        return std::tuple{
            field("ids", &SetDevices::ids, "Which").atMost(1000),
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
};

/// Makes a device known that nothing has found.
struct AddDevice
{
    struct Reply
    {
        QString id;

        static constexpr auto fields() { return std::tuple{field("id", &Reply::id, "Its id")}; }
    };

    QString address;
    QString displayName;

    static constexpr auto name = "network.devices.add";
    static constexpr auto summary = "Makes a device known by its address";
    static constexpr auto fields()
    {
        return std::tuple{
            field("address", &AddDevice::address, "IPv4 or IPv6").atMost(64),
            field("display_name", &AddDevice::displayName, "Its name, or empty").atMost(256).defaulted()};
    }
};

/// Forgets devices; what is seen again is new.
struct ForgetDevices
{
    using Reply = SetDevices::Reply;

    QStringList ids;

    static constexpr auto name = "network.devices.forget";
    static constexpr auto summary = "Forgets devices; one that is seen again is new";
    static constexpr auto fields()
    {
        return std::tuple{field("ids", &ForgetDevices::ids, "Which").atMost(1000)};
    }
};

/// Says that several devices are one.
struct MergeDevices
{
    using Reply = identity::Done;

    QString into;
    QStringList ids;

    static constexpr auto name = "network.devices.merge";
    static constexpr auto summary = "Says that several devices are one";
    static constexpr auto fields()
    {
        return std::tuple{field("into", &MergeDevices::into, "The one that stays").atMost(128),
                          field("ids", &MergeDevices::ids, "Those that are it, too").atMost(64)};
    }
};

/// Declares the facts and commands about the list of devices.
void declareInventory(core::Catalog &catalog);

} // namespace network
