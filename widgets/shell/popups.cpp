// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/popups.h"

#include "kit/status.h"

#include <algorithm>

namespace shell {

using namespace std::chrono_literals;

namespace {
constexpr auto together = 200ms; // what belongs together comes together
constexpr qsizetype mostNamed = 3;

bool isWaiting(const alerts::Alert *alert)
{
    return alert && alert->state == alerts::AlertState::Open && alert->silencedBy.isEmpty();
}
} // namespace

PopUps::PopUps(client::Alerts &alerts, Outside &outside, Desktop *desktop, core::Clock &clock,
               QObject *parent)
    : QObject(parent), m_alerts(alerts), m_outside(outside), m_desktop(desktop), m_clock(clock)
{
    connect(&alerts, &client::Alerts::raised, this, &PopUps::hear);
    connect(&alerts, &client::Alerts::changed, this, &PopUps::look);
    connect(&alerts, &client::Alerts::reset, this, &PopUps::look);
    if (!m_desktop)
        return;
    connect(m_desktop, &Desktop::opened, this, [this] {
        if (m_told.size() == 1)
            Q_EMIT alertWanted(m_told.first());
        else
            Q_EMIT listWanted();
    });
    connect(m_desktop, &Desktop::acknowledged, this, [this] { Q_EMIT acknowledgeWanted(m_told); });
}

PopUps::~PopUps()
{
    if (!m_told.isEmpty())
        m_desktop->withdraw(); // nobody would hear what is pressed on it
}

void PopUps::hear(const alerts::Alert &alert)
{
    if (!isWaiting(&alert) || !alert.foldedInto.isEmpty() || alert.isFlapping)
        return;
    const client::Matter matter = client::matterOfSeverity(alert.severity);
    if (!m_desktop || !m_outside.mayPopUp(matter)) {
        m_outside.sound(matter);
        return;
    }
    m_waiting << alert.id;
    if (!m_timer)
        m_timer = m_clock.after(std::max<std::chrono::milliseconds>(together, m_outside.untilNext()),
                                [this] { say(); });
}

void PopUps::forgetDone(QStringList &ids) const
{
    ids.removeIf([this](const QString &id) {
        const alerts::Alert *alert = m_alerts.find(id);
        return !isWaiting(alert) || !m_alerts.isRoot(*alert);
    });
}

void PopUps::say()
{
    m_firing = std::move(m_timer);
    forgetDone(m_waiting);
    // Somebody may have wanted peace since.
    m_waiting.removeIf([this](const QString &id) {
        return !m_outside.mayPopUp(client::matterOfSeverity(m_alerts.find(id)->severity));
    });
    if (m_waiting.isEmpty())
        return;
    if (const auto next = m_outside.untilNext(); next > 0ms) {
        m_timer = m_clock.after(next, [this] { say(); });
        return;
    }
    forgetDone(m_told);
    for (const QString &id : std::exchange(m_waiting, {})) {
        if (!m_told.contains(id))
            m_told << id;
    }
    std::stable_sort(m_told.begin(), m_told.end(), [this](const QString &one, const QString &other) {
        return m_alerts.find(one)->severity > m_alerts.find(other)->severity;
    });
    const alerts::Alert &worst = *m_alerts.find(m_told.first());
    PopUp popUp;
    const client::Matter matter = client::matterOfSeverity(worst.severity);
    popUp.isUrgent = matter == client::Matter::Critical;
    popUp.mayAcknowledge = true;
    if (m_told.size() == 1) {
        popUp.title =
            tr("%1: %2", "severity and title")
                .arg(kit::statusTitle(kit::statusOfSeverity(worst.severity)), plainLine(worst.title));
        popUp.body = plainLine(worst.message);
    } else {
        popUp.title = tr("%n alerts need attention", nullptr, int(m_told.size()));
        QStringList lines;
        for (const QString &id : m_told.mid(0, mostNamed))
            lines << plainLine(m_alerts.find(id)->title);
        if (m_told.size() > mostNamed)
            lines << tr("and %n more", nullptr, int(m_told.size() - mostNamed));
        popUp.body = lines.join(u'\n');
    }
    m_outside.show(*m_desktop, popUp, matter);
}

/// What does not hold any more is not left standing.
void PopUps::look()
{
    if (m_told.isEmpty())
        return;
    forgetDone(m_told);
    if (m_told.isEmpty())
        m_desktop->withdraw();
}

} // namespace shell
