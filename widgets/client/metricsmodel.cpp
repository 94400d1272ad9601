// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/metricsmodel.h"

#include "catalog/measures.h"
#include "client/ask.h"

#include <QLocale>

namespace client {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype undoDepth = 20;
constexpr qint64 shortestSpan = 10'000;
constexpr auto leastRefresh = 60s;
// Servers refuse more names, or more values, in one request.
constexpr int mostNames = 32;
constexpr int mostValues = 100'000;

QDateTime modelTime(qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); }

} // namespace

MetricsModel::MetricsModel(Mirror &mirror, core::Clock &clock, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_clock(clock), m_preset(presets().first())
{
    connect(&m_mirror, &Mirror::readingChanged, this, &MetricsModel::take);
    connect(&m_mirror, &Mirror::clockSetBack, this, &MetricsModel::beginAnew);
    connect(&m_mirror.link(), &Link::stateChanged, this, [this] {
        const bool live = m_mirror.link().state() == Link::State::Live;
        if (live && !m_wasLive)
            resynchronise();
        m_wasLive = live;
    });
    m_wasLive = m_mirror.link().state() == Link::State::Live;
    if (m_wasLive)
        resynchronise();
}

void MetricsModel::resynchronise()
{
    m_needsCatchUp = true;
    ask(m_mirror.link(), metrics::Series{}, this, [this](const core::Result<metrics::Series::Reply> &reply) {
        if (reply) {
            m_series = reply->series;
            Q_EMIT seriesChanged();
            fetch();
        } else {
            m_error = reply.error().message;
            Q_EMIT dataChanged();
        }
    });
    setInterval(m_wantedInterval);
}

bool MetricsModel::has(const QString &name) const
{
    return std::any_of(m_series.begin(), m_series.end(), [&](const auto &item) { return item.name == name; });
}

qint64 MetricsModel::now() const { return m_mirror.serverNow().toMSecsSinceEpoch(); }

Span MetricsModel::span() const
{
    if (m_fixed)
        return *m_fixed;
    // Whole readings only: an axis that creeps between them cannot be read.
    const qint64 end = m_ring.newest() > 0 ? std::max(m_ring.newest(), m_historyEnd) : now();
    return {end - m_preset.seconds * 1000, end};
}

QString MetricsModel::pauseText() const
{
    if (!m_fixed)
        return {};
    const QDateTime at = modelTime(m_fixed->to).toLocalTime();
    const qint64 behind = std::max<qint64>(0, now() - m_fixed->to);
    return tr("Paused at %1 · %2 behind")
        .arg(QLocale().toString(at.time(), QStringLiteral("HH:mm:ss")), spanText(behind / 1000 * 1000));
}

void MetricsModel::follow(const QString &presetId)
{
    const QList<Preset> all = presets();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Preset &preset) { return preset.id == presetId; });
    if (found == all.end())
        return;
    if (!m_fixed && found->id == m_preset.id)
        return;
    m_undo.clear();
    moveTo({std::nullopt, *found});
}

void MetricsModel::pause()
{
    if (m_fixed)
        return;
    remember();
    const Span shown = span();
    for (const metrics::Series::Item &item : std::as_const(m_series))
        m_frozen.insert(item.name, points(item.name));
    m_fixed = shown;
    Q_EMIT viewChanged();
}

void MetricsModel::togglePause()
{
    if (m_fixed)
        goLive();
    else
        pause();
}

void MetricsModel::zoomTo(const Span &wanted)
{
    const qint64 length = std::max(wanted.length(), shortestSpan);
    const qint64 end = std::min(wanted.to, std::max(now(), span().to));
    remember();
    moveTo({Span{end - length, end}, m_preset});
}

void MetricsModel::zoomOut()
{
    if (!m_undo.isEmpty()) {
        moveTo(m_undo.takeLast());
        return;
    }
    const Span shown = span();
    zoomTo({shown.from - shown.length() / 2, shown.to + shown.length() / 2});
    m_undo.clear();
}

