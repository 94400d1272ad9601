// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/clock.h"
#include "core/result.h"
#include "domain/network/sources/connector.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace network::sources {

struct FpingLine;

/// Whom to ask, and by which TCP ports where echo requests get no answer (none: not at all).
struct PingTarget
{
    core::Address address;
    QList<quint16> ports;
};

/// What one round found of one address.
struct PingResult
{
    enum class Method : quint8 { Icmp, Tcp };

    core::Address address;
    std::optional<double> milliseconds; ///< nothing: no answer
    Method method = Method::Icmp;       ///< by which it was asked last

    [[nodiscard]] bool isAnswered() const { return milliseconds.has_value(); }
};

/// Asks every address once a round, by fping, and by opening TCP connections where that gets no answer or
/// cannot run. The addresses are divided over ten slots of the round, so that one joins or leaves without the
/// others noticing.
class Pinger : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        QString fping = QStringLiteral("fping");
        std::chrono::milliseconds interval{10'000};
        std::chrono::milliseconds patience{1500};        ///< with an echo reply
        std::chrono::milliseconds connectPatience{1000}; ///< with a connection
        int connectionsAtOnce = 1000;
        int mostTargets = 10'000;
        QList<quint16> fallbackPorts{443, 22, 80, 445}; ///< for those without ports, where fping cannot run
    };
    enum class State : quint8 { Stopped, Icmp, TcpOnly };
    Q_ENUM(State)

    Pinger(Setup setup, core::Clock &clock, QObject *parent = nullptr);

    void start();
    void stop();
    void setInterval(std::chrono::milliseconds interval);
    /// New ones are asked at once; of those that are there already, the ports are replaced. All or none.
    core::Result<void> add(const QList<PingTarget> &targets);
    void remove(const QList<core::Address> &addresses);
    [[nodiscard]] qsizetype size() const { return m_targets.size(); }
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    /// As they come in; one of each address and round.
    void results(const QList<network::sources::PingResult> &results);
    /// `sentence` says what is missing and what to do; empty where nothing is.
    void stateChanged(network::sources::Pinger::State state, const QString &sentence);

private:
    struct Target
    {
        QList<quint16> ports;
        int slot = 0;
        qsizetype port = 0;     ///< the one to ask first
        bool isAnswered = true; ///< in the last round; a new one is asked thoroughly
        bool isAsked = false;   ///< this round has no result yet
    };
    /// The ports of one round, and how far it is.
    struct Knocking
    {
        core::Address address;
        QList<quint16> ports;
        qsizetype next = 0;
    };

    void tick();
    void askNew();
    void askOnce(const QList<core::Address> &addresses);
    void ask(const QList<core::Address> &addresses);
    void take(const QList<FpingLine> &lines);
    void endRun(const QList<core::Address> &unheard, const QString &fault);
    void knock(const core::Address &address);
    void knockNext(Knocking knocking);
    void finish(const PingResult &result);
    void flush();
    void enter(State state, const QString &sentence);
    int emptiestSlot() const;

    Setup m_setup;
    core::Clock &m_clock;
    Connector m_connector;
    QHash<core::Address, Target> m_targets;
    QList<QSet<core::Address>> m_slots;
    int m_next = 0; ///< the slot that is due
    QList<PingResult> m_ready;
    bool m_isFlushing = false;
    State m_state = State::Stopped;
    std::chrono::milliseconds m_tryAgain{}; ///< fping, at this time
    std::unique_ptr<core::Timer> m_timer;
    QSet<core::Address> m_new; ///< never asked yet
    std::unique_ptr<core::Timer> m_soon;
    std::unique_ptr<core::Timer> m_firing;
};

} // namespace network::sources
