// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/devicewords.h"

#include <QHash>

#include <array>

namespace network {

namespace {
using enum DeviceType;

struct Words
{
    const char *words; ///< joined by |
    DeviceTypes types;
};
using WordTable = QHash<QString, DeviceTypes>;

WordTable tableOf(const QList<Words> &rows)
{
    WordTable table;
    for (const Words &row : rows) {
        for (const QString &word : QString::fromLatin1(row.words).split(u'|'))
            table.insert(word, row.types);
    }
    return table;
}

const WordTable &fingerprintWords()
{
    // Every word of the collection; "Device", "Network" and the like say nothing.
    static const WordTable table = tableOf(
        {{"router|broadband router|adsl router|cable modem|docsis cable modem|adsl modem|dsl "
          "modem|dslam|dsu/csu"
          "|atm dsl unit|frame relay|multiplexer|telecom|remote access server|sd-wan appliance|wan "
          "accelerator",
          {Router}},
         {"switch|hub|powerline", {Switch}},
         {"wap|wireless controller|wlan repeater|access point", {AccessPoint}},
         {"firewall|vpn|ips|ids|nac|security appliance", {Firewall}},
         {"lights out management|management processor|onboard administrator|kvm|mainframe|unixware|server"
          "|load balancer|web proxy|network management device|network appliance|appliance|support appliance",
          {Server}},
         {"desktop|workstation|thin client|data terminal|remote terminal|point of sale", {Workstation}},
         {"laptop", {Laptop}},
         {"mobile phone|mobile|smartphone", {Phone}},
         {"tablet", {Tablet}},
         {"printer|multifunction device|print server|fax server|copier|scanner|network scanner", {Printer}},
         {"ip camera|web cam|camera|dvr|cloud network video recorder|video encoder", {Camera}},
         {"nas|storage|storage appliance|tape library", {Nas}},
         {"plc|hmi controller|access control|building automation|sensor|alarm panel|light bulb|power relay"
          "|relay controller|environment control|industrial control|medical|test instrument|power meter"
          "|device server|device hub|usb server|jtag adapter|ethernet adapter|monitoring|check scanner"
          "|handheld scanner",
          {Iot}},
         {"media server|media player|media receiver|smart tv|network audio|audio encoder|video decoder|iptv"
          "|av receiver|display controller|wireless presenter|whiteboard",
          {Media}},
         {"voip|sip gateway|voip gateway|sip device|voip switch|voip server|media gateway|voice appliance"
          "|video conferencing|viewstation",
          {Voip}},
         {"hypervisor", {Hypervisor}},
         {"ups", {Ups}},
         {"pdu", {Pdu}},
         {"power device", {Ups, Pdu}}});
    return table;
}

const WordTable &scannerWords()
{
    static const WordTable table =
        tableOf({{"general purpose", {Workstation, Server, Laptop}},
                 {"router|broadband router", {Router}},
                 {"switch|hub|bridge", {Switch}},
                 {"wap", {AccessPoint}},
                 {"firewall|security-misc", {Firewall}},
                 {"load balancer|proxy server|remote management|terminal server", {Server}},
                 {"terminal", {Workstation}},
                 {"phone", {Phone}},
                 {"pda", {Phone, Tablet}},
                 {"printer|print server", {Printer}},
                 {"webcam", {Camera}},
                 {"storage-misc", {Nas}},
                 {"media device|game console", {Media}},
                 {"voip phone|voip adapter|pbx|telecom-misc", {Voip}},
                 {"power-device", {Ups, Pdu}}});
    return table;
}

struct Named
{
    const char *name;
    DeviceTypes types;
    double weight;
};

/// Services that name a kind of thing 2.5; what many kinds of things offer, less.
const QList<Named> &mdnsServices()
{
    static const QList<Named> table{
        {"_ipp", {Printer}, 2.5},
        {"_ipps", {Printer}, 2.5},
        {"_printer", {Printer}, 2.5},
        {"_pdl-datastream", {Printer}, 2.5},
        {"_scanner", {Printer}, 2.5},
        {"_uscan", {Printer}, 2.5},
        {"_uscans", {Printer}, 2.5},
        {"_airplay", {Media}, 2.0}, // computers take it, too
        {"_raop", {Media}, 2.0},
        {"_googlecast", {Media}, 2.5},
        {"_androidtvremote2", {Media}, 2.5},
        {"_amzn-wplay", {Media}, 2.5},
        {"_mediaremotetv", {Media}, 2.5},
        {"_touch-able", {Media}, 2.0},
        {"_sonos", {Media}, 2.5},
        {"_spotify-connect", {Media}, 2.0},
        {"_roku", {Media}, 2.5},
        {"_xbmc-jsonrpc-h", {Media}, 2.0},
        {"_hap", {Iot}, 2.5},
        {"_matter", {Iot}, 2.5},
        {"_matterc", {Iot}, 2.5},
        {"_hue", {Iot}, 2.5},
        {"_esphomelib", {Iot}, 2.5},
        {"_shelly", {Iot}, 2.5},
        {"_miio", {Iot}, 2.5},
        {"_axis-video", {Camera}, 2.5},
        {"_psia", {Camera}, 2.5},
        {"_rtsp", {Camera}, 1.5},
        {"_sip", {Voip}, 2.0},
        {"_adisk", {Nas}, 2.5},
        {"_readynas", {Nas}, 2.5},
        {"_nut", {Ups}, 1.5},
        {"_apple-mobdev", {Phone, Tablet}, 2.5},
        {"_apple-mobdev2", {Phone, Tablet}, 2.5},
        {"_nvstream", {Workstation}, 2.0},
        {"_rfb", {Workstation, Laptop}, 1.5},
        {"_workstation", {Workstation, Server, Laptop}, 1.5},
        {"_kdeconnect", {Workstation, Laptop, Phone}, 1.5},
        {"_smb", {Nas, Server, Workstation, Laptop}, 1.5},
        {"_afpovertcp", {Nas, Server, Workstation, Laptop}, 1.5},
        {"_nfs", {Nas, Server}, 1.5},
        {"_ssh", {Server, Workstation}, 1.0},
        {"_sftp-ssh", {Server, Workstation}, 1.0},
    };
    return table;
}

const QList<Named> &upnpTypes()
{
    static const QList<Named> table{
        {"internetgatewaydevice", {Router}, 3.0},
        {"wlanaccesspointdevice", {AccessPoint}, 3.0},
        {"wfadevice", {Router, AccessPoint}, 2.0},
        {"mediarenderer", {Media}, 3.0},
        {"mediaserver", {Media, Nas}, 3.0},
        {"dial", {Media}, 3.0},
        {"zoneplayer", {Media}, 3.0},
        {"tvdevice", {Media}, 3.0},
        {"printer", {Printer}, 3.0},
        {"scanner", {Printer}, 3.0},
        {"digitalsecuritycamera", {Camera}, 3.0},
        {"binarylight", {Iot}, 3.0},
        {"dimmablelight", {Iot}, 3.0},
        {"hvac_system", {Iot}, 3.0},
        {"solarprotectionblind", {Iot}, 3.0},
        {"sensormanagement", {Iot}, 3.0},
    };
    return table;
}

Hint hintOf(const QList<Named> &table, QStringView name)
{
    for (const Named &row : table) {
        if (name.compare(QLatin1String(row.name), Qt::CaseInsensitive) == 0)
            return {row.types, row.weight};
    }
    return {};
}
} // namespace

DeviceTypes typesOfFingerprintWord(QStringView word)
{
    return fingerprintWords().value(word.toString().toLower());
}

DeviceTypes typesOfScannerWord(QStringView word) { return scannerWords().value(word.toString().toLower()); }

Hint hintOfMdnsService(QStringView service)
{
    const qsizetype end = service.indexOf(u'.');
    return hintOf(mdnsServices(), end < 0 ? service : service.first(end));
}

Hint hintOfUpnpType(QStringView type)
{
    // urn:DOMAIN:device:NAME:VERSION (UPnP Device Architecture 1.1, §2.3); DIAL is a service of its own kind.
    const QList<QStringView> parts = type.split(u':');
    return parts.size() < 5 ? Hint() : hintOf(upnpTypes(), parts.at(3));
}

} // namespace network
