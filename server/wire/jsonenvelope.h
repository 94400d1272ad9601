// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace wire {

/// One text message that must be a JSON object. Errors: Invalid, with the place of a syntax error.
core::Result<QJsonObject> decodeEnvelope(const QByteArray &message);
/// The object as compact JSON.
QByteArray encodeEnvelope(const QJsonObject &envelope);

} // namespace wire
