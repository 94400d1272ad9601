// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>

#include <functional>

namespace identity {
class Service;
} // namespace identity

namespace engine {

/// Seals secrets that rooms keep with the key of this house, and opens them.
struct Sealing
{
    /// For a place; they are opened in the same one alone. Errors: Unavailable.
    using Act = std::function<core::Result<QByteArray>(const QByteArray &text, const QByteArray &place)>;

    Act seal;
    Act open;
};

Sealing sealingOf(identity::Service &identity);

} // namespace engine
