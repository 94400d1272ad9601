// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/scan/report.h"

#include <QJsonArray>

using namespace network::scan;

namespace {
QJsonArray strings(const QStringList &list) { return QJsonArray::fromStringList(list); }

QString number(double value) { return QString::number(value); }

QJsonArray written(const QList<ScriptOutput> &scripts)
{
    QJsonArray out;
    for (const ScriptOutput &script : scripts)
        out << QJsonObject{{QStringLiteral("id"), script.id}, {QStringLiteral("output"), script.output}};
    return out;
}

QJsonObject written(const SystemClass &one)
{
    return {{QStringLiteral("type"), one.type},          {QStringLiteral("vendor"), one.vendor},
            {QStringLiteral("osfamily"), one.family},    {QStringLiteral("osgen"), one.generation},
            {QStringLiteral("cpes"), strings(one.cpes)}, {QStringLiteral("accuracy"), number(one.accuracy)}};
}

QJsonArray written(const QList<SystemClass> &classes)
{
    QJsonArray out;
    for (const SystemClass &one : classes)
        out << written(one);
    return out;
}

QJsonObject written(const Port &port)
{
    const Service &service = port.service;
    QJsonObject about;
    if (!service.method.isEmpty()) {
        about = {{QStringLiteral("name"), service.name},
                 {QStringLiteral("product"), service.product},
                 {QStringLiteral("version"), service.version},
                 {QStringLiteral("extrainfo"), service.extraInfo},
                 {QStringLiteral("ostype"), service.osType},
                 {QStringLiteral("devicetype"), service.deviceType},
                 {QStringLiteral("hostname"), service.hostName},
                 {QStringLiteral("tunnel"), service.tunnel},
                 {QStringLiteral("method"), service.method},
                 {QStringLiteral("conf"), number(service.confidence)}};
    }
    return {{QStringLiteral("protocol"), port.protocol},
            {QStringLiteral("portid"), number(port.number)},
            {QStringLiteral("state"), QJsonObject{{QStringLiteral("state"), port.state},
                                                  {QStringLiteral("reason"), port.reason},
                                                  {QStringLiteral("reason_ttl"), number(port.reasonTtl)}}},
            {QStringLiteral("service"), about},
            {QStringLiteral("cpes"), strings(service.cpes)},
            {QStringLiteral("scripts"), written(port.scripts)}};
}

QJsonObject written(const Host &host)
{
    QJsonArray addresses;
    for (const core::Address &address : host.addresses)
        addresses << QJsonObject{{QStringLiteral("addr"), address.toString()},
                                 {QStringLiteral("vendor"), QString()}};
    if (host.hardware)
        addresses << QJsonObject{{QStringLiteral("addr"), host.hardware->mac.toString()},
                                 {QStringLiteral("vendor"), host.hardware->vendor}};
    QJsonArray names;
    for (const HostName &name : host.names)
        names << QJsonObject{{QStringLiteral("name"), name.name}, {QStringLiteral("type"), name.type}};
    QJsonArray ports;
    for (const Port &port : host.ports)
        ports << written(port);
    QJsonArray other;
    for (const OtherPorts &one : host.otherPorts)
        other << QJsonObject{{QStringLiteral("state"), one.state},
                             {QStringLiteral("count"), number(one.count)}};
    QJsonArray matches;
    for (const SystemMatch &match : host.systems)
        matches << QJsonObject{{QStringLiteral("name"), match.name},
                               {QStringLiteral("accuracy"), number(match.accuracy)},
                               {QStringLiteral("classes"), written(match.classes)}};
    QJsonArray used;
    for (const PortUsed &one : host.portsUsed)
        used << QJsonObject{{QStringLiteral("state"), one.state},
                            {QStringLiteral("proto"), one.protocol},
                            {QStringLiteral("portid"), number(one.number)}};
    QJsonArray hops;
    for (const Hop &hop : host.hops) {
        hops << QJsonObject{{QStringLiteral("ttl"), number(hop.ttl)},
                            {QStringLiteral("ipaddr"), hop.address.toString()},
                            {QStringLiteral("host"), hop.name},
                            {QStringLiteral("rtt"),
                             hop.milliseconds ? QString::number(*hop.milliseconds, 'f', 2) : QString()}};
    }
    return {{QStringLiteral("status"),
             QJsonObject{{QStringLiteral("state"), host.status}, {QStringLiteral("reason"), host.reason}}},
            {QStringLiteral("addresses"), addresses},
            {QStringLiteral("names"), names},
            {QStringLiteral("ports"), ports},
            {QStringLiteral("other"), other},
            {QStringLiteral("matches"), matches},
            {QStringLiteral("classes"), written(host.looseClasses)},
            {QStringLiteral("used"), used},
            {QStringLiteral("scripts"), written(host.scripts)},
            {QStringLiteral("hops"), hops},
            {QStringLiteral("uptime"), host.uptime ? QString::number(*host.uptime) : QString()},
            {QStringLiteral("distance"), host.distance ? number(*host.distance) : QString()}};
}

QJsonArray written(const Step &step)
{
    const char *const what = step.what == Step::What::Began   ? "taskbegin"
                             : step.what == Step::What::Ended ? "taskend"
                                                              : "taskprogress";
    return {QLatin1String(what), step.name,
            step.what == Step::What::WentOn ? QString::number(step.percent, 'f', 2) : QString()};
}
} // namespace

QJsonObject written(const QList<Item> &items)
{
    QJsonArray hosts;
    QJsonArray steps;
    QJsonArray asked;
    QJsonObject stats;
    int hints = 0;
    for (const Item &item : items) {
        if (const auto *host = std::get_if<Host>(&item))
            hosts << written(*host);
        else if (std::holds_alternative<Hint>(item))
            ++hints;
        else if (const auto *step = std::get_if<Step>(&item))
            steps << written(*step);
        else if (const auto *ports = std::get_if<PortsAsked>(&item))
            asked << QJsonObject{{QStringLiteral("type"), ports->type},
                                 {QStringLiteral("protocol"), ports->protocol},
                                 {QStringLiteral("numservices"), number(ports->count)}};
        else if (const auto *ended = std::get_if<Ended>(&item))
            stats = {{QStringLiteral("up"), number(ended->up)},
                     {QStringLiteral("down"), number(ended->down)},
                     {QStringLiteral("total"), number(ended->total)}};
    }
    return {{QStringLiteral("hosts"), hosts},
            {QStringLiteral("hints"), hints},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("asked"), asked},
            {QStringLiteral("stats"), stats}};
}
