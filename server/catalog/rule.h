// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace automation {

/// What a rule looks at. Those behind `Composite` are words of the contract that no rule can have yet.
enum class RuleKind { Metric, State, Absence, Composite, Sigma, Correlation, Quota, Anomaly };

/// What a rule makes of a series that tells nothing any more.
enum class NoData { Keep, Ok, Alert };

} // namespace automation

template <>
struct core::Words<automation::RuleKind>
{
    static constexpr std::array list{"metric", "state",       "absence", "composite",
                                     "sigma",  "correlation", "quota",   "anomaly"};
};

template <>
struct core::Words<automation::NoData>
{
    static constexpr std::array list{"keep", "ok", "alert"};
};

namespace automation {

/// Whose values a rule looks at. `*` in a text stands for anything.
struct RuleSource
{
    QStringList devices; ///< any of these; none: every one
    QMap<QString, QString> labels;

    static core::Fields fields();
    friend bool operator==(const RuleSource &, const RuleSource &) = default;
};

/// How much longer it takes with every return of what has gone, so that what flaps is one alert.
struct FlapGuard
{
    double multiplier = 1.5; ///< 1: no guard
    qint64 atMost = 3600;    ///< seconds; also what counts as a return

    static core::Fields fields();
    friend bool operator==(const FlapGuard &, const FlapGuard &) = default;
};

/// When something is an alert, and when it is none any more. Times are seconds.
struct Rule
{
    QString id;
    QString name;
    RuleKind kind = RuleKind::Metric;
    bool isEnabled = true;
    int version = 1;
    RuleSource source;
    QString condition;
    qint64 holdFor = 0;
    qint64 keepFiringFor = 0;
    std::optional<double> raise; ///< what the word `raise` in the condition stands for
    std::optional<double> clear;
    QStringList groupBy;
    int severity = 5;
    QMap<QString, QString> labels;
    QString summary;
    QStringList suppress;
    NoData noData = NoData::Keep;
    FlapGuard flap;
    qint64 cooldown = 0;

    static core::Fields fields();
    friend bool operator==(const Rule &, const Rule &) = default;
};

} // namespace automation
