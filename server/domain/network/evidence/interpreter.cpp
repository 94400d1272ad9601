// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/interpreter.h"

#include "domain/network/evidence/banners.h"
#include "domain/network/evidence/devicewords.h"
#include "domain/network/evidence/enterprises.h"
#include "domain/network/evidence/habits.h"
#include "domain/network/evidence/plaintext.h"
#include "domain/network/evidence/systems.h"
#include "domain/network/evidence/vendorname.h"

#include <algorithm>
#include <cmath>

namespace network {

namespace {
constexpr qsizetype mostValue = 200;
constexpr qsizetype mostWord = 80;
/// Of each kind of clue.
constexpr qsizetype mostClues = 64;
constexpr qsizetype mostEvidence = 400;
constexpr double gatewayWeight = 3.0;
constexpr double scannerWeight = 3.0; ///< at 100 per cent
constexpr double serviceWeight = 2.5;
constexpr double agentWeight = 4.0; ///< what an SNMP agent says of its system
constexpr double randomisedWeight = 0.5;
constexpr double usualCertainty = 0.85; ///< of a fingerprint that states none

template <class List>
List firstOf(const List &all)
{
    return all.first(std::min<qsizetype>(all.size(), mostClues));
}

QString word(const QString &text) { return plainText(text, mostWord); }

Evidence from(const QString &source, const QString &value, const QString &origin)
{
    Evidence piece;
    piece.source = source;
    piece.value = plainText(value, mostValue);
    piece.origin = origin;
    return piece;
}

void setSystem(Evidence &piece, const System &system, double weight)
{
    piece.osWeight = system.isEmpty() ? 0.0 : weight;
    piece.osFamily = plainText(system.family, mostWord);
    piece.os = plainText(system.text, mostValue);
}

/// The certainty a fingerprint states for itself or for this value, against the usual one.
double trustIn(const FingerprintMatch &match, const char *name)
{
    bool isNumber = false;
    const double own = match.value(name).toDouble(&isNumber);
    return std::min(1.0, std::clamp(isNumber ? own : match.certainty, 0.0, 1.0) / usualCertainty);
}
} // namespace

Reading Interpreter::read(const DeviceClues &clues)
{
    m_reading = {};
    readMac(clues);
    readNames(clues);
    readPorts(clues);
    readSnmp(clues);
    readBanners(clues);
    readServices(clues);
    readOsClasses(clues);
    readAnnouncements(clues);
    return std::exchange(m_reading, {});
}

/// One piece for every type the hint may mean: n of them share its weight, each with a n-th of the odds.
void Interpreter::add(const Evidence &piece, const Hint &hint)
{
    if (m_reading.evidence.size() >= mostEvidence)
        return;
    Evidence each = piece;
    const double share = std::log(double(std::max<qsizetype>(hint.types.size(), 1)));
    each.weight = std::max(hint.weight - share, hint.weight * 0.3);
    if (hint.isEmpty() && !each.osFamily.isEmpty()) {
        each.weight = 0;
        m_reading.evidence.append(each);
    }
    for (const DeviceType type : hint.types) {
        each.type = type;
        m_reading.evidence.append(each);
    }
}

void Interpreter::readMac(const DeviceClues &clues)
{
    const QString mac = clues.mac.toString();
    if (clues.isGateway || clues.forwards) {
        add(from(QStringLiteral("gateway"), mac, QStringLiteral("gateway")),
            {{DeviceType::Router}, gatewayWeight});
    }
    m_reading.vendor = m_vendors.of(clues.mac);
    const Hint made = hintOfVirtualMac(clues.mac);
    if (!made.isEmpty()) {
        add(from(QStringLiteral("mac.virtual"), mac, QStringLiteral("vendor")), made);
    } else if (m_reading.vendor.isKnown()) {
        add(from(QStringLiteral("vendor"), m_reading.vendor.name, QStringLiteral("vendor")),
            hintOfVendor(m_reading.vendor.shortName));
    } else if (clues.mac.isLocallyAdministered() && !clues.mac.isMulticast()) {
        const Evidence piece = from(QStringLiteral("mac.randomised"), mac, QStringLiteral("mac"));
        add(piece, {{DeviceType::Phone}, randomisedWeight});
        add(piece, {{DeviceType::Laptop}, randomisedWeight});
    }
}

void Interpreter::readNames(const DeviceClues &clues)
{
    for (const QString &name : firstOf(clues.hostNames)) {
        const QString plain = plainText(name, mostValue);
        add(from(QStringLiteral("hostname"), plain, QStringLiteral("hostname")), hintOfHostName(plain));
    }
}

void Interpreter::readPorts(const DeviceClues &clues)
{
    const QList<PortHint> hints = hintsOfPorts(clues.openPorts);
    for (const PortHint &each : hints)
        add(from(QStringLiteral("ports"), each.ports, QStringLiteral("ports")), each.hint);
}

void Interpreter::readSnmp(const DeviceClues &clues)
{
    readText(QByteArrayLiteral("snmp.sys_description"), clues.sysDescr);
    if (clues.sysObjectId.isEmpty())
        return;
    // Some fingerprints are for the object alone, others for both in one line.
    const QByteArray id = clues.sysObjectId.left(mostValue).toUtf8();
    readText(QByteArrayLiteral("snmp.sys_object_id"), id);
    readText(QByteArrayLiteral("snmp.sys_object_id"), id + ' ' + clues.sysDescr);
    const Enterprise enterprise = enterpriseOf(clues.sysObjectId.left(mostValue));
    Evidence piece =
        from(QStringLiteral("snmp.sys_object_id"), QString::fromUtf8(id), QStringLiteral("snmp"));
    setSystem(piece, {enterprise.osFamily, enterprise.osFamily}, agentWeight);
    add(piece, enterprise.hint);
    if (!m_reading.vendor.isKnown() && !enterprise.vendor.isEmpty())
        m_reading.vendor = {enterprise.vendor, enterprise.vendor};
}

void Interpreter::readBanners(const DeviceClues &clues)
{
    for (const DeviceClues::Banner &banner : firstOf(clues.banners))
        readText(banner.kind, banner.text);
    readText(QByteArrayLiteral("dhcp_vendor_class"), clues.dhcpVendorClass);
}

void Interpreter::readText(const QByteArray &kind, const QByteArray &text)
{
    if (text.isEmpty())
        return;
    const QByteArrayView bare = bannerText(kind, text);
    if (const auto match = m_fingerprints.describe(kind, bare))
        readMatch(*match, bare.toByteArray());
    // Apache's comment names the system: "Apache/2.4.57 (Debian)".
    if (kind == "http_header.server" && bare.startsWith("Apache"))
        readText(QByteArrayLiteral("apache_os"), text);
}

void Interpreter::readMatch(const FingerprintMatch &match, const QByteArray &text)
{
    const BannerKind kind = bannerKindOf(match.database);
    Evidence piece = from(QString::fromUtf8(match.database), {}, kind.origin);
    piece.value = plainText(text, mostValue);
    const QString vendor = match.value("os.vendor");
    setSystem(
        piece,
        systemOf(vendor, match.value("os.family"), match.value("os.product"), match.value("os.version")),
        kind.weight * trustIn(match, "os.certainty"));
    Hint hint;
    for (const char *name : {"hw.device", "os.device", "service.device"}) {
        hint = {typesOfFingerprintWord(match.value(name)),
                kind.weight * trustIn(match, *name == 'h' ? "hw.certainty" : "os.certainty")};
        if (!hint.isEmpty())
            break;
    }
    if (hint.isEmpty())
        hint = hintOfSystem(vendor, match.value("os.family"), match.value("os.product"));
    hint.weight = std::min(hint.weight, kind.weight);
    add(piece, hint);
    const QString maker = word(match.value("hw.vendor"));
    if (!m_reading.vendor.isKnown() && !maker.isEmpty())
        m_reading.vendor = {maker, shortVendorName(maker)};
    if (m_reading.model.isEmpty())
        m_reading.model = word(match.value("hw.product"));
}

void Interpreter::readServices(const DeviceClues &clues)
{
    for (const DeviceClues::Service &service : firstOf(clues.services)) {
        const QStringList words{service.product, service.version, service.deviceType, service.osType};
        Evidence piece =
            from(QStringLiteral("nmap.service"), words.join(u' '), originOfService(word(service.name)));
        System system;
        for (const QString &cpe : firstOf(service.cpes)) {
            const System named = systemOfCpe(QStringView(cpe).left(mostValue));
            system = system.isEmpty() ? named : system;
        }
        if (system.isEmpty())
            system = systemOf({}, word(service.osType), {}, {});
        setSystem(piece, system, serviceWeight);
        const DeviceTypes types = typesOfScannerWord(word(service.deviceType));
        Hint hint{types, serviceWeight};
        if (hint.isEmpty())
            hint = hintOfSystem({}, system.family, system.text);
        add(piece, hint);
    }
}

void Interpreter::readOsClasses(const DeviceClues &clues)
{
    for (const DeviceClues::OsClass &each : firstOf(clues.osClasses)) {
        const double accuracy = std::clamp(each.accuracy, 0, 100) / 100.0;
        const QStringList words{each.vendor, each.family, each.generation, each.type};
        Evidence piece = from(QStringLiteral("nmap.os"), words.join(u' '), QStringLiteral("nmap.os"));
        if (each.family != QLatin1String("embedded")) {
            setSystem(piece, systemOf(word(each.vendor), word(each.family), {}, word(each.generation)),
                      scannerWeight * accuracy);
        }
        Hint hint{typesOfScannerWord(word(each.type)), scannerWeight * accuracy};
        // What runs on anything may still say what it runs on: a phone is no desktop for it.
        const Hint system = hintOfSystem(word(each.vendor), word(each.family), word(each.generation));
        if (hint.types.size() != 1 && !system.isEmpty())
            hint = {system.types, std::max(system.weight, 1.0) * accuracy};
        add(piece, hint);
    }
}

void Interpreter::readAnnouncements(const DeviceClues &clues)
{
    for (const DeviceClues::Mdns &each : firstOf(clues.mdns)) {
        const QString service = word(each.service);
        add(from(QStringLiteral("mdns"), service, QStringLiteral("mdns")), hintOfMdnsService(service));
        if (service.startsWith(QLatin1String("_device-info"))) {
            for (const QByteArray &text : firstOf(each.txt))
                readText(QByteArrayLiteral("mdns.device-info.txt"), text);
        }
    }
    for (const QString &type : firstOf(clues.upnpTypes)) {
        const QString plain = plainText(type, mostValue);
        add(from(QStringLiteral("upnp"), plain, QStringLiteral("upnp")), hintOfUpnpType(plain));
    }
}

} // namespace network
