// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/reach.h"

#include <QObject>
#include <QSslSocket>

namespace alerts::channels {

/// A connection to a channel's server, and to nobody else: the address that is connected to is one that was
/// checked, no proxy is between, and the certificate is checked against the name, or is the one that is
/// pinned.
class Line final : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        QString host;
        quint16 port = 0;
        bool isEncrypted = true; ///< from the first byte on
        QString fingerprint;     ///< SHA-256 in hexadecimal; empty: any trusted certificate
        bool isPrivateAllowed = false;
    };

    Line(Place place, Reach::Resolver resolver, QObject *parent = nullptr);
    ~Line() override;

    void open();
    /// Goes on encrypted, on a line that is not (STARTTLS).
    void encrypt();
    void say(const QByteArray &bytes) { m_socket.write(bytes); }
    /// What was heard since.
    [[nodiscard]] QByteArray take(qint64 most) { return m_socket.read(most); }
    void close();
    [[nodiscard]] const Place &place() const { return m_place; }

Q_SIGNALS:
    void opened();  ///< and encrypted, where it is to be from the first byte on
    void secured(); ///< after `encrypt`
    void heard();
    void ended(); ///< the other side hung up
    void failed(const QString &sentence);

private:
    void next();
    void greet();
    void check(const QList<QSslError> &errors);
    [[nodiscard]] bool isPinned() const;
    [[nodiscard]] QString shownFingerprint() const;
    [[nodiscard]] QString otherCertificate() const;
    void judge(QAbstractSocket::SocketError error);
    void fail(const QString &sentence);

    Place m_place;
    Reach::Resolver m_resolver;
    QSslSocket m_socket;
    QList<core::Address> m_addresses; ///< not yet tried
    QString m_certificateFault;
    bool m_isOpen = false;
    bool m_isDone = false;
};

} // namespace alerts::channels
