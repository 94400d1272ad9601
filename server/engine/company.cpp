// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/company.h"

#include "catalog/departments.h"
#include "core/finished.h"
#include "domain/alerts/notices.h"
#include "domain/automation/registry.h"
#include "domain/identity/presencetracker.h"
#include "domain/identity/profiles.h"
#include "domain/identity/service.h"
#include "domain/usage/departments.h"
#include "domain/usage/newest.h"
#include "engine/chatting.h"
#include "engine/dispatcher.h"
#include "engine/roomcommands.h"
#include "engine/sessions.h"
#include "store/store.h"

namespace engine {

struct Company::Rooms
{
    explicit Rooms(const Surroundings &around)
        : profiles(around.identity, around.sessions),
          presence(around.sessions, around.bus, around.clock, speaker()),
          notices(around.store.notices(), around.sessions, around.bus, around.clock, around.entropy,
                  [&identity = around.identity](const QString &account) -> std::optional<QDateTime> {
                      const auto user = identity.find(account);
                      return user ? std::optional(user->createdAt) : std::nullopt;
                  }),
          chatting({around.store, around.sessions, around.bus, around.catalog, around.identity, profiles,
                    notices, around.clock, around.entropy}),
          registry(around.store.registry(), around.bus, around.clock),
          departments(around.store.departments()), commands(around.sessions)
    {
    }
    /// Whom somebody speaks for, whatever they claim.
    identity::PresenceTracker::Speaker speaker()
    {
        return [this](const core::Command &command, const std::optional<identity::Profile> &claimed) {
            return profiles.speaker(command, claimed);
        };
    }

    identity::Profiles profiles;
    identity::PresenceTracker presence;
    alerts::Notices notices;
    Chatting chatting;
    automation::Registry registry;
    usage::Departments departments;
    usage::Newest newest;
    RoomCommands commands;
};

Company::Company(const Surroundings &around) : m_around(around), m_rooms(std::make_unique<Rooms>(around))
{
    connect(&around.sessions, &Sessions::came, this, [this](const Session &session) {
        if (session.demandFor(core::Topic(QLatin1String(automation::Summary::topic))))
            m_rooms->registry.greet();
    });
    react();
}

Company::~Company() = default;

usage::Departments &Company::departments() { return m_rooms->departments; }
automation::Registry &Company::registry() { return m_rooms->registry; }
Chatting &Company::chatting() { return m_rooms->chatting; }
alerts::Notices &Company::notices() { return m_rooms->notices; }

void Company::react()
{
    m_around.bus.react(this, QString::fromLatin1(alerts::Raised::topic), [this](const core::Event &event) {
        if (const auto alert = event.as<alerts::Raised>())
            m_rooms->notices.announce(*alert);
    });
    m_around.bus.react(this, QString::fromLatin1(usage::Analytics::topic), [this](const core::Event &event) {
        if (const auto analytics = event.as<usage::Analytics>())
            m_rooms->newest.hear(*analytics);
    });
}

QFuture<core::Result<void>> Company::start()
{
    return m_rooms->chatting.start()
        .then(this,
              [this](const core::Result<void> &ready) {
                  return ready ? m_rooms->registry.start() : core::finished(ready);
              })
        .unwrap()
        .then(this,
              [this](const core::Result<void> &ready) {
                  return ready ? m_rooms->departments.load() : core::finished(ready);
              })
        .unwrap();
}

void Company::registerAt(Dispatcher &dispatcher)
{
    m_rooms->commands.registerAt(dispatcher);
    dispatcher.watch([this](quint64 session) { m_rooms->presence.touch(session); });
    dispatcher.handle(identity::Join::name, m_rooms->presence, &identity::PresenceTracker::join);
    dispatcher.handle(identity::ListOnline::name, m_rooms->presence, &identity::PresenceTracker::list);
    dispatcher.handle(identity::SetAvailability::name, m_rooms->presence,
                      &identity::PresenceTracker::setAvailability);
    m_rooms->chatting.registerAt(dispatcher);
    dispatcher.handle(automation::GetSummary::name, m_rooms->registry, &automation::Registry::summary);
    dispatcher.handle(automation::SetApp::name, m_rooms->registry, &automation::Registry::setApp);
    dispatcher.handle(automation::ReportAgent::name, m_rooms->registry, &automation::Registry::reportAgent);
    dispatcher.handle(alerts::Notify::name, m_rooms->notices, &alerts::Notices::notify);
    dispatcher.handle(alerts::Broadcast::name, m_rooms->notices, &alerts::Notices::broadcast);
    dispatcher.handle(alerts::Notifications::name, m_rooms->notices, &alerts::Notices::list);
    dispatcher.handle(alerts::Read::name, m_rooms->notices, &alerts::Notices::read);
    dispatcher.handle(QString::fromLatin1(usage::CurrentAnalytics::name),
                      [this](const core::Command &command) { return m_rooms->newest.current(command); });
    registerDepartments(dispatcher);
}

void Company::registerDepartments(Dispatcher &dispatcher)
{
    // The room does not know of the audit trail, as no room knows of another.
    const auto audited = [this](const char *action, QFuture<core::Reply> (usage::Departments::*method)(
                                                        const core::Command &)) -> core::Handler {
        return [this, action = QString::fromLatin1(action), method](const core::Command &command) {
            const QString target = command.params.member(QLatin1String("id")).toString().left(128);
            return m_around.identity.audit().follow((m_rooms->departments.*method)(command),
                                                    identity::deedOf(command, action, target));
        };
    };
    dispatcher.handle(usage::ListDepartments::name, m_rooms->departments, &usage::Departments::list);
    dispatcher.handle(QString::fromLatin1(usage::SetDepartment::name),
                      audited("department_set", &usage::Departments::set));
    dispatcher.handle(QString::fromLatin1(usage::RemoveDepartment::name),
                      audited("department_removed", &usage::Departments::remove));
}

} // namespace engine
