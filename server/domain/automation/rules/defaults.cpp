// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/defaults.h"

#include <QCoreApplication>

#include <array>

namespace automation::rules {

namespace {
/// One shipped rule; what is 0 is as every rule has it. Times are seconds.
struct ShippedRow
{
    const char *id;
    const char *name;
    RuleKind kind;
    const char *condition;
    std::optional<double> raise;
    std::optional<double> clear;
    int holdFor;
    int keepFiringFor;
    int cooldown;
    int severity;
    NoData noData;
    const char *summary;
};

constexpr RuleKind metric = RuleKind::Metric;
constexpr RuleKind state = RuleKind::State;
constexpr double hour = 3600;
constexpr double day = 86400;

const std::array shippedRows{
    // As Everyst has it: at once, and not again for five minutes.
    ShippedRow{"memory-high", QT_TRANSLATE_NOOP("automation", "High memory usage"), metric,
               "last(memory.usage[1m]) >= raise", 90, 85, 0, 0, 300, 6, NoData::Keep,
               QT_TRANSLATE_NOOP("automation", "{value} % of the memory of {source} is in use.")},
    ShippedRow{
        "processor-busy", QT_TRANSLATE_NOOP("automation", "Processor busy"), metric,
        "avg(cpu.usage[1m]) >= raise", 95, 85, 300, 60, 0, 5, NoData::Keep,
        QT_TRANSLATE_NOOP("automation", "The processor of {source} has been at {value} % for five minutes.")},
    ShippedRow{"disk-almost-full", QT_TRANSLATE_NOOP("automation", "File system almost full"), metric,
               "last(volume.usage.*[10m]) >= raise", 95, 93, 60, 0, 0, 8, NoData::Keep,
               QT_TRANSLATE_NOOP("automation", "{value} % of a file system of {source} is in use ({name}).")},
    ShippedRow{"disk-full-soon", QT_TRANSLATE_NOOP("automation", "File system full within a day"), metric,
               "predict(volume.usage.*[6h], 100) < raise", day, 36 * hour, 1800, 1800, 0, 6, NoData::Keep,
               QT_TRANSLATE_NOOP("automation",
                                 "As it goes on, a file system of {source} is full in {value} ({name}).")},
    ShippedRow{"device-down",
               QT_TRANSLATE_NOOP("automation", "Device down"),
               state,
               "device.status{expected=\"up\"} == offline",
               {},
               {},
               0,
               0,
               0,
               8,
               NoData::Keep,
               QT_TRANSLATE_NOOP("automation", "{source} does not answer, though it should be up.")},
    ShippedRow{"device-flapping", QT_TRANSLATE_NOOP("automation", "Device comes and goes"), state,
               "changes(device.status[10m]) >= raise", 6, 1, 0, 0, 0, 5, NoData::Keep,
               QT_TRANSLATE_NOOP("automation", "{source} came or went {value} times within ten minutes.")},
    ShippedRow{"service-down",
               QT_TRANSLATE_NOOP("automation", "Service down"),
               state,
               "service.status == inactive",
               {},
               {},
               0,
               0,
               0,
               7,
               NoData::Keep,
               QT_TRANSLATE_NOOP("automation", "{source} does not work as it should.")},
    ShippedRow{"certificate-expires",
               QT_TRANSLATE_NOOP("automation", "Certificate expires soon"),
               metric,
               "last(service.certificate.days[2d]) < raise",
               14,
               {},
               0,
               0,
               0,
               6,
               NoData::Keep,
               QT_TRANSLATE_NOOP("automation", "The certificate of {source} expires in {value} days.")},
    ShippedRow{
        "interface-errors", QT_TRANSLATE_NOOP("automation", "Errors on an interface"), metric,
        "avg(interface.*.errors[5m]) > raise", 1, 0.1, 300, 300, 0, 5, NoData::Ok,
        QT_TRANSLATE_NOOP("automation", "An interface of {source} has {value} errors a second ({name}).")},
    ShippedRow{"reach-loss", QT_TRANSLATE_NOOP("automation", "Answers get lost"), metric,
               "avg(reach.loss[2m]) >= raise", 20, 10, 300, 60, 0, 6, NoData::Ok,
               QT_TRANSLATE_NOOP("automation", "{value} % of the probes of {source} are not answered.")},
    ShippedRow{"reach-slow", QT_TRANSLATE_NOOP("automation", "Answers take long"), metric,
               "avg(reach.rtt[5m]) >= raise", 250, 200, 300, 300, 0, 4, NoData::Ok,
               QT_TRANSLATE_NOOP("automation", "{source} takes {value} ms to answer.")},
};
} // namespace

QList<Rule> shippedRules()
{
    QList<Rule> rules;
    for (const ShippedRow &row : shippedRows) {
        Rule rule;
        rule.id = QString::fromLatin1(row.id);
        rule.name = QCoreApplication::translate("automation", row.name);
        rule.kind = row.kind;
        rule.condition = QString::fromLatin1(row.condition);
        rule.raise = row.raise;
        rule.clear = row.clear;
        rule.holdFor = row.holdFor;
        rule.keepFiringFor = row.keepFiringFor;
        rule.cooldown = row.cooldown;
        rule.severity = row.severity;
        rule.noData = row.noData;
        rule.summary = QCoreApplication::translate("automation", row.summary);
        // What is down loses every answer: that is said once.
        if (rule.id == QLatin1String("device-down"))
            rule.suppress = QStringList{QStringLiteral("reach-loss"), QStringLiteral("reach-slow")};
        rules << rule;
    }
    return rules;
}

} // namespace automation::rules
