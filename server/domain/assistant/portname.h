// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace assistant {

/// A port as people write it, "22", "443/tcp" or "ssh", as a number; nothing where it is none.
std::optional<QString> portNamed(const QString &word);

} // namespace assistant
