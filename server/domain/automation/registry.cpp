// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/registry.h"

#include "core/finished.h"
#include "core/log.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace automation {

namespace {
constexpr std::chrono::seconds totalsInterval{30};
constexpr std::chrono::milliseconds greetingDelay{500};

core::Error nameless()
{
    return {core::ErrorCode::Invalid, automation::Registry::tr("The id is empty. Say which one it is.")};
}

core::Error tooMany(int count)
{
    return {core::ErrorCode::Limited,
            automation::Registry::tr("There are %1 already; that is the most.").arg(count)};
}
} // namespace

Registry::Registry(core::RegistryStore &store, core::Publisher &publisher, core::Clock &clock)
    : m_store(store), m_publisher(publisher), m_clock(clock), m_startedAt(clock.steady())
{
}

QFuture<core::Result<void>> Registry::start()
{
    return m_store.apps()
        .then(this,
              [this](const core::Result<QList<core::KnownApp>> &apps) {
                  if (!apps)
                      return core::finished(core::Result<void>(apps.error()));
                  for (const core::KnownApp &app : *apps)
                      m_apps.insert(app.id, app);
                  return loadAgents();
              })
        .unwrap();
}

QFuture<core::Result<void>> Registry::loadAgents()
{
    return m_store.agents().then(
        this, [this](const core::Result<QList<core::KnownAgent>> &agents) -> core::Result<void> {
            if (!agents)
                return agents.error();
            for (const core::KnownAgent &agent : *agents)
                m_agents.insert(agent.id, agent);
            m_totals = m_clock.every(totalsInterval, [this] { sayTotals(); });
            return {};
        });
}

Summary Registry::summaryNow() const
{
    Summary summary;
    summary.totalApps = int(m_apps.size());
    summary.activeApps = int(
        std::count_if(m_apps.begin(), m_apps.end(), [](const core::KnownApp &app) { return app.isActive; }));
    summary.inactiveApps = summary.totalApps - summary.activeApps;
    summary.uptime = double((m_clock.steady() - m_startedAt).count()) / 1000;
    summary.timestamp = m_clock.now();
    return summary;
}

void Registry::sayTotals()
{
    if (const auto said = m_publisher.publish(summaryNow()); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

void Registry::greet()
{
    if (std::exchange(m_isGreeting, true))
        return;
    m_greeting = m_clock.after(greetingDelay, [this] {
        m_isGreeting = false;
        sayTotals();
    });
}

QFuture<core::Reply> Registry::summary(const core::Command &) { return core::ready(summaryNow()); }

QFuture<core::Reply> Registry::setApp(const core::Command &command)
{
    const auto asked = command.as<SetApp>();
    return asked ? noteApp(asked->appId, asked->status, command.caller.programName())
                 : core::ready(asked.error());
}

QFuture<core::Reply> Registry::noteApp(const QString &id, AppState state, const QString &by)
{
    if (id.trimmed().isEmpty())
        return core::ready(nameless());
    if (!m_apps.contains(id) && m_apps.size() >= mostApps)
        return core::ready(tooMany(mostApps));
    const core::KnownApp app{id, state == AppState::Active, m_clock.now(), by};
    return m_store.save(app).then(this, [this, app](const core::Result<void> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        m_apps.insert(app.id, app);
        const AppUpdated updated{app.id, app.isActive ? AppState::Active : AppState::Inactive, app.changedAt};
        if (const auto said = m_publisher.publish(updated); !said)
            return said.error();
        return updated;
    });
}

QFuture<core::Result<void>> Registry::forgetApp(const QString &id)
{
    return m_store.removeApp(id).then(this, [this, id](const core::Result<void> &removed) {
        if (removed)
            m_apps.remove(id);
        return removed;
    });
}

std::optional<core::KnownApp> Registry::app(const QString &id) const
{
    const auto found = m_apps.find(id);
    return found == m_apps.end() ? std::nullopt : std::optional(*found);
}

QFuture<core::Reply> Registry::reportAgent(const core::Command &command)
{
    const auto asked = command.as<ReportAgent>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->agentId.trimmed().isEmpty())
        return core::ready(nameless());
    const QString name = command.caller.programName();
    const bool isItself = asked->agentId == name || asked->agentId == command.caller.id;
    if (command.caller.role == core::Role::Agent && !isItself) {
        return core::ready(core::Error{core::ErrorCode::Forbidden,
                                       tr("An agent tells only about itself; this one is %1.").arg(name)});
    }
    if (!m_agents.contains(asked->agentId) && m_agents.size() >= mostAgents)
        return core::ready(tooMany(mostAgents));
    core::KnownAgent agent{asked->agentId, asked->status, {}, m_clock.now(), name};
    if (asked->data)
        agent.data = QJsonDocument(QJsonArray{*asked->data}).toJson(QJsonDocument::Compact);
    const AgentStatus status{agent.id, agent.status, asked->data, agent.seenAt};
    return m_store.save(agent).then(this,
                                    [this, agent, status](const core::Result<void> &kept) -> core::Reply {
                                        if (!kept)
                                            return kept.error();
                                        m_agents.insert(agent.id, agent);
                                        if (const auto said = m_publisher.publish(status); !said)
                                            return said.error();
                                        return identity::Done{};
                                    });
}

} // namespace automation
