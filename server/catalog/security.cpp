// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/security.h"

namespace security {

void declare(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{90};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString department = QStringLiteral("dept123");
    const QString address = QStringLiteral("192.168.1.100");
    catalog.event<Event>({.priority = 8, .retention = kept, .publishers = core::roles::agents},
                         {QStringLiteral("event_123"),
                          8,
                          QStringLiteral("authentication"),
                          QStringLiteral("auth_service"),
                          QStringLiteral("Failed login attempt detected"),
                          time,
                          {QStringLiteral("high"), 0.85},
                          {QStringLiteral("Review user account")}},
                         [](const Event &fact) { return fact.severity; });
    catalog.event<Incident>({.priority = 8, .retention = kept, .publishers = core::roles::agents},
                            {department, 8, QStringLiteral("unusual_traffic"), address,
                             QStringLiteral("Sudden spike in outbound traffic"), time});
    catalog.event<AddressBlocked>({.priority = 7, .retention = kept, .publishers = core::roles::operators},
                                  {department, address, QStringLiteral("Exceeded rate limit"), 3600.0, time});
}

} // namespace security
