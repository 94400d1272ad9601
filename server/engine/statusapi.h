// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/session.h"
#include "engine/httppaths.h"
#include "engine/reception.h"
#include "transport/router.h"

namespace engine {

/// The status pages of ThreatLens' contract, for viewers and up: `/ws/info` and `/realtime/status`.
class StatusApi
{
public:
    using Status = std::function<session::ServerStatus::Reply(const core::Principal &)>;

    StatusApi(Reception &reception, Status status) : m_reception(reception), m_status(std::move(status)) {}

    void registerAt(transport::Router &router);
    /// What `registerAt` serves, for the documents.
    static void describe(HttpPaths &paths);

private:
    /// Whoever asks. Errors: AuthenticationRequired, Forbidden.
    [[nodiscard]] core::Result<core::Principal> viewer(const transport::HttpRequest &request) const;
    [[nodiscard]] QJsonObject info() const;
    [[nodiscard]] QJsonObject realtime(const core::Principal &caller) const;

    Reception &m_reception;
    Status m_status;
};

} // namespace engine
