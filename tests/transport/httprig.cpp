// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httprig.h"

#include <QTest>

using transport::HttpRequest;
using transport::HttpResponse;

HttpResponse HttpRig::plain(const QByteArray &body)
{
    return {200, QByteArrayLiteral("text/plain"), body, {}};
}

void HttpRig::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_entropy = std::make_unique<support::SeededEntropy>();
    transport::ListenerOptions options;
    options.allowedOrigins = {QStringLiteral("https://noc.example")};
    options.allowedHosts = {QStringLiteral("noc.example")};
    listen(options);
}

void HttpRig::listen(transport::ListenerOptions options)
{
    auto router = std::make_shared<transport::Router>();
    router->http("GET", "/", [](const HttpRequest &) { return transport::respond(plain("root")); });
    router->http("GET", "/files/*",
                 [](const HttpRequest &request) { return transport::respond(plain(request.path)); });
    router->http("GET", "/files/a/*",
                 [](const HttpRequest &) { return transport::respond(plain("deeper")); });
    router->http("POST", "/echo",
                 [](const HttpRequest &request) { return transport::respond(plain(request.body)); });
    router->http("GET", "/long/*", [](const HttpRequest &request) {
        HttpResponse response = plain(QByteArray(request.path.mid(6).toInt(), 'x'));
        response.mayCompress = true;
        return transport::respond(response);
    });
    router->http("GET", "/held", [this](const HttpRequest &) {
        m_held.append(std::make_shared<QPromise<HttpResponse>>());
        m_held.last()->start();
        return m_held.last()->future();
    });
    m_listener = std::make_unique<transport::Listener>(router, options, *m_clock, *m_entropy);
    QVERIFY(m_listener->listen(QStringLiteral("127.0.0.1"), 0));
    m_port = m_listener->port();
}

void HttpRig::cleanup()
{
    m_listener.reset();
    m_held.clear();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(m_clock->timerCount(), 0);
}
