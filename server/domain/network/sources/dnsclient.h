// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "domain/network/sources/dnsmessage.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QUdpSocket>

#include <functional>

namespace network::sources {

struct DnsServer
{
    core::Address address;
    quint16 port = 53;
};

/// The servers of a resolv.conf(5); at most 3.
QList<DnsServer> parseResolvConf(QByteArrayView text);

/// Asks name servers over UDP: some questions at a time, one server after the other.
class DnsClient : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        QList<DnsServer> servers;
        std::chrono::milliseconds patience{2000}; ///< with one server
        int atOnce = 64;
        int mostWaiting = 20'000;
    };
    struct Answer
    {
        enum class State : quint8 { Found, NoSuchName, Failed, Silent, Refused };
        State state = State::Silent; ///< Refused: too many are waiting, or there is no server
        QList<DnsRecord> records;    ///< the answers
        double milliseconds = 0;
    };
    using Listener = std::function<void(const Answer &)>;

    DnsClient(Setup setup, core::Clock &clock, core::Entropy &entropy, QObject *parent = nullptr);
    ~DnsClient() override;

    /// The answer comes once, and not before this has returned.
    void ask(const QByteArray &name, DnsType type, Listener listener);
    /// Whatever waits is dropped without a word.
    void stop();

private:
    struct Query
    {
        DnsQuestion question;
        Listener listener;
        qsizetype server = 0;
        std::chrono::milliseconds deadline{};
        std::chrono::steady_clock::time_point begun{};
    };

    void fill();
    void send(Query query);
    void read();
    void take(const DnsMessage &message, const core::Address &from, quint16 port);
    void lookForLate();
    void answer(const Query &query, const Answer &given);

    Setup m_setup;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    std::unique_ptr<QUdpSocket> m_socket; ///< a new port each time all was answered
    QQueue<Query> m_waiting;
    QHash<quint16, Query> m_open; ///< by id
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network::sources
