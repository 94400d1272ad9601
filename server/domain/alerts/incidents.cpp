// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/incidents.h"

#include <QCoreApplication>

namespace alerts {

namespace {
constexpr int idBytes = 9;
constexpr qsizetype longestTitle = 256;
} // namespace

core::Draft raisedBy(const security::Incident &incident, const core::Event &event, core::Entropy &entropy,
                     const QDateTime &now)
{
    Raised alert;
    alert.id = QString(QStringLiteral("a-") + entropy.token(idBytes));
    alert.title = QCoreApplication::translate("alerts", "Security incident in %1: %2")
                      .arg(incident.departmentId, incident.type)
                      .left(longestTitle);
    alert.message = incident.details;
    alert.alertType = Kind::Security;
    alert.severity = incident.severity;
    alert.source = incident.source;
    alert.createdAt = now;
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(Raised::topic));
    draft.priority = incident.severity;
    draft.source = event.source;
    draft.audience.departments = event.audience.departments;
    draft.payload = alert;
    return draft;
}

} // namespace alerts
