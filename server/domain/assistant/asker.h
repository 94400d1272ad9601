// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "core/reply.h"

#include <QFuture>

#include <functional>

namespace assistant {

/// Asks an ordinary command of the catalogue with the rights of whoever asks; finished on the engine thread.
using Asker = std::function<QFuture<core::Reply>(const QString &name, const core::Payload &params,
                                                 const core::Principal &caller)>;

} // namespace assistant
