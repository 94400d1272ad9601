// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "transport/httpexchange.h"
#include "transport/httpparser.h"
#include "transport/occupant.h"

#include <QDeadlineTimer>

#include <deque>
#include <memory>

class QTcpSocket;

namespace transport {

/// An HTTP/1.1 connection: kept alive, answers in the order of the requests, bounded in everything.
class HttpConnection final : public Occupant
{
    Q_OBJECT
public:
    using Handler = std::function<void(const std::shared_ptr<HttpExchange> &)>;

    /// Unanswered requests of one connection; the rest waits in the kernel.
    static constexpr size_t maxPipelined = 16;
    /// From the first byte of a request to its last.
    static constexpr std::chrono::milliseconds requestTimeout{10'000};

    /// Takes over `socket`. `peer` gives what every request of it shares.
    HttpConnection(QTcpSocket *socket, Handshake peer, Handler handler, std::chrono::milliseconds idleTimeout,
                   const core::Clock &clock, QObject *parent);
    ~HttpConnection() override;

    /// Reads what the socket holds already.
    void start() { parse(); }
    void tick(std::chrono::milliseconds now) override;
    /// Answers what was asked, then closes.
    void finish();
    /// Hands the written answers to the kernel without the event loop, waiting at most until `deadline` for a
    /// client that reads slowly. For a program about to end: bytes left in the socket would be lost with it.
    void flush(const QDeadlineTimer &deadline);
    /// Hands the socket on, nothing of the next request read, and deletes itself later.
    QTcpSocket *release();

Q_SIGNALS:
    /// The next request, unread in the socket, asks for a WebSocket.
    void upgradeArrived();
    /// A request ends in the middle of its body: the client went away, or was too slow or unreadable.
    void requestCut(const transport::HttpRequest &request);

private:
    void read();
    /// True when nothing is under way and what comes next must be looked at before it is read.
    [[nodiscard]] bool isBetweenRequests() const;
    void startRequest();
    void parse();
    [[nodiscard]] HttpRequest takeRequest();
    void receive();
    void writeAnswers();
    void compress(HttpResponse &response, const HttpRequest &request) const;
    void refuse(int status);
    void tellOfCut();
    void hangUp();
    void part();
    void goOn();
    void lose();

    QTcpSocket *m_socket;
    Handshake m_peer;
    Handler m_handler;
    std::chrono::milliseconds m_idleTimeout;
    const core::Clock &m_clock;
    std::chrono::milliseconds m_now;          // at the last tick
    std::chrono::milliseconds m_lastProgress; // something came or left
    std::chrono::milliseconds m_requestBegan{-1};
    HttpParser m_parser;
    QByteArray m_input;
    struct Pending
    {
        std::shared_ptr<HttpExchange> exchange;
        bool isKeptAlive;
    };
    std::deque<Pending> m_pending;
    bool m_isParsing = false;
    bool m_isReading = true; // false: nothing more is taken from the client
    bool m_isHungUp = false;
};

} // namespace transport
