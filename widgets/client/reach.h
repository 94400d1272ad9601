// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"
#include "client/readings.h"

namespace client {

/// How one device answered over time, as the server keeps it: asked for while somebody looks, and again as
/// often as there is more.
class Reach final : public QObject, public Readings
{
    Q_OBJECT
public:
    static constexpr QLatin1String time{"reach.rtt"};  ///< there and back, ms
    static constexpr QLatin1String loss{"reach.loss"}; ///< answers that did not come, %

    explicit Reach(Mirror &mirror, QObject *parent = nullptr);

    /// Whose; empty: nobody's.
    void setDevice(const QString &id);
    /// Asks only while watched.
    void setWatched(bool watched);
    /// How many pixel columns a chart has: the most buckets worth asking for.
    void setColumns(int columns);

    [[nodiscard]] const Preset &preset() const { return m_preset; }
    /// True while the shown time ends now.
    [[nodiscard]] bool isFollowing() const { return !m_fixed; }
    /// Shows a range that ends now; an id that is none changes nothing.
    void follow(const QString &presetId);
    void goLive() { follow(m_preset.id); }
    void zoomTo(const Span &span);
    /// Twice the time around the middle, until it is as long as the range it came from.
    void zoomOut();
    /// Moves the shown time by `ms`; negative: back.
    void pan(qint64 ms);

    /// True once the server told what it has of the shown time.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] bool isEmpty() const;
    /// Why it is not told; empty when it is.
    [[nodiscard]] const QString &errorText() const { return m_error; }

    [[nodiscard]] Span span() const override { return m_fixed.value_or(m_span); }
    [[nodiscard]] QList<core::SamplePoint> points(const QString &name) const override;
    [[nodiscard]] qint64 step() const override { return m_bucket; }
    [[nodiscard]] QString resolutionText() const override;

Q_SIGNALS:
    /// The points, or the time they are shown in.
    void dataChanged();

private:
    void show(const std::optional<Span> &fixed);
    void fetch();
    void catchUp();
    void take(const core::Result<metrics::History::Reply> &reply);
    [[nodiscard]] qint64 now() const { return m_mirror.serverNow().toMSecsSinceEpoch(); }

    Mirror &m_mirror;
    QString m_id;
    Preset m_preset;
    std::optional<Span> m_fixed; ///< what is shown in place of a range that ends now
    Span m_span;                 ///< the range that ended now when it was last asked for
    QMap<QString, QList<core::SamplePoint>> m_points;
    qint64 m_bucket;
    qint64 m_askedAt = 0;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    int m_columns = 600;
    QString m_error;
    bool m_isKnown = false;
    bool m_isWatched = false;
};

} // namespace client
