// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/progress.h"

#include <QCoreApplication>

#include <array>

namespace network::scan {

namespace {
/// Where each part of the work ends, in hundredths, by profile: answers, ports, services, system, the rest.
constexpr std::array<std::array<int, 5>, 5> partEnds{{{100, 100, 100, 100, 100},
                                                      {10, 100, 100, 100, 100},
                                                      {10, 75, 75, 100, 100},
                                                      {5, 40, 85, 95, 100},
                                                      {5, 40, 80, 90, 100}}};
} // namespace

Advance::Part Advance::partOf(QStringView step)
{
    // As nmap 7 names them: "ARP Ping Scan", "SYN Stealth Scan", "Service scan", "OS detection",
    // "Traceroute", "NSE".
    if (step.contains(QLatin1String("Ping")) || step.contains(QLatin1String("ND ")))
        return Part::Answers;
    if (step.contains(QLatin1String("Service")))
        return Part::Services;
    if (step.contains(QLatin1String("OS ")))
        return Part::System;
    if (step == QLatin1String("Traceroute") || step == QLatin1String("NSE"))
        return Part::Rest;
    return step.contains(QLatin1String("Scan")) ? Part::Ports : Part::Unknown;
}

void Advance::take(const Step &step)
{
    m_part = partOf(step.name);
    if (m_part == Part::Unknown)
        return;
    const auto &ends = partEnds[size_t(m_profile)];
    const auto part = size_t(m_part);
    const double begin = part == 0 ? 0 : ends[part - 1];
    m_share = qMax(m_share, (begin + (ends[part] - begin) * step.percent / 100) / 100);
}

QString Advance::doing() const
{
    switch (m_part) {
    case Part::Answers:
        return QCoreApplication::translate("network", "Asking who answers");
    case Part::Ports:
        return QCoreApplication::translate("network", "Knocking at ports");
    case Part::Services:
        return QCoreApplication::translate("network", "Asking ports what they are");
    case Part::System:
        return QCoreApplication::translate("network", "Guessing operating systems");
    case Part::Rest:
        return QCoreApplication::translate("network", "Following the way there");
    case Part::Unknown:
        break;
    }
    return {};
}

} // namespace network::scan
