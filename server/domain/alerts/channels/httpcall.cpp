// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/httpcall.h"

#include "domain/alerts/channels/plaintext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace alerts::channels {

namespace {
Line::Place placeOf(const QUrl &url, const ChannelSettings &settings)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    const bool isEncrypted = url.scheme() == QLatin1String("https");
    return {url.host(QUrl::FullyEncoded), quint16(url.port(isEncrypted ? httpsPort : httpPort)), isEncrypted,
            settings.fingerprint, settings.isPrivateAllowed};
}

bool isHeaderText(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) >= 0x20 && c != 0x7f; });
}

/// Telegram says how long to wait in its JSON.
Outcome telegramOutcome(Outcome outcome, const QByteArray &body)
{
    const QJsonValue wait = QJsonDocument::fromJson(body)
                                .object()
                                .value(QLatin1String("parameters"))
                                .toObject()
                                .value(QLatin1String("retry_after"));
    constexpr int day = 86'400;
    if (!outcome.after && wait.isDouble())
        outcome.after = std::chrono::seconds(std::clamp(wait.toInt(1), 1, day));
    return outcome;
}
} // namespace

HttpCall::HttpCall(const Letter &letter, Post post, Reach::Resolver resolver, core::Clock &clock, Done done,
                   QObject *parent)
    : Call(placeOf(post.url, letter.channel.settings), std::move(resolver), clock, std::move(done), parent),
      m_post(std::move(post)), m_messageId(letter.message.id), m_kind(letter.channel.kind)
{
}

QByteArray HttpCall::requestOf(const Post &post, const QString &messageId)
{
    const QUrl &url = post.url;
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        path = "/";
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() > 0)
        host += ':' + QByteArray::number(url.port());
    QList<std::pair<QByteArray, QByteArray>> headers{
        {"Host", host},
        {"User-Agent", "Belfry"},
        {"Content-Type", "application/json"},
        {"Content-Length", QByteArray::number(post.body.size())},
        {"Accept-Encoding", "identity"}, // what is packed may unpack to anything
        {"Connection", "close"},
        {"Idempotency-Key", messageId.toLatin1()},
    };
    headers += post.headers;
    QByteArray out = "POST " + path + " HTTP/1.1\r\n";
    bool isSound = isHeaderText(path) && !path.contains(' ');
    for (const auto &[name, value] : headers) {
        isSound = isSound && isHeaderText(value);
        out += name + ": " + value + "\r\n";
    }
    return isSound ? out + "\r\n" + post.body : QByteArray();
}

void HttpCall::begin()
{
    const QByteArray request = requestOf(m_post, m_messageId);
    if (request.isEmpty()) {
        finish({Outcome::Kind::Refused,
                tr("The address or the secret of this channel holds what cannot be sent. Enter it again."),
                {}});
        return;
    }
    line().say(request);
}

void HttpCall::hear()
{
    while (true) {
        const QByteArray bytes = line().take(HttpAnswer::mostHead);
        if (bytes.isEmpty())
            return;
        if (m_answer.read(bytes))
            return hearEnd();
    }
}

bool HttpCall::hasHeardEnough()
{
    if (m_answer.status() != 0)
        hearEnd();
    return isFinished();
}

void HttpCall::hearEnd()
{
    // What came with the end.
    for (QByteArray rest = line().take(HttpAnswer::mostHead); !rest.isEmpty();
         rest = line().take(HttpAnswer::mostHead)) {
        if (m_answer.read(rest))
            break;
    }
    m_answer.end();
    if (isFinished())
        return;
    const Outcome outcome = m_answer.outcome(host(), clock().now());
    finish(m_kind == ChannelKind::Telegram ? telegramOutcome(outcome, m_answer.body()) : outcome);
}

} // namespace alerts::channels
