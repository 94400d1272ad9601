// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/vault.h"

#include <QCoreApplication>

#include <memory>
#include <openssl/evp.h>

namespace identity {

namespace {
// A sealed secret is: form (1 byte), nonce, what was encrypted, tag.
constexpr char form = 1;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;
constexpr int keyBytes = 32;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Cipher makeCipher() { return {EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free}; }

uchar *bytesOf(QByteArray &array) { return reinterpret_cast<uchar *>(array.data()); }
const uchar *bytesOf(const QByteArray &array) { return reinterpret_cast<const uchar *>(array.constData()); }

core::Error cannotSeal()
{
    return {core::ErrorCode::Internal,
            QCoreApplication::translate("identity::Vault", "The secret could not be encrypted.")};
}

core::Error cannotOpen()
{
    return {core::ErrorCode::Unavailable,
            QCoreApplication::translate("identity::Vault",
                                        "A stored secret cannot be read. Is the key file the one it was "
                                        "stored with?")};
}
} // namespace

core::Result<QByteArray> Vault::seal(const QByteArray &secret, const QByteArray &place) const
{
    if (m_key.size() < keyBytes)
        return cannotSeal();
    const QByteArray nonce = m_entropy.bytes(nonceBytes);
    QByteArray text(secret.size(), Qt::Uninitialized);
    QByteArray tag(tagBytes, Qt::Uninitialized);
    int length = 0;
    const Cipher cipher = makeCipher();
    const bool isSealed =
        cipher &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(place), int(place.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), bytesOf(text), &length, bytesOf(secret), int(secret.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), bytesOf(text) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, bytesOf(tag)) == 1;
    if (!isSealed)
        return cannotSeal();
    return QByteArray(form + nonce + text + tag);
}

core::Result<QByteArray> Vault::open(const QByteArray &sealed, const QByteArray &place) const
{
    if (m_key.size() < keyBytes || sealed.size() < 1 + nonceBytes + tagBytes || sealed.front() != form)
        return cannotOpen();
    const QByteArray nonce = sealed.mid(1, nonceBytes);
    const QByteArray text = sealed.mid(1 + nonceBytes, sealed.size() - 1 - nonceBytes - tagBytes);
    QByteArray tag = sealed.right(tagBytes);
    QByteArray secret(text.size(), Qt::Uninitialized);
    int length = 0;
    const Cipher cipher = makeCipher();
    const bool isOpen =
        cipher &&
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(place), int(place.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytesOf(secret), &length, bytesOf(text), int(text.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, bytesOf(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytesOf(secret) + length, &length) == 1;
    if (!isOpen)
        return cannotOpen();
    return secret;
}

} // namespace identity
