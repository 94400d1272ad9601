// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/house.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace architecture {

namespace {
// Headers that mean a socket of a client: only transport may hold one. The client's own end is its business,
// sources may ask the network, channels tell those who are outside, and app asks the running server over its
// Unix socket.
bool mayTouchSockets(const QString &path)
{
    return path.startsWith(QLatin1String("server/transport/")) ||
           path.startsWith(QLatin1String("widgets/client/")) || path.startsWith(QLatin1String("app/")) ||
           path.contains(QLatin1String("/sources/")) || path.contains(QLatin1String("/alerts/channels/"));
}

/// The folders of widgets that are pages of the window.
QStringList pageRooms()
{
    return {QStringLiteral("overview"), QStringLiteral("metrics"),    QStringLiteral("server"),
            QStringLiteral("settings"), QStringLiteral("events"),     QStringLiteral("notices"),
            QStringLiteral("network"),  QStringLiteral("devices"),    QStringLiteral("scans"),
            QStringLiteral("alerts"),   QStringLiteral("automation"), QStringLiteral("chat")};
}

const QRegularExpression &includeLine()
{
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s+([\"<])([^\">]+)[\">]"),
                                         QRegularExpression::MultilineOption);
    return line;
}
} // namespace

House::House(const QString &top) : m_top(top)
{
    const QStringList serverRooms{QStringLiteral("core"),
                                  QStringLiteral("catalog"),
                                  QStringLiteral("domain/alerts"),
                                  QStringLiteral("domain/alerts/channels"),
                                  QStringLiteral("domain/assistant"),
                                  QStringLiteral("domain/automation"),
                                  QStringLiteral("domain/chat"),
                                  QStringLiteral("domain/identity"),
                                  QStringLiteral("domain/metrics"),
                                  QStringLiteral("domain/network"),
                                  QStringLiteral("domain/usage"),
                                  QStringLiteral("store"),
                                  QStringLiteral("wire"),
                                  QStringLiteral("dialects"),
                                  QStringLiteral("dialects/console"),
                                  QStringLiteral("dialects/everyst"),
                                  QStringLiteral("dialects/departments"),
                                  QStringLiteral("dialects/opmas"),
                                  QStringLiteral("dialects/auraos"),
                                  QStringLiteral("dialects/threatlens"),
                                  QStringLiteral("transport")};
    const QStringList base{QStringLiteral("core"), QStringLiteral("catalog")};
    draw(QStringLiteral("core"), {});
    draw(QStringLiteral("catalog"), {QStringLiteral("core")});
    draw(QStringLiteral("wire"), {QStringLiteral("core")});
    draw(QStringLiteral("helper"), {}); // privileged programs know nobody
    draw(QStringLiteral("store"), {QStringLiteral("core")});
    for (const char *room : {"chat", "identity", "metrics", "usage"})
        draw(QStringLiteral("domain/") + QLatin1String(room), base);
    // Who is told of alerts, and how, is a room of its own: it takes notices, which are values (ADR 8).
    const QString channels = QStringLiteral("domain/alerts/channels");
    draw(channels, base);
    draw(QStringLiteral("domain/alerts"), base + QStringList{channels});
    drawNetwork(base);
    // Rules are evaluated in a room of their own: values in, values out, as those within the network (ADR 8).
    const QString rules = QStringLiteral("domain/automation/rules");
    draw(rules, base);
    draw(QStringLiteral("domain/automation"), base + QStringList{rules});
    // So is what speaks with a model: it knows no queries, and nobody who asks them.
    const QString speech = QStringLiteral("domain/assistant/sources");
    draw(speech, {QStringLiteral("core")});
    draw(QStringLiteral("domain/assistant"), base + QStringList{speech});
    draw(QStringLiteral("dialects"), base + QStringList{QStringLiteral("wire")});
    for (const char *dialect : {"console", "everyst", "departments", "opmas", "auraos", "threatlens"}) {
        draw(QStringLiteral("dialects/") + QLatin1String(dialect),
             base + QStringList{QStringLiteral("wire"), QStringLiteral("dialects")});
    }
    draw(QStringLiteral("transport"), {QStringLiteral("core"), QStringLiteral("wire")});
    draw(QStringLiteral("conformance"),
         {QStringLiteral("core"), QStringLiteral("wire"), QStringLiteral("transport")});
    // Rules find what alerts are made of: the engine, which leads what one room says to another, has them
    // both.
    draw(QStringLiteral("engine"), serverRooms + QStringList{rules});
    const QStringList client =
        base + QStringList{QStringLiteral("dialects"), QStringLiteral("dialects/console")};
    draw(QStringLiteral("client"), client);
    draw(QStringLiteral("kit"), {});
    const QStringList page = base + QStringList{QStringLiteral("client"), QStringLiteral("kit")};
    const QStringList pages = pageRooms();
    for (const QString &room : pages)
        draw(room, page);
    // Lists say of a device what the map says of it, in the same words and drawings, and its page draws what
    // was measured of it as the page of metrics does.
    draw(QStringLiteral("devices"), page + QStringList{QStringLiteral("metrics"), QStringLiteral("network")});
    draw(QStringLiteral("alerts"), page + QStringList{QStringLiteral("network")});
    // Channels and routes are lists and forms as those of the settings.
    draw(QStringLiteral("automation"), page + QStringList{QStringLiteral("settings")});
    // The client's interface is made of core's values, so whoever includes it includes them.
    draw(QStringLiteral("shell"), page + pages);
    draw(QStringLiteral("app"), serverRooms + pages +
                                    QStringList{QStringLiteral("engine"), QStringLiteral("client"),
                                                QStringLiteral("kit"), QStringLiteral("shell")});
    drawModules();
}

