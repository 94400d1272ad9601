// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/systems.h"

#include <QStringList>

#include <algorithm>

namespace network {

namespace {
using enum DeviceType;

struct RunsOn
{
    const char *words; ///< joined by |; any of them within "vendor family product"
    DeviceTypes types;
    double weight;
};

/// The first row counts, so the special stands before the general.
const QList<RunsOn> &runsOn()
{
    static const QList<RunsOn> table{
        {"windows server|windows nt server|windows 2000 server|small business server|mac os x server",
         {Server},
         2.0},
        {"windows phone|windows mobile", {Phone}, 2.0},
        {"windows ce|windows embedded", {Iot}, 1.0},
        {"windows 10|windows 11|windows 7|windows 8|windows vista|windows xp|windows 95|windows 98|windows "
         "me",
         {Workstation, Laptop},
         2.0},
        {"tvos|android tv|webos|tizen|roku", {Media}, 2.5},
        {"watchos", {Iot}, 2.0},
        {"ipados", {Tablet}, 2.5},
        {"apple ios", {Phone, Tablet}, 2.5},
        {"android", {Phone, Tablet, Media}, 2.0},
        {"chrome os|chromeos", {Laptop}, 2.0},
        {"mac os x|macos|os x", {Laptop, Workstation}, 2.0},
        {"vmware esx|vmware esxi|esxi|vsphere|proxmox|xenserver|xcp-ng|hyper-v server", {Hypervisor}, 3.0},
        {"pix|adaptive "
         "security|fortios|pan-os|screenos|sonicos|pfsense|opnsense|firewall-1|gaia|ipfire|fireware",
         {Firewall},
         2.5},
        {"routeros|junos|vyos|edgeos|openwrt|dd-wrt|fritz!os|ios xr", {Router}, 2.5},
        {"nx-os|comware|procurve|arubaos-cx|cumulus|dell networking|extremexos|eos", {Switch}, 2.5},
        {"cisco ios", {Router, Switch}, 2.0},
        {"airos|airport|aruba instant|unifi", {AccessPoint}, 2.5},
        {"diskstation|synology|freenas|truenas|openmediavault|data ontap|qnap|qts", {Nas}, 2.5},
        {"jetdirect", {Printer}, 2.5},
        {"ilo|idrac|ilom|remote access controller|active management", {Server}, 2.0},
        {"solaris|hp-ux|aix|openvms|netware|os/400|z/os|irix|tru64|digital unix|openserver|unixware",
         {Server},
         1.5},
        {"enterprise linux|centos|linux enterprise|amazon|oracle linux|rocky|almalinux|cloudlinux",
         {Server},
         1.2},
        {"raspbian|raspberry pi os", {Iot, Server}, 1.0},
        // What tells its distribution to everybody serves something.
        {"ubuntu|debian|freebsd", {Server}, 1.2},
        {"windows", {Workstation, Server, Laptop}, 1.5},
    };
    return table;
}

/// Whether a word stands there by itself: "ilo" is not in "silo".
bool hasWord(const QString &text, QLatin1String word)
{
    const auto isLetter = [&](qsizetype at) { return at >= 0 && at < text.size() && text.at(at).isLetter(); };
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (!isLetter(at - 1) && !isLetter(at + word.size()))
            return true;
    }
    return false;
}

bool hasAny(const QString &text, const char *joined)
{
    QLatin1String words(joined);
    while (!words.isEmpty()) {
        const qsizetype bar = words.indexOf(u'|');
        if (hasWord(text, bar < 0 ? words : words.first(bar)))
            return true;
        words = bar < 0 ? QLatin1String() : words.sliced(bar + 1);
    }
    return false;
}

QString familyOf(const QString &vendor, const QString &family, const QString &product)
{
    const QString own = family.isEmpty() ? product : family;
    const QString words = (vendor + u' ' + family + u' ' + product).toLower();
    if (hasAny(words, "tvos|ipados|watchos"))
        return hasAny(words, "tvos")     ? QStringLiteral("tvOS")
               : hasAny(words, "ipados") ? QStringLiteral("iPadOS")
                                         : QStringLiteral("watchOS");
    if (own.startsWith(QLatin1String("Windows")) || hasAny(words, "microsoft windows"))
        return QStringLiteral("Windows");
    if (hasAny(words, "mac os x|macos|os x"))
        return QStringLiteral("macOS");
    // Two systems of this name: Apple writes a small i.
    if (own == QLatin1String("IOS") || hasAny(words, "cisco ios"))
        return QStringLiteral("Cisco IOS");
    if (hasAny(words, "android"))
        return QStringLiteral("Android");
    if (hasAny(words, "linux|ubuntu|debian|centos|raspbian"))
        return QStringLiteral("Linux");
    if (hasAny(words, "freebsd"))
        return QStringLiteral("FreeBSD");
    // The name of a model is no family: "NC-8700w", "Aironet 1240 Firmware".
    const bool hasDigit = std::any_of(own.begin(), own.end(), [](QChar c) { return c.isDigit(); });
    const bool isModel = hasDigit && own != QLatin1String("OS/400") && own != QLatin1String("OS/2");
    return isModel || own == QLatin1String("embedded") ? QStringLiteral("Embedded") : own;
}
} // namespace

System systemOf(const QString &vendor, const QString &family, const QString &product, const QString &version)
{
    System system{familyOf(vendor, family, product), {}};
    if (system.family.isEmpty())
        return {};
    const QString name = product.isEmpty() ? family : product;
    // Nobody says "Microsoft Windows" or "Linux Linux"; "Debian Linux" is told.
    const bool isNamed = name.contains(vendor, Qt::CaseInsensitive) ||
                         name.startsWith(QLatin1String("Windows")) || vendor == QLatin1String("Apple");
    QStringList parts;
    if (!vendor.isEmpty() && !isNamed)
        parts << vendor;
    parts << name;
    if (!version.isEmpty() && version.at(0).isLetterOrNumber() && version != QLatin1String("none") &&
        !name.contains(version))
        parts << version;
    system.text = parts.join(u' ');
    return system;
}

Hint hintOfSystem(const QString &vendor, const QString &family, const QString &product)
{
    const QString words = (vendor + u' ' + family + u' ' + product).toLower();
    for (const RunsOn &row : runsOn()) {
        if (hasAny(words, row.words))
            return {row.types, row.weight};
    }
    return {};
}

System systemOfCpe(QStringView cpe)
{
    const QList<QStringView> parts = cpe.split(u':');
    if (parts.size() < 4 || parts.at(0) != QLatin1String("cpe") || parts.at(1) != QLatin1String("/o"))
        return {};
    const auto word = [&](qsizetype at) {
        return at < parts.size() ? parts.at(at).toString().replace(u'_', u' ') : QString();
    };
    QString product = word(3);
    if (product == QLatin1String("linux kernel"))
        return systemOf({}, QStringLiteral("Linux"), QStringLiteral("Linux"), word(4));
    if (product.startsWith(QLatin1String("windows")))
        product[0] = u'W';
    if (word(2) == QLatin1String("cisco") && product == QLatin1String("ios"))
        return systemOf(QStringLiteral("Cisco"), QStringLiteral("IOS"), QStringLiteral("IOS"), word(4));
    return systemOf({}, {}, product, word(4));
}

} // namespace network
