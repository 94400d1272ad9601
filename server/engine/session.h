// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/filter.h"
#include "core/source.h"
#include "engine/fact.h"
#include "transport/channel.h"

#include <QObject>
#include <QSet>
#include <QVarLengthArray>

#include <memory>
#include <optional>
#include <span>

namespace engine {

class Session;

/// Who keeps the list of sessions; it outlives them.
class SessionKeeper
{
public:
    SessionKeeper() = default;
    SessionKeeper(const SessionKeeper &) = delete;
    SessionKeeper &operator=(const SessionKeeper &) = delete;

    /// One is about to sign in, by the clock as it is now.
    virtual void followClock() = 0;
    /// The principal, the subscription or the pace of one changed.
    virtual void interestChanged() = 0;
    virtual void ended(const Session &session) = 0;

protected:
    ~SessionKeeper() = default;
};

/// Somebody who listens: a namespace of a Socket.IO client, a WebSocket, or the window of this process.
class Session : public QObject
{
    Q_OBJECT
public:
    struct Pace
    {
        core::Topic topic;
        std::chrono::milliseconds interval;
        std::optional<qint64> lastSlot; ///< which interval since 1970 the last reading fell into
    };
    /// What it asked to hear, and how often.
    struct Interest
    {
        QStringList topics; ///< patterns, once it has chosen
        bool hasChosen = false;
        /// What the topics let through must pass this, too. Null: everything does; few choose one, and an
        /// idle connection is small.
        std::shared_ptr<const core::Filter> chosenFilter;
        QSet<QString> rooms;
        QVarLengthArray<Pace, 1> paces; ///< most hear one topic of which only the newest matters

        [[nodiscard]] core::Filter filter() const { return chosenFilter ? *chosenFilter : core::Filter(); }
        void setFilter(const core::Filter &filter)
        {
            chosenFilter = filter == core::Filter() ? nullptr : std::make_shared<const core::Filter>(filter);
        }
    };

    Session(quint64 id, QObject *parent) : QObject(parent), m_id(id) {}

    /// How a client is reached, for those who look after the server.
    struct Reach
    {
        QString name;      ///< what the client knows the conversation by; empty: nothing
        QString transport; ///< "websocket", "polling" or "local"
        QString address;   ///< empty: this process
        qint64 queuedBytes = 0;
    };

    [[nodiscard]] quint64 id() const { return m_id; }
    /// When the house took it in.
    [[nodiscard]] const QDateTime &openedAt() const { return m_openedAt; }
    void setOpenedAt(const QDateTime &time) { m_openedAt = time; }
    [[nodiscard]] const core::Principal &principal() const { return m_principal; }
    /// Whom this session speaks for from now on.
    void signIn(const core::Principal &principal);
    /// Somebody set the clock: the sign-in is good for as long as it was.
    void followClock(std::chrono::milliseconds ahead);

    [[nodiscard]] const Interest &interest() const { return m_interest; }
    /// Takes the place of a session that asked for this.
    void setInterest(Interest interest);
    /// Topic patterns that are heard; a session that never chose hears what `hearsByDefault` says.
    [[nodiscard]] QStringList topics() const
    {
        return m_interest.hasChosen ? m_interest.topics : topicsByDefault();
    }
    /// Whether it has chosen nothing, and hears all it has words for.
    [[nodiscard]] bool hearsAll() const { return !m_interest.hasChosen && hearsByDefault(); }
    enum class Subscription { Add, Replace };
    void subscribe(const QStringList &patterns, Subscription manner = Subscription::Add);
    void unsubscribe(const QStringList &patterns);
    [[nodiscard]] bool isIn(const QString &room) const { return m_interest.rooms.contains(room); }
    void enterRoom(const QString &room);
    /// False when it was not in there.
    bool leaveRoom(const QString &room);
    /// The connection's id as its client knows it.
    [[nodiscard]] virtual QString socketId() const { return QString::number(m_id); }
    void setFilter(const core::Filter &filter);
    /// Readings of `topic` come at most this often.
    void setPace(const core::Topic &topic, std::chrono::milliseconds interval);
    /// How fast this session wants `topic`; empty when it does not.
    [[nodiscard]] core::Demand demandFor(const core::Topic &topic) const;

    /// Delivers what audience, filter and pace let through.
    void offer(std::span<const Fact> facts);
    /// Whether audience and filter let it.
    [[nodiscard]] bool wants(const core::Event &event) const;
    /// Delivers what was missed, whatever the pace.
    void replay(const Fact &fact)
    {
        const Fact *const one = &fact;
        deliver(std::span(&one, 1));
    }
    /// The turn is over: what was delivered leaves.
    virtual void flush() {}

    /// Which contract it speaks, as Speaker says it; "local" within this process.
    [[nodiscard]] virtual QString contract() const = 0;
    /// False for one that listens for a client that is away.
    [[nodiscard]] virtual bool isConnected() const { return true; }
    /// Facts waiting and facts dropped for this session.
    [[nodiscard]] virtual qint64 queued() const { return 0; }
    [[nodiscard]] virtual qint64 dropped() const { return 0; }
    [[nodiscard]] virtual Reach reach() const = 0;
    /// Ends the conversation, telling why in the manner of the tongue.
    virtual void end(transport::CloseCode code, const QString &reason) = 0;

    /// Who is told of changes and of the end: without signals, which would cost each idle connection 400
    /// bytes.
    void setKeeper(SessionKeeper *keeper) { m_keeper = keeper; }

protected:
    /// Tells the keeper that the session has ended; it deletes itself later.
    void tellEnded();
    virtual void deliver(std::span<const Fact *const> facts) = 0;
    /// True when this session's tongue has anything to say for the topic.
    [[nodiscard]] virtual bool canSay(const core::Topic &topic) const = 0;
    [[nodiscard]] virtual bool hearsByDefault() const = 0;
    /// What that is, as patterns, where a client can take some of it away.
    [[nodiscard]] virtual QStringList topicsByDefault() const { return {}; }
    /// `signIn` changed the principal.
    virtual void adoptPrincipal() {}
    /// The principal, the subscription or the pace changed.
    virtual void adoptInterest() {}

private:
    void tellInterest();
    [[nodiscard]] bool hears(const core::Topic &topic) const;
    [[nodiscard]] bool keepsPace(const Fact &fact);
    [[nodiscard]] Pace *paceOf(const core::Topic &topic);

    quint64 m_id;
    SessionKeeper *m_keeper = nullptr;
    QDateTime m_openedAt;
    core::Principal m_principal;
    Interest m_interest;
};

} // namespace engine
