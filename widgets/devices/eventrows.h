// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"
#include "devices/texttable.h"

namespace devices {

/// Facts about a device in plain words: when, how severe, what, its topic, and who said so.
[[nodiscard]] QList<TextRow> eventRows(const QList<core::Event> &events, const QDateTime &now);

} // namespace devices
