// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "conformance/history.h"
#include "transport/socketiopeer.h"

#include <QList>

namespace conformance {

/// What the Socket.IO suite asks of a server under test (wire.md): the namespaces "/" and "/custom" say
/// `auth` with the CONNECT payload, answer `message` by `message-back`, and acknowledge `message-with-ack`
/// and `echo` with their arguments. A `pub` reaches everybody in "/" as `ev`; who says `ask` is asked
/// `question` and hears its answer as `answered`; who says `leave` is disconnected. With recovery, every
/// event carries an offset.
class Subject final : public QObject
{
    Q_OBJECT
public:
    Subject(core::Clock &clock, core::Entropy &entropy, const transport::SocketIoOptions &options,
            qint64 messageLimit);

    /// Serves a client.
    void serve(transport::Channel &channel);

private:
    void join(transport::SocketIoPeer &peer, const QString &nsp, const QJsonObject &auth);
    void hear(transport::SocketIoSocket &socket, const wire::SocketIoPacket &event);
    void say(transport::SocketIoSocket &socket, const QJsonArray &arguments,
             const QList<QByteArray> &attachments = {});
    void question(transport::SocketIoSocket &socket, QJsonArray arguments,
                  const QList<QByteArray> &attachments);
    void publish(QJsonArray arguments, const QList<QByteArray> &attachments);

    core::Clock &m_clock;
    core::Entropy &m_entropy;
    const transport::SocketIoOptions m_options;
    const qint64 m_messageLimit;
    QList<transport::SocketIoSocket *> m_audience; // of "/"
    History m_history;                             // where recovery is offered
};

} // namespace conformance
