// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerts.h"
#include "client/chat.h"
#include "client/devices.h"

namespace client {

/// What happened while somebody was away, as the server knows it.
class Meanwhile final : public QObject
{
    Q_OBJECT
public:
    struct Counts
    {
        int newDevices = 0;
        int gone = 0; ///< devices that answered then and do not now
        int back = 0; ///< and the other way round
        int raised = 0;
        int resolved = 0;
        int mentions = 0; ///< that are not read

        friend bool operator==(const Counts &, const Counts &) = default;
    };

    /// All of these outlive it.
    Meanwhile(Alerts &alerts, Devices &devices, Chat &chat, core::Clock &clock, QObject *parent = nullptr);

    /// Asks what happened since then, a time of this window's clock, as soon as it can be said.
    void ask(const QDateTime &from);
    [[nodiscard]] const Counts &counts() const { return m_counts; }

Q_SIGNALS:
    void known();

private:
    void tryToAsk();
    void askStates(const QDateTime &from);
    void askRaised(const QDateTime &from);
    void askResolved(const QDateTime &from);
    void settle();

    Alerts &m_alerts;
    Devices &m_devices;
    Chat &m_chat;
    core::Clock &m_clock;
    std::optional<QDateTime> m_wanted; ///< to be asked as soon as there is a connection
    Counts m_counts;
    int m_open = 0;      ///< questions
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace client
