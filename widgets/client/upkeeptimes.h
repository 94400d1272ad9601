// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "client/mirror.h"
#include "client/timerange.h"

namespace client {

/// When maintenance was, is and will be, as it is set now, in the time somebody looks at.
class UpkeepTimes final : public QObject
{
    Q_OBJECT
public:
    explicit UpkeepTimes(Mirror &mirror, QObject *parent = nullptr);
    ~UpkeepTimes() override;

    /// Only what can hold for a device, a service or "host"; nothing: all there is.
    void setSource(const std::optional<QString> &source);
    /// That is looked at from now on: asks where it reaches beyond what is known.
    void look(const QDateTime &from, const QDateTime &to);
    void look(const Span &span);
    /// What is known, the first first; those who look draw what they need of it.
    [[nodiscard]] const QList<alerts::WindowTime> &times() const { return m_times; }
    /// The same for a chart.
    template <class Shade>
    [[nodiscard]] QList<Shade> shadesAs() const
    {
        QList<Shade> shades;
        for (const alerts::WindowTime &time : m_times)
            shades << Shade{time.begin.toMSecsSinceEpoch(), time.end.toMSecsSinceEpoch(), wordsOf(time)};
        return shades;
    }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] static QString wordsOf(const alerts::WindowTime &time);
    void hear(const QList<core::Event> &events);
    void forget();
    void fetch();

    Mirror &m_mirror;
    std::optional<QString> m_source;
    QDateTime m_from; ///< is looked at
    QDateTime m_to;
    QDateTime m_askedFrom; ///< is known, or will be
    QDateTime m_askedTo;
    QList<alerts::WindowTime> m_times;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace client
