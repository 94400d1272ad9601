// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/kind.h"

#include "network/layout/graph.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace network {

namespace {

struct KindWords
{
    Q_DECLARE_TR_FUNCTIONS(network::KindWords)
};

const QHash<QString, Kind> &kinds()
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    static const Kind router{Shape::Capsule, Pictogram::Router, GraphNode::routerRank};
    static const Kind firewall{Shape::Capsule, Pictogram::Shield, GraphNode::routerRank};
    static const Kind lan{Shape::RoundedSquare, Pictogram::Switch, GraphNode::switchRank};
    static const Kind server{Shape::Hexagon, Pictogram::Server, GraphNode::hostRank};
    static const Kind computer{Shape::Circle, Pictogram::Laptop, GraphNode::hostRank};
    static const Kind chip{Shape::SmallCircle, Pictogram::Chip, GraphNode::hostRank};
    static const QHash<QString, Kind> all{
        {word("internet"), {Shape::Cloud, Pictogram::None, GraphNode::internetRank}},
        {word("router"), router},
        {word("gateway"), router},
        {word("firewall"), firewall},
        {word("switch"), lan},
        {word("bridge"), lan},
        {word("access_point"), {Shape::Arch, Pictogram::Waves, GraphNode::accessRank}},
        {word("server"), server},
        {word("nas"), server},
        {word("hypervisor"), server},
        {word("vm"), server},
        {word("container"), server},
        {word("laptop"), computer},
        {word("desktop"), computer},
        {word("workstation"), computer},
        {word("computer"), computer},
        {word("printer"), {Shape::Circle, Pictogram::Printer, GraphNode::hostRank}},
        {word("phone"), {Shape::Circle, Pictogram::Phone, GraphNode::hostRank}},
        {word("tablet"), {Shape::Circle, Pictogram::Phone, GraphNode::hostRank}},
        {word("voip"), {Shape::Circle, Pictogram::Phone, GraphNode::hostRank}},
        {word("camera"), {Shape::Circle, Pictogram::Camera, GraphNode::hostRank}},
        {word("iot"), chip},
        {word("sensor"), chip},
        {word("ups"), chip},
        {word("pdu"), chip},
        {word("media"), computer}};
    return all;
}

/// What the types are called that the house tells of; others are called as whoever told them does.
const QHash<QString, const char *> &titles()
{
    static const QHash<QString, const char *> all{
        {QStringLiteral("internet"), QT_TRANSLATE_NOOP("network::KindWords", "Internet")},
        {QStringLiteral("router"), QT_TRANSLATE_NOOP("network::KindWords", "Router")},
        {QStringLiteral("firewall"), QT_TRANSLATE_NOOP("network::KindWords", "Firewall")},
        {QStringLiteral("switch"), QT_TRANSLATE_NOOP("network::KindWords", "Switch")},
        {QStringLiteral("access_point"), QT_TRANSLATE_NOOP("network::KindWords", "Access point")},
        {QStringLiteral("server"), QT_TRANSLATE_NOOP("network::KindWords", "Server")},
        {QStringLiteral("nas"), QT_TRANSLATE_NOOP("network::KindWords", "NAS")},
        {QStringLiteral("hypervisor"), QT_TRANSLATE_NOOP("network::KindWords", "Hypervisor")},
        {QStringLiteral("vm"), QT_TRANSLATE_NOOP("network::KindWords", "Virtual machine")},
        {QStringLiteral("laptop"), QT_TRANSLATE_NOOP("network::KindWords", "Laptop")},
        {QStringLiteral("workstation"), QT_TRANSLATE_NOOP("network::KindWords", "Workstation")},
        {QStringLiteral("printer"), QT_TRANSLATE_NOOP("network::KindWords", "Printer")},
        {QStringLiteral("phone"), QT_TRANSLATE_NOOP("network::KindWords", "Phone")},
        {QStringLiteral("tablet"), QT_TRANSLATE_NOOP("network::KindWords", "Tablet")},
        {QStringLiteral("voip"), QT_TRANSLATE_NOOP("network::KindWords", "IP phone")},
        {QStringLiteral("camera"), QT_TRANSLATE_NOOP("network::KindWords", "Camera")},
        {QStringLiteral("media"), QT_TRANSLATE_NOOP("network::KindWords", "Media player")},
        {QStringLiteral("ups"), QT_TRANSLATE_NOOP("network::KindWords", "UPS")},
        {QStringLiteral("pdu"), QT_TRANSLATE_NOOP("network::KindWords", "PDU")},
        {QStringLiteral("iot"), QT_TRANSLATE_NOOP("network::KindWords", "IoT device")},
        {QStringLiteral("container"), QT_TRANSLATE_NOOP("network::KindWords", "Container")},
        {QStringLiteral("unknown"), QT_TRANSLATE_NOOP("network::KindWords", "Unknown")}};
    return all;
}

} // namespace

Kind kindOf(const QString &deviceType) { return kinds().value(deviceType.toLower()); }

QStringList settableTypes()
{
    QStringList all =
        QStringLiteral("router switch access_point firewall server workstation laptop phone "
                       "tablet printer camera nas iot media voip hypervisor ups pdu vm container")
            .split(QLatin1Char(' '));
    std::sort(all.begin(), all.end(), [](const QString &one, const QString &other) {
        return typeTitle(one).localeAwareCompare(typeTitle(other)) < 0;
    });
    return all;
}

QString typeTitle(const QString &deviceType)
{
    if (deviceType.isEmpty())
        return KindWords::tr("Device of unknown type");
    if (const auto known = titles().constFind(deviceType.toLower()); known != titles().constEnd())
        return KindWords::tr(*known);
    QString title = plainLine(deviceType);
    title.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

} // namespace network
