// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "core/reply.h"
#include "core/shape.h"
#include "core/topic.h"

#include <QMap>

#include <chrono>
#include <functional>

namespace core {

/// Whether every fact of a topic matters, or only the newest one.
enum class Delivery { Each, Latest };

/// What the house knows of one fact.
struct EventSpec
{
    Topic topic;
    QString summary;
    int priority = 5;               ///< default, 1–10
    std::chrono::days retention{0}; ///< how long the journal keeps it; 0: not at all
    Delivery delivery = Delivery::Each;
    Roles roles = roles::viewers;     ///< who may hear it at all
    Roles publishers = roles::nobody; ///< who may publish it from outside; nobody: only this house
    Shape shape;
    QJsonObject example; ///< canonical
    /// The priority of a fact that says this, where it depends on what it says.
    std::function<int(const Payload &)> priorityOf;

    [[nodiscard]] int priorityFor(const Payload &fact) const
    {
        return priorityOf ? priorityOf(fact) : priority;
    }
};

/// What the house knows of one command.
struct CommandSpec
{
    QString name;
    QString summary;
    Roles needs;
    Shape params;
    Shape reply;
    QJsonObject exampleParams;
    QJsonObject exampleReply;
};

/// Said when a fact is declared; the rest follows from its type.
struct EventOptions
{
    int priority = 5;
    std::chrono::days retention{0};
    Delivery delivery = Delivery::Each;
    Roles roles = roles::viewers;
    Roles publishers = roles::nobody;
};

/// Every fact and command there is, each declared once.
class Catalog
{
public:
    /// T: fields(), `topic`, `summary`. Throws nothing; a topic declared twice is a defect (asserted).
    /// `priorityOf`: 1–10, where the priority follows from what the fact says.
    template <Described T>
    void event(const EventOptions &options, const T &example,
               const std::type_identity_t<std::function<int(const T &)>> &priorityOf = {})
    {
        EventSpec spec{Topic(QLatin1String(T::topic)),
                       QString::fromUtf8(T::summary),
                       options.priority,
                       options.retention,
                       options.delivery,
                       options.roles,
                       options.publishers,
                       Shape(recordOf<T>()),
                       toJson(example).toObject(),
                       {}};
        if (priorityOf) {
            spec.priorityOf = [priorityOf, usual = options.priority](const Payload &fact) {
                const Result<T> value = fact.as<T>();
                return value ? priorityOf(*value) : usual;
            };
        }
        add(spec);
    }

    /// T: fields(), `name`, `summary`, and a nested described type Reply.
    template <Described T>
    void command(Roles needs, const T &example, const typename T::Reply &exampleReply)
    {
        add(CommandSpec{QString::fromLatin1(T::name), QString::fromUtf8(T::summary), needs,
                        Shape(recordOf<T>()), Shape(recordOf<typename T::Reply>()),
                        toJson(example).toObject(), toJson(exampleReply).toObject()});
    }

    [[nodiscard]] const EventSpec *findEvent(const Topic &topic) const;
    [[nodiscard]] const CommandSpec *findCommand(const QString &name) const;
    [[nodiscard]] const QMap<QString, EventSpec> &events() const { return m_events; }
    [[nodiscard]] const QMap<QString, CommandSpec> &commands() const { return m_commands; }

private:
    void add(const EventSpec &spec);
    void add(const CommandSpec &spec);

    QMap<QString, EventSpec> m_events;
    QMap<QString, CommandSpec> m_commands;
};

} // namespace core
