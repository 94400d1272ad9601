// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reach.h"

#include "client/ask.h"
#include "client/metricsmodel.h"

namespace client {

namespace {
constexpr qint64 reachPace = 60'000; ///< how often the server keeps how a device answers
constexpr qint64 shortestReach = 10 * reachPace;

Preset presetOf(const QString &id)
{
    const QList<Preset> all = presets();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Preset &preset) { return preset.id == id; });
    return found == all.end() ? Preset{} : *found;
}
} // namespace

Reach::Reach(Mirror &mirror, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_preset(presetOf(QStringLiteral("24h"))), m_bucket(reachPace)
{
    connect(&m_mirror, &Mirror::readingChanged, this, &Reach::catchUp);
    connect(&m_mirror.link(), &Link::stateChanged, this, &Reach::fetch);
}

void Reach::setDevice(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_points.clear();
    show(std::nullopt);
}

void Reach::setWatched(bool watched)
{
    if (watched == m_isWatched)
        return;
    m_isWatched = watched;
    fetch();
}

void Reach::setColumns(int columns)
{
    const int wanted = std::clamp((columns + 99) / 100 * 100, 100, 2000);
    if (wanted <= m_columns && wanted * 2 > m_columns)
        return;
    m_columns = wanted;
    fetch();
}

void Reach::follow(const QString &presetId)
{
    const Preset preset = presetOf(presetId);
    if (preset.id.isEmpty())
        return;
    m_preset = preset;
    show(std::nullopt);
}

void Reach::zoomTo(const Span &span)
{
    const qint64 end = std::min(span.to, now());
    show(Span{end - std::max(span.length(), shortestReach), end});
}

void Reach::zoomOut()
{
    const Span shown = span();
    if (!m_fixed || shown.length() * 2 >= m_preset.seconds * 1000)
        return goLive();
    zoomTo({shown.from - shown.length() / 2, shown.to + shown.length() / 2});
}

void Reach::pan(qint64 ms)
{
    const Span shown = span();
    const qint64 end = std::min(shown.to + ms, now());
    show(Span{end - shown.length(), end});
}

void Reach::show(const std::optional<Span> &fixed)
{
    m_fixed = fixed;
    m_isKnown = false;
    m_error.clear();
    ++m_round; // whatever was asked for was another time, or another device
    fetch();
    Q_EMIT dataChanged();
}

void Reach::fetch()
{
    if (m_id.isEmpty() || !m_isWatched || m_mirror.link().state() != Link::State::Live)
        return;
    m_askedAt = now();
    if (!m_fixed)
        m_span = {m_askedAt - m_preset.seconds * 1000, m_askedAt};
    const auto moment = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); };
    metrics::History command;
    command.names = {time, loss};
    command.from = moment(span().from);
    command.to = moment(span().to);
    command.points = m_columns;
    command.source = m_id;
    ask(m_mirror.link(), command, this,
        [this, round = ++m_round](const core::Result<metrics::History::Reply> &reply) {
            if (round == m_round)
                take(reply);
        });
}

/// More is kept once a minute, and more is seen of it once a bucket.
void Reach::catchUp()
{
    const qint64 age = now() - m_askedAt;
    if (!m_fixed && (age < 0 || age >= std::max(reachPace, m_bucket)))
        fetch();
}

void Reach::take(const core::Result<metrics::History::Reply> &reply)
{
    m_isKnown = true;
    m_error = reply ? QString() : reply.error().message;
    if (reply) {
        m_bucket = std::max<qint64>(1, qRound64(reply->bucket * 1000));
        m_points.clear();
        for (const metrics::HistorySeries &series : reply->series) {
            QList<core::SamplePoint> &points = m_points[series.name];
            for (const QList<double> &point : series.points) {
                if (point.size() == 5)
                    points.append({qint64(point[0]), point[1], point[2], point[3], int(point[4])});
            }
        }
    }
    Q_EMIT dataChanged();
}

bool Reach::isEmpty() const
{
    return std::all_of(m_points.begin(), m_points.end(), [](const auto &points) { return points.isEmpty(); });
}

QList<core::SamplePoint> Reach::points(const QString &name) const
{
    const Span shown = span();
    QList<core::SamplePoint> points = m_points.value(name);
    points.removeIf([&](const core::SamplePoint &point) {
        return point.at < shown.from - m_bucket || point.at > shown.to;
    });
    return points;
}

QString Reach::resolutionText() const { return MetricsModel::resolutionOf(m_bucket, m_bucket > reachPace); }

} // namespace client
