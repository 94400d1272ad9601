// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher.h"

namespace engine {

namespace {
QString dispatcherRoleNames(core::Roles roles)
{
    QStringList names;
    for (const core::Role role : {core::Role::Guest, core::Role::Viewer, core::Role::Operator,
                                  core::Role::Admin, core::Role::Agent}) {
        if (roles.testFlag(role))
            names << core::roleWord(role);
    }
    return names.join(QStringLiteral(", "));
}
} // namespace

void Dispatcher::handle(const QString &name, const core::Handler &handler)
{
    Q_ASSERT_X(m_catalog.findCommand(name) != nullptr, "Dispatcher", qPrintable(name));
    Q_ASSERT_X(!m_handlers.contains(name), "Dispatcher", qPrintable(name));
    m_handlers.insert(name, handler);
}

std::optional<core::Error> Dispatcher::barred(const QString &name, const core::Principal &caller) const
{
    using core::ErrorCode;
    const core::CommandSpec *spec = m_catalog.findCommand(name);
    if (spec == nullptr || !m_handlers.contains(name)) {
        return core::Error{ErrorCode::UnknownCommand,
                           QStringLiteral("There is no command %1.").arg(name.left(64))};
    }
    if (caller.may(spec->needs)) {
        if (caller.mayRun(name))
            return std::nullopt;
        return core::Error{ErrorCode::Forbidden,
                           QStringLiteral("This token is not for %1. Make one that is.").arg(name)};
    }
    if (!caller.isKnown())
        return core::Error{ErrorCode::AuthenticationRequired, QStringLiteral("Authentication required")};
    return core::Error{ErrorCode::Forbidden, QStringLiteral("Your role may not do this; it takes one of: %1.")
                                                 .arg(dispatcherRoleNames(spec->needs))};
}

QFuture<core::Reply> Dispatcher::dispatch(core::Command command)
{
    const QString name = command.name;
    QFuture<core::Reply> future = answer(std::move(command));
    if (future.isFinished()) {
        if (future.resultCount() > 0)
            count(name, future.result());
        return future;
    }
    return future.then([this, name](const core::Reply &reply) {
        count(name, reply);
        return reply;
    });
}

void Dispatcher::count(const QString &name, const core::Reply &reply)
{
    if (m_catalog.findCommand(name) == nullptr) {
        ++m_unknown;
        return;
    }
    Outcomes &outcomes = m_outcomes[name];
    ++(reply ? outcomes.good : outcomes.bad.at(size_t(reply.error().code)));
}

QFuture<core::Reply> Dispatcher::answer(core::Command command) const
{
    if (const auto refused = barred(command.name, command.caller))
        return core::ready(*refused);
    core::Result<core::Payload> params = m_catalog.findCommand(command.name)->params.accept(command.params);
    if (!params)
        return core::ready(params.error());
    command.params = std::move(params).value();
    if (m_watcher)
        m_watcher(command.session);
    return (*m_handlers.constFind(command.name))(command);
}

QStringList Dispatcher::unhandled() const
{
    QStringList names;
    for (const core::CommandSpec &spec : m_catalog.commands()) {
        if (!m_handlers.contains(spec.name))
            names << spec.name;
    }
    return names;
}

} // namespace engine
