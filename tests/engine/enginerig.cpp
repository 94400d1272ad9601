// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"

#include "catalog/identity.h"

#include <QCoreApplication>

namespace support {

namespace {
const core::Catalog &everything()
{
    static const core::Catalog catalog = catalog::everything();
    return catalog;
}

const engine::Voices &allVoices()
{
    static const engine::Voices voices(everything());
    return voices;
}
} // namespace

EngineRig::EngineRig(const QString &dialect, std::chrono::milliseconds recoveryTime)
    : catalog(everything()), bus(catalog, clock, QStringLiteral("epoch1"), QStringLiteral("belfry-host")),
      dispatcher(catalog), sessions(bus, catalog, clock),
      intake(catalog, bus, clock), reception{clock,
                                             entropy,
                                             bus,
                                             dispatcher,
                                             sessions,
                                             [this](const QString &token) { return verify(token); },
                                             QStringLiteral("0.1.0")},
      recovery(clock, entropy, recoveryTime), voices(allVoices()),
      clientele(bus, sessions, clock, clients, journal, voices.threatLens(), 100),
      m_commands(
          reception,
          [this](const core::Command &command) {
              identity::User user;
              user.id = command.caller.id;
              user.username = command.caller.name;
              user.displayName = command.caller.displayName;
              user.email = QString(command.caller.name + QStringLiteral("@example.org"));
              user.role = command.caller.role ? core::roleWord(*command.caller.role) : QString();
              user.createdAt = clock.now();
              return core::ready(core::Payload(user));
          },
          [](const core::Principal &) { return session::ServerStatus::Reply{}; }),
      m_clientCommands(sessions,
                       [this](const QFuture<core::Reply> &work, const identity::Deed &deed) {
                           deeds << deed;
                           return work;
                       }),
      m_renderer(voices, catalog, clock)
{
    reception.clientele = &clientele;
    m_commands.registerAt(dispatcher);
    m_clientCommands.registerAt(dispatcher);
    m_renderer.registerAt(dispatcher);
    dispatcher.handle(QString::fromLatin1(events::Publish::name),
                      [this](const core::Command &command) { return intake.publish(command); });
    answerByExample();
    if (recoveryTime.count() > 0)
        reception.recovery = &recovery;
    engine::Doors(reception, voices, m_speakers).registerAt(m_router, dialect);
}

void EngineRig::answerByExample()
{
    const QStringList rest = dispatcher.unhandled();
    for (const QString &name : rest) {
        dispatcher.handle(name, [this](const core::Command &command) {
            if (late.isValid() && command.name == QLatin1String("metrics.history"))
                return late;
            return core::ready(catalog.findCommand(command.name)->exampleReply);
        });
    }
}

core::Result<core::Principal> EngineRig::verify(const QString &token) const
{
    core::Principal principal;
    principal.role = core::roleFromWord(token);
    if (token == QLatin1String("brief")) {
        principal.role = core::Role::Viewer;
        principal.expiresAt = clock.now().addSecs(60);
    }
    if (!principal.role) {
        return core::Error{core::ErrorCode::AuthenticationRequired,
                           QStringLiteral("Sign in again: the token is not valid or has expired.")};
    }
    principal.id = QString(QStringLiteral("u-") + token);
    principal.name = token;
    principal.displayName = QString(QStringLiteral("A ") + token);
    return principal;
}

FakeChannel *EngineRig::open(const QByteArray &path, const QString &token)
{
    transport::Handshake handshake;
    handshake.path = path;
    handshake.peer = QHostAddress::LocalHost;
    handshake.tongue = QByteArrayLiteral("websocket");
    if (!token.isEmpty())
        handshake.query.addQueryItem(QStringLiteral("token"), token);
    auto *channel = new FakeChannel(handshake);
    channel->setParent(&m_clients);
    if (const auto *mount = m_router.findEngineIo(path))
        mount->open(channel);
    else if (const auto *route = m_router.findWebSocket(path))
        route->open(channel);
    return channel;
}

void EngineRig::publishExample(const QString &topic)
{
    publishInTurn(topic);
    sessions.handOut();
}

void EngineRig::publishInTurn(const QString &topic)
{
    core::Draft draft;
    draft.topic = core::Topic(topic);
    draft.payload = catalog.findEvent(draft.topic)->example;
    if (!bus.publish(std::move(draft)))
        qFatal("the example of %s does not fit", qPrintable(topic));
}

void EngineRig::turn()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

} // namespace support
