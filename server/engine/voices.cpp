// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/voices.h"

#include "dialects/auraos/auraos.h"
#include "dialects/console/console.h"
#include "dialects/departments/departments.h"
#include "dialects/everyst/everyst.h"
#include "dialects/opmas/opmas.h"

namespace engine {

Voices::Voices(const core::Catalog &catalog)
{
    m_socketIo = {std::make_shared<dialects::Everyst>(), std::make_shared<dialects::Departments>(),
                  std::make_shared<dialects::AuraOs>()};
    m_threatLens = std::make_shared<dialects::ThreatLens>();
    m_documented = {std::make_shared<dialects::Opmas>(QString()), m_threatLens};
    m_endpoints.push_back({"/console", std::make_shared<dialects::Console>(catalog)});
    for (const char *endpoint : {"system", "devices", "agents", "rules"}) {
        m_endpoints.push_back({QByteArrayLiteral("/api/v1/ws/") + endpoint,
                               std::make_shared<dialects::Opmas>(QString::fromLatin1(endpoint))});
    }
}

QStringList Voices::names()
{
    return {QStringLiteral("console"), QStringLiteral("everyst"), QStringLiteral("departments"),
            QStringLiteral("opmas"),   QStringLiteral("auraos"),  QStringLiteral("threatlens")};
}

QStringList Voices::socketIoNames()
{
    return {QStringLiteral("everyst"), QStringLiteral("departments"), QStringLiteral("auraos")};
}

std::shared_ptr<const Namespaces> Voices::namespaces(const QString &narrowed, const QString &epoch) const
{
    auto all = std::make_shared<Namespaces>();
    std::vector<std::shared_ptr<const dialects::Dialect>> root;
    for (const auto &dialect : m_socketIo) {
        const QString nsp = QLatin1Char('/') + dialect->name();
        all->emplace(nsp, std::make_shared<SocketIoSpeaker>(nsp, std::vector{dialect}, epoch));
        if (narrowed.isEmpty() || narrowed == dialect->name())
            root.push_back(dialect);
    }
    const QString rootName = QStringLiteral("/");
    all->emplace(rootName, std::make_shared<SocketIoSpeaker>(rootName, root, epoch));
    return all;
}

std::shared_ptr<const dialects::Dialect> Voices::find(const QString &name) const
{
    for (const auto &dialect : m_socketIo) {
        if (dialect->name() == name)
            return dialect;
    }
    for (const auto &dialect : m_documented) {
        if (dialect->name() == name)
            return dialect;
    }
    for (const Endpoint &endpoint : m_endpoints) {
        if (endpoint.dialect->name() == name)
            return endpoint.dialect;
    }
    return nullptr;
}

} // namespace engine
