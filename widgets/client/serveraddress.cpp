// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace client {

namespace {

core::Error addressError(const char *text, const QString &given)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("client::ServerAddress", text).arg(given)};
}

QString addressPrefix(QString path)
{
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (path.endsWith(QLatin1String("/console")))
        path.chop(8);
    return path + QLatin1Char('/');
}

} // namespace

bool isThisComputer(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

QString ServerAddress::text() const
{
    const QString host =
        http.host().contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(http.host()) : http.host();
    return QStringLiteral("%1:%2").arg(host).arg(http.port());
}

core::Result<ServerAddress> readServerAddress(const QString &text)
{
    const QString given = text.trimmed();
    const bool hasScheme = given.contains(QLatin1String("://"));
    QUrl url(hasScheme ? given : QStringLiteral("ws://") + given, QUrl::StrictMode);
    if (given.isEmpty() || !url.isValid() || url.host().isEmpty())
        return addressError(
            QT_TRANSLATE_NOOP("client::ServerAddress",
                              "“%1” is no server address. Write it as host:port or as a URL."),
            given);
    if (!url.userInfo().isEmpty())
        return addressError(QT_TRANSLATE_NOOP("client::ServerAddress",
                                              "Leave the user name and password out of the address of %1."),
                            url.host());
    const QString scheme = url.scheme();
    const bool plain = scheme == QLatin1String("ws") || scheme == QLatin1String("http");
    if (!plain && scheme != QLatin1String("wss") && scheme != QLatin1String("https"))
        return addressError(
            QT_TRANSLATE_NOOP("client::ServerAddress",
                              "“%1” is no way to reach a server. Use https, wss, http or ws."),
            scheme);
    const bool secure = hasScheme ? !plain : !isThisComputer(url.host());
    url.setPort(url.port(hasScheme && secure ? 443 : 8000));
    url.setQuery(QString());
    url.setFragment(QString());
    const QString prefix = addressPrefix(url.path());
    ServerAddress address{url, url};
    address.http.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
    address.http.setPath(prefix);
    address.console.setScheme(secure ? QStringLiteral("wss") : QStringLiteral("ws"));
    address.console.setPath(prefix + QStringLiteral("console"));
    return address;
}

} // namespace client
