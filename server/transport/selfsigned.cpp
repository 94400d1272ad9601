// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/selfsigned.h"

#include "transport/openssl.h"

#include <QCoreApplication>

#include <algorithm>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>

namespace transport {

using openssl::Held;

namespace {
constexpr int serialBits = 159; // RFC 5280 §4.1.2.2: at most 20 bytes, positive
constexpr qsizetype longestCommonName = 64;

/// Names as a certificate may hold them; what else a machine is called is left out.
bool isDnsName(const QString &name)
{
    const auto fits = [](QChar letter) {
        return (letter.unicode() < 128 && letter.isLetterOrNumber()) || letter == QLatin1Char('-') ||
               letter == QLatin1Char('.');
    };
    return !name.isEmpty() && name.size() <= 253 && std::all_of(name.begin(), name.end(), fits);
}

QByteArray alternativeNames(const QStringList &names, const QList<QHostAddress> &addresses)
{
    QByteArrayList alternatives;
    for (const QString &name : names) {
        if (isDnsName(name))
            alternatives << "DNS:" + name.toLatin1();
    }
    for (QHostAddress address : addresses) {
        address.setScopeId({});
        alternatives << "IP:" + address.toString().toLatin1();
    }
    return alternatives.join(',');
}

bool addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Held<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    const Held<BIGNUM> serial(BN_new());
    return serial && BN_rand(serial.get(), serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setValidity(X509 *certificate, const QDateTime &now)
{
    const auto from = time_t(now.addDays(-1).toSecsSinceEpoch());
    const auto to = time_t(now.addYears(SelfSigned::validYears).toSecsSinceEpoch());
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), to) != nullptr;
}

bool setSubject(X509 *certificate, const QString &name)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    const QByteArray common = name.left(longestCommonName).toUtf8();
    const auto *text = reinterpret_cast<const unsigned char *>(common.constData());
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, int(common.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, subject) == 1;
}

bool fill(X509 *certificate, EVP_PKEY *key, const QStringList &names, const QList<QHostAddress> &addresses,
          const QDateTime &now)
{
    // Not an authority, so that it can vouch for nobody else where somebody trusts it. No key usage: one that
    // does not sign certificates would keep programs from seeing that it signs itself.
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate) &&
           setValidity(certificate, now) && setSubject(certificate, names.value(0)) &&
           X509_set_pubkey(certificate, key) == 1 &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           addExtension(certificate, NID_subject_key_identifier, "hash") &&
           addExtension(certificate, NID_subject_alt_name, alternativeNames(names, addresses)) &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

QByteArray contentOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return {bytes, qsizetype(size)};
}
} // namespace

core::Result<SelfSigned> SelfSigned::make(const QStringList &names, const QList<QHostAddress> &addresses,
                                          const QDateTime &now)
{
    const Held<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Held<X509> certificate(X509_new());
    const Held<BIO> certificatePem(BIO_new(BIO_s_mem()));
    const Held<BIO> keyPem(BIO_new(BIO_s_secmem()));
    const bool isMade =
        key && certificate && certificatePem && keyPem &&
        fill(certificate.get(), key.get(), names, addresses, now) &&
        PEM_write_bio_X509(certificatePem.get(), certificate.get()) == 1 &&
        PEM_write_bio_PKCS8PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    if (!isMade) {
        const QString reason = QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error()));
        ERR_clear_error();
        return core::Error{core::ErrorCode::Internal,
                           QCoreApplication::translate("transport",
                                                       "No certificate could be made (%1). Give one with "
                                                       "--certificate and --key.")
                               .arg(reason)};
    }
    return SelfSigned{contentOf(certificatePem.get()), contentOf(keyPem.get())};
}

} // namespace transport
