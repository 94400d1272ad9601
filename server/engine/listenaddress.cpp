// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/listenaddress.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace engine {

namespace {
core::Error badListen(const QString &text, const char *why)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("ListenAddress", why).arg(text)};
}
} // namespace

bool ListenAddress::isLoopback() const
{
    return address == QLatin1String("localhost") || QHostAddress(address).isLoopback();
}

core::Result<ListenAddress> parseListenAddress(const QString &text, const QStringList &dialects)
{
    ListenAddress parsed;
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals >= 0) {
        parsed.dialect = text.mid(equals + 1);
        if (!dialects.contains(parsed.dialect)) {
            return core::Error{core::ErrorCode::Invalid,
                               QCoreApplication::translate(
                                   "ListenAddress", "--listen %1: there is no dialect \"%2\". There are: %3.")
                                   .arg(text, parsed.dialect, dialects.join(QStringLiteral(", ")))};
        }
    }
    const QString door = equals >= 0 ? text.left(equals) : text;
    const qsizetype colon = door.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    parsed.port = door.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return badListen(text, QT_TRANSLATE_NOOP("ListenAddress",
                                                 "--listen %1: the port must be a number from 0 to 65535."));
    if (colon < 0)
        return parsed;
    QString address = door.left(colon);
    if (address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']')))
        address = address.mid(1, address.size() - 2);
    if (address != QLatin1String("localhost") && QHostAddress(address).isNull())
        return badListen(
            text, QT_TRANSLATE_NOOP(
                      "ListenAddress",
                      "--listen %1: the address must be an IP address (IPv6 in brackets) or localhost."));
    parsed.address = address;
    return parsed;
}

} // namespace engine
