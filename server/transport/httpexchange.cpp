// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpexchange.h"

#include <utility>

namespace transport {

void HttpExchange::answer(HttpResponse response)
{
    if (std::exchange(m_isAnswered, true))
        return;
    m_response = std::move(response);
    m_abandoned = nullptr;
    if (const auto answered = std::exchange(m_answered, nullptr))
        answered();
}

void HttpExchange::abandon()
{
    if (std::exchange(m_isAnswered, true))
        return;
    m_answered = nullptr;
    if (const auto abandoned = std::exchange(m_abandoned, nullptr))
        abandoned();
}

} // namespace transport
