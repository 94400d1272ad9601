// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerts.h"
#include "client/chat.h"
#include "client/devices.h"

#include <array>

namespace client {

/// What happened while somebody was away, as the server knows it.
class Meanwhile final : public QObject
{
    Q_OBJECT
public:
    /// What is counted: devices that became known, that answered then and do not now, and the other way
    /// round; alerts; and mentions that are not read.
    enum class Sort { NewDevices, Gone, Back, Raised, Resolved, Mentions };
    static constexpr int sortCount = int(Sort::Mentions) + 1;

    /// All of these outlive it.
    Meanwhile(Alerts &alerts, Devices &devices, Chat &chat, core::Clock &clock, QObject *parent = nullptr);

    /// Asks what happened since then, a time of this window's clock, as soon as it can be said.
    void ask(const QDateTime &from);
    [[nodiscard]] int count(Sort sort) const { return m_counts[size_t(sort)]; }

Q_SIGNALS:
    void known();

private:
    void tryToAsk();
    void askStates(const QDateTime &from);
    void askRaised(const QDateTime &from);
    void askResolved(const QDateTime &from);
    int &counted(Sort sort) { return m_counts[size_t(sort)]; }
    void settle();

    Alerts &m_alerts;
    Devices &m_devices;
    Chat &m_chat;
    core::Clock &m_clock;
    std::optional<QDateTime> m_wanted; ///< to be asked as soon as there is a connection
    std::array<int, size_t(sortCount)> m_counts{};
    int m_open = 0;      ///< questions
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace client
