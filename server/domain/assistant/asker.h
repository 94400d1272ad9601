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

/// Who asks, and with whose rights the house is looked at: the asker's own, or fewer where others read the
/// answer, too. What is proposed is for the asker.
struct Standing
{
    // Implicit: whoever asks alone sees what they may.
    Standing(const core::Principal &caller = {}) : caller(caller), view(caller) {}
    Standing(core::Principal caller, core::Principal view) : caller(std::move(caller)), view(std::move(view))
    {
    }

    core::Principal caller;
    core::Principal view;
};

} // namespace assistant