void House::drawNetwork(const QStringList &base)
{
    // Rooms within a room (ADR 8): none of them knows another, and only the one around them knows them all.
    QStringList inner;
    for (const char *room : {"evidence", "scan", "sources", "topology"}) {
        inner << QStringLiteral("domain/network/") + QLatin1String(room);
        draw(inner.last(), {QStringLiteral("core")});
    }
    draw(QStringLiteral("domain/network"), base + inner);
}

void House::drawModules()
{
    const QString network = QStringLiteral("Network");
    const QString sockets = QStringLiteral("WebSockets");
    const QString widgets = QStringLiteral("Widgets");
    const QString gui = QStringLiteral("Gui");
    m_modules = {{QStringLiteral("store"), {QStringLiteral("Sql")}},
                 {QStringLiteral("transport"), {network, sockets}},
                 {QStringLiteral("domain/network/sources"), {network}},
                 {QStringLiteral("domain/alerts/channels"), {network}},
                 {QStringLiteral("domain/assistant/sources"), {network}},
                 {QStringLiteral("engine"), {network}},
                 {QStringLiteral("client"), {network, sockets}},
                 {QStringLiteral("kit"), {gui, widgets, QStringLiteral("Charts"), QStringLiteral("Svg")}},
                 {QStringLiteral("overview"), {gui, widgets}},
                 {QStringLiteral("metrics"), {gui, widgets}},
                 {QStringLiteral("server"), {gui, widgets}},
                 {QStringLiteral("settings"), {gui, widgets}},
                 {QStringLiteral("events"), {gui, widgets}},
                 {QStringLiteral("notices"), {gui, widgets}},
                 {QStringLiteral("scans"), {gui, widgets}},
                 {QStringLiteral("automation"), {gui, widgets}},
                 {QStringLiteral("chat"), {gui, widgets}},
                 {QStringLiteral("network"), {gui, widgets, QStringLiteral("Svg")}},
                 {QStringLiteral("devices"), {gui, widgets}},
                 {QStringLiteral("alerts"), {gui, widgets}},
                 {QStringLiteral("shell"), {gui, widgets, network, QStringLiteral("DBus")}},
                 {QStringLiteral("app"), {gui, widgets, network}}};
}

bool House::mayUse(const QString &room, const QString &module) const
{
    return module == QLatin1String("Core") || m_modules.value(room).contains(module);
}

