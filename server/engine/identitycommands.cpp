// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/identitycommands.h"

#include "catalog/audit.h"
#include "catalog/onetimecodes.h"
#include "catalog/ownaccount.h"
#include "catalog/signins.h"
#include "domain/identity/service.h"
#include "engine/dispatcher.h"

namespace engine {

void registerIdentity(Dispatcher &dispatcher, identity::Service &service)
{
    dispatcher.handle(audit::Read::name, service.audit(), &identity::AuditTrail::read);
    dispatcher.handle(audit::Verify::name, service.audit(), &identity::AuditTrail::verify);
    dispatcher.handle(identity::ListUsers::name, service, &identity::Service::listUsers);
    dispatcher.handle(identity::AddUser::name, service, &identity::Service::addUser);
    dispatcher.handle(identity::SetPassword::name, service, &identity::Service::setPassword);
    dispatcher.handle(identity::EnableUser::name, service, &identity::Service::enableUser);
    dispatcher.handle(identity::SetRole::name, service, &identity::Service::setRole);
    dispatcher.handle(identity::SetDepartments::name, service, &identity::Service::setDepartments);
    dispatcher.handle(identity::ResetCodes::name, service, &identity::Service::resetCodes);
    dispatcher.handle(identity::ListTokens::name, service.apiTokens(), &identity::ApiTokens::list);
    dispatcher.handle(identity::AddToken::name, service.apiTokens(), &identity::ApiTokens::add);
    dispatcher.handle(identity::RevokeToken::name, service.apiTokens(), &identity::ApiTokens::revoke);
    dispatcher.handle(identity::ChangePassword::name, service.ownAccount(),
                      &identity::OwnAccount::changePassword);
    dispatcher.handle(identity::ListSignIns::name, service.ownAccount(), &identity::OwnAccount::listSignIns);
    dispatcher.handle(identity::RevokeSignIn::name, service.ownAccount(),
                      &identity::OwnAccount::revokeSignIn);
    dispatcher.handle(identity::BeginCodes::name, service.ownAccount(), &identity::OwnAccount::beginCodes);
    dispatcher.handle(identity::ConfirmCodes::name, service.ownAccount(),
                      &identity::OwnAccount::confirmCodes);
    dispatcher.handle(identity::RemoveCodes::name, service.ownAccount(), &identity::OwnAccount::removeCodes);
}

} // namespace engine
