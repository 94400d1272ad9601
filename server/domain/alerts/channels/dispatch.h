// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/channelbook.h"
#include "domain/alerts/channels/commonsettings.h"
#include "domain/alerts/channels/deliveries.h"
#include "domain/alerts/channels/routebook.h"
#include "domain/alerts/channels/untaken.h"

#include <QHash>
#include <QPromise>

#include <deque>
#include <map>

namespace alerts::channels {

/// Takes notices: says which channel is to tell what of them, in one write with all that follows from it. Who
/// was told of an alert is told when somebody looks after it, and when it is over. A notice that was taken
/// before is known by its key.
class Dispatch final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::Clock &clock;
        ChannelBook &channels;
        RouteBook &routes;
        Deliveries &deliveries;
        CommonSettings &settings;
        Untaken &untaken;
        /// What routes look at, beside the severity and the subject, which are known.
        std::function<RouteBook::Labels(const QString &alertId)> labels;
    };
    /// So long a notice is known again.
    static constexpr std::chrono::hours remembered{24 * 30};

    explicit Dispatch(Surroundings around) : m_around(std::move(around)) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Finished well once it is written what is to be delivered. Errors: Unavailable.
    QFuture<core::Result<void>> take(const Notice &notice);
    /// Hours of a route have begun: who it leads to is told of these, unless they were. Errors: Unavailable.
    QFuture<core::Result<void>> takeUp(const QList<NoticeItem> &open);

private:
    /// Who was told of an alert, and as how severe.
    struct Hearer
    {
        QString channelId;
        QString address;
        int severity = 1;

        static core::Fields fields();
    };
    struct Hearers
    {
        QString alertId;
        QList<Hearer> list;

        static core::Fields fields();
    };
    struct Taken
    {
        QDateTime at;

        static core::Fields fields();
    };
    /// What follows from a notice.
    struct Decision
    {
        std::map<RouteBook::Target, Deliveries::Order> orders;
        QMap<QString, Hearers> hearers; ///< of whom it changed; empty ones are removed
        QSet<QString> untaken;          ///< by any route
        QSet<QString> taken;            ///< by one, as they were not before
        int heldBack = 0;
        bool isTakenUp = false;

        [[nodiscard]] bool isNothing() const
        {
            return orders.empty() && hearers.isEmpty() && untaken.isEmpty() && heldBack == 0;
        }
    };
    struct Pending
    {
        Notice notice;
        bool isTakenUp = false;
        QPromise<core::Result<void>> promise;
    };

    QFuture<core::Result<void>> enqueue(const Notice &notice, bool isTakenUp);
    void next();
    void write(Pending pending, const Decision &decision);
    [[nodiscard]] Decision decide(const Notice &notice, bool isTakenUp) const;
    void decide(Decision &decision, const Notice &notice, const NoticeItem &item) const;
    void withdraw(Decision &decision, const Notice &notice, const NoticeItem &item) const;
    void add(Decision &decision, const Notice &notice, const RouteBook::Target &target) const;
    [[nodiscard]] Hearers hearersOf(const Decision &decision, const QString &alertId) const;
    void settle(const Notice &notice, const Decision &decision);
    QList<core::RecordName> forgetOld();
    QFuture<core::Result<void>> loadTaken();
    QFuture<core::Result<void>> loadHearers();

    Surroundings m_around;
    QMap<QString, Hearers> m_hearers;  ///< by alert
    QHash<QString, QDateTime> m_taken; ///< by key
    QDateTime m_lookedForOld;
    std::deque<Pending> m_pending;
    bool m_isWriting = false;
};

} // namespace alerts::channels
