// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/entropy.h"
#include "core/result.h"

namespace identity {

/// Seals secrets that must be kept in a form that can be read again: AES-256-GCM (NIST SP 800-38D) with a
/// random nonce of 96 bits each time.
class Vault
{
public:
    /// `key`: its first 32 bytes are used.
    Vault(QByteArray key, core::Entropy &entropy) : m_key(std::move(key)), m_entropy(entropy) {}

    /// `place` is what the secret belongs to: it opens nowhere else. Errors: Internal.
    [[nodiscard]] core::Result<QByteArray> seal(const QByteArray &secret, const QByteArray &place) const;
    /// Errors: Unavailable when it was not sealed here, for this place, with this key.
    [[nodiscard]] core::Result<QByteArray> open(const QByteArray &sealed, const QByteArray &place) const;

private:
    QByteArray m_key;
    core::Entropy &m_entropy;
};

} // namespace identity
