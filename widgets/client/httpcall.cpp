// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/httpcall.h"

#include "client/trust.h"

#include <QSslConfiguration>
#include <QSslSocket>

namespace client {

namespace {

QByteArray requestText(const char *method, const ServerAddress &address, const QString &path,
                       const QByteArray &json)
{
    const QUrl url = address.http.resolved(QUrl(path));
    // 1.0 and closed afterwards: no chunks, and nothing left open for another server to be met by.
    QByteArray text = QByteArray(method) + ' ' + url.path(QUrl::FullyEncoded).toUtf8() +
                      " HTTP/1.0\r\nHost: " + url.authority(QUrl::FullyEncoded).toUtf8() +
                      "\r\nConnection: close\r\n";
    if (!json.isEmpty()) {
        text +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n";
    }
    return text + "\r\n" + json;
}

/// The head of an answer, with what follows it as body; no status where there is none.
HttpAnswer parseAnswer(const QByteArray &heard)
{
    HttpAnswer answer;
    const qsizetype end = heard.indexOf("\r\n\r\n");
    if (end < 0 || !heard.startsWith("HTTP/1."))
        return answer;
    const QList<QByteArray> lines = heard.left(end).split('\n');
    answer.status = lines.first().split(' ').value(1).trimmed().toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    answer.body = heard.mid(end + 4);
    return answer;
}

bool isWhole(const HttpAnswer &answer)
{
    bool isNumber = false;
    const qlonglong length = answer.headers.value("content-length").toLongLong(&isNumber);
    return answer.status > 0 && isNumber && answer.body.size() >= length;
}

} // namespace

void HttpCall::post(const ServerAddress &address, const QString &path, const QByteArray &json, Trust &trust,
                    core::Clock &clock, QObject *parent, Answered answered)
{
    auto *call =
        new HttpCall(address, requestText("POST", address, path, json), trust, parent, std::move(answered));
    call->start(clock);
}

void HttpCall::head(const ServerAddress &address, Trust &trust, core::Clock &clock, QObject *parent,
                    Answered answered)
{
    auto *call =
        new HttpCall(address, requestText("HEAD", address, {}, {}), trust, parent, std::move(answered));
    call->start(clock);
}

HttpCall::HttpCall(const ServerAddress &address, QByteArray request, Trust &trust, QObject *parent,
                   Answered answered)
    : QObject(parent), m_address(address), m_request(std::move(request)), m_trust(trust),
      m_answered(std::move(answered)), m_socket(new QSslSocket(this))
{
}

void HttpCall::start(core::Clock &clock)
{
    m_timeout = clock.after(patience, [this] {
        finish(core::Error{core::ErrorCode::Unavailable, tr("%1 does not answer.").arg(m_address.text())});
    });
    connect(m_socket, &QSslSocket::readyRead, this, &HttpCall::read);
    connect(m_socket, &QSslSocket::disconnected, this, &HttpCall::finishRead);
    connect(m_socket, &QSslSocket::errorOccurred, this, &HttpCall::finishRead);
    // Trust judges every handshake, the flawless ones too.
    m_socket->setPeerVerifyMode(QSslSocket::QueryPeer);
    connect(m_socket, m_address.isEncrypted() ? &QSslSocket::encrypted : &QSslSocket::connected, this,
            &HttpCall::begin);
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QString host = m_address.http.host();
            const auto port = quint16(m_address.http.port());
            if (m_address.isEncrypted())
                m_socket->connectToHostEncrypted(host, port);
            else if (const core::Result<void> allowed = m_trust.allowPlain(m_address); !allowed)
                finish(allowed.error());
            else
                m_socket->connectToHost(host, port);
        },
        Qt::QueuedConnection);
}

void HttpCall::begin()
{
    if (m_address.isEncrypted()) {
        const core::Result<void> trusted =
            m_trust.judge(m_address, m_socket->peerCertificate(), m_socket->sslHandshakeErrors());
        if (!trusted) {
            finish(trusted.error());
            return;
        }
    }
    m_socket->write(m_request);
}

void HttpCall::read()
{
    m_heard += m_socket->read(longestAnswer - m_heard.size());
    const bool isHead = m_request.startsWith("HEAD");
    const HttpAnswer answer = parseAnswer(m_heard);
    if (m_heard.size() >= longestAnswer || isWhole(answer) || (isHead && answer.status > 0))
        finishRead();
}

void HttpCall::finishRead()
{
    m_heard += m_socket->read(longestAnswer - m_heard.size());
    const HttpAnswer answer = parseAnswer(m_heard);
    const bool isCut = answer.headers.contains("content-length") && !isWhole(answer);
    if (answer.status > 0 && (!isCut || m_request.startsWith("HEAD"))) {
        finish(answer);
        return;
    }
    const QString why = m_socket->error() == QAbstractSocket::SslHandshakeFailedError
                            ? tr("%1 does not speak TLS as Belfry does: %2. Nothing was sent to it.")
                            : tr("%1 cannot be reached: %2.");
    finish(core::Error{core::ErrorCode::Unavailable, why.arg(m_address.text(), m_socket->errorString())});
}

void HttpCall::finish(const core::Result<HttpAnswer> &answer)
{
    m_socket->disconnect(this);
    m_socket->abort();
    m_timeout.reset();
    if (const Answered answered = std::exchange(m_answered, nullptr))
        answered(answer);
    deleteLater();
}

} // namespace client
