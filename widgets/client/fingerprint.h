// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>

class QSslCertificate;

namespace client {

/// The SHA-256 of a certificate, by which people tell one from another.
class Fingerprint
{
public:
    static Fingerprint of(const QSslCertificate &certificate);
    /// Reads 64 hexadecimal digits, with or without colons and spaces. Errors: Invalid.
    static core::Result<Fingerprint> read(const QString &text);

    /// "3A:91:…".
    [[nodiscard]] QString text() const;
    /// The same in four lines of eight pairs, to be compared or read out.
    [[nodiscard]] QString lines() const;

    bool operator==(const Fingerprint &) const = default;

private:
    explicit Fingerprint(QByteArray digest) : m_digest(std::move(digest)) {}

    QByteArray m_digest;
};

} // namespace client
