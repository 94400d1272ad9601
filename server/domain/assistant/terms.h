// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/sources/endpoint.h"

#include <chrono>

namespace assistant {

/// Which model is asked, what it may cost a day, and how long it is waited for.
struct Terms
{
    sources::Endpoint endpoint;
    QString model;
    qint64 tokensPerDay = 0;
    std::chrono::seconds silence{15}; ///< it may keep
    std::chrono::seconds longest{60}; ///< an answer may take
};

} // namespace assistant
