// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/subjects.h"

#include "catalog/automation.h"
#include "catalog/checks.h"
#include "domain/automation/rules/sentence.h"
#include "domain/network/known.h"
#include "engine/networking.h"

namespace engine {

namespace {
namespace rules = automation::rules;
const QString sourceLabel = QStringLiteral("source");
const QString nameLabel = QStringLiteral("name");
const QString seriesLabel = QStringLiteral("series");
const QString departmentLabel = QStringLiteral("department");
const QString offline = QStringLiteral("offline");
constexpr QLatin1String host{"host"};
constexpr QLatin1String deviceStatus{"device.status"};
constexpr QLatin1String networkPrefixes[] = {QLatin1String("reach."), QLatin1String("interface."),
                                             QLatin1String("device.")};

/// Those that `labelsOf` gives.
constexpr const char *labelNames[] = {"device",     "address",     "type",   "subnet",
                                      "department", "criticality", "service"};

/// The word rules go by: what is behind something that is down does not answer either.
QString wordOf(network::State state)
{
    switch (state) {
    case network::State::Up:
        return QStringLiteral("online");
    case network::State::Down:
    case network::State::Unreachable:
        return offline;
    case network::State::Away:
        return QStringLiteral("away");
    case network::State::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

bool isAboutNetwork(const automation::Rule &rule)
{
    return std::any_of(std::begin(networkPrefixes), std::end(networkPrefixes),
                       [&](QLatin1String prefix) { return rule.condition.contains(prefix); });
}
} // namespace

void Subjects::setCause(const QString &device, const QString &cause)
{
    if (cause.isEmpty())
        m_causes.remove(device);
    else
        m_causes.insert(device, cause);
}

void Subjects::setService(const automation::CheckedApp &app)
{
    m_services.insert(app.check.appId,
                      app.check.displayName.isEmpty() ? app.check.appId : app.check.displayName);
}

std::optional<rules::StateChange> Subjects::stateOf(const QString &device, const QDateTime &at) const
{
    const network::Known *known = m_networking.device(device);
    if (known == nullptr)
        return std::nullopt;
    return rules::StateChange{device, deviceStatus, wordOf(known->entry.state), at.toMSecsSinceEpoch(),
                              saidOf(device)};
}

rules::StateChange Subjects::stateOf(const automation::CheckedApp &app, const QDateTime &at) const
{
    return stateOf(
        {app.check.appId, app.isActive ? automation::AppState::Active : automation::AppState::Inactive, at});
}

rules::StateChange Subjects::stateOf(const automation::AppUpdated &app) const
{
    return {app.appId, QStringLiteral("service.status"),
            app.status == automation::AppState::Active ? QStringLiteral("active")
                                                       : QStringLiteral("inactive"),
            app.updatedAt.toMSecsSinceEpoch(), labelsOf(app.appId)};
}

QMap<QString, QString> Subjects::saidOf(const QString &source) const
{
    QMap<QString, QString> labels = labelsOf(source);
    const network::Known *known = m_networking.device(source);
    if (known != nullptr && known->entry.isExpectedUp)
        labels.insert(QStringLiteral("expected"), QStringLiteral("up"));
    return labels;
}

QMap<QString, QString> Subjects::matchableOf(const QString &source) const
{
    const bool isDevice = m_networking.device(source) != nullptr;
    QMap<QString, QString> labels{{QStringLiteral("subject"), isDevice ? source : QString()}};
    for (const char *label : labelNames)
        labels.insert(QString::fromLatin1(label), {});
    labels.insert(labelsOf(source));
    return labels;
}

QString Subjects::nameOf(const QString &source) const
{
    if (source == host)
        return m_machine;
    if (const network::Known *known = m_networking.device(source))
        return known->entry.name;
    return m_services.value(source, source);
}

QMap<QString, QString> Subjects::labelsOf(const QString &source) const
{
    QMap<QString, QString> labels;
    const auto add = [&labels](const char *label, const QString &value) {
        if (!value.isEmpty())
            labels.insert(QString::fromLatin1(label), value);
    };
    if (const network::Known *known = m_networking.device(source)) {
        const network::Entry &entry = known->entry;
        add("device", entry.name);
        add("address", entry.addresses.value(0));
        add("type", entry.deviceType);
        add("subnet", entry.subnet);
        add("department", entry.departmentId);
        add("criticality", QString::number(entry.criticality));
    } else if (m_services.contains(source)) {
        add("service", m_services.value(source));
    } else {
        add("device", nameOf(source));
    }
    return labels;
}

alerts::Condition Subjects::conditionOf(const rules::Finding &finding) const
{
    const automation::Rule &rule = finding.rule;
    rules::Transition shown = finding.transition;
    const QString source = shown.group.value(sourceLabel);
    alerts::Condition out;
    out.fingerprint = alerts::fingerprintOf(rule.id, source, shown.group);
    out.isFiring = rules::isRaised(shown.to);
    out.at = shown.at;
    out.source = rule.id;
    out.severity = rule.severity;
    out.kind = isAboutNetwork(rule) ? alerts::Kind::Network : alerts::Kind::System;
    const QString name = source.isEmpty() ? QString() : nameOf(source);
    const QString heading = rule.name.isEmpty() ? rule.id : rule.name;
    //: Title of an alert: the name of the rule, and what it is about
    out.title = name.isEmpty() ? heading : tr("%1: %2").arg(heading, name);
    if (!source.isEmpty())
        shown.group.insert(sourceLabel, name);
    out.message = rules::summaryOf(rule, shown);
    if (m_networking.device(source) != nullptr) {
        out.subjectId = source;
        out.causeId = m_causes.value(source);
        out.isOutage = rule.kind == automation::RuleKind::State && rule.condition.contains(deviceStatus) &&
                       shown.word == offline;
    }
    // Told for the alert's chart; no part of its fingerprint, or those that are known would be others.
    if (const QString series = rules::seriesOf(rule, shown); !series.isEmpty())
        out.labels.insert(seriesLabel, series);
    for (auto label = shown.group.cbegin(); label != shown.group.cend(); ++label) {
        if (label.key() == nameLabel)
            out.labels.insert(seriesLabel, label.value());
        else if (label.key() != sourceLabel)
            out.labels.insert(label.key(), label.value());
    }
    if (!source.isEmpty())
        out.labels.insert(labelsOf(source));
    out.labels.insert(rule.labels);
    out.labels.insert(QStringLiteral("rule"), rule.id);
    return out;
}

QString Subjects::departmentOf(const automation::Rule &rule, const rules::Labels &group) const
{
    if (const network::Known *known = m_networking.device(group.value(sourceLabel)))
        return known->entry.departmentId;
    return rule.labels.value(departmentLabel, group.value(departmentLabel));
}

QString Subjects::departmentOf(const alerts::Alert &alert) const
{
    const network::Known *known = m_networking.device(alert.subjectId);
    return known != nullptr ? known->entry.departmentId : alert.labels.value(departmentLabel);
}

} // namespace engine
