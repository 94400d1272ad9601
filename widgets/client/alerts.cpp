// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alerts.h"

#include "client/ask.h"

#include <QElapsedTimer>

#include <algorithm>

namespace client {

using alerts::Alert;
using alerts::AlertState;

namespace {
constexpr int alertsPerPage = 1000; // as alerts.list has it
constexpr int pastPerPage = 200;
// Between two tellings, at least and at most; within it so many times as long as the last took: what is told
// in no time is told at once, and a storm leaves time for everything else.
constexpr qint64 leastPace = 20; // ms
constexpr qint64 mostPace = 250; // ms
constexpr qint64 restPerWork = 4;
constexpr size_t mostOver = 20'000; // kept although they are over
constexpr int criticalFrom = 9;
constexpr int highFrom = 7;
constexpr int mediumFrom = 5;

QStringList alertTopics() { return {QLatin1String(alerts::Changed::topic)}; }
} // namespace

Alerts::Alerts(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    Link &link = mirror.link();
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &Alerts::tell);
    connect(&link, &Link::eventsReceived, this, &Alerts::hear);
    connect(&link, &Link::stateChanged, this, [this, &link] {
        const bool isLive = link.state() == Link::State::Live;
        if (isLive && !m_wasLive)
            reload();
        m_wasLive = isLive;
    });
    connect(&mirror, &Mirror::userChanged, this, [this] {
        count();
        Q_EMIT changed({});
    });
    link.subscribe(alertTopics());
    m_wasLive = link.state() == Link::State::Live;
    if (m_wasLive)
        reload();
}

Alerts::~Alerts() { m_mirror.link().unsubscribe(alertTopics()); }

const Alert *Alerts::find(const QString &id) const
{
    const int place = placeOf(id);
    return place < 0 ? nullptr : &m_all[size_t(place)];
}

bool Alerts::isRoot(const Alert &alert) const
{
    if (alert.foldedInto.isEmpty())
        return true;
    const Alert *parent = find(alert.foldedInto);
    return parent == nullptr || parent->state == AlertState::Resolved;
}

QString Alerts::myName() const
{
    const auto &user = m_mirror.user();
    if (!user)
        return {};
    return user->displayName.isEmpty() ? user->username : user->displayName;
}

bool Alerts::isMine(const Alert &alert) const
{
    const auto &user = m_mirror.user();
    if (!user)
        return false;
    const QString &whose =
        alert.assignee.isEmpty() && alert.acknowledgement ? alert.acknowledgement->by : alert.assignee;
    return !whose.isEmpty() && (whose == user->displayName || whose == user->username);
}

void Alerts::reload()
{
    ++m_round;
    m_isLoading = true;
    m_pages.clear();
    m_noted.clear();
    m_leaving = 0;
    askPage();
}

/// The oldest first, so that what is raised meanwhile comes last.
void Alerts::askPage()
{
    alerts::ListAlerts command;
    command.isFlat = true;
    command.order = alerts::AlertOrder::Oldest;
    command.limit = alertsPerPage;
    command.offset = std::max(0, int(m_pages.size()) - m_leaving);
    ask(m_mirror.link(), command, this,
        [this, round = m_round](const core::Result<alerts::ListAlerts::Reply> &reply) {
            if (round != m_round)
                return;
            m_trouble = reply ? QString() : reply.error().message;
            if (!reply) {
                m_isLoading = false;
                m_noted.clear();
                Q_EMIT reset();
                return;
            }
            m_pages.insert(m_pages.end(), reply->alerts.begin(), reply->alerts.end());
            if (reply->alerts.size() >= alertsPerPage) {
                askPage();
                return;
            }
            m_isLoading = false;
            m_isKnown = true;
            m_all.clear();
            m_all.reserve(m_pages.size());
            m_places.clear();
            for (const Alert &alert : std::exchange(m_pages, {}))
                put(alert);
            for (const Alert &alert : std::exchange(m_noted, {}))
                put(alert);
            m_untold.clear();
            count();
            m_past.reset(); // whoever looks back asks again
            ++m_pastRound;
            Q_EMIT reset();
        });
}

void Alerts::lookBack(const Past &past)
{
    if (m_past == past || m_mirror.link().state() != Link::State::Live)
        return;
    m_past = past;
    m_pastAt = 0;
    m_hasOlder = false;
    m_isAskingPast = false;
    ++m_pastRound;
    askPast();
}

