// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/popups.h"

#include "kit/status.h"

#include <algorithm>

namespace shell {

using namespace std::chrono_literals;

namespace {
constexpr auto together = 200ms; // what belongs together comes together
constexpr auto leastApart = 5s;
constexpr auto inSuchATime = 10min;
constexpr qsizetype mostInIt = 6;
constexpr int highFrom = 7;
constexpr int criticalFrom = 9;
constexpr qsizetype mostNamed = 3;
constexpr qsizetype longestTitle = 120;

bool isWaiting(const alerts::Alert *alert)
{
    return alert && alert->state == alerts::AlertState::Open && alert->silencedBy.isEmpty();
}

/// One line without marks that would turn the text around them.
QString plain(const QString &foreign)
{
    QString line;
    for (const QChar letter : foreign.left(longestTitle)) {
        if (letter.isSpace())
            line += u' ';
        else if (letter.category() != QChar::Other_Control && letter.category() != QChar::Other_Format)
            line += letter;
    }
    return line.trimmed();
}
} // namespace

PopUps::PopUps(client::Alerts &alerts, Desktop &desktop, core::Clock &clock, std::function<bool()> isLookedAt,
               QObject *parent)
    : QObject(parent), m_alerts(alerts), m_desktop(desktop), m_clock(clock),
      m_isLookedAt(std::move(isLookedAt))
{
    connect(&alerts, &client::Alerts::raised, this, &PopUps::hear);
    connect(&alerts, &client::Alerts::changed, this, &PopUps::look);
    connect(&alerts, &client::Alerts::reset, this, &PopUps::look);
    connect(&desktop, &Desktop::opened, this, [this] {
        if (m_told.size() == 1)
            Q_EMIT alertWanted(m_told.first());
        else
            Q_EMIT listWanted();
    });
    connect(&desktop, &Desktop::acknowledged, this, [this] { Q_EMIT acknowledgeWanted(m_told); });
}

PopUps::~PopUps()
{
    if (!m_told.isEmpty())
        m_desktop.withdraw(); // nobody would hear what is pressed on it
}

void PopUps::hear(const alerts::Alert &alert)
{
    const bool isWorthIt = alert.severity >= criticalFrom || (alert.severity >= highFrom && !m_isLookedAt());
    if (!isWorthIt || !isWaiting(&alert) || !alert.foldedInto.isEmpty() || alert.isFlapping)
        return;
    m_waiting << alert.id;
    if (!m_timer)
        m_timer =
            m_clock.after(std::max<std::chrono::milliseconds>(together, untilNext()), [this] { say(); });
}

std::chrono::milliseconds PopUps::untilNext() const
{
    if (m_shownAt.isEmpty())
        return 0ms;
    std::chrono::milliseconds next = m_shownAt.last() + leastApart;
    if (m_shownAt.size() >= mostInIt)
        next =
            std::max<std::chrono::milliseconds>(next, m_shownAt[m_shownAt.size() - mostInIt] + inSuchATime);
    return std::max<std::chrono::milliseconds>(0ms, next - m_clock.steady());
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
    if (m_waiting.isEmpty())
        return;
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
    popUp.isUrgent = worst.severity >= criticalFrom;
    popUp.mayAcknowledge = true;
    if (m_told.size() == 1) {
        popUp.title = tr("%1: %2", "severity and title")
                          .arg(kit::statusTitle(kit::statusOfSeverity(worst.severity)), plain(worst.title));
        popUp.body = plain(worst.message);
    } else {
        popUp.title = tr("%n alerts need attention", nullptr, int(m_told.size()));
        QStringList lines;
        for (const QString &id : m_told.mid(0, mostNamed))
            lines << plain(m_alerts.find(id)->title);
        if (m_told.size() > mostNamed)
            lines << tr("and %n more", nullptr, int(m_told.size() - mostNamed));
        popUp.body = lines.join(u'\n');
    }
    m_shownAt << m_clock.steady();
    if (m_shownAt.size() > mostInIt)
        m_shownAt.removeFirst();
    m_desktop.show(popUp);
}

/// What does not hold any more is not left standing.
void PopUps::look()
{
    if (m_told.isEmpty())
        return;
    forgetDone(m_told);
    if (m_told.isEmpty())
        m_desktop.withdraw();
}

} // namespace shell
