// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"
#include "client/readings.h"
#include "client/samplering.h"

namespace client {

/// The readings of the shown time: stored ones as far back as asked, live ones on top, or frozen while
/// paused. One per window: every page shows the same time.
class MetricsModel final : public QObject, public Readings
{
    Q_OBJECT
public:
    MetricsModel(Mirror &mirror, core::Clock &clock, QObject *parent = nullptr);

    /// What is recorded; empty until the other side told.
    [[nodiscard]] const QList<metrics::Series::Item> &series() const { return m_series; }
    [[nodiscard]] bool has(const QString &name) const;

    [[nodiscard]] Mirror &mirror() const { return m_mirror; }
    /// The shown time. While following it ends at the newest moment.
    [[nodiscard]] Span span() const override;
    [[nodiscard]] const Preset &preset() const { return m_preset; }
    /// True while new readings move the view.
    [[nodiscard]] bool isFollowing() const { return !m_fixed; }
    /// "Paused at 14:28:31 · 42 s behind"; empty while following.
    [[nodiscard]] QString pauseText() const;
    void follow(const QString &presetId);
    void goLive() { follow(m_preset.id); }
    void pause();
    void togglePause();
    void zoomTo(const Span &span);
    /// One step back in the zooms, at most 20; without one, twice the time around the middle.
    void zoomOut();
    /// Moves the shown time by `ms`; negative: back.
    void pan(qint64 ms);
    /// How many pixel columns a chart has: the most buckets worth asking for.
    void setColumns(int columns);

    [[nodiscard]] QList<core::SamplePoint> points(const QString &name) const override;
    /// The averages alone, at most `most` of them, for a trend line.
    [[nodiscard]] QList<double> trend(const QString &name, int most = 60) const;
    /// The distance in ms beyond which two points have a gap between them: bucket or pace, whichever is
    /// longer.
    [[nodiscard]] qint64 step() const override;
    [[nodiscard]] qint64 bucket() const { return m_bucket; } ///< ms
    [[nodiscard]] qint64 tier() const { return m_tier; }     ///< ms each stored reading stands for
    [[nodiscard]] QString resolutionText() const override;
    /// The same for buckets of that many ms, which are averages or single readings.
    [[nodiscard]] static QString resolutionOf(qint64 bucket, bool isAverage);
    /// Memory and swap are a part of what there is of them.
    [[nodiscard]] std::optional<double> wholeOf(const QString &name) const override;
    /// Why stored readings are not shown; empty when they are.
    [[nodiscard]] QString errorText() const { return m_error; }

    /// Seconds between readings as the server confirmed them; 0 until it did.
    [[nodiscard]] double interval() const { return m_interval; }
    /// Asks for another pace; `intervalChanged` tells what is in force, or why not.
    void setInterval(double seconds);

Q_SIGNALS:
    void dataChanged(); ///< the points, or the time they are shown in
    void viewChanged(); ///< following, paused or another range
    void seriesChanged();
    void intervalChanged(const QString &refusal);

private:
    struct View
    {
        std::optional<Span> fixed;
        Preset preset;
    };

    void resynchronise();
    [[nodiscard]] qint64 newestStored(const QList<metrics::HistorySeries> &series) const;
    void take();
    void beginAnew();
    void moveTo(const View &view);
    void remember();
    void fetch();
    /// One part of the answer; the last one brings all of it into view.
    void accept(const core::Result<metrics::History::Reply> &reply, const Span &span, bool fixed);
    void show(const Span &span, bool fixed);
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] QList<core::SamplePoint> merged(const QString &name, qint64 from) const;

    Mirror &m_mirror;
    core::Clock &m_clock;
    QList<metrics::Series::Item> m_series;
    SampleRing m_ring;
    QMap<QString, QList<core::SamplePoint>> m_history;
    QMap<QString, QList<core::SamplePoint>> m_frozen;
    qint64 m_historyEnd = 0;
    bool m_needsCatchUp = false;
    qint64 m_bucket = 1000;
    qint64 m_tier = 1000;
    int m_columns = 600;
    Preset m_preset;
    std::optional<Span> m_fixed;
    QList<View> m_undo;
    QString m_error;
    double m_interval = 0;
    double m_wantedInterval = 1;
    quint64 m_asked = 0;
    int m_partsMissing = 0;
    metrics::History::Reply m_parts; ///< the series that were answered so far
    std::chrono::milliseconds m_askedAt{0};
    bool m_wasLive = false;
};

} // namespace client
