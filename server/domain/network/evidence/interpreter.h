// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/deviceclues.h"
#include "domain/network/evidence/evidence.h"
#include "domain/network/evidence/fingerprints.h"
#include "domain/network/evidence/hint.h"
#include "domain/network/evidence/vendors.h"

namespace network {

/// What clues about a device amount to.
struct Reading
{
    QList<Evidence> evidence;
    Vendor vendor; ///< of its network card; where that is unknown, of what it said itself
    QString model; ///< "LaserJet 400"; empty: nothing said it
};

/// Turns what was seen of a device into evidence of what it is. Foreign texts are bounded and cleaned on the
/// way; a device that sends thousands of them is heard for the first few.
class Interpreter
{
public:
    /// Both must outlive it.
    Interpreter(Fingerprints &fingerprints, const Vendors &vendors)
        : m_fingerprints(fingerprints), m_vendors(vendors)
    {
    }

    [[nodiscard]] Reading read(const DeviceClues &clues);

private:
    void readMac(const DeviceClues &clues);
    void readNames(const DeviceClues &clues);
    void readPorts(const DeviceClues &clues);
    void readBanners(const DeviceClues &clues);
    void readSnmp(const DeviceClues &clues);
    void readServices(const DeviceClues &clues);
    void readOsClasses(const DeviceClues &clues);
    void readAnnouncements(const DeviceClues &clues);
    void readText(const QByteArray &kind, const QByteArray &text);
    void readMatch(const FingerprintMatch &match, const QByteArray &text);
    void add(const Evidence &piece, const Hint &hint);

    Fingerprints &m_fingerprints;
    const Vendors &m_vendors;
    Reading m_reading;
};

} // namespace network
