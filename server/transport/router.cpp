// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/router.h"

#include <algorithm>

namespace transport {

namespace {
bool matchesPath(const QByteArray &pattern, const QByteArray &path)
{
    if (pattern.endsWith('*'))
        return path.startsWith(QByteArrayView(pattern).chopped(1));
    return path == pattern;
}

/// The exact route, else the one with the longest matching prefix.
template <class Routes, class Suits>
auto bestRoute(const Routes &routes, const QByteArray &path, Suits suits) -> decltype(routes.data())
{
    decltype(routes.data()) best = nullptr;
    for (const auto &route : routes) {
        if (!matchesPath(route.path, path) || !suits(route))
            continue;
        if (route.path == path)
            return &route;
        if (!best || route.path.size() > best->path.size())
            best = &route;
    }
    return best;
}
} // namespace

void Router::http(const QByteArray &method, const QByteArray &path, HttpHandler handler)
{
    m_http.push_back({method, path, std::move(handler)});
}

void Router::webSocket(const QByteArray &path, ChannelHandler open)
{
    m_webSockets.push_back({path, std::move(open)});
}

void Router::engineIo(const QByteArray &path, const EngineIoOptions &options, ChannelHandler open)
{
    m_engineIo.push_back({path, options, std::move(open)});
}

const Router::HttpRoute *Router::findHttp(const QByteArray &method, const QByteArray &path,
                                          QList<QByteArray> *allowed) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArrayLiteral("GET") : method;
    const auto *route =
        bestRoute(m_http, path, [&](const HttpRoute &candidate) { return candidate.method == wanted; });
    if (route || !allowed)
        return route;
    for (const HttpRoute &candidate : m_http) {
        if (matchesPath(candidate.path, path) && !allowed->contains(candidate.method)) {
            allowed->append(candidate.method);
            if (candidate.method == "GET")
                allowed->append(QByteArrayLiteral("HEAD"));
        }
    }
    return nullptr;
}

const Router::WebSocketRoute *Router::findWebSocket(const QByteArray &path) const
{
    return bestRoute(m_webSockets, path, [](const WebSocketRoute &) { return true; });
}

const Router::EngineIoMount *Router::findEngineIo(const QByteArray &path) const
{
    const auto mount = std::find_if(m_engineIo.begin(), m_engineIo.end(),
                                    [&](const EngineIoMount &candidate) { return candidate.path == path; });
    return mount == m_engineIo.end() ? nullptr : &*mount;
}

} // namespace transport
