// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace transport {

/// The server's end of TLS on a descriptor that does not block and that somebody else closes.
class TlsLink final
{
public:
    TlsLink(int descriptor, const std::shared_ptr<ssl_ctx_st> &context);
    ~TlsLink();
    TlsLink(const TlsLink &) = delete;
    TlsLink &operator=(const TlsLink &) = delete;

    /// Goes on with the handshake; call again when the descriptor is ready. False when it has failed.
    bool shakeHands();
    [[nodiscard]] bool isEncrypted() const;
    /// Up to `size` bytes; 0 when none are there now, negative when the peer is gone.
    qint64 read(char *data, qint64 size);
    /// Bytes taken; 0 when the descriptor takes none now, negative when the peer is gone. What was not taken
    /// must be offered again, with more behind it or not.
    qint64 write(const char *data, qint64 size);
    /// Something to read, or the end, is known that the descriptor will not tell of again.
    [[nodiscard]] bool hasMore() const;
    /// The handshake waits for the descriptor to take bytes.
    [[nodiscard]] bool wantsToWrite() const { return m_wantsToWrite; }
    /// Says that no more will come (close_notify). False when it cannot be said now.
    bool sayGoodbye();

private:
    /// After an operation that did not succeed: false when none ever will.
    bool mayGoOn(int result);

    std::unique_ptr<ssl_st, void (*)(ssl_st *)> m_ssl;
    bool m_wantsToWrite = false;
    bool m_hasEnded = false; // the peer said goodbye, or is lost
    bool m_isBroken = false; // nothing may be said any more
};

} // namespace transport
