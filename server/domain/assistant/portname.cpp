// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/portname.h"

#include <QRegularExpression>

#include <array>

namespace assistant {

namespace {
struct NamedPort
{
    const char *name;
    int port;
};
/// What people call by its name when they ask.
constexpr std::array services{
    NamedPort{"ftp", 21},   NamedPort{"ssh", 22},   NamedPort{"telnet", 23},  NamedPort{"smtp", 25},
    NamedPort{"dns", 53},   NamedPort{"http", 80},  NamedPort{"pop3", 110},   NamedPort{"ntp", 123},
    NamedPort{"imap", 143}, NamedPort{"snmp", 161}, NamedPort{"ldap", 389},   NamedPort{"https", 443},
    NamedPort{"smb", 445},  NamedPort{"ipp", 631},  NamedPort{"mqtt", 1883},  NamedPort{"mysql", 3306},
    NamedPort{"rdp", 3389}, NamedPort{"vnc", 5900}, NamedPort{"redis", 6379}, NamedPort{"postgresql", 5432}};
} // namespace

std::optional<QString> portNamed(const QString &word)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,5})(?:/(?:tcp|udp|sctp))?$"));
    if (const auto match = number.match(word); match.hasMatch()) {
        constexpr int greatest = 65535;
        const int port = match.captured(1).toInt();
        return port >= 1 && port <= greatest ? std::optional(QString::number(port)) : std::nullopt;
    }
    for (const NamedPort &each : services) {
        if (word == QLatin1String(each.name))
            return QString::number(each.port);
    }
    return std::nullopt;
}

} // namespace assistant
