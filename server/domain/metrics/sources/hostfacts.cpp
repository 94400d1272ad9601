// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/hostfacts.h"

#include "domain/metrics/sources/textfile.h"
#include "domain/metrics/sources/words.h"

#include <arpa/inet.h>
#include <array>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/utsname.h>

namespace metrics::sources {

namespace {
/// The value of `KEY=value` or `KEY="value"` (os-release(5)).
QString osValue(QByteArrayView text, QByteArrayView key)
{
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        if (!line.startsWith(key) || line.size() <= key.size() || line[key.size()] != '=')
            continue;
        QByteArrayView value = line.sliced(key.size() + 1).trimmed();
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
            value.back() == value.front())
            value = value.sliced(1, value.size() - 2);
        return QString::fromUtf8(value);
    }
    return {};
}

/// The text after the colon of the first line that begins with `key`.
QString cpuValue(QByteArrayView text, QByteArrayView key)
{
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed() == key)
            return QString::fromUtf8(line.sliced(colon + 1).trimmed()).simplified();
    }
    return {};
}

QString kernelText(const QString &procRoot, const QString &name)
{
    return QString::fromUtf8(TextFile::once(procRoot + QStringLiteral("/sys/kernel/") + name).trimmed());
}

void keepUnlessEmpty(QString &kept, const QString &fresh)
{
    if (!fresh.isEmpty())
        kept = fresh;
}

QString addressText(const sockaddr *address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET) {
        const auto *four = reinterpret_cast<const sockaddr_in *>(address);
        inet_ntop(AF_INET, &four->sin_addr, text.data(), text.size());
    } else {
        const auto *six = reinterpret_cast<const sockaddr_in6 *>(address);
        if (!IN6_IS_ADDR_LINKLOCAL(&six->sin6_addr))
            inet_ntop(AF_INET6, &six->sin6_addr, text.data(), text.size());
    }
    return QString::fromLatin1(text.data());
}
} // namespace

QString parseOsName(QByteArrayView text)
{
    QString pretty = osValue(text, "PRETTY_NAME");
    if (!pretty.isEmpty())
        return pretty;
    return QStringLiteral("%1 %2").arg(osValue(text, "NAME"), osValue(text, "VERSION")).trimmed();
}

QString parseCpuModel(QByteArrayView text)
{
    for (const QByteArrayView key : {"model name", "Model", "Hardware", "cpu model", "cpu", "uarch"}) {
        QString value = cpuValue(text, key);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

int parseCpuCount(QByteArrayView text)
{
    int count = 0;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);)
        count += line.startsWith("processor") ? 1 : 0;
    return count;
}

QString parseDefaultInterface(QByteArrayView text)
{
    constexpr uint upAndGateway = 0x3; // RTF_UP | RTF_GATEWAY
    QString best;
    qint64 bestMetric = 0;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        Words words(line);
        const QByteArrayView interface = words.next();
        const bool isDefault = words.next() == "00000000";
        const uint flags = words.skip(1).next().toUInt(nullptr, 16);
        const qint64 metric = words.skip(2).number();
        const bool isMaskEmpty = words.next() == "00000000";
        if (!isDefault || !isMaskEmpty || (flags & upAndGateway) != upAndGateway)
            continue;
        if (best.isEmpty() || metric < bestMetric) {
            best = QString::fromUtf8(interface);
            bestMetric = metric;
        }
    }
    return best;
}

std::optional<double> parseUptime(QByteArrayView text)
{
    bool isNumber = false;
    const double seconds = Words(text).next().toDouble(&isNumber);
    return isNumber ? std::optional(seconds) : std::nullopt;
}

QString addressOf(const QString &interface)
{
    ifaddrs *list = nullptr;
    if (interface.isEmpty() || ::getifaddrs(&list) != 0)
        return {};
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> owner(list, ::freeifaddrs);
    QString six;
    for (const ifaddrs *entry = list; entry != nullptr; entry = entry->ifa_next) {
        if (entry->ifa_addr == nullptr || interface != QString::fromUtf8(entry->ifa_name))
            continue;
        if (entry->ifa_addr->sa_family == AF_INET)
            return addressText(entry->ifa_addr);
        if (entry->ifa_addr->sa_family == AF_INET6 && six.isEmpty())
            six = addressText(entry->ifa_addr);
    }
    return six;
}

HostReader::HostReader(QString procRoot, QString osReleaseFile, QString hostName)
    : m_procRoot(std::move(procRoot)), m_osReleaseFile(std::move(osReleaseFile)),
      m_hostName(std::move(hostName))
{
}

void HostReader::read()
{
    const QByteArray cpuinfo = TextFile::once(m_procRoot + QStringLiteral("/cpuinfo"));
    keepUnlessEmpty(m_reading.hostname,
                    m_hostName.isEmpty() ? kernelText(m_procRoot, QStringLiteral("hostname")) : m_hostName);
    keepUnlessEmpty(m_reading.kernel, kernelText(m_procRoot, QStringLiteral("osrelease")));
    keepUnlessEmpty(m_reading.os, parseOsName(TextFile::once(m_osReleaseFile)));
    keepUnlessEmpty(m_reading.cpuModel, parseCpuModel(cpuinfo));
    if (const int count = parseCpuCount(cpuinfo); count > 0)
        m_reading.cores = count;
    utsname names{};
    if (::uname(&names) == 0)
        m_reading.architecture = QString::fromLatin1(names.machine);
    if (const QByteArray routes = TextFile::once(m_procRoot + QStringLiteral("/net/route"));
        !routes.isEmpty())
        m_reading.address = addressOf(parseDefaultInterface(routes));
}

} // namespace metrics::sources
