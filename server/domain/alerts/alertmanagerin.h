// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/alerts/condition.h"

#include <QCoreApplication>

#include <chrono>
#include <functional>

namespace alerts {

/// What an Alertmanager sends (its webhook, version 4) or is sent (the lists of its API v2), as conditions.
class AlertmanagerIn
{
    Q_DECLARE_TR_FUNCTIONS(alerts::AlertmanagerIn)
public:
    static constexpr qsizetype mostBytes = 4 << 20;
    static constexpr qsizetype mostAlerts = 5000;
    /// What a list gives no end is over then, unless it is sent again (Alertmanager's `resolve_timeout`).
    static constexpr std::chrono::minutes lapsesAfter{5};

    /// Which device an instance such as "core-sw-01:9100" is; empty: none that is known.
    using Devices = std::function<QString(const QString &instance)>;

    /// What Belfry told an Alertmanager itself is left out. Errors: Invalid, with what is wrong where.
    static core::Result<QList<Condition>> read(const QByteArray &json, const QDateTime &now,
                                               const Devices &devices);
    /// What the usual words of a label mean, or a number of ours; 5 for those nobody uses.
    static int severityOf(const QString &word);
};

} // namespace alerts
