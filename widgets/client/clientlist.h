// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/clients.h"
#include "client/mirror.h"

#include <QPointer>

namespace client {

/// Who is connected to the server, asked for again and again while somebody looks.
class ClientList final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Waiting,   ///< nothing is known yet
        Forbidden, ///< only administrators are told
        Known
    };
    using Done = std::function<void(const core::Result<void> &)>;

    ClientList(Mirror &mirror, core::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    /// The oldest first.
    [[nodiscard]] const QList<session::Client> &clients() const { return m_clients; }
    [[nodiscard]] const session::Client *find(qint64 id) const;
    /// How many there are, listed or not.
    [[nodiscard]] int total() const { return m_total; }
    /// Why there is nothing newer, for people; empty: what is known is new.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// When the list was true, on the server's clock.
    [[nodiscard]] const QDateTime &asOf() const { return m_asOf; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }

    /// While watched, it is asked for every 2 s.
    void setWatched(bool watched);
    /// Closes a connection; `done` is called unless `context` is gone by then.
    void close(qint64 id, const QString &reason, QObject *context, const Done &done);

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void take(const core::Result<session::ListClients::Reply> &reply);
    void become(State state, const QString &trouble);

    Mirror &m_mirror;
    core::Clock &m_clock;
    State m_state = State::Waiting;
    QList<session::Client> m_clients;
    int m_total = 0;
    QString m_trouble;
    QDateTime m_asOf;
    std::unique_ptr<core::Timer> m_poll;
    bool m_isAsking = false;
};

} // namespace client
