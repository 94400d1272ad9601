// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/channel.h"
#include "transport/http.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace transport {

/// Takes over a new channel; the receiver keeps it until `closed`.
using ChannelHandler = std::function<void(Channel *)>;

/// Times and limits of an Engine.IO mount (Engine.IO protocol v4, wire.md §7).
struct EngineIoOptions
{
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000}; ///< a half-open session is gone after 45 s
    std::chrono::milliseconds upgradeTimeout{10'000};
    qint64 maxPayload = 1'000'000;
};

/// Which path leads where. Filled once at start; every listener of the house shares it or has its own.
class Router
{
public:
    /// `path` is exact, or a prefix when it ends in "*". GET routes answer HEAD too.
    void http(const QByteArray &method, const QByteArray &path, HttpHandler handler);
    /// Raw WebSocket endpoint; `path` as above.
    void webSocket(const QByteArray &path, ChannelHandler open);
    /// Engine.IO endpoint (HTTP polling and WebSocket) at exactly `path`, e.g. "/socket.io/".
    void engineIo(const QByteArray &path, const EngineIoOptions &options, ChannelHandler open);

    struct HttpRoute
    {
        QByteArray method;
        QByteArray path;
        HttpHandler handler;
    };
    struct WebSocketRoute
    {
        QByteArray path;
        ChannelHandler open;
    };
    struct EngineIoMount
    {
        QByteArray path;
        EngineIoOptions options;
        ChannelHandler open;
    };

    /// Every route, in the order they were made known.
    [[nodiscard]] const std::vector<HttpRoute> &httpRoutes() const { return m_http; }
    /// Null when nothing answers; `allowed` then lists the methods the path knows (405), or stays empty
    /// (404).
    [[nodiscard]] const HttpRoute *findHttp(const QByteArray &method, const QByteArray &path,
                                            QList<QByteArray> *allowed) const;
    [[nodiscard]] const WebSocketRoute *findWebSocket(const QByteArray &path) const;
    [[nodiscard]] const EngineIoMount *findEngineIo(const QByteArray &path) const;

private:
    std::vector<HttpRoute> m_http;
    std::vector<WebSocketRoute> m_webSockets;
    std::vector<EngineIoMount> m_engineIo;
};

} // namespace transport