void MetricsModel::pan(qint64 ms)
{
    const Span shown = span();
    const qint64 end = std::min(shown.to + ms, std::max(now(), shown.to));
    if (!m_fixed)
        remember();
    moveTo({Span{end - shown.length(), end}, m_preset});
}

void MetricsModel::remember()
{
    m_undo.append({m_fixed, m_preset});
    if (m_undo.size() > undoDepth)
        m_undo.removeFirst();
}

void MetricsModel::moveTo(const View &view)
{
    if (view.fixed && !m_fixed) {
        for (const metrics::Series::Item &item : std::as_const(m_series))
            m_frozen.insert(item.name, points(item.name));
    }
    m_fixed = view.fixed;
    m_preset = view.preset;
    if (!m_fixed)
        m_frozen.clear();
    fetch();
    Q_EMIT viewChanged();
    Q_EMIT dataChanged();
}

void MetricsModel::setColumns(int columns)
{
    const int wanted = std::clamp((columns + 99) / 100 * 100, 100, 2000);
    if (wanted <= m_columns && wanted * 2 > m_columns)
        return;
    m_columns = wanted;
    fetch();
}

void MetricsModel::fetch()
{
    if (m_series.isEmpty() || m_mirror.link().state() != Link::State::Live)
        return;
    Span wanted = span();
    wanted.to = m_fixed ? wanted.to : std::max(wanted.to, now());
    metrics::History command;
    command.from = modelTime(wanted.from);
    command.to = modelTime(wanted.to);
    command.points = m_columns;
    const int step = std::clamp(mostValues / m_columns, 1, mostNames);
    m_askedAt = m_clock.steady();
    m_parts = {};
    m_partsMissing = int((m_series.size() + step - 1) / step);
    const quint64 number = ++m_asked;
    for (qsizetype first = 0; first < m_series.size(); first += step) {
        command.names.clear();
        for (const metrics::Series::Item &item : m_series.mid(first, step))
            command.names << item.name;
        ask(m_mirror.link(), command, this,
            [this, number, wanted,
             fixed = m_fixed.has_value()](const core::Result<metrics::History::Reply> &reply) {
                if (number == m_asked)
                    accept(reply, wanted, fixed);
            });
    }
}

void MetricsModel::accept(const core::Result<metrics::History::Reply> &reply, const Span &span, bool fixed)
{
    if (!reply) {
        ++m_asked; // What else comes of this request is half a picture.
        m_error = tr("Stored readings could not be loaded: %1").arg(reply.error().message);
        Q_EMIT dataChanged();
        return;
    }
    m_parts.bucket = std::max(m_parts.bucket, reply->bucket);
    m_parts.tier = std::max(m_parts.tier, reply->tier);
    m_parts.series += reply->series;
    if (--m_partsMissing == 0)
        show(span, fixed);
}

void MetricsModel::show(const Span &span, bool fixed)
{
    m_error.clear();
    m_bucket = std::max<qint64>(1, qRound64(m_parts.bucket * 1000));
    m_tier = std::max<qint64>(1, qRound64(m_parts.tier * 1000));
    auto &target = fixed ? m_frozen : m_history;
    target.clear();
    for (const metrics::HistorySeries &series : std::as_const(m_parts.series)) {
        QList<core::SamplePoint> &points = target[series.name];
        points.reserve(series.points.size());
        for (const QList<double> &point : series.points) {
            if (point.size() == 5)
                points.append({qint64(point[0]), point[1], point[2], point[3], int(point[4])});
        }
    }
    if (!fixed)
        m_historyEnd = std::min(span.to, newestStored(m_parts.series));
    m_parts = {};
    Q_EMIT dataChanged();
}

/// The last moment the answered history covers; 0 when it is empty.
qint64 MetricsModel::newestStored(const QList<metrics::HistorySeries> &series) const
{
    qint64 newest = 0;
    for (const metrics::HistorySeries &one : series) {
        if (!one.points.isEmpty() && !one.points.last().isEmpty())
            newest = std::max(newest, qint64(one.points.last().first()) + m_bucket - 1);
    }
    return newest;
}

