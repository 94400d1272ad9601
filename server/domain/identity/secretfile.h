// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/entropy.h"
#include "core/result.h"

namespace identity {

inline constexpr int tokenKeyBytes = 32;

/// Writes a file only its owner may read (0600), whole or not at all. Errors: Unavailable.
core::Result<void> writeSecretFile(const QString &path, const QByteArray &content);

/// Reads the key tokens are signed with; makes one of 256 random bits when there is no file.
/// Errors: Unavailable when it cannot be read or written, is a link, is not ours, may be read by others, or
/// is shorter than 32 bytes.
core::Result<QByteArray> tokenKey(const QString &path, core::Entropy &entropy);

} // namespace identity
