// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/payload.h"

namespace core {

/// What a command answers: what its CommandSpec declares, or an Error.
using Reply = Result<Payload>;

} // namespace core

Q_DECLARE_METATYPE(core::Reply)
