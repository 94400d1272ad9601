// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QStringList>

#include <memory>

struct ssl_ctx_st;

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
    /// What the server's sides of all connections share.
    [[nodiscard]] const std::shared_ptr<ssl_ctx_st> &context() const { return m_context; }

private:
    Certificate(const QSslCertificate &shown, std::shared_ptr<ssl_ctx_st> context)
        : m_shown(shown), m_context(std::move(context))
    {
    }

    QSslCertificate m_shown;
    std::shared_ptr<ssl_ctx_st> m_context;
};

} // namespace transport
