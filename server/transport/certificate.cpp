// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/certificate.h"

#include "transport/openssl.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace transport {

using openssl::Held;

namespace {
constexpr qint64 largestFile = 256LL * 1024;

template <class... Files>
core::Error badCertificate(const char *sentence, const Files &...files)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("transport", sentence).arg(files...)};
}

core::Result<QByteArray> readPem(const QString &path)
{
    QFile file(path);
    // Not a pipe or a device: opening one could wait.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return badCertificate(QT_TRANSLATE_NOOP("transport",
                                                "%1 cannot be read. Check its name and whether Belfry "
                                                "may read it."),
                              path);
    return file.read(largestFile);
}

/// Without it OpenSSL would ask for the password on the terminal.
int noPassword(char *, int, int, void *) { return -1; }

Held<EVP_PKEY> parseKey(const QByteArray &pem)
{
    return Held<EVP_PKEY>(PEM_read_bio_PrivateKey(openssl::reader(pem).get(), nullptr, noPassword, nullptr));
}

bool belongTogether(const QByteArray &certificatePem, EVP_PKEY *key)
{
    const Held<X509> certificate(
        PEM_read_bio_X509(openssl::reader(certificatePem).get(), nullptr, noPassword, nullptr));
    const bool isPair = certificate && X509_check_private_key(certificate.get(), key) == 1;
    ERR_clear_error(); // whoever uses OpenSSL next would take what is left for its own
    return isPair;
}

/// Of TLS 1.2: forward secrecy and authenticated encryption. Not the classic Diffie-Hellman suites: a client
/// that chooses them makes us compute for next to nothing (CVE-2002-20001).
constexpr auto modernCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

/// `certificatePem` holds the server's certificate first and its chain behind it.
bool show(SSL_CTX *context, const QByteArray &certificatePem, EVP_PKEY *key)
{
    const Held<BIO> reader = openssl::reader(certificatePem);
    const Held<X509> own(PEM_read_bio_X509(reader.get(), nullptr, noPassword, nullptr));
    if (!own || SSL_CTX_use_certificate(context, own.get()) != 1)
        return false;
    while (const Held<X509> next{PEM_read_bio_X509(reader.get(), nullptr, noPassword, nullptr)}) {
        if (SSL_CTX_add1_chain_cert(context, next.get()) != 1)
            return false;
    }
    return SSL_CTX_use_PrivateKey(context, key) == 1;
}

/// Null when the certificate or its key is too weak for OpenSSL.
std::shared_ptr<SSL_CTX> serverContext(const QByteArray &certificatePem, EVP_PKEY *key)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    const bool isMade = context && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
                        SSL_CTX_set_cipher_list(context.get(), modernCiphers) == 1 &&
                        show(context.get(), certificatePem, key);
    ERR_clear_error();
    if (!isMade)
        return nullptr;
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE);
    // No session is taken up again: what could open it would have to be kept secret for as long.
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    // An idle connection would keep 34 KB of buffers; what could not be sent may move in memory.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // Else OpenSSL would read on by itself behind a record without data, as long as a flood of them comes.
    SSL_CTX_clear_mode(context.get(), SSL_MODE_AUTO_RETRY);
    return context;
}
} // namespace

core::Result<Certificate> Certificate::load(const QString &certificateFile, const QString &keyFile)
{
    const core::Result<QByteArray> certificatePem = readPem(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const core::Result<QByteArray> keyPem = readPem(keyFile);
    if (!keyPem)
        return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return badCertificate(QT_TRANSLATE_NOOP("transport", "%1 holds no certificate. Give the server's "
                                                             "certificate as PEM, its chain behind it."),
                              certificateFile);
    const Held<EVP_PKEY> parsed = parseKey(*keyPem);
    const int kind = parsed ? EVP_PKEY_get_base_id(parsed.get()) : EVP_PKEY_NONE;
    ERR_clear_error();
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return badCertificate(QT_TRANSLATE_NOOP("transport",
                                                "%1 holds no key that can be used. Give an RSA or EC "
                                                "key as PEM, without a password."),
                              keyFile);
    if (!belongTogether(*certificatePem, parsed.get()))
        return badCertificate(QT_TRANSLATE_NOOP("transport",
                                                "%1 is not the key of the certificate in %2. Give "
                                                "two files that belong together."),
                              keyFile, certificateFile);
    auto context = serverContext(*certificatePem, parsed.get());
    if (!context)
        return badCertificate(QT_TRANSLATE_NOOP("transport",
                                                "%1 and %2 are too weak to be used. Give an EC key, or "
                                                "an RSA key of at least 2048 bits, and a certificate "
                                                "signed with SHA-256."),
                              certificateFile, keyFile);
    return Certificate(chain.first(), std::move(context));
}

QString Certificate::fingerprint() const
{
    return QString::fromLatin1(m_shown.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

QStringList Certificate::names() const
{
    const auto alternatives = m_shown.subjectAlternativeNames();
    return alternatives.isEmpty() ? m_shown.subjectInfo(QSslCertificate::CommonName)
                                  : QStringList(alternatives.values(QSsl::DnsEntry));
}

QDateTime Certificate::expiry() const { return m_shown.expiryDate(); }

} // namespace transport
