// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/timetravel.h"

#include "kit/format.h"
#include "network/mapcanvas.h"
#include "network/plan.h"
#include "network/timestrip.h"

namespace network {

TimeTravel::TimeTravel(client::Mirror &mirror, core::Clock &clock, Plan &plan, MapCanvas &canvas)
    : QObject(&canvas), m_mirror(mirror), m_past(mirror.link(), clock), m_plan(plan), m_canvas(canvas),
      m_strip(new TimeStrip([&mirror] { return mirror.serverNow(); }))
{
    m_strip->hide();
    connect(m_strip, &TimeStrip::momentChanged, this, &TimeTravel::go);
    connect(&m_past, &client::PastNetwork::known, this, &TimeTravel::show);
    connect(&m_past, &client::PastNetwork::refused, this, &TimeTravel::refuse);
    connect(&canvas, &MapCanvas::noticeAnswered, m_strip, &TimeStrip::goToNow);
}

void TimeTravel::setShown(bool shown)
{
    if (!shown)
        m_strip->goToNow();
    m_strip->setVisible(shown);
    if (shown)
        m_strip->setFocus(Qt::OtherFocusReason);
}

QDateTime TimeTravel::time() const
{
    const std::optional<client::Moment> &shown = m_plan.survey().moment;
    return shown ? shown->at : m_mirror.serverNow();
}

QString TimeTravel::wantedText() const
{
    return kit::format::exactTime(m_past.wanted()->toMSecsSinceEpoch());
}

void TimeTravel::go()
{
    const std::optional<QDateTime> moment = m_strip->moment();
    const bool wasAway = isAway();
    if (moment) {
        m_past.lookAt(*moment);
        if (!m_plan.isPast())
            m_canvas.setNotice(kit::Status::Info, tr("Asking how it was on %1.").arg(wantedText()));
    } else {
        m_past.leave();
        m_canvas.setNotice(kit::Status::Info, {});
        m_plan.setMoment(std::nullopt);
    }
    if (wasAway != isAway())
        Q_EMIT awayChanged();
}

void TimeTravel::show(const client::Moment &moment)
{
    m_plan.setMoment(moment);
    m_canvas.setNotice(kit::Status::Info, tr("This is how it was on %1, not how it is. What is pale was not "
                                             "known yet. Nothing can be changed here.")
                                              .arg(kit::format::exactTime(moment.at.toMSecsSinceEpoch())));
}

void TimeTravel::refuse(const QString &why)
{
    m_plan.setMoment(std::nullopt);
    m_canvas.setNotice(
        kit::Status::Medium,
        tr("How it was on %1 could not be told: %2 What you see is how it is now.").arg(wantedText(), why));
}

} // namespace network
