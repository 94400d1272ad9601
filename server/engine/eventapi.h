// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/httppaths.h"
#include "engine/idempotency.h"
#include "engine/intake.h"
#include "engine/reception.h"
#include "transport/router.h"

namespace engine {

/// `POST /api/v1/events`: programs publish facts, one or several at once, all of them or none.
class EventApi
{
public:
    EventApi(Intake &intake, Verifier verify, core::Clock &clock)
        : m_intake(intake), m_verify(std::move(verify)), m_idempotency(clock)
    {
    }

    void registerAt(transport::Router &router);
    static void describe(HttpPaths &paths);

private:
    using Response = QFuture<transport::HttpResponse>;

    Response publish(const transport::HttpRequest &request);
    Response publish(const transport::HttpRequest &request, const core::Principal &caller,
                     const QByteArray &key);

    Intake &m_intake;
    Verifier m_verify;
    Idempotency m_idempotency;
};

} // namespace engine
