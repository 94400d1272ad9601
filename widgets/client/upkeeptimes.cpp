// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/upkeeptimes.h"

#include "client/ask.h"
#include "client/plainline.h"

#include <algorithm>

namespace client {

namespace {
constexpr qint64 aDay = 86'400;
constexpr qsizetype longestName = 96;

QStringList topics() { return {QLatin1String(alerts::SilencesChanged::topic)}; }
} // namespace

UpkeepTimes::UpkeepTimes(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    Link &link = mirror.link();
    connect(&link, &Link::stateChanged, this, &UpkeepTimes::forget);
    connect(&link, &Link::eventsReceived, this, &UpkeepTimes::hear);
    link.subscribe(topics());
}

UpkeepTimes::~UpkeepTimes() { m_mirror.link().unsubscribe(topics()); }

void UpkeepTimes::setSource(const std::optional<QString> &source)
{
    if (source == m_source)
        return;
    m_source = source;
    forget();
}

void UpkeepTimes::look(const QDateTime &from, const QDateTime &to)
{
    m_from = from;
    m_to = to;
    if (!m_askedFrom.isValid() || from < m_askedFrom || to > m_askedTo)
        fetch();
}

void UpkeepTimes::look(const Span &span)
{
    look(QDateTime::fromMSecsSinceEpoch(span.from, Qt::UTC),
         QDateTime::fromMSecsSinceEpoch(span.to, Qt::UTC));
}

QString UpkeepTimes::wordsOf(const alerts::WindowTime &time)
{
    //: Written into a chart, over the time of it; %1: what it is called
    return tr("Maintenance: %1").arg(plainLine(time.displayName, longestName));
}

void UpkeepTimes::hear(const QList<core::Event> &events)
{
    if (std::any_of(events.begin(), events.end(), [](const core::Event &event) {
            return event.topic.name() == QLatin1String(alerts::SilencesChanged::topic);
        }))
        fetch();
}

/// What one person saw is not for the next, and of another source it may not be so.
void UpkeepTimes::forget()
{
    m_askedFrom = m_askedTo = QDateTime();
    ++m_round;
    if (!m_times.isEmpty()) {
        m_times.clear();
        Q_EMIT changed();
    }
    fetch();
}

void UpkeepTimes::fetch()
{
    Link &link = m_mirror.link();
    if (link.state() != Link::State::Live || !m_from.isValid() || m_to <= m_from)
        return;
    // So much more that what moves or is moved on is known, too.
    const qint64 span = m_from.secsTo(m_to);
    const qint64 most = qint64(alerts::ListWindowTimes::mostDays) * aDay;
    const qint64 around = std::clamp((most - span) / 2, aDay, std::max(span, aDay));
    m_askedFrom = m_from.addSecs(-around);
    m_askedTo = m_to.addSecs(around);
    // Of more than can be asked for it is the end; so far away a single time is too narrow to be seen.
    const QDateTime from = std::max(m_askedFrom, m_askedTo.addSecs(-most));
    ++m_round;
    ask(link, alerts::ListWindowTimes{from, m_askedTo, m_source}, this,
        [this, round = m_round](const core::Result<alerts::ListWindowTimes::Reply> &reply) {
            if (round != m_round)
                return;
            if (!reply) {
                m_askedFrom = m_askedTo = QDateTime(); // the next look asks again
                return;
            }
            m_times = reply->times;
            Q_EMIT changed();
        });
}

} // namespace client
