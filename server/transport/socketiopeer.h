// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/entropy.h"
#include "transport/channel.h"
#include "transport/socketiorecovery.h"
#include "transport/socketiosocket.h"

#include <QJsonObject>

namespace transport {

/// Times of a Socket.IO server (wire.md §8).
struct SocketIoOptions
{
    /// An Engine.IO session that joins no namespace in this time is closed.
    std::chrono::milliseconds connectTimeout{45'000};
    /// Announced attachments are held in memory; nobody may leave them pending.
    std::chrono::milliseconds attachmentTimeout{10'000};
    /// Offers connection state recovery; it outlives the clients. Null: does not.
    SocketIoRecovery *recovery = nullptr;
};

/// One Socket.IO client: its packets, and its sockets in the namespaces it joined (Socket.IO protocol v5).
class SocketIoPeer final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the channel.
    SocketIoPeer(Channel &channel, core::Clock &clock, core::Entropy &entropy,
                 const SocketIoOptions &options = {});

    [[nodiscard]] Channel &channel() const { return m_channel; }
    /// Lets the client into the namespace it asks for, and tells it so. The socket is the peer's. With
    /// `former`, as who it was; its owner then says again what it missed.
    SocketIoSocket *accept(const QString &nsp, const std::optional<SocketIoRecovery::Memory> &former = {});
    /// Who the client says it was, when it was that a short while ago; told once. What is left of the
    /// connection it lost is closed.
    [[nodiscard]] std::optional<SocketIoRecovery::Memory> takeFormerSelf(const QString &nsp,
                                                                         const QJsonObject &auth) const;
    /// Does not; the connection stays.
    void refuse(const QString &nsp, const QString &message,
                const QJsonValue &data = QJsonValue(QJsonValue::Undefined));
    /// Tells the client that it is out of every namespace, and closes the connection.
    void leave();
    /// Closes the connection of a client that does what it may not.
    void drop(const QByteArray &why);

Q_SIGNALS:
    /// The client asks for a namespace it is not in: `accept` or `refuse` it before returning. `auth` is its
    /// CONNECT payload, {} when it sent none.
    void joining(const QString &nsp, const QJsonObject &auth);

private:
    void take(const wire::SocketIoDecoder::Decoded &outcome);
    void receive(const wire::SocketIoPacket &packet);
    void yield();
    void endAll(SocketIoSocket::Leaving reason);

    Channel &m_channel;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    const SocketIoOptions m_options;
    wire::SocketIoDecoder m_decoder;
    std::map<QString, SocketIoSocket *> m_sockets;
    std::unique_ptr<core::Timer> m_connectTimeout;
    std::unique_ptr<core::Timer> m_attachmentTimeout;
};

} // namespace transport
