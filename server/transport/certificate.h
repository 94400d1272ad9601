// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QSslConfiguration>
#include <QStringList>

namespace transport {

/// What a server shows of itself in TLS: its certificate and chain, with the key they belong to.
class Certificate
{
public:
    /// Reads PEM files; the key is RSA or EC, and without a password. Errors: Invalid, naming the file.
    static core::Result<Certificate> load(const QString &certificateFile, const QString &keyFile);

    /// SHA-256, as "3A:91:…".
    [[nodiscard]] QString fingerprint() const;
    /// The host names it is for; may begin with "*.".
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QDateTime expiry() const;
    /// For the server's side of a connection.
    [[nodiscard]] const QSslConfiguration &configuration() const { return m_configuration; }

private:
    explicit Certificate(const QSslConfiguration &configuration) : m_configuration(configuration) {}

    QSslConfiguration m_configuration;
};

} // namespace transport
