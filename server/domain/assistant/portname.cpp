// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/portname.h"

#include <QRegularExpression>

#include <array>

namespace assistant {

namespace {
struct Service
{
    const char *name;
    int port;
};
/// What people call by its name when they ask.
constexpr std::array services{
    Service{"ftp", 21},   Service{"ssh", 22},   Service{"telnet", 23},  Service{"smtp", 25},
    Service{"dns", 53},   Service{"http", 80},  Service{"pop3", 110},   Service{"ntp", 123},
    Service{"imap", 143}, Service{"snmp", 161}, Service{"ldap", 389},   Service{"https", 443},
    Service{"smb", 445},  Service{"ipp", 631},  Service{"mqtt", 1883},  Service{"mysql", 3306},
    Service{"rdp", 3389}, Service{"vnc", 5900}, Service{"redis", 6379}, Service{"postgresql", 5432}};
} // namespace

std::optional<QString> portNamed(const QString &word)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,5})(?:/(?:tcp|udp|sctp))?$"));
    if (const auto match = number.match(word); match.hasMatch()) {
        constexpr int greatest = 65535;
        const int port = match.captured(1).toInt();
        return port >= 1 && port <= greatest ? std::optional(QString::number(port)) : std::nullopt;
    }
    for (const Service &each : services) {
        if (word == QLatin1String(each.name))
            return QString::number(each.port);
    }
    return std::nullopt;
}

} // namespace assistant
