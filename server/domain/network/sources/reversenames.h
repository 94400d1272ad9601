// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/dnsclient.h"

namespace network::sources {

/// What the domain name system calls an address; remembered for a while.
class ReverseNames : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        std::chrono::milliseconds age{std::chrono::hours(1)};           ///< of a name
        std::chrono::milliseconds silenceAge{std::chrono::minutes(10)}; ///< of none
        qsizetype most = 20'000;
    };

    ReverseNames(DnsClient &client, core::Clock &clock, Setup setup, QObject *parent = nullptr);
    ReverseNames(DnsClient &client, core::Clock &clock, QObject *parent = nullptr);

    /// `found` follows, at once where it is known; several times asked is asked once.
    void ask(const core::Address &address);
    void clear();

Q_SIGNALS:
    /// The first name; empty: it has none, or nobody says.
    void found(const core::Address &address, const QString &name);

private:
    struct Entry
    {
        QString name;
        std::chrono::milliseconds until{};
        bool isOpen = false;
    };

    void take(const core::Address &address, const DnsClient::Answer &answer);
    void makeRoom();

    DnsClient &m_client;
    core::Clock &m_clock;
    Setup m_setup;
    QHash<core::Address, Entry> m_entries;
};

} // namespace network::sources
