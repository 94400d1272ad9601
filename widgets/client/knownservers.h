// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/fingerprint.h"

#include <QMap>

#include <optional>

namespace client {

/// How a server was reached by TLS: by the certificate a person accepted, or (no fingerprint) by one that an
/// authority vouched for.
struct KnownServer
{
    std::optional<Fingerprint> accepted;
    bool operator==(const KnownServer &) const = default;
};

/// The servers reached by TLS before, in a file that people can read: `host:port = fingerprint`, or
/// `authority`.
class KnownServers
{
public:
    /// Without a file nothing outlives this.
    explicit KnownServers(QString file = {}) : m_file(std::move(file)) {}

    [[nodiscard]] const QString &file() const { return m_file; }
    /// By "host:port". Errors: Unavailable when the file cannot be read or understood: to know nothing would
    /// be to trust anybody.
    [[nodiscard]] core::Result<QMap<QString, KnownServer>> all() const;
    /// Errors: Unavailable.
    core::Result<void> remember(const QString &place, const KnownServer &server);
    /// Errors: Unavailable.
    core::Result<void> forget(const QString &place);

private:
    [[nodiscard]] core::Result<void> save(const QMap<QString, KnownServer> &servers);

    QString m_file;
    QMap<QString, KnownServer> m_kept; ///< without a file
};

} // namespace client
