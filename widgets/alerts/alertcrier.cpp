// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertcrier.h"

#include "alerts/alertcolumns.h"
#include "kit/banner.h"
#include "kit/toast.h"

#include <QAccessible>
#include <QVBoxLayout>

#include <algorithm>

namespace alerts {

namespace {
constexpr int crierPaceMs = 5000; // one word in that time
constexpr int voicePaceMs = 3000;
constexpr int firstWordMs = 150; // what belongs together comes together

bool isWaiting(const Alert *alert)
{
    return alert && alert->state == AlertState::Open && alert->silencedBy.isEmpty();
}
} // namespace

AlertCrier::AlertCrier(client::Alerts &alerts, client::Devices &devices, client::Manners &manners,
                       kit::ToastArea &toasts, QWidget *parent)
    : QWidget(parent), m_alerts(alerts), m_devices(devices), m_manners(manners),
      m_banner(new kit::Banner(kit::Status::Critical, QString())), m_toasts(toasts)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    m_banner->setClosable(true);
    m_banner->setAction(tr("Sho&w"));
    m_pace.setSingleShot(true);
    m_voice.setSingleShot(true);
    m_voice.setInterval(voicePaceMs);
    connect(&m_pace, &QTimer::timeout, this, &AlertCrier::say);
    connect(m_banner, &kit::Banner::actionTriggered, this, [this] { Q_EMIT alertWanted(m_shown); });
    connect(m_banner, &kit::Banner::closed, this, [this] {
        m_dismissed = m_shown;
        refresh();
    });
    connect(&alerts, &client::Alerts::raised, this, &AlertCrier::hear);
    connect(&alerts, &client::Alerts::changed, this, &AlertCrier::refresh);
    connect(&alerts, &client::Alerts::reset, this, &AlertCrier::refresh);
    connect(&manners, &client::Manners::changed, this, &AlertCrier::refresh);
    refresh();
}

void AlertCrier::hear(const Alert &alert)
{
    const client::Matter matter = client::matterOfSeverity(alert.severity);
    if (matter == client::Matter::Critical || !m_manners.tells(matter, client::Way::Toast) ||
        !isWaiting(&alert) || !alert.foldedInto.isEmpty() || alert.isFlapping)
        return;
    m_waiting << alert.id;
    if (!m_pace.isActive())
        m_pace.start(firstWordMs);
}

void AlertCrier::say()
{
    m_waiting.removeIf([this](const QString &id) {
        const Alert *alert = m_alerts.find(id);
        return !isWaiting(alert) || !m_alerts.isRoot(*alert);
    });
    if (m_waiting.isEmpty())
        return;
    m_said = std::exchange(m_waiting, {});
    const Alert &first = *m_alerts.find(m_said.first());
    const AlertSetting setting{&m_devices, m_alerts.mirror().serverNow()};
    const QString text = m_said.size() == 1
                             ? tr("%1 · %2", "severity and title")
                                   .arg(kit::statusTitle(statusOf(first)), titleOf(first).left(120))
                             : tr("%n new alerts", nullptr, int(m_said.size()));
    if (m_toast)
        Q_EMIT m_toast->gone(); // replaced, not stacked
    m_toast = m_toasts.say(text, tr("Show"));
    connect(m_toast, &kit::Toast::actionTriggered, this, [this] {
        if (m_said.size() == 1)
            Q_EMIT alertWanted(m_said.first());
        else
            Q_EMIT listWanted();
    });
    m_pace.start(crierPaceMs);
}

void AlertCrier::refresh()
{
    // A word that does not hold any more is taken back.
    if (m_toast && std::none_of(m_said.begin(), m_said.end(),
                                [this](const QString &id) { return isWaiting(m_alerts.find(id)); }))
        Q_EMIT m_toast->gone();
    const Alert *worst = nullptr;
    int critical = 0;
    for (const Alert &alert : m_alerts.all()) {
        if (client::matterOfSeverity(alert.severity) != client::Matter::Critical || !isWaiting(&alert) ||
            !m_alerts.isRoot(alert))
            continue;
        ++critical;
        if (!worst || alert.severity > worst->severity ||
            (alert.severity == worst->severity && alert.raisedAt > worst->raisedAt))
            worst = &alert;
    }
    const bool isShown =
        worst && worst->id != m_dismissed && m_manners.tells(client::Matter::Critical, client::Way::Toast);
    setVisible(isShown);
    if (!isShown) {
        m_shown.clear();
        m_text.clear();
        return;
    }
    const QString text = critical == 1
                             ? tr("Critical · %1").arg(titleOf(*worst))
                             : tr("Critical · %1, and %n more", nullptr, critical - 1).arg(titleOf(*worst));
    const bool isNew = std::exchange(m_shown, worst->id) != worst->id;
    if (std::exchange(m_text, text) != text)
        m_banner->setText(text);
    if (isNew && !m_voice.isActive()) {
        m_voice.start();
        QAccessibleEvent spoken(m_banner, QAccessible::Alert);
        QAccessible::updateAccessibility(&spoken);
    }
}

} // namespace alerts