/// What was recorded by the clock as it was lies in the future now, and would hide all that comes.
void MetricsModel::beginAnew()
{
    m_ring.clear();
    m_history.clear();
    m_historyEnd = 0;
    if (!m_fixed)
        fetch();
}

void MetricsModel::take()
{
    const metrics::Sampled &reading = *m_mirror.reading();
    m_ring.append(reading.timestamp.toMSecsSinceEpoch(), metrics::seriesOf(reading));
    if (m_fixed)
        return;
    // What was recorded between the history's answer and the first live reading is asked for once more.
    if (m_needsCatchUp && m_historyEnd > 0) {
        m_needsCatchUp = false;
        fetch();
    }
    // What is stored is finer over a long time than the ring is long: ask again before it runs out.
    const auto refresh =
        std::max<std::chrono::milliseconds>(leastRefresh, std::chrono::milliseconds(m_bucket));
    const bool needsStore = m_ring.newest() - m_preset.seconds * 1000 < m_ring.oldest();
    if (needsStore && m_clock.steady() - m_askedAt >= refresh)
        fetch();
    Q_EMIT dataChanged();
}

QList<core::SamplePoint> MetricsModel::merged(const QString &name, qint64 from) const
{
    QList<core::SamplePoint> points = m_history.value(name);
    m_ring.extend(points, name, std::max(m_historyEnd, from - 1), m_bucket);
    return points;
}

QList<core::SamplePoint> MetricsModel::points(const QString &name) const
{
    const Span shown = span();
    const qint64 from = shown.from - m_bucket; // a bucket that began before is cut short: it is not shown
    QList<core::SamplePoint> points = m_fixed ? m_frozen.value(name) : merged(name, from);
    const auto first =
        std::lower_bound(points.begin(), points.end(), from,
                         [](const core::SamplePoint &point, qint64 at) { return point.at < at; });
    points.erase(points.begin(), first);
    while (!points.isEmpty() && points.last().at > shown.to)
        points.removeLast();
    return points;
}

QList<double> MetricsModel::trend(const QString &name, int most) const
{
    const QList<core::SamplePoint> all = points(name);
    QList<double> out;
    const qsizetype stride = std::max<qsizetype>(1, (all.size() + most - 1) / most);
    for (qsizetype i = 0; i < all.size(); i += stride) {
        double sum = 0;
        const qsizetype end = std::min(i + stride, all.size());
        for (qsizetype j = i; j < end; ++j)
            sum += all[j].avg;
        out.append(sum / double(end - i));
    }
    return out;
}

qint64 MetricsModel::step() const { return std::max(m_bucket, qRound64(m_interval * 1000)); }

QString MetricsModel::resolutionText() const
{
    return resolutionOf(m_bucket, m_bucket > m_tier || m_tier > 1000);
}

QString MetricsModel::resolutionOf(qint64 bucket, bool isAverage)
{
    return isAverage ? tr("avg per %1 (min–max band)").arg(spanText(bucket))
                     : tr("%1 samples").arg(spanText(bucket));
}

std::optional<double> MetricsModel::wholeOf(const QString &name) const
{
    const auto &reading = m_mirror.reading();
    if (reading && name == metrics::series::memory)
        return double(reading->memory.total);
    if (reading && name == metrics::series::swap)
        return double(reading->swap.total);
    return std::nullopt;
}

void MetricsModel::setInterval(double seconds)
{
    ask(m_mirror.link(), metrics::SetInterval{seconds}, this,
        [this](const core::Result<metrics::SetInterval::Reply> &reply) {
            if (reply) {
                m_interval = m_wantedInterval = reply->interval;
                m_mirror.setInterval(std::chrono::milliseconds(qRound64(m_interval * 1000)));
            }
            Q_EMIT intervalChanged(reply ? QString() : reply.error().message);
        });
}

} // namespace client
