// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/renderer.h"

#include <QJsonDocument>

namespace engine {

namespace {
/// What is said, as JSON: texts and lists may stand alone.
QJsonValue bodyOf(const dialects::Utterance &said)
{
    const QJsonObject body = said.body.json();
    return said.alone.isEmpty() ? QJsonValue(body) : body.value(said.alone);
}

QJsonValue messageOf(const dialects::Dialect &dialect, const dialects::Utterance &said,
                     const core::Event &event)
{
    const auto *enveloped = dynamic_cast<const dialects::EnvelopeDialect *>(&dialect);
    return enveloped == nullptr ? bodyOf(said)
                                : QJsonDocument::fromJson(enveloped->wrap(said, event)).object();
}
} // namespace

void Renderer::registerAt(Dispatcher &dispatcher)
{
    dispatcher.handle(QString::fromLatin1(session::Render::name),
                      [this](const core::Command &command) { return core::ready(render(command)); });
}

core::Result<core::Event> Renderer::factOf(const session::Render &asked, const core::Principal &caller) const
{
    const core::EventSpec *spec = m_catalog.findEvent(core::Topic(asked.topic));
    if (spec == nullptr) {
        return core::Error{core::ErrorCode::NotFound,
                           QStringLiteral("There is no fact %1.").arg(asked.topic.left(64))};
    }
    if (!caller.may(spec->roles)) {
        return core::Error{core::ErrorCode::Forbidden,
                           QStringLiteral("Your role does not hear %1.").arg(spec->topic.name())};
    }
    const core::Result<core::Payload> payload = spec->shape.read(asked.payload, core::NameCase::Snake);
    if (!payload) {
        core::Error error = payload.error();
        if (error.message.startsWith(QLatin1String("data")))
            error.message.insert(4, QLatin1String(".payload"));
        return error;
    }
    core::Event event;
    event.topic = spec->topic;
    event.priority = asked.priority.value_or(spec->priority);
    event.source = asked.source.value_or(QString());
    event.at = asked.at.value_or(m_clock.now());
    event.payload = payload.value();
    return event;
}

core::Reply Renderer::render(const core::Command &command) const
{
    const auto asked = command.as<session::Render>();
    if (!asked)
        return asked.error();
    const core::Result<core::Event> event = factOf(*asked, command.caller);
    if (!event)
        return event.error();
    session::Render::Reply reply;
    for (const char *name : {"everyst", "departments", "threatlens", "opmas", "auraos"}) {
        const auto dialect = m_voices.find(QLatin1String(name));
        const QList<dialects::Utterance> said = dialect->speak(event.value());
        for (const dialects::Utterance &utterance : said) {
            reply.renderings << session::Rendering{dialect->name(), dialect->title(), utterance.word,
                                                   messageOf(*dialect, utterance, event.value())};
        }
    }
    return reply;
}

} // namespace engine
