// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/assisting.h"

#include "catalog/answerstop.h"
#include "domain/assistant/service.h"
#include "domain/identity/service.h"
#include "engine/auditeddispatch.h"
#include "engine/sealing.h"
#include "store/store.h"

namespace engine {

Assisting::Assisting(const Surroundings &around) : m_around(around)
{
    const Sealing sealing = sealingOf(around.identity);
    const auto ask = [&dispatcher = around.dispatcher](const QString &name, const core::Payload &params,
                                                       const core::Principal &caller) {
        return dispatcher.dispatch({name, params, caller, 0, QStringLiteral("assistant")});
    };
    m_service = std::make_unique<assistant::Service>(
        assistant::Service::Surroundings{around.catalog,
                                         around.store.records(),
                                         around.clock,
                                         around.entropy,
                                         ask,
                                         {sealing.seal, sealing.open},
                                         [] { return QTimeZone::systemTimeZone(); },
                                         assistant::sources::resolveBySystem});
}

Assisting::~Assisting() = default;

QFuture<core::Result<void>> Assisting::load() { return m_service->load(); }

void Assisting::stop() { m_service->stop(); }

void Assisting::registerAt(Dispatcher &dispatcher)
{
    assistant::Setup &setup = m_service->setup();
    dispatcher.handle(assistant::Ask::name, *m_service, &assistant::Service::ask);
    dispatcher.handle(assistant::StopAnswer::name, *m_service, &assistant::Service::stopAnswer);
    dispatcher.handle(assistant::GetSettings::name, setup, &assistant::Setup::get);
    dispatcher.handle(assistant::TestModel::name, m_service->probe(), &assistant::ModelProbe::test);
    const AuditedDispatch audited(dispatcher, m_around.identity.audit());
    audited.handle(assistant::SetSettings::name, "assistant_set", "url", setup, &assistant::Setup::set);
    audited.handle(assistant::SetHearing::name, "assistant_room_set", "room", setup,
                   &assistant::Setup::setHearing);
}

} // namespace engine
