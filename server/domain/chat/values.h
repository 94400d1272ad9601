// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatparts.h"
#include "core/result.h"

namespace chat {

/// What is kept beside a picture: its data, and the values it shows, as one piece of JSON; empty: neither.
/// Errors: Invalid (too much of it, or values that cannot be of a chart or map).
core::Result<QByteArray> packData(const NewAttachment &asked);
/// The data in what was kept.
QJsonObject dataIn(const QByteArray &kept);
/// The values in what was kept; nothing: there are none.
std::optional<PictureValues> valuesIn(const QByteArray &kept);
/// The first names of what the values are of.
QStringList namesIn(const PictureValues &values);

} // namespace chat
