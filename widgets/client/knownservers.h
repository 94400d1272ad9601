// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/fingerprint.h"

#include <QDateTime>
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
    /// By "host:port". Asked at every handshake, so the file is read again only when it has changed. Errors:
    /// Unavailable when the file cannot be read or understood: to know nothing would be to trust anybody.
    [[nodiscard]] core::Result<QMap<QString, KnownServer>> all() const;
    /// Errors: Unavailable.
    core::Result<void> remember(const QString &place, const KnownServer &server);
    /// Errors: Unavailable.
    core::Result<void> forget(const QString &place);

private:
    using Servers = QMap<QString, KnownServer>;
    /// What the file said, and how it looked before it was read.
    struct Reading
    {
        QDateTime changed;
        qint64 size = 0;
        Servers servers;
    };

    [[nodiscard]] core::Result<Servers> read() const;
    /// As the file is now, whatever was read before: another window may have added to it this moment.
    [[nodiscard]] core::Result<Servers> toChange() const;
    [[nodiscard]] core::Result<void> save(const Servers &servers);

    QString m_file;
    Servers m_kept;                        ///< without a file
    mutable std::optional<Reading> m_read; ///< holds while the file looks the same
};

} // namespace client
