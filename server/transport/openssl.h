// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace transport::openssl {

/// Gives what OpenSSL made back to it.
struct Release
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(BIGNUM *number) const { BN_free(number); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

/// Reads from `bytes`, which must outlive it.
inline Held<BIO> reader(const QByteArray &bytes)
{
    return Held<BIO>(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

} // namespace transport::openssl
