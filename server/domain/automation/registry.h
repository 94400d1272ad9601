// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/agents.h"
#include "catalog/automation.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/publisher.h"
#include "core/registrystore.h"

#include <QMap>

namespace automation {

/// The services this house watches and the programs that feed it: what is known of each, kept, and told when
/// it changes. Says the summary every 30 s.
class Registry final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostApps = 10'000;
    static constexpr int mostAgents = 10'000;

    Registry(core::RegistryStore &store, core::Publisher &publisher, core::Clock &clock);

    /// Loads what is known and begins to tell. Errors: Unavailable.
    QFuture<core::Result<void>> start();

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> summary(const core::Command &command);
    /// Errors: Invalid (no id), Limited, Unavailable.
    QFuture<core::Reply> setApp(const core::Command &command);
    /// An agent tells of itself alone. Errors: Invalid (no id), Forbidden, Limited, Unavailable.
    QFuture<core::Reply> reportAgent(const core::Command &command);

    /// Keeps and tells how an app is; `by`: who or what says so. The answer is AppUpdated. Errors: Invalid
    /// (no id), Limited, Unavailable.
    QFuture<core::Reply> noteApp(const QString &id, AppState state, const QString &by);
    /// Errors: Unavailable.
    QFuture<core::Result<void>> forgetApp(const QString &id);
    [[nodiscard]] std::optional<core::KnownApp> app(const QString &id) const;

    /// Somebody came who wants the summary: it is said within a second, once for all who came in that time.
    void greet();

private:
    QFuture<core::Result<void>> loadAgents();
    [[nodiscard]] Summary summaryNow() const;
    void sayTotals();

    core::RegistryStore &m_store;
    core::Publisher &m_publisher;
    core::Clock &m_clock;
    std::chrono::milliseconds m_startedAt;
    QMap<QString, core::KnownApp> m_apps;
    QMap<QString, core::KnownAgent> m_agents;
    std::unique_ptr<core::Timer> m_totals;
    std::unique_ptr<core::Timer> m_greeting;
    bool m_isGreeting = false;
};

} // namespace automation
