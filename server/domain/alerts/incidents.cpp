// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/incidents.h"

#include <QCoreApplication>

namespace alerts {

Condition conditionOf(const security::Incident &incident)
{
    Condition out;
    out.title = QCoreApplication::translate("alerts", "Security incident in %1: %2")
                    .arg(incident.departmentId, incident.type);
    out.message = incident.details;
    out.kind = Kind::Security;
    out.severity = incident.severity;
    out.source = incident.source;
    out.labels = {{QStringLiteral("department"), incident.departmentId},
                  {QStringLiteral("incident"), incident.type}};
    out.fingerprint =
        fingerprintOf(QStringLiteral("security.incident"), incident.departmentId, {{incident.type, {}}});
    out.at = incident.timestamp;
    return out;
}

Condition conditionOf(const Raised &alert, const QString &origin)
{
    Condition out;
    out.title = alert.title;
    out.message = alert.message;
    out.kind = alert.alertType;
    out.severity = alert.severity;
    out.source = alert.source;
    out.labels = {{QStringLiteral("reported_by"), origin}};
    out.fingerprint = fingerprintOf(QStringLiteral("reported"), origin, {{alert.id, {}}});
    out.at = alert.createdAt;
    return out;
}

} // namespace alerts
