// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "core/command.h"

#include <QHash>
#include <QMap>

#include <array>
#include <optional>

namespace engine {

/// Leads every command to its handler: known, allowed for the role, as the schema says.
class Dispatcher
{
public:
    explicit Dispatcher(const core::Catalog &catalog) : m_catalog(catalog) {}

    /// The command must be in the catalogue and have no handler yet (asserted).
    void handle(const QString &name, const core::Handler &handler);
    /// As above: a room's method, where the room outlives this.
    template <class Room>
    void handle(const char *name, Room &room, QFuture<core::Reply> (Room::*method)(const core::Command &))
    {
        handle(QString::fromLatin1(name),
               [&room, method](const core::Command &command) { return (room.*method)(command); });
    }
    /// Params are canonical. Errors: UnknownCommand, AuthenticationRequired, Forbidden, Invalid, and what the
    /// handler answers.
    QFuture<core::Reply> dispatch(core::Command command);
    /// Why the caller may not ask this at all, whatever the parameters; nothing when it may.
    [[nodiscard]] std::optional<core::Error> barred(const QString &name, const core::Principal &caller) const;
    /// Called with the session of every command that reaches its handler.
    void watch(std::function<void(quint64 session)> watcher) { m_watcher = std::move(watcher); }
    /// Commands of the catalogue nobody handles.
    [[nodiscard]] QStringList unhandled() const;

    /// How the commands of one name ended: well, and by kind of error.
    struct Outcomes
    {
        quint64 good = 0;
        std::array<quint64, core::errorCodeWords.size()> bad{};
    };
    /// By name; those that are not in the catalogue have none.
    [[nodiscard]] const QMap<QString, Outcomes> &outcomes() const { return m_outcomes; }
    [[nodiscard]] quint64 unknownCount() const { return m_unknown; }

private:
    [[nodiscard]] QFuture<core::Reply> answer(core::Command command) const;
    void count(const QString &name, const core::Reply &reply);

    const core::Catalog &m_catalog;
    QHash<QString, core::Handler> m_handlers;
    std::function<void(quint64)> m_watcher;
    QMap<QString, Outcomes> m_outcomes;
    quint64 m_unknown = 0;
};

} // namespace engine
