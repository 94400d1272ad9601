// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/schema.h"

namespace everything {

using core::field;

enum class Kind { Discovery, Full };

struct Settings
{
    std::optional<int> timeout;
    std::optional<bool> parallel;

    static core::Fields fields()
    {
        return {field("timeout", &Settings::timeout, "Seconds").between(1, 600),
                field("parallel", &Settings::parallel, "Side by side")};
    }
};

/// A described type with a member of every sort.
struct Everything
{
    Kind scanKind = Kind::Discovery;
    QString target;
    std::optional<Settings> settings;
    QList<int> ports;
    QMap<QString, double> rates;
    std::optional<double> temperature;
    QDateTime seenAt;
    qint64 bytes = 0;
    int retries = 3;

    static core::Fields fields()
    {
        return {field("scan_kind", &Everything::scanKind, "What is done"),
                field("target", &Everything::target, "Where").atMost(10),
                field("settings", &Everything::settings, "How"),
                field("ports", &Everything::ports, "Which").atMost(3),
                field("rates", &Everything::rates, "By name"),
                field("temperature", &Everything::temperature, "°C").nullable(),
                field("seen_at", &Everything::seenAt, "When"),
                field("bytes", &Everything::bytes, "How many"),
                field("retries", &Everything::retries, "How often").defaulted()};
    }
};

inline Everything sample()
{
    Everything value;
    value.scanKind = Kind::Full;
    value.target = u"10.0.0.1"_qs;
    value.settings = Settings{30, true};
    value.ports = {22, 80};
    value.rates = {{u"eth_0"_qs, 1.5}};
    value.temperature = 46.5;
    value.seenAt = core::timeFromText(u"2026-11-20T14:28:03.250Z"_qs);
    value.bytes = 4096;
    return value;
}

} // namespace everything

template <>
struct core::Words<everything::Kind>
{
    static constexpr std::array list{"discovery", "full"};
};
