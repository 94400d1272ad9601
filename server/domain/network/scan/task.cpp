// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/task.h"

#include <array>

namespace network::scan {

namespace {
// How a profile and an intensity are called in a request to the helper.
constexpr std::array profileWords{"discovery", "ports", "ports-os", "targeted", "full"};
constexpr std::array intensityWords{"light", "normal", "aggressive"};
// nmap(1), -sV: 0 sends next to nothing, 9 every probe there is.
constexpr std::array versionIntensities{"2", "5", "9"};

QStringList words(std::initializer_list<const char *> list)
{
    QStringList out;
    for (const char *word : list)
        out << QLatin1String(word);
    return out;
}

QStringList pace(Intensity intensity)
{
    switch (intensity) {
    case Intensity::Light:
        return words({"-T3", "--max-rate", "100", "--max-retries", "2"});
    case Intensity::Normal:
        return words({"-T4", "--max-rate", "1000"});
    case Intensity::Aggressive:
        break;
    }
    return words({"-T4"});
}

QStringList portArguments(const Ports &ports, bool isRaw)
{
    QStringList out;
    if (ports.hasTcp())
        out << (isRaw ? QStringLiteral("-sS") : QStringLiteral("-sT"));
    if (ports.hasUdp())
        out << QStringLiteral("-sU");
    if (ports.hasSctp())
        out << QStringLiteral("-sY");
    if (ports.topCount() > 0)
        return out << QStringLiteral("--top-ports") << QString::number(ports.topCount());
    return out << QStringLiteral("-p") << ports.toString();
}
} // namespace

QStringList Task::arguments() const
{
    // -v: tells of the steps it begins and ends. A host group as large as a block: the steps come once.
    QStringList out = words({"-n", "-v", "--no-stylesheet", "--stats-every", "1s", "-oX", "-"});
    if (isRaw)
        out << QStringLiteral("--privileged");
    else // no ARP and no ICMP: more doors to knock at than nmap's own two
        out << words({"--unprivileged", "-PS22,80,135,139,443,445,3389,8080,9100"});
    out << pace(intensity);
    if (profile == Profile::Discovery || !ports)
        out << QStringLiteral("-sn");
    else
        out << words({"--min-hostgroup", "32"}) << portArguments(*ports, isRaw);
    if (findsServices())
        out << words({"-sV", "--version-intensity"}) << QLatin1String(versionIntensities[size_t(intensity)]);
    if (guessesSystems())
        out << words({"-O", "--max-os-tries", "2"});
    if (tracesWays())
        out << QStringLiteral("--traceroute");
    if (!targets.isEmpty() && targets.first().address().family() == core::Address::Family::V6)
        out << QStringLiteral("-6");
    out << QStringLiteral("--");
    for (const core::Subnet &target : targets)
        out << target.toString();
    return out;
}

QByteArray Task::request() const
{
    QStringList names;
    for (const core::Subnet &target : targets)
        names << target.toString();
    const QString portText =
        profile == Profile::Discovery || !ports ? QStringLiteral("-") : ports->toString();
    return QStringLiteral("scan %1 %2 %3 %4 %5\n")
        .arg(QLatin1String(profileWords[size_t(profile)]), QLatin1String(intensityWords[size_t(intensity)]),
             QString::number(timeout.count()), portText, names.join(QLatin1Char(',')))
        .toLatin1();
}

} // namespace network::scan
