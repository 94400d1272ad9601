// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "catalog/topology.h"
#include "client/link.h"
#include "core/clock.h"

namespace client {

/// How devices answered at a moment that is past, and what joined them; who is missing was not known then.
struct Moment
{
    QDateTime at;
    QMap<QString, network::State> states;
    QMap<QString, network::Link> links;
};

/// The network for somebody who goes back and forth in time. It is asked for a few times a second at most,
/// and only the answer to the newest question counts.
class PastNetwork final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds pace{200};

    PastNetwork(Link &link, core::Clock &clock, QObject *parent = nullptr);

    void lookAt(const QDateTime &at);
    /// Nothing of the past is wanted any more; what is still answered is not told.
    void leave();
    /// The moment that is looked at, answered or not; nothing: none is.
    [[nodiscard]] const std::optional<QDateTime> &wanted() const { return m_wanted; }

Q_SIGNALS:
    void known(const client::Moment &moment);
    /// How it was could not be told: why, for people.
    void refused(const QString &why);

private:
    void askNow();
    void askLinks(const QString &after);
    void take(const network::PastStates::Reply &reply);

    Link &m_link;
    core::Clock &m_clock;
    std::optional<QDateTime> m_wanted;
    Moment m_coming; ///< as far as it was answered
    std::unique_ptr<core::Timer> m_timer;
    std::optional<std::chrono::milliseconds> m_askedAt;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    bool m_isWaiting = false;
    bool m_wasLive = false;
};

} // namespace client
