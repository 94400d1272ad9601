// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/condition.h"
#include "domain/automation/rules/ruler.h"

#include <QCoreApplication>
#include <QHash>

namespace automation {
struct AppUpdated;
struct CheckedApp;
} // namespace automation

namespace engine {

class Networking;

/// What rules and alerts are about: this machine, devices, services. Says how each is, and what it is called.
class Subjects
{
    Q_DECLARE_TR_FUNCTIONS(engine::Subjects)
public:
    Subjects(const Networking &networking, QString machine)
        : m_networking(networking), m_machine(std::move(machine))
    {
    }

    /// Behind what a device stands that is down; empty: nothing.
    void setCause(const QString &device, const QString &cause);
    void forget(const QString &device) { m_causes.remove(device); }
    /// A service, by the last that is known of it.
    void setService(const automation::CheckedApp &app);
    /// Whether it was asked since the start.
    [[nodiscard]] bool isService(const QString &id) const { return m_services.contains(id); }

    /// What is said of a source: its readings and its states carry it.
    [[nodiscard]] QMap<QString, QString> saidOf(const QString &source) const;
    /// What every alert about it carries, so that matchers can be asked of it: labels without a value, too.
    [[nodiscard]] QMap<QString, QString> matchableOf(const QString &source) const;
    /// How a device is now; nothing: there is none.
    [[nodiscard]] std::optional<automation::rules::StateChange> stateOf(const QString &device,
                                                                        const QDateTime &at) const;
    [[nodiscard]] automation::rules::StateChange stateOf(const automation::CheckedApp &app,
                                                         const QDateTime &at) const;
    /// How a service was.
    [[nodiscard]] automation::rules::StateChange stateOf(const automation::AppUpdated &app) const;
    /// What a rule found, as the alert it is to be.
    [[nodiscard]] alerts::Condition conditionOf(const automation::rules::Finding &finding) const;
    /// The department that what a rule finds of a group belongs to, as its alert will; empty: none.
    [[nodiscard]] QString departmentOf(const automation::Rule &rule,
                                       const automation::rules::Labels &group) const;
    /// The department an alert belongs to; empty: none.
    [[nodiscard]] QString departmentOf(const alerts::Alert &alert) const;

private:
    [[nodiscard]] QString nameOf(const QString &source) const;
    [[nodiscard]] QMap<QString, QString> labelsOf(const QString &source) const;

    const Networking &m_networking;
    QString m_machine;
    QHash<QString, QString> m_causes;
    QHash<QString, QString> m_services; ///< id → what it is called
};

} // namespace engine
