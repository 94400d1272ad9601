// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

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
    static core::Fields fields();
};

/// Something about a device is not as it was told before; the whole of what lists show.
struct DeviceChanged
{
    Entry device;

    static constexpr auto topic = "network.device.changed";
    static constexpr auto summary = "What lists show of a device is not as it was";
    static core::Fields fields();
};

/// A device is no longer kept.
struct DeviceRemoved
{
    QString deviceId;
    QString mergedInto;

    static constexpr auto topic = "network.device.removed";
    static constexpr auto summary = "A device is no longer kept";
    static core::Fields fields();
};

/// Asks for the devices, a page at a time.
struct ListDevices
{
    struct Reply
    {
        QList<Entry> devices;
        QString next;
        int total = 0;

        static core::Fields fields();
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
    static core::Fields fields();
};

/// Sets what people know of devices; what is left out stays.
struct SetDevices
{
    struct Reply
    {
        int changed = 0;

        static core::Fields fields();
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
    static core::Fields fields();
};

/// Makes a device known that nothing has found.
struct AddDevice
{
    struct Reply
    {
        QString id;

        static core::Fields fields();
    };

    QString address;
    QString displayName;

    static constexpr auto name = "network.devices.add";
    static constexpr auto summary = "Makes a device known by its address";
    static core::Fields fields();
};

/// Forgets devices; what is seen again is new.
struct ForgetDevices
{
    using Reply = SetDevices::Reply;

    QStringList ids;

    static constexpr auto name = "network.devices.forget";
    static constexpr auto summary = "Forgets devices; one that is seen again is new";
    static core::Fields fields();
};

/// Says that several devices are one.
struct MergeDevices
{
    using Reply = identity::Done;

    QString into;
    QStringList ids;

    static constexpr auto name = "network.devices.merge";
    static constexpr auto summary = "Says that several devices are one";
    static core::Fields fields();
};

/// Declares the facts and commands about the list of devices.
void declareInventory(core::Catalog &catalog);

} // namespace network
