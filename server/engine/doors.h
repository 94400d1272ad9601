// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/envelopesession.h"
#include "engine/httppaths.h"
#include "engine/voices.h"
#include "transport/router.h"

namespace engine {

/// Leads every path of a port to what is spoken there (architecture §5).
class Doors
{
public:
    /// `speakers` keeps the speakers alive that the routes use.
    Doors(Reception &reception, const Voices &voices, std::vector<std::unique_ptr<EnvelopeSpeaker>> &speakers)
        : m_reception(reception), m_voices(voices), m_speakers(speakers)
    {
    }

    /// `dialect` narrows the Socket.IO namespace "/"; empty: all dialects.
    void registerAt(transport::Router &router, const QString &dialect);
    /// All but the files of the browser console and the Socket.IO client.
    static void describe(HttpPaths &paths);
    /// A connection over the Unix socket of the data directory: the administrator at the machine.
    void openLocal(transport::Channel &channel);

private:
    void openThreatLens(transport::Router &router);
    EnvelopeSpeaker &speakerFor(const std::shared_ptr<const dialects::EnvelopeDialect> &dialect);

    Reception &m_reception;
    const Voices &m_voices;
    std::vector<std::unique_ptr<EnvelopeSpeaker>> &m_speakers;
};

} // namespace engine
