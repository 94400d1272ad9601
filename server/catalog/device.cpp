// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/device.h"

namespace network {

using core::field;

core::Fields Port::fields()
{
    return {field("port", &Port::port, "1–65535").between(0, 65535),
            field("protocol", &Port::protocol, "tcp or udp").atMost(16),
            field("service", &Port::service, "Its name, or empty").atMost(64),
            field("state", &Port::state, "open, closed or filtered").atMost(16)};
}

core::Fields Details::fields()
{
    return {field("vendor", &Details::vendor, "Who made it, or empty").atMost(256),
            field("hostname", &Details::hostname, "Its name, or empty").atMost(256),
            field("os", &Details::os, "Operating system, or empty").atMost(256),
            field("last_seen", &Details::lastSeen, "When it last answered"),
            field("ports", &Details::ports, "Those that were looked at").atMost(65536),
            field("icon", &Details::icon, "Name of a picture").atMost(64)};
}

core::Fields Device::fields()
{
    return {field("id", &Device::id, "Stable id").atMost(128),
            field("label", &Device::label, "Shown to people").atMost(256),
            field("ip_address", &Device::ipAddress, "Its address").atMost(64),
            field("mac_address", &Device::macAddress, "Or empty").atMost(32),
            field("device_type", &Device::deviceType, "router, switch, server, printer, …").atMost(64),
            field("is_online", &Device::isOnline, "It answers"),
            field("details", &Device::details, "What else is known"),
            field("department_id", &Device::departmentId, "Whose network it is in").atMost(128)};
}

core::Fields Connection::fields()
{
    return {field("id", &Connection::id, "Stable id"),
            field("source_id", &Connection::sourceId, "From"),
            field("target_id", &Connection::targetId, "To"),
            field("connection_type", &Connection::connectionType, "wired, wireless, vpn or other"),
            field("strength", &Connection::strength, "0–1").between(0, 1),
            field("is_active", &Connection::isActive, "In use now")};
}

} // namespace network
