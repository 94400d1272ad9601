// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace usage {

/// A network as it is written (RFC 4632 §3.1, RFC 4291 §2.3), in its one canonical form: no bits behind the
/// prefix, IPv6 as RFC 5952 has it. Nothing when it is none; an address alone is a network of itself.
std::optional<QString> canonicalSubnet(const QString &text);

} // namespace usage
