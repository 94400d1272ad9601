// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHashFunctions>
#include <QList>
#include <QString>

#include <array>

namespace network {

/// What kind of thing is on the network.
enum class DeviceType : quint8 {
    Unknown,
    Router,
    Switch,
    AccessPoint,
    Firewall,
    Server,
    Workstation,
    Laptop,
    Phone,
    Tablet,
    Printer,
    Camera,
    Nas,
    Iot,
    Media,
    Voip,
    Hypervisor,
    Ups,
    Pdu,
    Vm,
    Container,
};

/// The types as they are written in every dialect, in declaration order.
inline constexpr std::array deviceTypeWords{
    "unknown", "router", "switch",     "access_point", "firewall", "server", "workstation",
    "laptop",  "phone",  "tablet",     "printer",      "camera",   "nas",    "iot",
    "media",   "voip",   "hypervisor", "ups",          "pdu",      "vm",     "container"};
inline constexpr size_t deviceTypeCount = deviceTypeWords.size();

inline QString wordOf(DeviceType type) { return QLatin1String(deviceTypeWords[size_t(type)]); }
/// Unknown for a word that is none.
DeviceType deviceTypeFromWord(QStringView word);
/// The name of its drawing among the icons: "device-access-point".
QString iconOf(DeviceType type);

using DeviceTypes = QList<DeviceType>;

} // namespace network
