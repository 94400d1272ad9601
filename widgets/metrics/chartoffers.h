// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatvalues.h"
#include "client/place.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <optional>

namespace metrics {

class Panel;

/// What can be done with a chart besides looking at it: it is shown to others, linked to, made a rule
/// of, or leads to an alert.
class ChartOffers final : public QObject
{
    Q_OBJECT
public:
    /// Where the chart of that series is found as it is shown now.
    using PlaceOf = std::function<client::Place(const QString &series)>;

    explicit ChartOffers(PlaceOf placeOf, QObject *parent = nullptr);

    /// Offers it for the chart of that panel, which outlives neither the other.
    void offer(Panel &panel);
    /// Why no rule can be made; empty: it can.
    void setWhyNoRule(const QString &why) { m_whyNoRule = why; }

Q_SIGNALS:
    void shareWanted(const QImage &picture, const client::Place &place, const chat::PictureValues &values,
                     const QString &title);
    void linkWanted(const client::Place &place, const QString &title);
    void alertWanted(const QString &id);
    /// `value` is of the series, as it is recorded.
    void ruleWanted(const QString &series, const QString &source, std::optional<double> value);

private:
    /// What the chart of the panel shows.
    [[nodiscard]] chat::PictureValues valuesOf(const Panel &panel) const;
    void showMenu(const Panel &panel, const QPoint &globalPos, int line, std::optional<double> value);
    void share(const Panel &panel, const QString &series);
    void drag(const Panel &panel);

    PlaceOf m_placeOf;
    QString m_whyNoRule;
};

} // namespace metrics
