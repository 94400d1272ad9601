// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "core/result.h"
#include "transport/router.h"
#include "transport/tls.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace transport {

class Census;

/// Who may come in, and how much of them.
struct ListenerOptions
{
    /// Besides address literals, localhost, and the names of the machine and of the certificate.
    QStringList allowedHosts;
    QStringList allowedOrigins; ///< besides the same origin; exact, e.g. "https://noc.example"
    /// Told of every request a page of another origin was refused.
    std::function<void(const Handshake &)> originRejected;
    /// Told of every connection there was no room for.
    std::function<void()> turnedAway;
    /// Pages of every origin may come and read (CORS `*`): for a server with nothing to protect.
    bool isOpenToAllOrigins = false;
    /// Open channels; beyond it 1013 (WebSocket) or a refused handshake (polling). Five more are kept for
    /// those whom `isPrivileged` knows by their handshake.
    int maxConnections = 100;
    std::function<bool(const Handshake &)> isPrivileged;
    int maxPerAddress = 50; ///< open channels of one peer address; loopback is not limited
    /// The listeners whose channels these two limits count together; null: this one alone.
    std::shared_ptr<Census> census;
    int maxSockets = 4096; ///< accepted sockets of any kind
    std::chrono::milliseconds headTimeout{5'000};
    std::chrono::milliseconds idleTimeout{60'000}; ///< kept-alive HTTP connection without a request
    std::shared_ptr<Tls> tls;                      ///< null: plain text only, for everybody
    bool allowPlaintext = false; ///< beside TLS, other machines may speak without encryption
};

/// One listening port that tells HTTP from WebSocket and hands each to the router. Lives on the engine
/// thread.
class Listener : public QObject
{
    Q_OBJECT
public:
    Listener(std::shared_ptr<const Router> router, ListenerOptions options, core::Clock &clock,
             core::Entropy &entropy, QObject *parent = nullptr);
    ~Listener() override;

    /// `localhost` binds 127.0.0.1 and ::1; port 0 picks a free one. Errors: Unavailable with a sentence that
    /// names the port and the reason.
    core::Result<void> listen(const QString &address, quint16 port);
    [[nodiscard]] quint16 port() const;
    /// As URLs: "http://127.0.0.1:8000"; https where plain text is not served.
    [[nodiscard]] QStringList urls() const;
    /// Its own open channels now.
    [[nodiscard]] int channelCount() const;
    /// Stops accepting and closes every channel with 1001.
    void close();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace transport
