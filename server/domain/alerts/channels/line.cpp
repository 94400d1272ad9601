// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/line.h"

#include "domain/alerts/channels/plaintext.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace alerts::channels {

namespace {
constexpr qsizetype longestFault = 200;
constexpr qint64 mostBuffered = 128 * 1024;

QString withoutColons(QString fingerprint) { return fingerprint.remove(u':').remove(u' ').toLower(); }
} // namespace

Line::Line(Place place, Reach::Resolver resolver, QObject *parent)
    : QObject(parent), m_place(std::move(place)), m_resolver(std::move(resolver))
{
    m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_socket.setReadBufferSize(mostBuffered);
    m_socket.setPeerVerifyName(m_place.host);
    m_socket.setPeerVerifyMode(QSslSocket::VerifyPeer);
    QSslConfiguration tls = m_socket.sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::connected, this, &Line::greet);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        if (!m_place.fingerprint.isEmpty() && !isPinned())
            return fail(otherCertificate());
        if (m_place.isEncrypted)
            Q_EMIT opened();
        else
            Q_EMIT secured();
    });
    connect(&m_socket, &QSslSocket::sslErrors, this, &Line::check);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &Line::judge);
    connect(&m_socket, &QSslSocket::readyRead, this, &Line::heard);
}

Line::~Line() { close(); }

void Line::open()
{
    const auto take = [this](const core::Result<QList<core::Address>> &found) {
        if (!found)
            return fail(found.error().message);
        const auto allowed = Reach::allowed(m_place.host, *found, m_place.isPrivateAllowed);
        if (!allowed)
            return fail(allowed.error().message);
        m_addresses = *allowed;
        next();
    };
    if (const auto address = core::Address::parse(m_place.host))
        take(QList{*address});
    else
        m_resolver(this, m_place.host, take);
}

void Line::next()
{
    if (m_isDone)
        return;
    const core::Address address = m_addresses.takeFirst();
    m_socket.abort();
    m_socket.connectToHost(QHostAddress(address.toString()), m_place.port);
}

void Line::greet()
{
    // What was asked for is what was connected to; a socket that was led elsewhere is not spoken to.
    const auto peer = core::Address::parse(m_socket.peerAddress().toString());
    if (!peer || !Reach::refusal(*peer, m_place.isPrivateAllowed).isEmpty())
        return fail(tr("%1 led to an address that is not allowed.").arg(m_place.host));
    m_isOpen = true;
    if (m_place.isEncrypted)
        m_socket.startClientEncryption();
    else
        Q_EMIT opened();
}

void Line::encrypt()
{
    // What was said before was not encrypted: nobody knows by whom.
    if (m_socket.bytesAvailable() > 0)
        return fail(tr("%1 spoke on before it was encrypted. It cannot be trusted.").arg(m_place.host));
    m_socket.startClientEncryption();
}

void Line::check(const QList<QSslError> &errors)
{
    if (!m_place.fingerprint.isEmpty() && isPinned()) {
        m_socket.ignoreSslErrors();
        return;
    }
    if (!errors.isEmpty())
        m_certificateFault = plainLine(errors.first().errorString(), longestFault);
}

QString Line::shownFingerprint() const
{
    return QString::fromLatin1(m_socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex());
}

bool Line::isPinned() const { return withoutColons(m_place.fingerprint) == shownFingerprint(); }

QString Line::otherCertificate() const
{
    return tr("%1 shows another certificate than the one that is pinned: %2. Ask whoever runs it whether "
              "that is "
              "right.")
        .arg(m_place.host, shownFingerprint());
}

void Line::judge(QAbstractSocket::SocketError error)
{
    if (m_isDone)
        return;
    const QString where = QStringLiteral("%1:%2").arg(m_place.host).arg(m_place.port);
    const QString why = plainLine(m_socket.errorString(), longestFault);
    if (!m_certificateFault.isEmpty() && !m_place.fingerprint.isEmpty()) {
        fail(otherCertificate());
    } else if (!m_certificateFault.isEmpty()) {
        fail(tr("The certificate of %1 is not trusted: %2. Renew it, or pin its fingerprint if it is the "
                "right one: "
                "%3")
                 .arg(where, m_certificateFault, shownFingerprint()));
    } else if (error == QAbstractSocket::RemoteHostClosedError && m_isOpen &&
               (m_socket.isEncrypted() || !m_place.isEncrypted)) {
        m_isDone = true;
        Q_EMIT ended();
    } else if (!m_isOpen && !m_addresses.isEmpty()) {
        // A socket is not used anew within its own signal.
        QMetaObject::invokeMethod(this, &Line::next, Qt::QueuedConnection);
    } else if (m_isOpen && error != QAbstractSocket::NetworkError) {
        fail(tr("%1 does not agree on TLS: %2. Look at its port, and whether it is spoken to encrypted.")
                 .arg(where, why));
    } else {
        fail(tr("%1 cannot be reached: %2.").arg(where, why));
    }
}

void Line::fail(const QString &sentence)
{
    if (m_isDone)
        return;
    m_isDone = true;
    Q_EMIT failed(sentence);
}

void Line::close()
{
    m_isDone = true;
    disconnect(&m_socket, nullptr, this, nullptr);
    m_socket.flush(); // the last word
    m_socket.abort();
}

} // namespace alerts::channels
