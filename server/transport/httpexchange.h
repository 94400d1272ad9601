// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"

#include <functional>

namespace transport {

/// One request on a connection and the place of its answer. Shared by the connection and whoever answers, now
/// or later.
class HttpExchange
{
public:
    explicit HttpExchange(HttpRequest request) : m_request(std::move(request)) {}

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }
    [[nodiscard]] const HttpResponse &response() const { return m_response; }

    /// The first answer counts.
    void answer(HttpResponse response);
    /// The client went away before the answer.
    void abandon();

    /// Called at the answer, and at abandoning, at most once each and never both.
    void setAnswered(std::function<void()> answered) { m_answered = std::move(answered); }
    void setAbandoned(std::function<void()> abandoned) { m_abandoned = std::move(abandoned); }

    /// Origin the answer may be read by (CORS); empty: the page's own only.
    QByteArray allowedOrigin;

private:
    HttpRequest m_request;
    HttpResponse m_response;
    bool m_isAnswered = false;
    std::function<void()> m_answered;
    std::function<void()> m_abandoned;
};

} // namespace transport
