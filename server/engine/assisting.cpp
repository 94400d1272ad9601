// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/assisting.h"

#include "domain/assistant/service.h"
#include "domain/identity/service.h"
#include "engine/dispatcher.h"
#include "store/store.h"

namespace engine {

namespace {
core::Error noVault()
{
    return {core::ErrorCode::Unavailable,
            Assisting::tr("There is no key to keep secrets with. Look into the log.")};
}

assistant::Setup::Sealer assistantSealer(identity::Service &identity)
{
    return {[&identity](const QByteArray &secret, const QByteArray &place) {
                const identity::Vault *vault = identity.vault();
                return vault == nullptr ? core::Result<QByteArray>(noVault()) : vault->seal(secret, place);
            },
            [&identity](const QByteArray &sealed, const QByteArray &place) {
                const identity::Vault *vault = identity.vault();
                return vault == nullptr ? core::Result<QByteArray>(noVault()) : vault->open(sealed, place);
            }};
}
} // namespace

Assisting::Assisting(const Surroundings &around)
    : m_around(around),
      m_service(std::make_unique<assistant::Service>(assistant::Service::Surroundings{
          around.catalog, around.store.records(), around.clock, around.entropy,
          [&dispatcher = around.dispatcher](const QString &name, const core::Payload &params,
                                            const core::Principal &caller) {
              return dispatcher.dispatch({name, params, caller, 0, QStringLiteral("assistant")});
          },
          assistantSealer(around.identity), [] { return QTimeZone::systemTimeZone(); },
          assistant::sources::resolveBySystem}))
{
}

Assisting::~Assisting() = default;

QFuture<core::Result<void>> Assisting::load() { return m_service->load(); }

void Assisting::stop() { m_service->stop(); }

void Assisting::registerAt(Dispatcher &dispatcher)
{
    assistant::Setup &setup = m_service->setup();
    dispatcher.handle(assistant::Ask::name, *m_service, &assistant::Service::ask);
    dispatcher.handle(assistant::GetSettings::name, setup, &assistant::Setup::get);
    const auto audited = [&](const char *name, const char *action, const char *target,
                             QFuture<core::Reply> (assistant::Setup::*method)(const core::Command &)) {
        dispatcher.handle(QString::fromLatin1(name),
                          [this, &setup, method, action = QString::fromLatin1(action),
                           target = QLatin1String(target)](const core::Command &command) {
                              const QString text = command.params.member(target).toString().left(128);
                              return m_around.identity.audit().follow(
                                  (setup.*method)(command), identity::deedOf(command, action, text));
                          });
    };
    audited(assistant::SetSettings::name, "assistant_set", "url", &assistant::Setup::set);
    audited(assistant::SetHearing::name, "assistant_room_set", "room", &assistant::Setup::setHearing);
}

} // namespace engine
