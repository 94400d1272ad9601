// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/sources/snmp.h"

#include <QObject>

#include <functional>

class QSocketNotifier;

namespace network::sources {

/// Asks an agent for its engine's name, which those that know SNMPv3 tell anybody (RFC 3414 §4): it tells a
/// wrong community from a machine that is not there, and who has to be asked by SNMPv3.
class SnmpProbe : public QObject
{
    Q_OBJECT
public:
    enum class Outcome : quint8 { Answers, Refuses, Silent };
    /// The engine is nameless where it did not say who it is.
    using Listener = std::function<void(Outcome, const SnmpEngine &)>;

    SnmpProbe(const SnmpPeer &peer, core::Clock &clock, std::chrono::milliseconds patience, Listener done,
              QObject *parent = nullptr);
    ~SnmpProbe() override;

    /// What it sends.
    static QByteArray question();

private:
    void read();
    void finish(Outcome outcome);

    int m_socket = -1;
    QSocketNotifier *m_notifier = nullptr;
    Listener m_done;
    SnmpEngine m_engine;
    std::unique_ptr<core::Timer> m_deadline;
};

} // namespace network::sources
