// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace assistant {

/// The question in a message that is addressed to the assistant: "@assistant …", "… @assistant …",
/// "assistant, …", "/ai …". Nothing where it is not; empty where nothing was asked.
std::optional<QString> addressedIn(const QString &message);

} // namespace assistant
