// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "dialects/envelope.h"
#include "dialects/threatlens/threatlens.h"
#include "engine/socketiogate.h"

#include <memory>
#include <vector>

namespace engine {

/// Every dialect the house speaks, and where each is spoken (architecture §5).
class Voices
{
public:
    explicit Voices(const core::Catalog &catalog);

    /// A JSON-envelope endpoint.
    struct Endpoint
    {
        QByteArray path;
        std::shared_ptr<const dialects::EnvelopeDialect> dialect;
    };

    [[nodiscard]] const std::vector<Endpoint> &endpoints() const { return m_endpoints; }
    /// Spoken by sessions of their own.
    [[nodiscard]] const std::shared_ptr<const dialects::ThreatLens> &threatLens() const
    {
        return m_threatLens;
    }
    /// Names for `--print-asyncapi` and `--listen PORT=DIALECT`.
    [[nodiscard]] static QStringList names();
    /// Dialects that can narrow a Socket.IO port.
    [[nodiscard]] static QStringList socketIoNames();
    /// The namespaces of `/socket.io/`; `narrowed` names the one dialect of "/", empty: all of them.
    /// With an `epoch`, clients may come back (see SocketIoSpeaker).
    [[nodiscard]] std::shared_ptr<const Namespaces> namespaces(const QString &narrowed,
                                                               const QString &epoch = {}) const;
    /// The dialect as a whole, for its document; null for a name nobody bears.
    [[nodiscard]] std::shared_ptr<const dialects::Dialect> find(const QString &name) const;

private:
    std::vector<std::shared_ptr<const dialects::Dialect>> m_socketIo;
    std::vector<Endpoint> m_endpoints;
    std::shared_ptr<const dialects::ThreatLens> m_threatLens;
    /// Dialects that are spoken in parts, or by sessions of their own, with all their words.
    std::vector<std::shared_ptr<const dialects::Dialect>> m_documented;
};

} // namespace engine
