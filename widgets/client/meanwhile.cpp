// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/meanwhile.h"

#include "catalog/topology.h"
#include "client/ask.h"

namespace client {

namespace {

constexpr int mostResolved = 1000;

QString wordOf(network::State state)
{
    return QLatin1String(core::Words<network::State>::list.at(size_t(state)));
}

bool isGone(const QString &state)
{
    return state == wordOf(network::State::Down) || state == wordOf(network::State::Unreachable);
}

} // namespace

Meanwhile::Meanwhile(Alerts &alerts, Devices &devices, Chat &chat, core::Clock &clock, QObject *parent)
    : QObject(parent), m_alerts(alerts), m_devices(devices), m_chat(chat), m_clock(clock)
{
    connect(&alerts.mirror().link(), &Link::stateChanged, this, &Meanwhile::tryToAsk);
    connect(&alerts, &Alerts::reset, this, &Meanwhile::tryToAsk);
    connect(&devices, &Devices::reset, this, &Meanwhile::tryToAsk);
    connect(&chat, &Chat::changed, this, &Meanwhile::tryToAsk);
}

void Meanwhile::ask(const QDateTime &from)
{
    m_wanted = from;
    tryToAsk();
}

/// Waits until what it compares with is there, or will not be.
void Meanwhile::tryToAsk()
{
    const bool isReady = m_alerts.mirror().link().state() == Link::State::Live &&
                         (m_devices.isKnown() || !m_devices.trouble().isEmpty()) &&
                         (m_chat.isKnown() || !m_chat.trouble().isEmpty());
    if (!m_wanted || !isReady)
        return;
    // The server's clock may be another.
    const qint64 passed = std::exchange(m_wanted, {})->msecsTo(m_clock.now());
    const QDateTime from = m_alerts.mirror().serverNow().addMSecs(-passed);
    ++m_round;
    m_counts = {};
    m_open = 3;
    askStates(from);
    askRaised(from);
    askResolved(from);
}

void Meanwhile::askStates(const QDateTime &from)
{
    client::ask(m_devices.link(), network::PastStates{from}, this,
                [this, from, round = m_round](const core::Result<network::PastStates::Reply> &reply) {
                    if (round != m_round)
                        return;
                    const QMap<QString, QString> then = reply ? reply->states : QMap<QString, QString>();
                    for (const network::Entry &device : m_devices.all()) {
                        const QString before = then.value(device.id);
                        const QString now = wordOf(device.state);
                        counted(Sort::NewDevices) += device.firstSeen >= from ? 1 : 0;
                        counted(Sort::Gone) += before == wordOf(network::State::Up) && isGone(now) ? 1 : 0;
                        counted(Sort::Back) += isGone(before) && device.state == network::State::Up ? 1 : 0;
                    }
                    settle();
                });
}

void Meanwhile::askRaised(const QDateTime &from)
{
    alerts::ListAlerts asked;
    asked.states = {alerts::AlertState::Open, alerts::AlertState::Acknowledged, alerts::AlertState::Resolved};
    asked.since = from;
    asked.limit = 1;
    client::ask(m_alerts.mirror().link(), asked, this,
                [this, round = m_round](const core::Result<alerts::ListAlerts::Reply> &reply) {
                    if (round != m_round)
                        return;
                    counted(Sort::Raised) = reply ? reply->count : 0;
                    settle();
                });
}

void Meanwhile::askResolved(const QDateTime &from)
{
    alerts::ListAlerts asked;
    asked.states = {alerts::AlertState::Resolved};
    asked.order = alerts::AlertOrder::Changed;
    asked.limit = mostResolved;
    client::ask(m_alerts.mirror().link(), asked, this,
                [this, from, round = m_round](const core::Result<alerts::ListAlerts::Reply> &reply) {
                    if (round != m_round)
                        return;
                    if (reply) {
                        counted(Sort::Resolved) = int(std::count_if(
                            reply->alerts.begin(), reply->alerts.end(), [&from](const alerts::Alert &alert) {
                                return alert.resolvedAt && *alert.resolvedAt >= from;
                            }));
                    }
                    settle();
                });
}

void Meanwhile::settle()
{
    if (--m_open > 0)
        return;
    counted(Sort::Mentions) = m_chat.mentions();
    Q_EMIT known();
}

} // namespace client
