// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/sources/modelrequest.h"

#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

namespace assistant::sources {

namespace {
constexpr qint64 readBuffer = 262'144;
}

ModelRequest::ModelRequest(Endpoint endpoint, QByteArray body, core::Clock &clock, Resolver resolver,
                           QObject *parent)
    : QObject(parent), m_endpoint(std::move(endpoint)), m_body(std::move(body)), m_clock(clock),
      m_resolver(std::move(resolver))
{
    m_access.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

ModelRequest::~ModelRequest() { cancel(); }

void ModelRequest::start()
{
    waitFor(m_patience.firstByte);
    const QString host = m_endpoint.url.host();
    if (const auto address = core::Address::parse(host)) {
        const auto good = admitted({*address}, m_endpoint.isPrivateAllowed);
        return good ? speakTo(*good) : finish(good.error());
    }
    m_resolver(this, host, [this](const Addresses &addresses) {
        if (m_isOver)
            return;
        const auto good = addresses ? admitted(*addresses, m_endpoint.isPrivateAllowed)
                                    : core::Result<core::Address>(addresses.error());
        good ? speakTo(*good) : finish(good.error());
    });
}

QNetworkRequest ModelRequest::request(const core::Address &address) const
{
    QUrl url = m_endpoint.url;
    const QString host = url.host();
    // The name may stand for another address by now: what was looked at is what is spoken to.
    url.setHost(address.toString());
    QNetworkRequest request(url);
    const QString authority = m_endpoint.url.authority(QUrl::FullyEncoded);
    request.setRawHeader("Host", authority.toLatin1());
    request.setPeerVerifyName(host);
    request.setRawHeader("User-Agent", "Belfry");
    request.setRawHeader("Accept", "text/event-stream, application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what is packed may unpack to anything
    request.setRawHeader("Connection", "close");
    if (!m_endpoint.key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_endpoint.key);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // Qt 6.4's has known holes
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

void ModelRequest::speakTo(const core::Address &address)
{
    m_reply = m_access.post(request(address), m_body);
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &ModelRequest::read);
    connect(m_reply, &QNetworkReply::finished, this, &ModelRequest::ended);
}

void ModelRequest::cancel()
{
    m_isOver = true;
    m_timer.reset();
    if (m_reply == nullptr)
        return;
    disconnect(m_reply, nullptr, this, nullptr);
    m_reply->abort();
    std::exchange(m_reply, nullptr)->deleteLater();
}

void ModelRequest::waitFor(std::chrono::milliseconds time)
{
    m_timer = m_clock.after(time, [this] {
        m_firing = std::move(m_timer);
        finish(core::Error{core::ErrorCode::Unavailable, tr("The model's service did not answer in time.")});
    });
}

std::optional<core::Error> ModelRequest::refusal() const
{
    constexpr int good = 200;
    constexpr int tooMany = 429;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == good)
        return std::nullopt;
    if (status == 0) {
        return core::Error{core::ErrorCode::Unavailable,
                           m_reply->error() == QNetworkReply::SslHandshakeFailedError
                               ? tr("The certificate of the model's service is not trusted.")
                               : tr("The model's service could not be reached.")};
    }
    if (status == tooMany) {
        constexpr int aMinute = 60;
        constexpr int anHour = 3600;
        const int seconds = m_reply->rawHeader("Retry-After").toInt();
        return core::Error{core::ErrorCode::Limited, tr("The model's service is asked too often (429)."),
                           std::clamp(seconds == 0 ? aMinute : seconds, 1, anHour)};
    }
    if (status >= 300 && status < 400)
        return core::Error{
            core::ErrorCode::Unavailable,
            tr("The model's service sends elsewhere (%1), and that is not followed.").arg(status)};
    return core::Error{core::ErrorCode::Unavailable, tr("The model's service answered %1.").arg(status)};
}

void ModelRequest::read()
{
    const QByteArray bytes = m_reply->readAll();
    if (refusal())
        return; // what it says about that does not matter, and the time to say it is that of the first byte
    waitFor(m_patience.betweenChunks);
    const qsizetype before = m_reader.text().size();
    if (const auto fed = m_reader.feed(bytes); !fed)
        return finish(fed.error());
    if (m_reader.text().size() > before)
        Q_EMIT grown(m_reader.text());
    if (m_reader.isDone() && !m_isOver)
        finish(m_reader.end());
}

void ModelRequest::ended()
{
    if (m_reply->bytesAvailable() > 0)
        read();
    if (m_isOver)
        return;
    if (auto refused = refusal())
        return finish(*std::move(refused));
    finish(m_reader.end());
}

void ModelRequest::finish(const core::Result<Completion> &completion)
{
    if (m_isOver)
        return;
    cancel();
    Q_EMIT finished(completion);
}

} // namespace assistant::sources
