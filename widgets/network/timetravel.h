// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"
#include "client/pastnetwork.h"

#include <QObject>

namespace network {

class MapCanvas;
class Plan;
class TimeStrip;

/// Leads the map through the past: asks how it was as the strip is moved, and has the map say what is shown.
class TimeTravel final : public QObject
{
    Q_OBJECT
public:
    TimeTravel(client::Mirror &mirror, core::Clock &clock, Plan &plan, MapCanvas &canvas);

    [[nodiscard]] TimeStrip *strip() const { return m_strip; }
    /// Hidden, the strip shows now.
    void setShown(bool shown);
    /// True as soon as another moment than now is wanted.
    [[nodiscard]] bool isAway() const { return m_past.wanted().has_value(); }
    /// The time of what the map shows.
    [[nodiscard]] QDateTime time() const;

Q_SIGNALS:
    /// Somebody left now, or came back to it.
    void awayChanged();

private:
    void go();
    void show(const client::Moment &moment);
    void refuse(const QString &why);
    [[nodiscard]] QString wantedText() const;

    client::Mirror &m_mirror;
    client::PastNetwork m_past;
    Plan &m_plan;
    MapCanvas &m_canvas;
    TimeStrip *m_strip;
};

} // namespace network
