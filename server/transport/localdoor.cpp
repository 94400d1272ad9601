// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/localdoor.h"

#include "core/log.h"
#include "transport/localchannel.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>

#include <sys/socket.h>
#include <unistd.h>

namespace transport {

namespace {
constexpr std::chrono::milliseconds answerTime{200};

/// Whether the peer runs as our user, or as root.
bool isTrustedPeer(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return false;
    return peer.uid == ::geteuid() || peer.uid == 0;
}

bool isAnswered(const QString &path)
{
    QLocalSocket caller;
    caller.connectToServer(path);
    return caller.waitForConnected(int(answerTime.count()));
}
} // namespace

class LocalDoor::Private
{
public:
    std::function<void(Channel *)> open;
    QLocalServer server;
    QList<QPointer<Channel>> channels;
};

LocalDoor::LocalDoor(std::function<void(Channel *)> open, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->open = std::move(open);
    d->server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&d->server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = d->server.nextPendingConnection()) {
            if (!isTrustedPeer(*socket)) {
                qCWarning(logTransport, "another user tried the local socket and was turned away");
                socket->abort();
                socket->deleteLater();
                continue;
            }
            auto *channel = new LocalChannel(socket, this);
            d->channels.removeAll(nullptr);
            d->channels.append(channel);
            d->open(channel);
        }
    });
}

LocalDoor::~LocalDoor() = default;

core::Result<void> LocalDoor::listen(const QString &path)
{
    // QLocalServer puts its socket in the place of whatever is there: right for one that a killed process
    // left behind, wrong for one in use.
    const bool isTaken = isAnswered(path);
    const bool isListening = !isTaken && d->server.listen(path);
    if (isListening)
        return {};
    return core::Error{
        core::ErrorCode::Unavailable,
        QCoreApplication::translate("transport",
                                    "The local socket %1 cannot be opened (%2). Check that the folder "
                                    "is ours and that no other server uses it.")
            .arg(path, isTaken ? QCoreApplication::translate("transport", "a server answers there")
                               : d->server.errorString())};
}

void LocalDoor::close()
{
    d->server.close();
    for (const QPointer<Channel> &channel : std::as_const(d->channels)) {
        if (channel)
            channel->close(CloseCode::GoingAway, QByteArrayLiteral("the server stops"));
    }
}

} // namespace transport
