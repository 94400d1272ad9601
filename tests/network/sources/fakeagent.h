// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/snmp.h"

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
    };
    /// Gives the datagram to answer with; nothing: silence.
    using Manner = std::function<QByteArray(const Question &)>;

    explicit FakeAgent(Manner manner);

    [[nodiscard]] network::sources::SnmpPeer peer() const;
    [[nodiscard]] int questions() const { return m_questions; }

    /// A response with text under each identifier; `error`: its error-status.
    static QByteArray response(const Question &question, const QList<Oid> &oids, int error = 0);

private:
    void read();

    Manner m_manner;
    QUdpSocket m_socket;
    int m_questions = 0;
};

} // namespace lab
