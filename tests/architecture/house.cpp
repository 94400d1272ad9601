// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/house.h"

#include <QRegularExpression>

namespace architecture {

namespace {
// Headers that mean a socket of a client: only transport may hold one. The client's own end is its business,
// sources may ask the network, and app asks the running server over its Unix socket.
bool mayTouchSockets(const QString &path)
{
    return path.startsWith(QLatin1String("server/transport/")) ||
           path.startsWith(QLatin1String("widgets/client/")) || path.startsWith(QLatin1String("app/")) ||
           path.contains(QLatin1String("/sources/"));
}

const QRegularExpression &includeLine()
{
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s+([\"<])([^\">]+)[\">]"),
                                         QRegularExpression::MultilineOption);
    return line;
}
} // namespace

House::House()
{
    const QStringList serverRooms{QStringLiteral("core"),
                                  QStringLiteral("catalog"),
                                  QStringLiteral("domain/identity"),
                                  QStringLiteral("domain/metrics"),
                                  QStringLiteral("store"),
                                  QStringLiteral("wire"),
                                  QStringLiteral("dialects"),
                                  QStringLiteral("dialects/console"),
                                  QStringLiteral("dialects/everyst"),
                                  QStringLiteral("dialects/departments"),
                                  QStringLiteral("dialects/opmas"),
                                  QStringLiteral("transport")};
    const QStringList base{QStringLiteral("core"), QStringLiteral("catalog")};
    draw(QStringLiteral("core"), {});
    draw(QStringLiteral("catalog"), {QStringLiteral("core")});
    draw(QStringLiteral("wire"), {QStringLiteral("core")});
    draw(QStringLiteral("store"), {QStringLiteral("core")});
    draw(QStringLiteral("domain/identity"), base);
    draw(QStringLiteral("domain/metrics"), base);
    draw(QStringLiteral("dialects"), base + QStringList{QStringLiteral("wire")});
    for (const char *dialect : {"console", "everyst", "departments", "opmas"}) {
        draw(QStringLiteral("dialects/") + QLatin1String(dialect),
             base + QStringList{QStringLiteral("wire"), QStringLiteral("dialects")});
    }
    draw(QStringLiteral("transport"), {QStringLiteral("core"), QStringLiteral("wire")});
    draw(QStringLiteral("conformance"),
         {QStringLiteral("core"), QStringLiteral("wire"), QStringLiteral("transport")});
    draw(QStringLiteral("engine"), serverRooms);
    const QStringList client =
        base + QStringList{QStringLiteral("dialects"), QStringLiteral("dialects/console")};
    draw(QStringLiteral("client"), client);
    draw(QStringLiteral("kit"), {});
    const QStringList page = base + QStringList{QStringLiteral("client"), QStringLiteral("kit")};
    draw(QStringLiteral("overview"), page);
    draw(QStringLiteral("metrics"), page);
    // The client's interface is made of core's values, so whoever includes it includes them.
    draw(QStringLiteral("shell"), page + QStringList{QStringLiteral("overview"), QStringLiteral("metrics")});
    draw(QStringLiteral("app"),
         serverRooms + QStringList{QStringLiteral("engine"), QStringLiteral("client"), QStringLiteral("kit"),
                                   QStringLiteral("overview"), QStringLiteral("metrics"),
                                   QStringLiteral("shell")});
}

void House::draw(const QString &room, const QStringList &to)
{
    m_arrows.insert(room, QSet<QString>(to.begin(), to.end()));
    QString library = room;
    if (room.startsWith(QLatin1String("domain/")))
        library = room.section(QLatin1Char('/'), 1);
    else if (room.startsWith(QLatin1String("dialects/")))
        library = QStringLiteral("dialect_") + room.section(QLatin1Char('/'), 1);
    else if (room == QLatin1String("overview") || room == QLatin1String("metrics"))
        library = QStringLiteral("page_") + room;
    m_libraries.insert(QStringLiteral("belfry_") + library, room);
}

QString House::roomOf(const QString &path) const
{
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.size() < 2)
        return {};
    if (parts.at(0) == QLatin1String("app"))
        return QStringLiteral("app");
    if (parts.at(0) == QLatin1String("widgets") && m_arrows.contains(parts.at(1)))
        return parts.at(1);
    if (parts.at(0) == QLatin1String("server"))
        return roomOfInclude(parts.mid(1).join(QLatin1Char('/')));
    return {};
}

QString House::roomOfInclude(const QString &include) const
{
    const QStringList parts = include.split(QLatin1Char('/'));
    if (parts.size() < 2)
        return {};
    const QString two = QString(parts.at(0) + QLatin1Char('/') + parts.at(1));
    if (m_arrows.contains(two))
        return two;
    return m_arrows.contains(parts.at(0)) ? parts.at(0) : QString();
}

QStringList House::faults(const QString &path, const QByteArray &source) const
{
    static const QRegularExpression socketHeader(
        QStringLiteral("^Q(Tcp|Ssl|Local|Udp|Abstract|Web)(Socket|Server)"));
    const QString room = roomOf(path);
    QStringList found;
    auto lines = includeLine().globalMatch(QString::fromUtf8(source));
    while (lines.hasNext()) {
        const QRegularExpressionMatch line = lines.next();
        const QString include = line.captured(2);
        if (line.captured(1) == QLatin1String("<")) {
            if (socketHeader.match(include).hasMatch() && !mayTouchSockets(path))
                found
                    << QStringLiteral("%1 includes <%2>: only transport touches sockets").arg(path, include);
            continue;
        }
        const QString target = roomOfInclude(include);
        if (target.isEmpty() || target == room || arrowsFrom(room).contains(target))
            continue;
        found << QStringLiteral("%1 includes \"%2\": there is no arrow from %3 to %4")
                     .arg(path, include, room, target);
    }
    return found;
}

QStringList House::linkFaults(const QByteArray &cmake) const
{
    static const QRegularExpression roomCall(QStringLiteral("belfry_room\\((\\w+)([^)]*)\\)"));
    static const QRegularExpression library(QStringLiteral("belfry_\\w+"));
    QStringList found;
    auto calls = roomCall.globalMatch(QString::fromUtf8(cmake));
    while (calls.hasNext()) {
        const QRegularExpressionMatch call = calls.next();
        const QString room = m_libraries.value(QStringLiteral("belfry_") + call.captured(1));
        if (room.isEmpty())
            continue;
        auto links = library.globalMatch(call.captured(2));
        while (links.hasNext()) {
            const QString target = m_libraries.value(links.next().captured(0));
            if (!target.isEmpty() && target != room && !arrowsFrom(room).contains(target))
                found << QStringLiteral("%1 links %2: there is no such arrow").arg(room, target);
        }
    }
    return found;
}

} // namespace architecture
