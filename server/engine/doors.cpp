// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/doors.h"

#include "engine/authapi.h"
#include "engine/clientbundle.h"
#include "engine/staticfiles.h"
#include "engine/threatlenssession.h"

#include <algorithm>

namespace engine {

namespace {
constexpr auto consolePath = "/console";
constexpr auto threatLensPath = "/ws";
constexpr auto socketIoPath = "/socket.io/";
constexpr auto webFolder = ":/web";
} // namespace

void Doors::registerAt(transport::Router &router, const QString &dialect)
{
    for (const Voices::Endpoint &endpoint : m_voices.endpoints()) {
        EnvelopeSpeaker &speaker = speakerFor(endpoint.dialect);
        const bool isConsole = endpoint.path == consolePath;
        router.webSocket(
            endpoint.path, [&reception = m_reception, &speaker, isConsole](transport::Channel *channel) {
                using SignIn = EnvelopeSession::SignIn;
                auto *session = new EnvelopeSession(reception, *channel, speaker,
                                                    isConsole ? SignIn::WithinTenSeconds : SignIn::AtOnce,
                                                    isConsole, !isConsole);
                session->begin(AuthApi::credential(channel->handshake()));
            });
    }
    if (m_reception.clientele != nullptr)
        openThreatLens(router);
    const QString epoch = m_reception.recovery ? m_reception.bus.epoch() : QString();
    router.engineIo(socketIoPath, transport::EngineIoOptions{},
                    [&reception = m_reception, namespaces = m_voices.namespaces(dialect, epoch)](
                        transport::Channel *channel) { new SocketIoGate(reception, *channel, namespaces); });
    router.http("GET", "/health", [version = m_reception.version](const transport::HttpRequest &) {
        transport::HttpResponse response;
        response.body = R"({"status":"ok","version":")" + version.toUtf8() + "\"}";
        return transport::respond(response);
    });
    serveSocketIoClient(router);
    serveFiles(router, QLatin1String(webFolder));
}

void Doors::describe(HttpPaths &paths)
{
    HttpPath path;
    path.method = "GET";
    path.path = "/health";
    path.summary = QStringLiteral("Whether the server is there");
    path.answer = schemaOfMembers({{"status", "string"}, {"version", "string"}});
    paths << path;
}

void Doors::openLocal(transport::Channel &channel)
{
    for (const Voices::Endpoint &endpoint : m_voices.endpoints()) {
        if (endpoint.path != consolePath)
            continue;
        auto *session = new EnvelopeSession(m_reception, channel, speakerFor(endpoint.dialect),
                                            EnvelopeSession::SignIn::AtOnce, true, false);
        session->begin(core::localAdministrator());
    }
}

void Doors::openThreatLens(transport::Router &router)
{
    EnvelopeSpeaker &speaker = speakerFor(m_voices.threatLens());
    const QByteArray folder = QByteArray(threatLensPath) + '/';
    const auto open = [&reception = m_reception, &speaker, folder](transport::Channel *channel) {
        const QByteArray &path = channel->handshake().path;
        const auto clientId = path == threatLensPath ? std::nullopt : std::optional(path.mid(folder.size()));
        auto *session = new ThreatLensSession(reception, *channel, speaker, clientId);
        session->begin(AuthApi::credential(channel->handshake()));
    };
    router.webSocket(threatLensPath, open);
    router.webSocket(folder + '*', open);
}

EnvelopeSpeaker &Doors::speakerFor(const std::shared_ptr<const dialects::EnvelopeDialect> &dialect)
{
    const auto known = std::find_if(m_speakers.begin(), m_speakers.end(), [&](const auto &speaker) {
        return &speaker->dialect() == dialect.get();
    });
    if (known != m_speakers.end())
        return **known;
    m_speakers.push_back(std::make_unique<EnvelopeSpeaker>(dialect));
    return *m_speakers.back();
}

} // namespace engine
