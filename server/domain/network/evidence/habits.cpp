// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/habits.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace network {

namespace {
using enum DeviceType;

constexpr double nameWeight = 1.0;
constexpr double vendorWeight = 0.7;
constexpr double virtualWeight = 2.0;
constexpr int udp = 0x1'0000; ///< added to the number of a UDP port

struct Profile
{
    QList<int> ports; ///< all of them
    DeviceTypes types;
    double weight;
};

const QList<Profile> &profiles()
{
    static const QList<Profile> table{
        {{9100, 515}, {Printer}, 2.0},
        {{9100, 631}, {Printer}, 2.0},
        {{9100}, {Printer}, 1.5},
        {{515}, {Printer}, 1.2},
        {{554}, {Camera}, 1.5},
        {{37777}, {Camera}, 2.0}, // Dahua
        {{34567}, {Camera}, 2.0}, // Xiongmai
        {{5060}, {Voip}, 1.5},
        {{5061}, {Voip}, 1.5},
        {{5060 + udp}, {Voip}, 1.5},
        {{3389}, {Workstation, Server}, 2.0},
        {{445, 135}, {Workstation, Server, Laptop}, 1.8},
        {{445}, {Workstation, Server, Nas}, 1.5},
        {{8006}, {Hypervisor}, 2.0},     // Proxmox VE
        {{902, 443}, {Hypervisor}, 2.0}, // VMware's remote console
        {{902}, {Hypervisor}, 1.5},
        {{16509}, {Hypervisor}, 1.5}, // libvirt
        {{88, 389}, {Server}, 2.5},   // a domain controller
        {{25}, {Server}, 1.0},
        {{143}, {Server}, 1.2},
        {{993}, {Server}, 1.2},
        {{1433}, {Server}, 1.5},
        {{1521}, {Server}, 1.5},
        {{3306}, {Server}, 1.2},
        {{5432}, {Server}, 1.2},
        {{6443}, {Server}, 1.5},
        {{623 + udp}, {Server}, 1.5}, // IPMI
        {{179}, {Router}, 1.5},
        {{7547}, {Router}, 1.5}, // TR-069
        {{8291}, {Router}, 2.0}, // MikroTik
        {{1900 + udp, 53, 67 + udp}, {Router}, 1.5},
        {{2049}, {Nas, Server}, 1.2},
        {{548}, {Nas, Server}, 1.2},
        {{3260}, {Nas}, 1.5},
        {{5000, 5001}, {Nas}, 1.2},   // Synology
        {{8009, 8008}, {Media}, 2.0}, // Google Cast
        {{7000, 7100}, {Media}, 1.2},
        {{8060}, {Media}, 1.2}, // Roku
        {{32400}, {Media, Nas}, 1.5},
        {{1400}, {Media}, 1.0},          // Sonos
        {{62078}, {Phone, Tablet}, 2.5}, // Apple's mobile devices
        {{502}, {Iot}, 1.5},             // Modbus
        {{102}, {Iot}, 1.5},             // S7
        {{44818}, {Iot}, 1.5},           // EtherNet/IP
        {{47808 + udp}, {Iot}, 1.5},     // BACnet
        {{6668}, {Iot}, 1.2},            // Tuya
        {{9999, 20002 + udp}, {Iot}, 1.2},
    };
    return table;
}

struct Names
{
    const char *words;
    DeviceTypes types;
};

using NameTable = QHash<QString, DeviceTypes>;

NameTable nameTableOf(const QList<Names> &rows)
{
    NameTable table;
    for (const Names &row : rows) {
        for (const QString &word : QString::fromLatin1(row.words).split(u' '))
            table.insert(word, row.types);
    }
    return table;
}

const NameTable &hostWords()
{
    static const NameTable table = nameTableOf({
        {"router rtr gw gateway fritz openwrt edgerouter mikrotik vyos speedport", {Router}},
        {"switch sw", {Switch}},
        {"ap wap wifi wlan accesspoint unifi uap eap", {AccessPoint}},
        {"fw firewall pfsense opnsense fortigate", {Firewall}},
        {"srv server dc web www mail mx db sql ns dns ldap backup git ci", {Server}},
        {"desktop pc ws workstation imac", {Workstation}},
        {"laptop macbook notebook nb thinkpad macbookpro macbookair mbp", {Laptop}},
        {"iphone phone handy galaxy pixel oneplus redmi android", {Phone}},
        {"ipad tablet tab", {Tablet}},
        {"printer prn print mfp laserjet officejet deskjet brn brw npi epson canon kyocera lexmark xerox "
         "ricoh drucker",
         {Printer}},
        {"cam camera ipcam ipc dvr nvr doorbell kamera", {Camera}},
        {"nas diskstation synology qnap truenas freenas", {Nas}},
        {"tv appletv chromecast roku firetv sonos shield bravia kodi playstation xbox", {Media}},
        {"sip voip sep yealink snom grandstream polycom pbx", {Voip}},
        {"esx esxi pve proxmox hyperv xen hv", {Hypervisor}},
        {"ups usv", {Ups}},
        {"pdu", {Pdu}},
        {"vm", {Vm}},
        {"docker lxc container pod", {Container}},
        {"esp shelly tasmota sonoff hue tuya nest thermostat plug sensor wled plc sps", {Iot}},
    });
    return table;
}

/// By the first word of the short name.
const NameTable &vendorWords()
{
    static const NameTable table = nameTableOf({
        {"hikvision dahua axis reolink amcrest vivotek hanwha mobotix", {Camera}},
        {"synology qnap", {Nas}},
        {"brother canon seiko epson lexmark xerox kyocera ricoh konica oki", {Printer}},
        {"mikrotik routerboard.com avm technicolor sagemcom arris arcadyan draytek compal actiontec zyxel",
         {Router}},
        {"cisco juniper", {Router, Switch}},
        {"tp-link netgear d-link linksys", {Router, Switch, AccessPoint}},
        {"h3c extreme brocade arista", {Switch}},
        {"ubiquiti ruckus aruba aerohive cambium meraki", {AccessPoint}},
        {"fortinet palo sonicwall watchguard sophos", {Firewall}},
        {"polycom yealink grandstream snom avaya mitel", {Voip}},
        {"sonos roku nintendo bose denon vizio", {Media}},
        {"espressif tuya signify nest ecobee shelly allterco", {Iot}},
        {"apc american eaton cyberpower", {Ups}},
        {"raritan", {Pdu}},
        {"super supermicro", {Server}},
        {"apple", {Phone, Laptop, Tablet}},
        {"oppo vivo xiaomi honor oneplus realme motorola", {Phone}},
        {"samsung", {Phone, Media}},
        {"lenovo liteon azurewave", {Laptop}},
        {"dell msi gigabyte asus asustek intel", {Workstation, Laptop, Server}},
        {"vmware xensource", {Vm}},
    });
    return table;
}

struct VirtualPrefix
{
    quint32 prefix;
    DeviceType type;
};

/// Given by the programs that make the cards up, some of them outside of the registry.
constexpr std::array<VirtualPrefix, 9> virtualPrefixes{{
    {0x000c29, Vm},        // VMware, generated
    {0x005056, Vm},        // VMware, assigned
    {0x080027, Vm},        // VirtualBox
    {0x00155d, Vm},        // Hyper-V
    {0x00163e, Vm},        // Xen
    {0x525400, Vm},        // QEMU, libvirt
    {0xbc2411, Vm},        // Proxmox
    {0x001c42, Vm},        // Parallels
    {0x0242ac, Container}, // Docker: 02:42, then the address, which is in 172.16/12
}};

/// Letters and digits apart: "sw01" is "sw", "BRN3C2AF4" is "brn".
QStringList nameWordsOf(const QString &label)
{
    QStringList words;
    QString word;
    for (const QChar c : label) {
        if (c.isLetter()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}
} // namespace

QList<PortHint> hintsOfPorts(const QList<DeviceClues::Port> &open)
{
    QSet<int> numbers;
    for (const DeviceClues::Port &port : open)
        numbers.insert(int(port.number) + (port.isUdp ? udp : 0));
    QList<PortHint> hints;
    for (const Profile &profile : profiles()) {
        if (!std::all_of(profile.ports.begin(), profile.ports.end(),
                         [&](int port) { return numbers.contains(port); }))
            continue;
        QStringList ports;
        for (const int port : profile.ports)
            ports << QString::number(port & 0xffff) + (port >= udp ? QStringLiteral("/udp") : QString());
        hints.append({{profile.types, profile.weight}, ports.join(QStringLiteral(", "))});
    }
    return hints;
}

Hint hintOfHostName(const QString &name)
{
    for (const QString &word : nameWordsOf(name.section(u'.', 0, 0))) {
        const auto found = hostWords().constFind(word);
        if (found != hostWords().constEnd())
            return {*found, nameWeight};
    }
    return {};
}

Hint hintOfVendor(const QString &shortName)
{
    const auto found = vendorWords().constFind(shortName.toLower().section(u' ', 0, 0));
    return found == vendorWords().constEnd() ? Hint() : Hint{*found, vendorWeight};
}

Hint hintOfVirtualMac(const core::MacAddress &mac)
{
    for (const VirtualPrefix &each : virtualPrefixes) {
        if (mac.value() >> 24U == each.prefix)
            return {{each.type}, virtualWeight};
    }
    return {};
}

} // namespace network
