// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/httpcheckrun.h"

#include "domain/network/sources/foreigntext.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace network::sources {

namespace {
constexpr qint64 mostBody = 1 << 20;
constexpr int mostRedirects = 5;
} // namespace

HttpCheckRun::HttpCheckRun(HttpCheck check, core::Clock &clock, std::chrono::milliseconds patience,
                           QObject *parent)
    : CheckRun(clock, patience, parent), m_check(std::move(check))
{
}

HttpCheckRun::~HttpCheckRun() { HttpCheckRun::cease(); }

QNetworkRequest HttpCheckRun::request() const
{
    QNetworkRequest request(m_check.url);
    request.setRawHeader("User-Agent", "Belfry");
    request.setRawHeader("Accept-Encoding", "identity"); // what is packed may unpack to anything
    request.setRawHeader("Connection", "close");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // Qt 6.4's has known holes
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         m_check.followsRedirects ? QNetworkRequest::NoLessSafeRedirectPolicy
                                                  : QNetworkRequest::ManualRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    return request;
}

void HttpCheckRun::begin()
{
    const QString scheme = m_check.url.scheme();
    if (!m_check.url.isValid() || m_check.url.host().isEmpty() ||
        (scheme != QLatin1String("http") && scheme != QLatin1String("https"))) {
        fail(tr("This is no address of a page. It begins with http:// or https:// and names a machine."));
        return;
    }
    m_access.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_reply = m_access.get(request());
    m_reply->setReadBufferSize(mostBody);
    connect(m_reply, &QNetworkReply::encrypted, this,
            [this] { m_expiry = m_reply->sslConfiguration().peerCertificate().expiryDate(); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_expiry = m_reply->sslConfiguration().peerCertificate().expiryDate();
        if (m_check.trustsAnyCertificate)
            m_reply->ignoreSslErrors();
        else if (!errors.isEmpty())
            m_tlsFault = errors.first().errorString();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCheckRun::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCheckRun::judge);
}

void HttpCheckRun::cease()
{
    if (!m_reply)
        return;
    disconnect(m_reply, nullptr, this, nullptr);
    m_reply->abort();
    std::exchange(m_reply, nullptr)->deleteLater();
}

void HttpCheckRun::read()
{
    m_body += m_reply->read(mostBody - m_body.size());
    const bool isFound = !m_check.text.isEmpty() && m_body.contains(m_check.text.toUtf8());
    if (isFound || m_body.size() >= mostBody)
        judge(); // the rest is not needed
}

QString HttpCheckRun::faultOf(int status) const
{
    if (!m_tlsFault.isEmpty())
        return tr("The certificate is not trusted: %1. Renew it, or let the check take any certificate.")
            .arg(m_tlsFault);
    if (status == 0)
        return tr("No page came: %1.").arg(foreignText(m_reply->errorString().toUtf8()));
    if (m_check.status != 0 && status != m_check.status)
        return tr("The page answered %1 instead of %2.").arg(status).arg(m_check.status);
    if (m_check.status == 0 && (status < 200 || status > 399))
        return tr("The page answered %1 (%2). Look at the log of the web server.")
            .arg(status)
            .arg(foreignText(m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray()));
    if (!m_check.text.isEmpty() && !m_body.contains(m_check.text.toUtf8()))
        return tr("The page answered %1, but the text that was looked for is not in it.").arg(status);
    return {};
}

void HttpCheckRun::judge()
{
    if (hasFinished() || !m_reply)
        return;
    m_body += m_reply->read(mostBody - m_body.size());
    CheckResult result;
    result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.expiry = m_expiry;
    result.sentence = faultOf(result.status);
    result.isOk = result.sentence.isEmpty();
    if (result.isOk)
        result.sentence = tr("The page answered %1.").arg(result.status);
    finish(result);
}

} // namespace network::sources
