// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlslink.h"

#include "transport/openssl.h"

#include <cerrno>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace transport {

namespace {
int descriptorOf(BIO *bio) { return int(reinterpret_cast<intptr_t>(BIO_get_data(bio))); }

bool isForLater() { return errno == EAGAIN || errno == EINTR || errno == ENOBUFS; }

int writeBytes(BIO *bio, const char *data, int size)
{
    BIO_clear_retry_flags(bio);
    const ssize_t count = ::send(descriptorOf(bio), data, size_t(size), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && isForLater())
        BIO_set_retry_write(bio);
    return int(count);
}

int readBytes(BIO *bio, char *data, int size)
{
    BIO_clear_retry_flags(bio);
    const ssize_t count = ::recv(descriptorOf(bio), data, size_t(size), MSG_DONTWAIT);
    if (count < 0 && isForLater())
        BIO_set_retry_read(bio);
    return int(count);
}

long control(BIO *, int command, long, void *) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

/// As OpenSSL's own for sockets, but a peer that is gone raises no SIGPIPE.
const BIO_METHOD *socketMethod()
{
    static const auto method = [] {
        std::unique_ptr<BIO_METHOD, void (*)(BIO_METHOD *)> made(
            BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "belfry"), BIO_meth_free);
        BIO_meth_set_write(made.get(), writeBytes);
        BIO_meth_set_read(made.get(), readBytes);
        BIO_meth_set_ctrl(made.get(), control);
        return made;
    }();
    return method.get();
}
} // namespace

TlsLink::TlsLink(int descriptor, const std::shared_ptr<ssl_ctx_st> &context)
    : m_ssl(SSL_new(context.get()), SSL_free)
{
    openssl::Held<BIO> bio(BIO_new(socketMethod()));
    if (!m_ssl || !bio) {
        ERR_clear_error();
        m_isBroken = m_hasEnded = true;
        return;
    }
    BIO_set_data(bio.get(), reinterpret_cast<void *>(intptr_t(descriptor)));
    BIO_set_init(bio.get(), 1);
    SSL_set_bio(m_ssl.get(), bio.get(), bio.get());
    static_cast<void>(bio.release()); // both ends of it are the SSL's now
    SSL_set_accept_state(m_ssl.get());
}

TlsLink::~TlsLink() = default;

bool TlsLink::mayGoOn(int result)
{
    const int error = SSL_get_error(m_ssl.get(), result);
    ERR_clear_error(); // whoever uses OpenSSL next would take what is left for its own
    m_wantsToWrite = error == SSL_ERROR_WANT_WRITE;
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
        return true;
    m_hasEnded = true;
    m_isBroken = m_isBroken || error != SSL_ERROR_ZERO_RETURN;
    return false;
}

bool TlsLink::shakeHands()
{
    if (m_isBroken)
        return false;
    const int result = SSL_do_handshake(m_ssl.get());
    m_wantsToWrite = false;
    return result == 1 || mayGoOn(result);
}

bool TlsLink::isEncrypted() const { return m_ssl && SSL_is_init_finished(m_ssl.get()) == 1; }

qint64 TlsLink::read(char *data, qint64 size)
{
    qint64 taken = 0;
    while (!m_hasEnded && taken < size) {
        size_t count = 0;
        const int result = SSL_read_ex(m_ssl.get(), data + taken, size_t(size - taken), &count);
        if (result != 1) {
            mayGoOn(result);
            break;
        }
        taken += qint64(count);
    }
    return taken == 0 && m_hasEnded ? -1 : taken;
}

qint64 TlsLink::write(const char *data, qint64 size)
{
    if (m_isBroken)
        return -1;
    qint64 taken = 0;
    while (taken < size) {
        size_t count = 0;
        const int result = SSL_write_ex(m_ssl.get(), data + taken, size_t(size - taken), &count);
        if (result != 1) {
            // Once hands are shaken nothing but the descriptor is waited for.
            if (!mayGoOn(result) || !m_wantsToWrite) {
                m_isBroken = true;
                return -1;
            }
            break;
        }
        taken += qint64(count);
    }
    return taken;
}

bool TlsLink::hasMore() const { return m_hasEnded || SSL_pending(m_ssl.get()) > 0; }

bool TlsLink::sayGoodbye()
{
    if (m_isBroken || !isEncrypted())
        return false;
    const int result = SSL_shutdown(m_ssl.get());
    ERR_clear_error();
    return result >= 0;
}

} // namespace transport
