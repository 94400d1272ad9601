// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/service.h"

#include "catalog/measures.h"
#include "core/log.h"

#include <QCoreApplication>

#include <algorithm>

namespace metrics {

namespace {
using std::chrono::milliseconds;

constexpr milliseconds fastest{200};
constexpr milliseconds freshFor{1000};
constexpr qsizetype mostPoints = 100'000; // a reply of about 6 MB; encoding more would make others wait
constexpr qint64 longestRangeDays = 731;  // two years, one of them a leap year

/// Why a range of history cannot be answered.
std::optional<core::Error> rangeError(const History &asked)
{
    const auto invalid = [](const char *sentence) {
        return core::Error{core::ErrorCode::Invalid, QCoreApplication::translate("metrics", sentence)};
    };
    if (asked.from >= asked.to)
        return invalid(QT_TRANSLATE_NOOP("metrics", "The range ends before it begins. Choose a later end."));
    if (asked.names.size() * asked.points > mostPoints)
        return invalid(QT_TRANSLATE_NOOP(
            "metrics", "Names times points is above 100,000. Ask for fewer series or fewer points."));
    if (asked.from.addDays(longestRangeDays) < asked.to)
        return invalid(
            QT_TRANSLATE_NOOP("metrics", "Readings are kept for 2 years. Choose a shorter range."));
    return std::nullopt;
}

core::Error unknownSource(const QString &source)
{
    return {core::ErrorCode::NotFound,
            QCoreApplication::translate("metrics", "There is no device with the id %1.").arg(source)};
}

core::Reply historyReply(const core::Result<core::SampleRange> &range)
{
    if (!range)
        return range.error();
    History::Reply reply;
    reply.bucket = std::chrono::duration<double>(range->bucket).count();
    reply.tier = std::chrono::duration<double>(range->tier).count();
    for (const core::SampleSeries &series : range->series) {
        HistorySeries out;
        out.name = series.name;
        if (const auto measure = measureOf(series.name))
            out.unit = measure->unit;
        out.points.reserve(series.points.size());
        for (const core::SamplePoint &point : series.points)
            out.points.append({double(point.at), point.min, point.avg, point.max, double(point.count)});
        reply.series.append(std::move(out));
    }
    return reply;
}
} // namespace

Service::Service(core::Publisher &publisher, core::SampleStore &store, core::Clock &clock,
                 const Options &options)
    : m_publisher(publisher), m_store(store), m_clock(clock),
      m_recordInterval(std::max(options.recordInterval, fastest)), m_machine(options.roots),
      m_isRecording(options.isRecording)
{
}

void Service::start()
{
    m_isRunning = true;
    reschedule();
}

void Service::stop()
{
    m_isRunning = false;
    m_timer.reset();
}

void Service::wanted(const core::Demand &demand)
{
    const core::Demand clamped = demand ? core::Demand(std::max(*demand, fastest)) : demand;
    if (clamped == m_demand)
        return;
    m_demand = clamped;
    reschedule();
}

void Service::setRecording(bool isRecording)
{
    m_isRecording = isRecording;
    reschedule();
}

void Service::reschedule()
{
    if (!m_isRunning || (!m_demand && !m_isRecording)) {
        m_timer.reset();
        return;
    }
    // What the first tick says is since now, not since the machine was last looked at.
    if (!isFresh())
        read();
    scheduleTick();
}

/// Faster listeners get a whole number of readings per recorded one.
milliseconds Service::tickInterval() const
{
    if (!m_isRecording)
        return *m_demand;
    if (!m_demand || *m_demand >= m_recordInterval)
        return m_recordInterval;
    const auto readings = (m_recordInterval + *m_demand - milliseconds(1)) / *m_demand;
    return m_recordInterval / readings;
}

/// The next middle of an interval of the wall clock that is at least half an interval away.
void Service::scheduleTick()
{
    const qint64 interval = tickInterval().count();
    const qint64 earliest = m_clock.now().toMSecsSinceEpoch() + interval / 2;
    const qint64 past = (earliest + interval - interval / 2) % interval;
    const qint64 delay = interval / 2 + (past == 0 ? 0 : interval - past);
    // A tick that is due already is never put off: listeners that come and go must not silence the others.
    const milliseconds due = m_clock.steady() + milliseconds(delay);
    if (m_timer && m_dueAt <= due)
        return;
    m_dueAt = due;
    m_timer = m_clock.after(milliseconds(delay), [this] { tick(); });
}

void Service::tick()
{
    m_firing = std::move(m_timer); // a timer does not survive its owner's reset while it calls
    read();
    record();
    publish();
    scheduleTick();
}

void Service::read()
{
    m_readAt = m_clock.steady();
    m_latest = m_machine.read(m_clock.now(), m_readAt);
    // Looking at every process costs more than all the rest, and is not recorded.
    if (m_demand)
        m_latest->processes = m_machine.processes(m_readAt);
}

void Service::record()
{
    const qint64 slot = m_latest->timestamp.toMSecsSinceEpoch() / m_recordInterval.count();
    if (!m_isRecording || slot == m_recordedSlot)
        return;
    m_recordedSlot = slot;
    m_store.append({QStringLiteral("host"), m_latest->timestamp, seriesOf(*m_latest)});
}

void Service::publish()
{
    if (!m_demand)
        return;
    // Half a tick of tolerance keeps a demand of 5 s at every fifth tick even when timers are late or early.
    if (m_publishedAt && m_readAt - *m_publishedAt < *m_demand - tickInterval() / 2)
        return;
    m_publishedAt = m_readAt;
    const core::Result<quint64> published = m_publisher.publish(*m_latest);
    if (!published)
        qCWarning(logMetrics, "A reading was not published: %ls", qUtf16Printable(published.error().message));
}

bool Service::isFresh() const { return m_latest && m_clock.steady() - m_readAt < freshFor; }

QFuture<core::Reply> Service::current(const core::Command &)
{
    if (!isFresh())
        read();
    m_latest->processes = m_machine.processes(m_clock.steady());
    return core::ready(*m_latest);
}

QFuture<core::Reply> Service::history(const core::Command &command)
{
    const auto asked = command.as<History>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto error = rangeError(*asked))
        return core::ready(*error);
    QStringList names = asked->names;
    names.removeDuplicates();
    core::SampleQuery query{QStringLiteral("host"), names, asked->from, asked->to, asked->points};
    if (!asked->source.isEmpty()) {
        const auto spacing = m_otherSources(asked->source, command.caller);
        if (!spacing)
            return core::ready(unknownSource(asked->source));
        query.source = asked->source;
        // Buckets narrower than what is written would look like gaps.
        const qint64 most = asked->from.msecsTo(asked->to) / spacing->count();
        query.points = int(std::clamp<qint64>(most, 1, asked->points));
    }
    return m_store.range(query).then(historyReply);
}

QFuture<core::Reply> Service::series(const core::Command &command)
{
    const auto asked = command.as<Series>();
    if (!asked)
        return core::ready(asked.error());
    QStringList names;
    if (asked->source.isEmpty()) {
        if (!m_latest)
            read();
        names = seriesOf(*m_latest).keys();
    } else if (m_otherSources(asked->source, command.caller)) {
        names = deviceSeries();
    } else {
        return core::ready(unknownSource(asked->source));
    }
    Series::Reply reply;
    for (const QString &name : std::as_const(names)) {
        if (const auto measure = measureOf(name))
            reply.series.append({name, measure->unit, measure->title});
    }
    return core::ready(reply);
}

} // namespace metrics
