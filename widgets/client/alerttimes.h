// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "client/mirror.h"
#include "client/timerange.h"

#include <QList>
#include <QMap>

namespace client {

/// Alerts about what is measured of a device or of the server's machine, over or not, in the time somebody
/// looks at.
class AlertTimes final : public QObject
{
    Q_OBJECT
public:
    explicit AlertTimes(Mirror &mirror, QObject *parent = nullptr);
    ~AlertTimes() override;

    /// Whose; empty: the server's own machine, and it is so at first.
    void setDevice(const QString &id);
    /// That is looked at from now on: asks where it reaches beyond what is known.
    void look(const Span &span);
    /// How many are known.
    [[nodiscard]] qsizetype count() const { return m_alerts.size(); }
    /// For a chart of what `isAbout(series)` says; what is worse comes later, over what is not.
    template <class Marker, class StatusOf, class IsAbout>
    [[nodiscard]] QList<Marker> markersAs(const StatusOf &statusOf, const IsAbout &isAbout) const
    {
        QList<Marker> markers;
        for (const Mark &mark : m_marks) {
            if (isAbout(mark.series))
                markers << Marker{mark.from, mark.to, statusOf(mark.severity), mark.words, mark.id};
        }
        return markers;
    }
    /// The recorded series that tells most about an alert; empty: none does.
    [[nodiscard]] static QString seriesOf(const alerts::Alert &alert);

Q_SIGNALS:
    void changed();

private:
    struct Mark
    {
        qint64 from; ///< ms since the epoch, as is `to`
        qint64 to;
        int severity;
        QString words;
        QString id;
        QString series;
    };
    [[nodiscard]] static QString wordsOf(const alerts::Alert &alert);
    /// ms since the epoch; of what is not over: beyond all there is to look at.
    [[nodiscard]] static qint64 endOf(const alerts::Alert &alert);
    [[nodiscard]] bool isMeant(const alerts::Alert &alert) const;
    void hear(const QList<core::Event> &events);
    void forget();
    void fetch();
    void tell();

    Mirror &m_mirror;
    QString m_device;
    Span m_span;  ///< is looked at
    Span m_asked; ///< is known, or will be
    QMap<QString, alerts::Alert> m_alerts;
    QList<Mark> m_marks; ///< of them, the least bad first
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace client
