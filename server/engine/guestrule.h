// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "transport/handshake.h"

namespace engine {

/// Who is let in without a token, and as what. More than a viewer only guests of this machine can be.
struct GuestRule
{
    enum class From { Nowhere, Loopback, Everywhere };

    From from = From::Nowhere;
    core::Role role = core::Role::Guest;

    /// Nobody has proved who this is; `id` tells one connection from the others.
    [[nodiscard]] std::optional<core::Principal> admit(const transport::Handshake &handshake,
                                                       const QString &id) const;
};

} // namespace engine
