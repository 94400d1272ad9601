// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

namespace metrics::sources {

/// Reads an os-release file: PRETTY_NAME, else NAME and VERSION.
QString parseOsName(QByteArrayView text);
/// Reads /proc/cpuinfo: what names the processor on this architecture, or empty.
QString parseCpuModel(QByteArrayView text);
/// Reads /proc/cpuinfo: how many logical processors it lists.
int parseCpuCount(QByteArrayView text);
/// Reads /proc/net/route: the interface of the default route with the least metric, or empty.
QString parseDefaultInterface(QByteArrayView text);
/// Reads /proc/uptime: seconds since start-up, or empty.
std::optional<double> parseUptime(QByteArrayView text);
/// The first address of an interface, IPv4 before global IPv6; empty without one.
QString addressOf(const QString &interface);

/// Reads what hardly changes while the machine runs.
class HostReader
{
public:
    /// `hostName` empty: what the kernel says.
    HostReader(QString procRoot, QString osReleaseFile, QString hostName);

    void read();
    [[nodiscard]] const Host &reading() const { return m_reading; }

private:
    QString m_procRoot;
    QString m_osReleaseFile;
    QString m_hostName;
    Host m_reading;
};

} // namespace metrics::sources
