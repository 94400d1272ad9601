// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alerttimes.h"

#include "catalog/measures.h"
#include "client/ask.h"
#include "client/plainline.h"

#include <algorithm>
#include <limits>

namespace client {

using alerts::Alert;
using alerts::AlertState;

namespace {
constexpr int most = 300; // more in one chart tell nobody anything
constexpr qsizetype longestTitle = 80;
constexpr qint64 leastAround = 60 * 60 * 1000;

QStringList topics() { return {QLatin1String(alerts::Changed::topic)}; }

bool mentions(const Alert &alert, const char *word)
{
    const QString wanted = QLatin1String(word);
    return alert.source.contains(wanted, Qt::CaseInsensitive) ||
           alert.title.contains(wanted, Qt::CaseInsensitive);
}

QDateTime momentOf(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

/// Whether it looks the same in a chart.
bool isAlike(const Alert &one, const Alert &other)
{
    return one.severity == other.severity && one.title == other.title && one.raisedAt == other.raisedAt &&
           one.resolvedAt == other.resolvedAt && one.labels == other.labels;
}
} // namespace

AlertTimes::AlertTimes(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    Link &link = mirror.link();
    connect(&link, &Link::stateChanged, this, &AlertTimes::forget);
    connect(&link, &Link::eventsReceived, this, &AlertTimes::hear);
    link.subscribe(topics());
}

AlertTimes::~AlertTimes() { m_mirror.link().unsubscribe(topics()); }

void AlertTimes::setDevice(const QString &id)
{
    if (id == m_device)
        return;
    m_device = id;
    forget();
}

void AlertTimes::look(const Span &span)
{
    m_span = span;
    if (m_asked.length() <= 0 || span.from < m_asked.from || span.to > m_asked.to)
        fetch();
}

QString AlertTimes::seriesOf(const Alert &alert)
{
    for (const char *label : {"metric", "series", "name"}) {
        const QString series = alert.labels.value(QLatin1String(label));
        if (metrics::measureOf(series))
            return series;
    }
    if (!alert.subjectId.isEmpty())
        return metrics::series::roundTrip;
    if (alert.alertType != alerts::Kind::System)
        return {};
    if (mentions(alert, "memory"))
        return metrics::series::memoryShare;
    if (mentions(alert, "disk") || mentions(alert, "volume"))
        return metrics::series::diskShare;
    if (mentions(alert, "temperature"))
        return metrics::series::temperature;
    return mentions(alert, "cpu") || mentions(alert, "processor") ? QString(metrics::series::cpu) : QString();
}

QString AlertTimes::wordsOf(const Alert &alert)
{
    return plainLine(alert.id) + QLatin1Char(' ') +
           plainLine(alert.title.isEmpty() ? alert.message : alert.title, longestTitle);
}

qint64 AlertTimes::endOf(const Alert &alert)
{
    return alert.state == AlertState::Resolved && alert.resolvedAt ? alert.resolvedAt->toMSecsSinceEpoch()
                                                                   : std::numeric_limits<qint64>::max();
}

bool AlertTimes::isMeant(const Alert &alert) const
{
    return alert.subjectId == m_device && !seriesOf(alert).isEmpty() &&
           alert.raisedAt.toMSecsSinceEpoch() <= m_asked.to && endOf(alert) >= m_asked.from;
}

void AlertTimes::hear(const QList<core::Event> &events)
{
    bool isChanged = false;
    for (const core::Event &event : events) {
        if (event.topic.name() != QLatin1String(alerts::Changed::topic) || m_asked.length() <= 0)
            continue;
        const auto fact = event.as<alerts::Changed>();
        if (!fact)
            continue;
        for (const Alert &alert : fact->alerts) {
            if (!isMeant(alert))
                continue;
            const auto known = m_alerts.constFind(alert.id);
            if (known == m_alerts.constEnd() && m_alerts.size() >= most)
                continue;
            isChanged = isChanged || known == m_alerts.constEnd() || !isAlike(*known, alert);
            m_alerts.insert(alert.id, alert);
        }
    }
    if (isChanged)
        tell();
}

/// What one person saw is not for the next, and of another device it is not so.
void AlertTimes::forget()
{
    m_asked = {};
    ++m_round;
    if (!m_alerts.isEmpty()) {
        m_alerts.clear();
        tell();
    }
    fetch();
}

void AlertTimes::fetch()
{
    Link &link = m_mirror.link();
    if (link.state() != Link::State::Live || m_span.length() <= 0)
        return;
    // So much more that what moves or is moved on is known, too.
    const qint64 around = std::max(m_span.length(), leastAround);
    m_asked = {m_span.from - around, m_span.to + around};
    alerts::ListAlerts command;
    command.states = {AlertState::Open, AlertState::Acknowledged, AlertState::Resolved};
    command.from = momentOf(m_asked.from);
    command.to = momentOf(m_asked.to);
    command.subjectId = m_device;
    if (m_device.isEmpty())
        command.isAboutDevice = false;
    command.isFlat = true;
    command.order = alerts::AlertOrder::Newest;
    command.limit = most;
    ask(link, command, this, [this, round = ++m_round](const core::Result<alerts::ListAlerts::Reply> &reply) {
        if (round != m_round)
            return;
        if (!reply) {
            m_asked = {}; // the next look asks again
            return;
        }
        // What facts said while it was on its way is newer.
        QMap<QString, Alert> known;
        for (const Alert &alert : reply->alerts) {
            if (isMeant(alert))
                known.insert(alert.id, alert);
        }
        for (auto heard = m_alerts.cbegin(); heard != m_alerts.cend(); ++heard) {
            const auto listed = known.constFind(heard.key());
            const bool isNewer =
                listed == known.constEnd() ? known.size() < most : listed->lastAt < heard->lastAt;
            if (isMeant(*heard) && isNewer)
                known.insert(heard.key(), *heard);
        }
        m_alerts = known;
        tell();
    });
}

void AlertTimes::tell()
{
    m_marks.clear();
    for (const Alert &alert : std::as_const(m_alerts))
        m_marks << Mark{alert.raisedAt.toMSecsSinceEpoch(),
                        endOf(alert),
                        alert.severity,
                        wordsOf(alert),
                        alert.id,
                        seriesOf(alert)};
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const Mark &one, const Mark &other) { return one.severity < other.severity; });
    Q_EMIT changed();
}

} // namespace client
