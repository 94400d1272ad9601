// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/certificatekeeper.h"

#include "core/log.h"
#include "domain/identity/secretfile.h"
#include "transport/selfsigned.h"

#include <QFile>
#include <QHostInfo>
#include <QNetworkInterface>

#include <sys/stat.h>

namespace engine {

namespace {
QStringList machineNames()
{
    const QString host = QHostInfo::localHostName();
    const QString domain = QHostInfo::localDomainName();
    QStringList names;
    if (!host.isEmpty() && host != QLatin1String("localhost")) {
        names << host << host + QStringLiteral(".local");
        if (!domain.isEmpty())
            names << host + QLatin1Char('.') + domain;
    }
    names << QStringLiteral("localhost");
    names.removeDuplicates();
    return names;
}

QList<QHostAddress> machineAddresses()
{
    QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost),
                                  QHostAddress(QHostAddress::LocalHostIPv6)};
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : all) {
        if (!address.isLinkLocal() && !addresses.contains(address))
            addresses << address;
    }
    return addresses;
}

/// The key first: a certificate without its key is seen to be useless.
core::Result<void> makeOwn(const CertificateFiles &files, const QDateTime &now)
{
    const auto made = transport::SelfSigned::make(machineNames(), machineAddresses(), now);
    if (!made)
        return made.error();
    if (auto written = identity::writeSecretFile(files.key, made->key); !written)
        return written;
    return identity::writeSecretFile(files.certificate, made->certificate);
}

core::Result<transport::Certificate> loadOwn(const CertificateFiles &files, const QDateTime &now)
{
    if (QFile::exists(files.certificate)) {
        auto loaded = transport::Certificate::load(files.certificate, files.key);
        if (loaded && loaded->expiry() > now)
            return loaded;
        qCWarning(logEngine).noquote()
            << "A new certificate with a new fingerprint replaces the old one:"
            << (loaded ? QStringLiteral("it has expired.") : loaded.error().message);
    }
    if (const auto made = makeOwn(files, now); !made)
        return made.error();
    return transport::Certificate::load(files.certificate, files.key);
}
} // namespace

core::Result<std::unique_ptr<CertificateKeeper>>
CertificateKeeper::open(const CertificateFiles &given, const QString &dataDirectory, core::Clock &clock)
{
    const CertificateFiles own{dataDirectory + QStringLiteral("/certificate.pem"),
                               dataDirectory + QStringLiteral("/certificate.key")};
    const CertificateFiles &files = given.isGiven() ? given : own;
    auto loaded = given.isGiven() ? transport::Certificate::load(files.certificate, files.key)
                                  : loadOwn(files, clock.now());
    if (!loaded)
        return loaded.error();
    return std::unique_ptr<CertificateKeeper>(new CertificateKeeper(files, std::move(loaded).value(), clock));
}

CertificateKeeper::CertificateKeeper(CertificateFiles files, transport::Certificate first, core::Clock &clock)
    : m_files(std::move(files)), m_tls(std::make_shared<transport::Tls>(std::move(first), clock)),
      m_known(stamps()), m_seen(m_known), m_looking(clock.every(lookInterval, [this] { look(); }))
{
}

CertificateKeeper::Stamp CertificateKeeper::stampOf(const QString &file)
{
    struct stat entry = {};
    if (::stat(QFile::encodeName(file).constData(), &entry) != 0)
        return {};
    const qint64 milliseconds = entry.st_mtim.tv_sec * 1'000 + entry.st_mtim.tv_nsec / 1'000'000;
    return {QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC), entry.st_size, entry.st_ino};
}

CertificateKeeper::Stamps CertificateKeeper::stamps() const
{
    return {stampOf(m_files.certificate), stampOf(m_files.key)};
}

void CertificateKeeper::look()
{
    const Stamps now = stamps();
    const bool isResting = now == std::exchange(m_seen, now);
    if (now == m_known || !isResting)
        return;
    m_known = now;
    auto loaded = transport::Certificate::load(m_files.certificate, m_files.key);
    if (!loaded) {
        qCWarning(logEngine).noquote() << loaded.error().message << "The certificate before it stays in use.";
        return;
    }
    m_tls->setCertificate(std::move(loaded).value());
}

} // namespace engine
