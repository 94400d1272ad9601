// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QJsonObject>

namespace core {

/// What a command answers: a JSON object as its CommandSpec declares it, or an Error.
using Reply = Result<QJsonObject>;

} // namespace core

Q_DECLARE_METATYPE(core::Reply)
