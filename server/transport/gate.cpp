// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/gate.h"

#include <QHostInfo>

#include <algorithm>

namespace transport {

namespace {
bool isPort(QByteArrayView port)
{
    return !port.isEmpty() && port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool isIpv6Literal(const QByteArray &text)
{
    QHostAddress address;
    return address.setAddress(QString::fromLatin1(text)) &&
           address.protocol() == QAbstractSocket::IPv6Protocol;
}

/// Dotted decimal only: the other spellings inet_aton knows are names to a browser's resolver.
bool isIpv4Literal(const QByteArray &text)
{
    QHostAddress address;
    return address.setAddress(QString::fromLatin1(text)) &&
           address.protocol() == QAbstractSocket::IPv4Protocol && address.toString() == QLatin1String(text);
}
/// As RFC 6125 §6.4.3 has it: the star is one label.
bool covers(const QByteArray &pattern, const QByteArray &name)
{
    if (!pattern.startsWith("*."))
        return pattern == name;
    const qsizetype dot = name.indexOf('.');
    return dot > 0 && QByteArrayView(name).sliced(dot) == QByteArrayView(pattern).sliced(1);
}
} // namespace

Gate::Gate(const QStringList &allowedHosts, const QStringList &allowedOrigins)
{
    m_hosts.append(QByteArrayLiteral("localhost"));
    const QByteArray machine = QHostInfo::localHostName().toLatin1().toLower();
    if (!machine.isEmpty()) {
        m_hosts.append(machine);
        m_hosts.append(machine + ".local");
        const QByteArray domain = QHostInfo::localDomainName().toLatin1().toLower();
        if (!domain.isEmpty())
            m_hosts.append(machine + '.' + domain);
    }
    for (const QString &host : allowedHosts)
        m_hosts.append(host.toLatin1().toLower());
    for (const QString &origin : allowedOrigins)
        m_origins.append(origin.toLatin1());
}

void Gate::setCertificateNames(const QStringList &names)
{
    m_certificateHosts.clear();
    for (const QString &name : names)
        m_certificateHosts.append(name.toLatin1().toLower());
}

bool Gate::allowsHost(const QByteArray &host) const
{
    const qsizetype bracket = host.indexOf(']');
    if (host.startsWith('[')) {
        const QByteArrayView rest = QByteArrayView(host).sliced(bracket + 1);
        return bracket > 0 && (rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1)))) &&
               isIpv6Literal(host.mid(1, bracket - 1));
    }
    const qsizetype colon = host.indexOf(':');
    if (colon >= 0 && !isPort(QByteArrayView(host).sliced(colon + 1)))
        return false;
    const QByteArray name = (colon < 0 ? host : host.left(colon)).toLower();
    return isIpv4Literal(name) || m_hosts.contains(name) ||
           std::any_of(m_certificateHosts.begin(), m_certificateHosts.end(),
                       [&name](const QByteArray &pattern) { return covers(pattern, name); });
}

bool Gate::allowsOrigin(const Handshake &handshake) const
{
    const auto origin = handshake.headers.constFind(QByteArrayLiteral("origin"));
    if (origin == handshake.headers.cend())
        return true;
    const QByteArray own =
        (handshake.isSecure ? QByteArrayLiteral("https://") : QByteArrayLiteral("http://")) +
        handshake.header(QByteArrayLiteral("host")).toLower();
    return *origin == own || m_origins.contains(*origin);
}

} // namespace transport
