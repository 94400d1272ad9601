// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/snmp.h"

#include <QMap>
#include <QUdpSocket>

#include <functional>

namespace lab {

/// An SNMPv2c agent on the loopback that answers as a test says.
class FakeAgent : public QObject
{
    Q_OBJECT
public:
    using Oid = network::sources::Oid;
    struct Question
    {
        quint8 kind = 0; ///< 0xa0 get, 0xa1 next, 0xa5 bulk
        QByteArray id;   ///< the encoded request-id
        int repetitions = 0;
        Oid oid;
        QByteArray community;
    };
    /// Gives the datagram to answer with; nothing: silence.
    using Manner = std::function<QByteArray(const Question &)>;

    /// Of that address; `port`: any that is free, unless given.
    explicit FakeAgent(Manner manner, const QHostAddress &where = QHostAddress(QHostAddress::LocalHost),
                       quint16 port = 0);

    [[nodiscard]] network::sources::SnmpPeer peer() const;
    [[nodiscard]] int questions() const { return m_questions; }
    /// From now on it knows SNMPv3, too, but no user.
    void speakV3() { m_speaksV3 = true; }

    /// A response with text under each identifier; `error`: its error-status.
    static QByteArray response(const Question &question, const QList<Oid> &oids, int error = 0);
    /// What comes behind the identifier that was asked for in a table of texts.
    static QByteArray told(const Question &question, const QMap<Oid, QByteArray> &table);

private:
    void read();
    /// RFC 3414 §3.2: first who it is, then that there is no such user.
    [[nodiscard]] static QByteArray refusal(QByteArray message);

    Manner m_manner;
    QUdpSocket m_socket;
    int m_questions = 0;
    bool m_speaksV3 = false;
};

} // namespace lab