void Alerts::loadOlder()
{
    if (m_hasOlder && !m_isAskingPast)
        askPast();
}

void Alerts::askPast()
{
    m_isAskingPast = true;
    alerts::ListAlerts command;
    command.states = {AlertState::Resolved};
    command.isFlat = true;
    command.order = alerts::AlertOrder::Changed;
    command.text = m_past->text;
    command.leastSeverity = m_past->leastSeverity;
    command.limit = pastPerPage;
    command.offset = m_pastAt;
    ask(m_mirror.link(), command, this,
        [this, round = m_pastRound](const core::Result<alerts::ListAlerts::Reply> &reply) {
            if (round != m_pastRound)
                return;
            m_isAskingPast = false;
            m_hasOlder = false;
            if (!reply) {
                m_past.reset();
                return;
            }
            m_pastAt += int(reply->alerts.size());
            m_pastCount = reply->count;
            m_hasOlder = !reply->alerts.isEmpty() && m_pastAt < reply->count;
            take(reply->alerts);
        });
}

void Alerts::hear(const QList<core::Event> &events)
{
    for (const core::Event &event : events) {
        if (event.topic.name() != QLatin1String(alerts::Changed::topic))
            continue;
        const auto fact = event.as<alerts::Changed>();
        if (!fact)
            continue;
        for (const Alert &alert : fact->alerts) {
            const bool isNew = m_isKnown && placeOf(alert.id) < 0;
            if (isNew && alert.state == AlertState::Open)
                Q_EMIT raised(alert);
        }
        take(fact->alerts);
    }
}

void Alerts::take(const QList<Alert> &alerts)
{
    for (const Alert &alert : alerts) {
        if (m_isLoading) {
            m_noted << alert;
            m_leaving += alert.state == AlertState::Resolved ? 1 : 0;
        }
        m_untold << put(alert);
    }
    // The first is told at once, and what follows while it rests together.
    if (!m_pace.isActive())
        tell();
}

int Alerts::put(const Alert &alert)
{
    const auto known = m_places.constFind(alert.id);
    if (known != m_places.constEnd()) {
        m_all[size_t(*known)] = alert;
        return *known;
    }
    const int place = int(m_all.size());
    m_places.insert(alert.id, place);
    m_all.push_back(alert);
    return place;
}

void Alerts::tell()
{
    if (m_untold.isEmpty())
        return;
    QList<int> places = std::exchange(m_untold, {});
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    m_pace.start(int(mostPace)); // whoever is told may bring more
    QElapsedTimer work;
    work.start();
    count();
    Q_EMIT changed(places);
    tidy();
    m_pace.start(int(std::clamp(restPerWork * work.elapsed(), leastPace, mostPace)));
}

void Alerts::count()
{
    m_counts = {};
    m_mine = m_worst = 0;
    m_silencedUntil.reset();
    for (const Alert &alert : m_all) {
        if (alert.state == AlertState::Resolved)
            continue;
        if (!isRoot(alert)) {
            ++m_counts.folded;
            continue;
        }
        m_mine += isMine(alert) ? 1 : 0;
        if (!alert.silencedBy.isEmpty()) {
            ++m_counts.silenced;
            if (alert.silencedUntil && (!m_silencedUntil || *alert.silencedUntil < *m_silencedUntil))
                m_silencedUntil = alert.silencedUntil;
        } else if (alert.state == AlertState::Acknowledged) {
            ++m_counts.acknowledged;
        } else {
            ++m_counts.open;
            m_worst = std::max(m_worst, alert.severity);
            ++(alert.severity >= criticalFrom ? m_counts.critical
               : alert.severity >= highFrom   ? m_counts.high
               : alert.severity >= mediumFrom ? m_counts.medium
                                              : m_counts.low);
        }
    }
}

/// A window that is open for weeks does not keep all that ever was.
void Alerts::tidy()
{
    const auto isOver = [](const Alert &alert) { return alert.state == AlertState::Resolved; };
    if (m_all.size() <= mostOver || size_t(std::count_if(m_all.begin(), m_all.end(), isOver)) <= mostOver)
        return;
    std::erase_if(m_all, isOver);
    m_places.clear();
    for (size_t place = 0; place < m_all.size(); ++place)
        m_places.insert(m_all[place].id, int(place));
    m_past.reset();
    ++m_pastRound;
    Q_EMIT reset();
}

} // namespace client
