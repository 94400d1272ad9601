// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/tlsclient.h"

#include <cerrno>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace bench {

namespace {
SSL_CTX *sharedContext()
{
    static const auto context = [] {
        std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> made(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
        SSL_CTX_set_verify(made.get(), SSL_VERIFY_NONE, nullptr);
        SSL_CTX_set_mode(made.get(), SSL_MODE_RELEASE_BUFFERS);
        return made;
    }();
    return context.get();
}
} // namespace

TlsClient::TlsClient(int descriptor) : m_ssl(SSL_new(sharedContext()), SSL_free)
{
    SSL_set_fd(m_ssl.get(), descriptor);
    SSL_set_connect_state(m_ssl.get());
}

TlsClient::Progress TlsClient::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_ssl.get());
    if (result == 1)
        return Progress::Done;
    return SSL_get_error(m_ssl.get(), result) == SSL_ERROR_WANT_READ ? Progress::UnderWay : Progress::Failed;
}

ssize_t TlsClient::receive(char *data, size_t size)
{
    ERR_clear_error();
    size_t count = 0;
    const int result = SSL_read_ex(m_ssl.get(), data, size, &count);
    if (result == 1)
        return ssize_t(count);
    if (SSL_get_error(m_ssl.get(), result) != SSL_ERROR_WANT_READ)
        return 0;
    errno = EAGAIN;
    return -1;
}

bool TlsClient::send(std::string_view bytes)
{
    ERR_clear_error();
    size_t count = 0;
    return SSL_write_ex(m_ssl.get(), bytes.data(), bytes.size(), &count) == 1 && count == bytes.size();
}

} // namespace bench
