// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scope.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/recordstore.h"
#include "core/subnet.h"
#include "domain/network/sources/snmp.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace network {

/// How devices are asked by SNMP. Secrets are kept sealed, opened when they are used, and never told.
class Credentials final : public QObject
{
    Q_OBJECT
public:
    /// Seals a secret for a place, opens it there again.
    struct Sealer
    {
        std::function<core::Result<QByteArray>(const QByteArray &secret, const QByteArray &place)> seal;
        std::function<core::Result<QByteArray>(const QByteArray &sealed, const QByteArray &place)> open;
    };
    static constexpr int most = 64;

    Credentials(core::RecordStore &records, core::Entropy &entropy, Sealer sealer)
        : m_records(records), m_entropy(entropy), m_sealer(std::move(sealer))
    {
    }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// The ids of those that are tried with an address, those for its own network first.
    [[nodiscard]] QStringList idsFor(const core::Address &address) const;
    /// Errors: NotFound, Unavailable (its secrets cannot be opened).
    [[nodiscard]] core::Result<sources::SnmpCredentials> open(const QString &id) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid, NotFound (an id that is none), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

Q_SIGNALS:
    void changed();

private:
    /// As it is kept: what is secret sealed, in base64.
    struct Kept
    {
        Credential shown;
        QString community;
        QString authenticationKey;
        QString privacyKey;

        static core::Fields fields();
    };

    [[nodiscard]] core::Result<Kept> settled(const SetCredential &wish) const;
    [[nodiscard]] core::Result<void> check(const SetCredential &wish, const Kept &kept) const;
    [[nodiscard]] core::Result<QString> sealed(const QString &secret, const QString &id,
                                               const char *part) const;
    [[nodiscard]] core::Result<QByteArray> opened(const QString &sealed, const QString &id,
                                                  const char *part) const;

    core::RecordStore &m_records;
    core::Entropy &m_entropy;
    Sealer m_sealer;
    QMap<QString, Kept> m_kept;
};

} // namespace network
