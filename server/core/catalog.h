// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/check.h"
#include "core/jsonschema.h"
#include "core/principal.h"
#include "core/reply.h"
#include "core/topic.h"

#include <QMap>

#include <chrono>

namespace core {

/// Whether every fact of a topic matters, or only the newest one.
enum class Delivery { Each, Latest };

/// What is known of a shape of JSON: its schema, its check, its re-spelling.
struct Shape
{
    QJsonObject (*schema)(NameCase) = nullptr;
    /// Decodes what is written in the given spelling; answers the value.
    Result<Payload> (*read)(const QJsonValue &, NameCase) = nullptr;
    /// The same for what may be the value already, which then is only checked.
    Result<Payload> (*accept)(const Payload &) = nullptr;
    /// Writes a canonical object in the given spelling, through the type, so that map keys stay as they are.
    QJsonObject (*write)(const QJsonObject &, NameCase) = nullptr;
};

template <Described T>
Shape shapeOf()
{
    return {[](NameCase nameCase) { return schemaOf<T>(nameCase); },
            [](const QJsonValue &json, NameCase nameCase) -> Result<Payload> {
                Result<T> read = fromJson<T>(json, nameCase);
                if (!read)
                    return read.error();
                return Payload(std::move(read).value());
            },
            [](const Payload &payload) -> Result<Payload> {
                if (const T *value = payload.get<T>()) {
                    if (auto flaw = flawOf(*value))
                        return *std::move(flaw);
                    return payload;
                }
                Result<T> read = fromJson<T>(payload.json());
                if (!read)
                    return read.error();
                return Payload(std::move(read).value());
            },
            [](const QJsonObject &canonical, NameCase nameCase) {
                const Result<T> read = fromJson<T>(canonical);
                return read ? toJson(read.value(), nameCase).toObject() : canonical;
            }};
}

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
    template <Described T>
    void event(const EventOptions &options, const T &example)
    {
        add(EventSpec{Topic(QLatin1String(T::topic)), QString::fromUtf8(T::summary), options.priority,
                      options.retention, options.delivery, options.roles, options.publishers, shapeOf<T>(),
                      toJson(example).toObject()});
    }

    /// T: fields(), `name`, `summary`, and a nested described type Reply.
    template <Described T>
    void command(Roles needs, const T &example, const typename T::Reply &exampleReply)
    {
        add(CommandSpec{QString::fromLatin1(T::name), QString::fromUtf8(T::summary), needs, shapeOf<T>(),
                        shapeOf<typename T::Reply>(), toJson(example).toObject(),
                        toJson(exampleReply).toObject()});
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
