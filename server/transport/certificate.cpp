// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/certificate.h"

#include "transport/openssl.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslDiffieHellmanParameters>
#include <QSslKey>

#include <openssl/err.h>
#include <openssl/pem.h>

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
    ERR_clear_error(); // QSslSocket would take what is left for its own
    return isPair;
}

/// Forward secrecy and authenticated encryption. Not the classic Diffie-Hellman suites: a client that chooses
/// them makes us compute for next to nothing (CVE-2002-20001).
QList<QSslCipher> modernCiphers()
{
    QList<QSslCipher> modern;
    const QList<QSslCipher> all = QSslConfiguration::supportedCiphers();
    for (const QSslCipher &cipher : all) {
        const QString name = cipher.name();
        const bool isAuthenticated =
            name.contains(QLatin1String("GCM")) || name.contains(QLatin1String("CHACHA20"));
        if (name.startsWith(QLatin1String("TLS_")) ||
            (name.startsWith(QLatin1String("ECDHE-")) && isAuthenticated))
            modern << cipher;
    }
    return modern;
}

QSslConfiguration serverConfiguration(const QList<QSslCertificate> &chain, const QSslKey &key)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(modernCiphers());
    configuration.setDiffieHellmanParameters({});
    // No client is asked for a certificate; the authorities would be read anew for every connection.
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    // Every connection has a context of its own, where no ticket of another is known.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
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
    const QSslKey key(*keyPem, kind == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec);
    return Certificate(serverConfiguration(chain, key));
}

QString Certificate::fingerprint() const
{
    return QString::fromLatin1(
               m_configuration.localCertificate().digest(QCryptographicHash::Sha256).toHex(':'))
        .toUpper();
}

QStringList Certificate::names() const
{
    const QSslCertificate certificate = m_configuration.localCertificate();
    const auto alternatives = certificate.subjectAlternativeNames();
    return alternatives.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName)
                                  : QStringList(alternatives.values(QSsl::DnsEntry));
}

QDateTime Certificate::expiry() const { return m_configuration.localCertificate().expiryDate(); }

} // namespace transport
