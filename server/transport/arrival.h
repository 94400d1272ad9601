// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"
#include "transport/occupant.h"

class QTcpSocket;

namespace transport {

/// A socket, plain or in its TLS handshake: waits for the head of the first request and shows whether it is
/// to be HTTP or WebSocket.
class Arrival final : public Occupant
{
    Q_OBJECT
public:
    /// Takes over `socket`; it must have shown its head by `deadline` (steady time).
    Arrival(QTcpSocket *socket, std::chrono::milliseconds deadline, QObject *parent);

    /// Looks at what has come. Call once the signals are connected.
    void start() { look(); }
    void tick(std::chrono::milliseconds now) override;
    [[nodiscard]] QTcpSocket *socket() const { return m_socket; }
    /// Hands the socket on and deletes itself later.
    QTcpSocket *release();
    /// Takes the head that `upgradeArrived` told of out of the socket.
    QByteArray takeHead();
    /// Answers, closes, and deletes itself later.
    void refuse(const HttpResponse &response);

Q_SIGNALS:
    /// Plain HTTP: nothing was read from the socket.
    void httpArrived();
    /// The head asks for a WebSocket; nothing was read from the socket.
    void upgradeArrived(const transport::HttpRequest &request);

private:
    void look();
    void lose();

    QTcpSocket *m_socket;
    std::chrono::milliseconds m_deadline;
    bool m_isDecided = false;
};

} // namespace transport
