// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "catalog/session.h"
#include "client/link.h"
#include "core/clock.h"

namespace client {

/// What the other side looked like last: its newest reading, its status, and whom we are to it.
class Mirror final : public QObject
{
    Q_OBJECT
public:
    Mirror(Link &link, core::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Link &link() const { return m_link; }
    /// The newest reading; empty before the first.
    [[nodiscard]] const std::optional<metrics::Sampled> &reading() const { return m_reading; }
    [[nodiscard]] const std::optional<session::ServerStatus::Reply> &server() const { return m_server; }
    [[nodiscard]] const std::optional<identity::User> &user() const { return m_user; }
    /// Why the store does not work as it should; empty while it does.
    [[nodiscard]] QString storageText() const { return m_storage; }
    /// The server's clock in UTC, from its newest reading on.
    [[nodiscard]] QDateTime serverNow() const;
    /// True when what is shown is older than it should be: not live, or no reading for 5 s and three
    /// intervals.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// How often readings were asked for; a slow pace must not look like silence.
    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }
    /// While watched, the server's status is asked for every 2 s.
    void setWatched(bool watched);

    /// Asks again whom we are to it, after something of that was changed.
    void askUser();

Q_SIGNALS:
    void readingChanged();
    /// The server's clock was set back: what is newer than the reading is no longer ahead of it. Comes before
    /// readingChanged.
    void clockSetBack();
    void serverChanged();
    void userChanged();
    void storageChanged();
    void staleChanged();

private:
    void resynchronise();
    void hear(const QList<core::Event> &events);
    void take(metrics::Sampled reading, bool isSetBack);
    void askServer();
    void judge();

    Link &m_link;
    core::Clock &m_clock;
    std::optional<metrics::Sampled> m_reading;
    QDateTime
        m_heardAt; ///< of the last reading that came as an event, or else the first; events come in order
    std::optional<session::ServerStatus::Reply> m_server;
    std::optional<identity::User> m_user;
    QString m_storage;
    std::unique_ptr<core::Timer> m_poll;
    std::unique_ptr<core::Timer> m_judge;
    std::chrono::milliseconds m_interval{1000};
    std::chrono::milliseconds m_readAt{0};
    bool m_wasLive = false;
    bool m_isStale = true;
    bool m_isWatched = false;
};

} // namespace client
