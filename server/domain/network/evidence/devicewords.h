// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/hint.h"

namespace network {

/// What recog's words for devices mean here (hw.device, os.device: "Multifunction Device").
DeviceTypes typesOfFingerprintWord(QStringView word);
/// What nmap's words for devices mean here (osclass type, devicetype: "WAP").
DeviceTypes typesOfScannerWord(QStringView word);
/// Services of mDNS ("_ipp._tcp", with or without a domain behind).
Hint hintOfMdnsService(QStringView service);
/// Types of UPnP devices ("urn:schemas-upnp-org:device:MediaRenderer:1").
Hint hintOfUpnpType(QStringView type);

} // namespace network
