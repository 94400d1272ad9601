// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/knownservers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace client {

namespace {

constexpr qint64 longestFile = 1024LL * 1024;
constexpr QLatin1String byAuthority("authority");

QString knownText(const char *text) { return QCoreApplication::translate("client::KnownServers", text); }

core::Error knownError(const QString &sentence) { return {core::ErrorCode::Unavailable, sentence}; }

core::Error badLine(const QString &file, int line)
{
    return knownError(
        knownText(QT_TRANSLATE_NOOP("client::KnownServers",
                                    "Line %2 of %1 cannot be understood, so nobody knows which certificates "
                                    "were accepted. Mend or remove that line."))
            .arg(file)
            .arg(line));
}

} // namespace

core::Result<QMap<QString, KnownServer>> KnownServers::all() const
{
    if (m_file.isEmpty())
        return m_kept;
    const QFileInfo now(m_file);
    if (!now.exists())
        return Servers();
    if (m_read && m_read->changed == now.lastModified() && m_read->size == now.size())
        return m_read->servers;
    m_read.reset();
    core::Result<Servers> servers = read();
    if (servers)
        m_read = Reading{now.lastModified(), now.size(), servers.value()};
    return servers;
}

core::Result<QMap<QString, KnownServer>> KnownServers::read() const
{
    Servers servers;
    QFile file(m_file);
    if (!file.exists())
        return servers;
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestFile) {
        return knownError(
            knownText(QT_TRANSLATE_NOOP("client::KnownServers",
                                        "%1 cannot be read, so nobody knows which certificates were "
                                        "accepted. Mend or remove it."))
                .arg(m_file));
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (int number = 1; number <= lines.size(); ++number) {
        const QString line = lines[number - 1].trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QString place = line.section(QLatin1Char('='), 0, 0).trimmed().toLower();
        const QString how = line.section(QLatin1Char('='), 1).trimmed();
        if (place.isEmpty())
            return badLine(m_file, number);
        if (how == byAuthority) {
            servers.insert(place, {});
            continue;
        }
        const core::Result<Fingerprint> accepted = Fingerprint::read(how);
        if (!accepted)
            return badLine(m_file, number);
        servers.insert(place, {accepted.value()});
    }
    return servers;
}

core::Result<void> KnownServers::remember(const QString &place, const KnownServer &server)
{
    core::Result<Servers> servers = toChange();
    if (!servers)
        return servers.error();
    Servers more = std::move(servers).value();
    more.insert(place, server);
    return save(more);
}

core::Result<void> KnownServers::forget(const QString &place)
{
    core::Result<Servers> servers = toChange();
    if (!servers)
        return servers.error();
    Servers fewer = std::move(servers).value();
    fewer.remove(place);
    return save(fewer);
}

core::Result<QMap<QString, KnownServer>> KnownServers::toChange() const
{
    return m_file.isEmpty() ? core::Result<Servers>(m_kept) : read();
}

core::Result<void> KnownServers::save(const Servers &servers)
{
    m_read.reset();
    if (m_file.isEmpty()) {
        m_kept = servers;
        return {};
    }
    QByteArray text =
        "# Servers that Belfry reached by TLS: the SHA-256 of the certificate a person accepted, "
        "or\n# \"authority\" where one of this computer's vouched for it. A line removed is a "
        "server forgotten.\n";
    for (auto server = servers.begin(); server != servers.end(); ++server) {
        const QString how = server->accepted ? server->accepted->text() : QString(byAuthority);
        text += QStringLiteral("%1 = %2\n").arg(server.key(), how).toUtf8();
    }
    const bool hasFolder = QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (!hasFolder || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return knownError(knownText(QT_TRANSLATE_NOOP("client::KnownServers", "%1 cannot be written: %2."))
                              .arg(m_file, file.errorString()));
    }
    return {};
}

} // namespace client
