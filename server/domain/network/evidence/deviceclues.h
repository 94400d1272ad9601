// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/macaddress.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace network {

/// Everything that was seen of one device and may tell what it is, as it was seen. Who fills it need not
/// clean or bound anything.
struct DeviceClues
{
    /// What a service said of itself. Kinds are the keys of the fingerprints ("ssh.banner",
    /// "http_header.server", "html_title", "ftp.banner", "telnet_banners", …).
    struct Banner
    {
        QByteArray kind;
        QByteArray text;
        quint16 port = 0;
    };
    /// A service as nmap -sV has it.
    struct Service
    {
        QString name; ///< "http"
        QString product;
        QString version;
        QString deviceType; ///< "printer"
        QString osType;     ///< "Linux"
        QStringList cpes;
        quint16 port = 0;
    };
    /// An osclass of nmap -O.
    struct OsClass
    {
        QString type; ///< "general purpose"
        QString vendor;
        QString family;
        QString generation;
        int accuracy = 0; ///< per cent
    };
    struct Mdns
    {
        QString service;       ///< "_ipp._tcp"
        QList<QByteArray> txt; ///< "key=value" each
    };
    struct Port
    {
        quint16 number = 0;
        bool isUdp = false;
    };

    core::MacAddress mac;
    QStringList hostNames;
    QList<Port> openPorts;
    QList<Banner> banners;
    QList<Service> services;
    QList<OsClass> osClasses;
    QList<Mdns> mdns;
    QStringList upnpTypes; ///< "urn:schemas-upnp-org:device:MediaRenderer:1"
    QByteArray sysDescr;
    QString sysObjectId; ///< "1.3.6.1.4.1.8072.3.2.10"
    QByteArray dhcpVendorClass;
    bool isGateway = false; ///< the default gateway of somebody
    bool forwards = false;  ///< seen passing on what is not its own
};

} // namespace network
