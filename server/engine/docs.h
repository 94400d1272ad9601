// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/httppaths.h"
#include "engine/voices.h"
#include "transport/httpresource.h"
#include "transport/router.h"

#include <functional>
#include <map>

namespace engine {

/// `/docs`: what each contract and each HTTP route is, made of the catalogue: pages for people, AsyncAPI 3.0
/// and OpenAPI 3.1 for programs. For everybody; made when first asked for.
class Docs
{
public:
    /// `paths`: the routes of everybody else.
    Docs(const Voices &voices, const core::Catalog &catalog, QString version, HttpPaths paths);

    void registerAt(transport::Router &router);

private:
    using Maker = std::function<transport::HttpResource()>;

    void serve(transport::Router &router, const QByteArray &path, const Maker &make);
    [[nodiscard]] QJsonObject contract(const QString &name) const;
    [[nodiscard]] QByteArray indexPage() const;
    [[nodiscard]] QByteArray contractPageOf(const QString &name) const;

    const Voices &m_voices;
    const core::Catalog &m_catalog;
    const QString m_version;
    HttpPaths m_paths;
    std::map<QByteArray, transport::HttpResource> m_made;
};

} // namespace engine
