// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/knownservers.h"
#include "client/serveraddress.h"

#include <QDateTime>
#include <QObject>

class QSslError;

namespace client {

/// A server met for the first time, whose certificate nobody vouches for.
struct Stranger
{
    QString place; ///< host and port
    Fingerprint shown;
    QString subject; ///< the name the certificate gives itself; foreign text
    QDateTime expiry;
    bool operator==(const Stranger &) const = default;
};

/// A server that shows another certificate than the one it is known by.
struct CertificateChange
{
    QString place;
    std::optional<Fingerprint> expected; ///< nothing: an authority vouched for the one before
    Fingerprint shown;
    bool isVouched = false; ///< an authority vouches for the new one
    bool isGiven = false;   ///< `expected` was laid down for this run
    bool operator==(const CertificateChange &) const = default;
};

/// Decides whether a server may be spoken to: an authority of this computer vouches for its certificate, or a
/// person accepted it once and it is still the same. Asked on every connection, before the first secret.
class Trust final : public QObject
{
    Q_OBJECT
public:
    explicit Trust(KnownServers known, QObject *parent = nullptr);

    /// In this run that server must show this certificate.
    void expect(const ServerAddress &address, const Fingerprint &fingerprint);

    /// The verdict on a finished handshake. Errors: Forbidden, with what to do; then nothing may be sent, and
    /// there is no use in trying again.
    core::Result<void> judge(const ServerAddress &address, const QSslCertificate &certificate,
                             const QList<QSslError> &errors);
    /// Whether a server may be spoken to without encryption. Errors: Forbidden.
    [[nodiscard]] core::Result<void> allowPlain(const ServerAddress &address) const;

    /// Who waits to be accepted.
    [[nodiscard]] const std::optional<Stranger> &stranger() const { return m_stranger; }
    /// What stopped everything.
    [[nodiscard]] const std::optional<CertificateChange> &change() const { return m_change; }

    /// A person has compared the fingerprint. Errors: Unavailable when it cannot be remembered.
    core::Result<void> accept(const Stranger &stranger);
    /// A person has been told by the administrator that the change is right: the server becomes a stranger.
    /// Errors: Unavailable, and nothing is forgotten.
    core::Result<void> forget(const CertificateChange &change);

Q_SIGNALS:
    void strangerMet();
    void changeMet();
    /// Something was accepted or forgotten: what was refused may be tried again.
    void settled();

private:
    core::Result<void> welcome(const QString &place, const KnownServer &server,
                               const QMap<QString, KnownServer> &known);
    core::Result<void> stop(const CertificateChange &change);
    core::Result<void> doubt(const Stranger &stranger);

    KnownServers m_known;
    QMap<QString, Fingerprint> m_expected; ///< by host and port
    std::optional<Stranger> m_stranger;
    std::optional<CertificateChange> m_change;
};

} // namespace client
