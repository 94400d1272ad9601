// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/scope.h"

namespace network {

void declareScope(core::Catalog &catalog)
{
    const QString subnet = QStringLiteral("192.168.1.0/24");
    const QString office = QStringLiteral("Office");
    const Credential credential{QStringLiteral("c-1"),
                                office,
                                QStringLiteral("v3"),
                                QStringLiteral("watcher"),
                                QStringLiteral("sha"),
                                QStringLiteral("aes"),
                                {subnet}};
    catalog.command<ListScope>(
        core::roles::viewers, {},
        {{{subnet, office, true, true, QStringLiteral("eth0"), 256, 41}},
         QStringLiteral("nmap 7.93"),
         {QStringLiteral("Scans see no hardware addresses and systems: the scan helper does not run.")}});
    catalog.command<SetScope>(core::roles::admins, {subnet, office, true, true}, {});
    catalog.command<RemoveScope>(core::roles::admins, {subnet}, {});
    catalog.command<ListCredentials>(core::roles::admins, {}, {{credential}});
    SetCredential set;
    set.displayName = office;
    set.community = QStringLiteral("public");
    catalog.command<SetCredential>(core::roles::admins, set, {credential.id});
    catalog.command<RemoveCredential>(core::roles::admins, {credential.id}, {});
    catalog.command<TestCredential>(core::roles::admins, {credential.id, QStringLiteral("192.168.1.2")},
                                    {true, QStringLiteral("core-sw-01 answers.")});
}

} // namespace network
