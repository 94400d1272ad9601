// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/command.h"

#include "core/finished.h"

namespace core {

QFuture<Reply> ready(Reply reply) { return finished(std::move(reply)); }

} // namespace core
