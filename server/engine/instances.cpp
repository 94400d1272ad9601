// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instances.h"

#include "core/address.h"
#include "domain/network/known.h"
#include "engine/networking.h"

#include <QUrl>

namespace engine {

Instances::Instances(const Networking &networking)
{
    const QStringList devices = networking.devices();
    for (const QString &id : devices) {
        const network::Known *known = networking.device(id);
        QSet<QString> called{known->entry.name.toLower(), known->entry.hostname.toLower()};
        for (const network::KnownAddress &address : known->addresses) {
            if (address.isCurrent)
                called.insert(address.address.toLower());
        }
        for (const network::KnownName &name : known->names)
            called.insert(name.name.toLower());
        for (const QString &name : std::as_const(called))
            add(name, id);
    }
}

void Instances::add(const QString &name, const QString &device)
{
    if (name.isEmpty())
        return;
    const auto known = m_devices.find(name);
    if (known == m_devices.end())
        m_devices.insert(name, device);
    else
        known->clear();
}

QString Instances::deviceOf(const QString &instance) const { return m_devices.value(hostIn(instance)); }

QString Instances::hostIn(const QString &instance)
{
    // An IPv6 address alone would be taken for a name with a port.
    if (const auto address = core::Address::parse(instance))
        return address->toString();
    const QString written =
        instance.contains(QLatin1String("://")) ? instance : QStringLiteral("//") + instance;
    const QString host = QUrl(written).host().toLower();
    const auto address = core::Address::parse(host);
    return address ? address->toString() : host;
}

} // namespace engine
