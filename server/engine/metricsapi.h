// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/exposition.h"
#include "engine/httppaths.h"
#include "engine/reception.h"
#include "transport/router.h"

namespace engine {

/// `GET /metrics`: what the server itself does, for Prometheus. For those who may view.
class MetricsApi
{
public:
    /// `furnish` adds what only its owner knows (doors, store); may be unset.
    MetricsApi(Reception &reception, std::function<void(Exposition &)> furnish);

    void registerAt(transport::Router &router);
    static void describe(HttpPaths &paths);
    [[nodiscard]] QByteArray page() const;

private:
    [[nodiscard]] transport::HttpResponse answer(const transport::HttpRequest &request) const;
    void tellSessions(Exposition &page) const;
    void tellEvents(Exposition &page) const;
    void tellCommands(Exposition &page) const;
    void tellRefusals(Exposition &page) const;

    Reception &m_reception;
    std::function<void(Exposition &)> m_furnish;
    QMap<QString, quint64> m_published; ///< by topic
};

} // namespace engine
