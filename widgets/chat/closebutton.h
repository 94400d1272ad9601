// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QToolButton>

namespace chat {

/// The small cross that closes something; `what` says so.
[[nodiscard]] QToolButton *closeButton(const QString &what);

} // namespace chat