void House::draw(const QString &room, const QStringList &to)
{
    m_arrows.insert(room, QSet<QString>(to.begin(), to.end()));
    QString library = room;
    if (room.startsWith(QLatin1String("domain/")))
        library = room.section(QLatin1Char('/'), 1).replace(QLatin1Char('/'), QLatin1Char('_'));
    else if (room.startsWith(QLatin1String("dialects/")))
        library = QStringLiteral("dialect_") + room.section(QLatin1Char('/'), 1);
    else if (pageRooms().contains(room))
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
    // The innermost room that holds it.
    for (qsizetype end = include.lastIndexOf(QLatin1Char('/')); end > 0;
         end = include.lastIndexOf(QLatin1Char('/'), end - 1)) {
        if (const QString folder = include.left(end); m_arrows.contains(folder))
            return folder;
    }
    return {};
}

QString House::systemFault(const QString &path, const QString &include) const
{
    static const QRegularExpression socketHeader(
        QStringLiteral("^Q(Tcp|Ssl|Local|Udp|Abstract|Web)(Socket|Server)"));
    static const QRegularExpression named(QStringLiteral("^Qt([A-Z]\\w*)/"));
    if (socketHeader.match(include).hasMatch() && !mayTouchSockets(path))
        return QStringLiteral("%1 includes <%2>: only transport touches sockets").arg(path, include);
    // Where a room is linked to another, the other's parts of Qt are within reach.
    QString module = named.match(include).captured(1);
    if (module.isEmpty() && include.startsWith(QLatin1String("QSql")))
        module = QStringLiteral("Sql");
    if (module.isEmpty() && (include == QLatin1String("QWidget") || include == QLatin1String("QApplication")))
        module = QStringLiteral("Widgets");
    if (module.isEmpty() || mayUse(roomOf(path), module))
        return {};
    return QStringLiteral("%1 includes <%2>: %3 does without Qt %4").arg(path, include, roomOf(path), module);
}

QStringList House::faults(const QString &path, const QByteArray &source) const
{
    const QString room = roomOf(path);
    const QString folder = path.left(path.lastIndexOf(QLatin1Char('/')) + 1);
    QStringList found;
    auto lines = includeLine().globalMatch(QString::fromUtf8(source));
    while (lines.hasNext()) {
        const QRegularExpressionMatch line = lines.next();
        const QString include = line.captured(2);
        if (line.captured(1) == QLatin1String("<")) {
            if (const QString fault = systemFault(path, include); !fault.isEmpty())
                found << fault;
            continue;
        }
        const QString target = roomOfInclude(include);
        if (target.isEmpty()) {
            const bool isBeside =
                !include.contains(QLatin1String("..")) && QFileInfo::exists(m_top + folder + include);
            if (!isBeside)
                found << QStringLiteral("%1 includes \"%2\": that names no room, and no file beside it")
                             .arg(path, include);
            continue;
        }
        if (target == room || arrowsFrom(room).contains(target))
            continue;
        found << QStringLiteral("%1 includes \"%2\": there is no arrow from %3 to %4")
                     .arg(path, include, room, target);
    }
    return found;
}

QStringList House::linkFaults(const QByteArray &cmake) const
{
    static const QRegularExpression linkCall(
        QStringLiteral("(?:belfry_room\\(|target_link_libraries\\(\\s*belfry_)(\\w+)([^)]*)\\)"));
    static const QRegularExpression library(QStringLiteral("belfry_\\w+|Qt6::\\w+"));
    QStringList found;
    auto calls = linkCall.globalMatch(QString::fromUtf8(cmake));
    while (calls.hasNext()) {
        const QRegularExpressionMatch call = calls.next();
        // "dialect_${dialect}" stands for all of them, and they are all alike.
        const QString name = call.captured(1) == QLatin1String("dialect_") ? QStringLiteral("dialect_console")
                                                                           : call.captured(1);
        const QString room = m_libraries.value(QStringLiteral("belfry_") + name);
        if (room.isEmpty())
            continue;
        auto links = library.globalMatch(call.captured(2));
        while (links.hasNext()) {
            const QString linked = links.next().captured(0);
            if (linked.startsWith(QLatin1String("Qt6::"))) {
                if (!mayUse(room, linked.mid(5)))
                    found << QStringLiteral("%1 links %2: it does without").arg(room, linked);
                continue;
            }
            const QString target = m_libraries.value(linked);
            if (!target.isEmpty() && target != room && !arrowsFrom(room).contains(target))
                found << QStringLiteral("%1 links %2: there is no such arrow").arg(room, target);
        }
    }
    return found;
}

} // namespace architecture
