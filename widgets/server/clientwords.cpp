// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clientwords.h"

#include "client/role.h"
#include "kit/format.h"

#include <QCoreApplication>

namespace server::words {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(server::Words)
};

bool isWindow(const session::Client &client) { return client.contract == QLatin1String("local"); }

QString contractTitle(const QString &contract)
{
    if (contract == QLatin1String("console"))
        return Words::tr("Console");
    if (contract == QLatin1String("shared"))
        return Words::tr("Socket.IO");
    if (contract == QLatin1String("everyst"))
        return QStringLiteral("Everyst");
    if (contract == QLatin1String("departments"))
        return Words::tr("Departments");
    if (contract == QLatin1String("threatlens"))
        return QStringLiteral("ThreatLens");
    if (contract == QLatin1String("opmas"))
        return QStringLiteral("OPMAS");
    if (contract == QLatin1String("auraos"))
        return QStringLiteral("AuraOS");
    return contract;
}

QString transportTitle(const QString &transport)
{
    if (transport == QLatin1String("websocket"))
        return QStringLiteral("WebSocket");
    if (transport == QLatin1String("polling"))
        return Words::tr("polling");
    if (transport == QLatin1String("local"))
        return Words::tr("control socket");
    return transport;
}
} // namespace

QString name(const session::Client &client)
{
    if (isWindow(client))
        return Words::tr("This program's window");
    return client.name.isEmpty() ? Words::tr("No. %1").arg(client.id) : client.name;
}

QString user(const session::Client &client)
{
    if (!client.user.isEmpty())
        return client.user;
    if (client.role.isEmpty())
        return Words::tr("nobody yet");
    return client.userId.isEmpty() ? Words::tr("this machine") : client.userId;
}

QString role(const session::Client &client)
{
    return client.role.isEmpty() ? kit::format::none() : client::roleTitle(client.role);
}

QString contract(const session::Client &client)
{
    if (isWindow(client))
        return Words::tr("Window");
    return contractTitle(client.contract) + QStringLiteral(" · ") + transportTitle(client.transport);
}

QString address(const session::Client &client)
{
    return client.address.isEmpty() ? Words::tr("this machine") : kit::format::isolate(client.address);
}

QString subscriptions(const session::Client &client)
{
    QString text = client.topics.join(QStringLiteral(", "));
    if (client.hearsAll)
        text = Words::tr("everything");
    else if (text.isEmpty())
        text = Words::tr("nothing");
    return client.isFiltered ? Words::tr("%1; filtered").arg(text) : text;
}

QString whose(const session::Client &client)
{
    return Words::tr("%1 (%2, %3)", "a user, her contract and her address")
        .arg(user(client), contract(client), address(client));
}

QString keptOpen(const session::Client &client)
{
    if (isWindow(client))
        return Words::tr("This is the window of the server's own program. To close it, quit the program.");
    if (client.isOwn)
        return Words::tr("This is your own connection. To end it, sign out.");
    return {};
}

} // namespace server::words
