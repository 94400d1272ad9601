// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "transport/tls.h"

#include <QDateTime>

#include <memory>

namespace engine {

/// Where a certificate and its key are.
struct CertificateFiles
{
    QString certificate;
    QString key;

    [[nodiscard]] bool isGiven() const { return !certificate.isEmpty(); }
};

/// Keeps the server's certificate: the one given, or one of its own in the data directory; reads it anew when
/// its files change.
class CertificateKeeper : public QObject
{
    Q_OBJECT
public:
    /// How soon changed files are seen. They must rest as long, because two files are not written at once.
    static constexpr std::chrono::seconds lookInterval{5};

    /// Without files given, `dataDirectory` has "certificate.pem" and "certificate.key" (0600); they are made
    /// when there are none, or none that can be used.
    static core::Result<std::unique_ptr<CertificateKeeper>>
    open(const CertificateFiles &given, const QString &dataDirectory, core::Clock &clock);

    [[nodiscard]] const std::shared_ptr<transport::Tls> &tls() const { return m_tls; }

private:
    /// What changes when a file does.
    struct Stamp
    {
        QDateTime modified;
        qint64 size = -1;
        quint64 node = 0;

        bool operator==(const Stamp &) const = default;
    };
    using Stamps = std::pair<Stamp, Stamp>;

    CertificateKeeper(CertificateFiles files, transport::Certificate first, core::Clock &clock);
    [[nodiscard]] static Stamp stampOf(const QString &file);
    [[nodiscard]] Stamps stamps() const;
    void look();

    const CertificateFiles m_files;
    std::shared_ptr<transport::Tls> m_tls;
    Stamps m_known; // of what was read, or refused, last
    Stamps m_seen;  // at the last look
    std::unique_ptr<core::Timer> m_looking;
};

} // namespace engine
