// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/devicepage.h"

namespace network {

using core::field;

core::Fields KnownAddress::fields()
{
    return {field("address", &KnownAddress::address, "IPv4, IPv6 or hardware address").atMost(64),
            field("first_seen", &KnownAddress::firstSeen, "Since when"),
            field("last_seen", &KnownAddress::lastSeen, "Last seen with it"),
            field("current", &KnownAddress::isCurrent, "False: it has it no longer")};
}

core::Fields KnownName::fields()
{
    return {field("name", &KnownName::name, "The name").atMost(256),
            field("source", &KnownName::source, "dns, mdns, snmp, lldp, scan or hand").atMost(32),
            field("last_seen", &KnownName::lastSeen, "When it was last called so")};
}

core::Fields KnownPort::fields()
{
    return {field("port", &KnownPort::port, "1–65535").between(0, 65535),
            field("protocol", &KnownPort::protocol, "tcp, udp or sctp").atMost(16),
            field("state", &KnownPort::state, "open, closed or filtered").atMost(32),
            field("service", &KnownPort::service, "Its name, or empty").atMost(64),
            field("product", &KnownPort::product, "What answers there, or empty").atMost(256),
            field("version", &KnownPort::version, "Its version, or empty").atMost(256),
            field("first_seen", &KnownPort::firstSeen, "Open since, as far as was looked"),
            field("last_seen", &KnownPort::lastSeen, "Last seen open")};
}

core::Fields Reason::fields()
{
    return {field("source", &Reason::source, "snmp, scan, mdns, vendor, ports, name, gateway, …").atMost(64),
            field("value", &Reason::value, "What it said").atMost(512),
            field("device_type", &Reason::deviceType, "What that speaks for, or empty").atMost(64),
            field("weight", &Reason::weight, "How much, in nats")};
}

core::Fields Interface::fields()
{
    return {field("index", &Interface::index, "ifIndex"),
            field("name", &Interface::name, "ifName").atMost(256),
            field("alias", &Interface::alias, "ifAlias, or empty").atMost(256),
            field("mac_address", &Interface::macAddress, "Or empty").atMost(32),
            field("speed", &Interface::speed, "Bits per second; 0: not told"),
            field("enabled", &Interface::isEnabled, "It is meant to be up"),
            field("up", &Interface::isUp, "It is up"),
            field("receive_rate", &Interface::receiveRate, "Bits per second, lately"),
            field("send_rate", &Interface::sendRate, "Bits per second, lately"),
            field("error_rate", &Interface::errorRate, "Errors per second, lately")};
}

core::Fields SystemFacts::fields()
{
    return {field("name", &SystemFacts::name, "sysName").atMost(256),
            field("description", &SystemFacts::description, "sysDescr").atMost(1024),
            field("location", &SystemFacts::location, "sysLocation").atMost(256),
            field("contact", &SystemFacts::contact, "sysContact").atMost(256),
            field("model", &SystemFacts::model, "entPhysicalModelName").atMost(256),
            field("serial", &SystemFacts::serial, "entPhysicalSerialNum").atMost(256),
            field("uptime", &SystemFacts::uptime, "Seconds")};
}

core::Fields GetDevice::Reply::fields()
{
    return {field("device", &Reply::device, "As lists show it"),
            field("addresses", &Reply::addresses, "All it ever had, hardware addresses among them"),
            field("names", &Reply::names, "All it is called"),
            field("ports", &Reply::ports, "Those that were looked at and found open, and those that were"),
            field("reasons", &Reply::reasons, "Why it is taken for its type, the weightiest first"),
            field("system", &Reply::system, "What it tells of itself"),
            field("interfaces", &Reply::interfaces, "Its network interfaces")};
}

core::Fields GetDevice::fields() { return {field("id", &GetDevice::id, "Which").atMost(128)}; }

core::Fields PastChange::fields()
{
    return {core::field("number", &PastChange::number, "Greater ones are later"),
            core::field("device_id", &PastChange::deviceId, "Which device").atMost(128),
            core::field("at", &PastChange::at, "When it was seen"),
            core::field("field", &PastChange::field, "state, port, service, os, name, address, type, …")
                .atMost(64),
            core::field("from", &PastChange::from, "As it was; empty: not there").atMost(4096),
            core::field("to", &PastChange::to, "As it is; empty: gone").atMost(4096),
            core::field("source", &PastChange::source, "Who or what saw it").atMost(128)};
}

core::Fields DeviceHistory::Reply::fields() { return {field("changes", &Reply::changes, "Newest first")}; }

core::Fields DeviceHistory::fields()
{
    return {
        field("id", &DeviceHistory::id, "Only this device's; empty: all").atMost(128).defaulted(),
        field("kinds", &DeviceHistory::kinds, "Only these fields; empty: all").atMost(32).defaulted(),
        field("from", &DeviceHistory::from, "Not before"),
        field("to", &DeviceHistory::to, "Before"),
        field("before", &DeviceHistory::before, "Only lesser numbers; 0: all").between(0, 9e15).defaulted(),
        field("limit", &DeviceHistory::limit, "At most so many").between(1, 1000).defaulted()};
}

core::Fields DevicePresence::Reply::fields()
{
    return {
        field("cells", &Reply::cells, "The worst state of each part: unknown, up, away, unreachable or down")
            .atMost(1000),
        field("up_share", &Reply::upShare, "Of the time in which it is known, 0–1").between(0, 1)};
}

core::Fields DevicePresence::fields()
{
    return {field("id", &DevicePresence::id, "Which").atMost(128),
            field("from", &DevicePresence::from, "From"), field("to", &DevicePresence::to, "To"),
            field("cells", &DevicePresence::cells, "In so many parts").between(1, 1000).defaulted()};
}

void declareDevicePage(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Entry device;
    device.id = QStringLiteral("d-7c");
    device.name = QStringLiteral("printer-4");
    device.deviceType = QStringLiteral("printer");
    device.firstSeen = time.addDays(-30);
    catalog.command<GetDevice>(
        core::roles::viewers, {device.id},
        {device,
         {{QStringLiteral("192.168.1.40"), time.addDays(-30), time, true}},
         {{device.name, QStringLiteral("dns"), time}},
         {{631, QStringLiteral("tcp"), QStringLiteral("open"), QStringLiteral("ipp"), QStringLiteral("CUPS"),
           QStringLiteral("2.4"), time.addDays(-30), time}},
         {{QStringLiteral("ports"), QStringLiteral("9100, 515"), QStringLiteral("printer"), 2.0}},
         SystemFacts{device.name, QStringLiteral("Example Laser 4"), QStringLiteral("Room 12"), QString(),
                     QStringLiteral("Laser 4"), QStringLiteral("X1"), 86400.0},
         {{1, QStringLiteral("eth0"), QString(), QStringLiteral("00:11:22:33:44:55"), 1e9, true, true, 1200.0,
           800.0, 0.0}}});
    DeviceHistory history;
    history.id = device.id;
    history.kinds = {QStringLiteral("port")};
    catalog.command<DeviceHistory>(core::roles::viewers, history,
                                   {{{17, device.id, time, QStringLiteral("port"), QString(),
                                      QStringLiteral("631/tcp ipp"), QStringLiteral("scan")}}});
    catalog.command<DevicePresence>(core::roles::viewers, {device.id, time.addSecs(-7200), time, 2},
                                    {{QStringLiteral("up"), QStringLiteral("down")}, 0.75});
}

} // namespace network
