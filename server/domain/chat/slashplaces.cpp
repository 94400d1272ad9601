// SPDX-License-Identifier: GPL-3.0-or-later
// What leads to devices, the map and charts.
#include "catalog/measures.h"
#include "domain/chat/slashwords.h"

#include <QUrl>

namespace chat {

namespace {
using Outcome = SlashOffer::Outcome;
constexpr std::chrono::hours usualSpan{1};
constexpr qsizetype mostNamed = 5;

Outcome planDevice(const SlashArguments &in)
{
    if (in.isEmpty())
        return in.fault(Slash::tr("Say which: /device core-sw-01"), 0);
    return SlashPlan{Slash::tr("Looks for the device %1").arg(in.rest(0)),
                     QStringLiteral("network.devices.list"),
                     {{QStringLiteral("search"), in.rest(0)}, {QStringLiteral("limit"), 20}}};
}

Outcome planScan(const SlashArguments &in)
{
    static const QStringList types{QStringLiteral("discovery"), QStringLiteral("ports"),
                                   QStringLiteral("targeted"), QStringLiteral("full")};
    if (in.isEmpty())
        return in.fault(Slash::tr("Say what to scan: /scan 10.0.0.0/24"), 0);
    const QString type = in.size() > 1 ? in.at(1).text.toLower() : types.first();
    if (!types.contains(type)) {
        return in.fault(Slash::tr("There is no scan called %1. There are %2.")
                            .arg(in.at(1).text, types.join(QStringLiteral(", "))),
                        1);
    }
    if (in.size() > 2)
        return in.faultFrom(Slash::tr("Nothing follows the kind of scan."), 2);
    return SlashPlan{Slash::tr("Starts a scan (%1) of %2").arg(type, in.at(0).text),
                     QStringLiteral("network.scan.start"),
                     {{QStringLiteral("scan_type"), type}, {QStringLiteral("target"), in.at(0).text}}};
}

/// Some device, or what is wrong with what was said of it.
std::variant<DeviceFacts, QString> meant(const QString &said, const SlashArguments &in,
                                         const Devices &devices)
{
    const QList<DeviceFacts> found = devices(said, in.caller());
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return Slash::tr("There is no device called %1.").arg(said);
    QStringList names;
    for (const DeviceFacts &device : found.mid(0, mostNamed))
        names << device.name;
    return Slash::tr("%1 may be several devices: %2. Say which.").arg(said, names.join(QStringLiteral(", ")));
}

QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

SlashPlan planLink(const SlashArguments &in, const QString &sentence, const QString &title,
                   const QString &link)
{
    const QString message = QStringLiteral("%1: %2").arg(title, link);
    return {sentence,
            QString::fromLatin1(Send::name),
            {{QStringLiteral("room_name"), in.room()}, {QStringLiteral("message"), message}}};
}

Outcome planMap(const SlashArguments &in, const Devices &devices)
{
    const QString link = QStringLiteral("belfry://map");
    if (in.isEmpty())
        return planLink(in, Slash::tr("Leads to the map"), Slash::tr("The map"), link);
    auto device = meant(in.rest(0), in, devices);
    if (const auto *fault = std::get_if<QString>(&device))
        return in.faultFrom(*fault, 0);
    const auto &[id, name] = std::get<DeviceFacts>(device);
    return planLink(in, Slash::tr("Leads to %1 on the map").arg(name), Slash::tr("%1 on the map").arg(name),
                    link + QStringLiteral("?focus=") + encoded(id));
}

/// The series of a short word, or the series that was said.
QString seriesOf(const QString &said)
{
    namespace series = metrics::series;
    static const QMap<QString, QString> words{
        {QStringLiteral("cpu"), series::cpu},          {QStringLiteral("memory"), series::memoryShare},
        {QStringLiteral("disk"), series::diskShare},   {QStringLiteral("load"), series::load1},
        {QStringLiteral("in"), series::received},      {QStringLiteral("out"), series::sent},
        {QStringLiteral("rtt"), series::roundTrip},    {QStringLiteral("ping"), series::roundTrip},
        {QStringLiteral("loss"), series::lostAnswers},
    };
    return words.value(said.toLower(), said);
}

Outcome planChart(const SlashArguments &in, const Devices &devices, const QDateTime &now)
{
    if (in.isEmpty())
        return in.fault(Slash::tr("Say what was measured: /chart cpu, or /chart rtt core-sw-01 2h"), 0);
    const QString series = seriesOf(in.at(0).text);
    const auto measured = metrics::measureOf(series);
    if (!measured)
        return in.fault(Slash::tr("Nothing is measured that is called %1.").arg(in.at(0).text), 0);
    const auto span = in.size() > 1 ? durationFrom(in.at(in.size() - 1).text) : std::nullopt;
    const qsizetype end = in.size() - (span ? 1 : 0);
    QString source;
    QString title = measured->title;
    if (end > 1) {
        auto device = meant(in.between(1, end), in, devices);
        if (const auto *fault = std::get_if<QString>(&device))
            return in.faultFrom(*fault, 1);
        const auto &[id, name] = std::get<DeviceFacts>(device);
        source = QStringLiteral("&source=") + encoded(id);
        title = Slash::tr("%1 of %2", "what is measured, and of which device").arg(title, name);
    }
    // Who follows it later sees the same.
    const auto moment = [](const QDateTime &at) { return at.toUTC().toString(Qt::ISODateWithMs); };
    const QDateTime from = now.addSecs(-span.value_or(usualSpan).count());
    const QString link = QStringLiteral("belfry://chart?m=%1%2&from=%3&to=%4")
                             .arg(encoded(series), source, moment(from), moment(now));
    return planLink(in, Slash::tr("Leads to the chart: %1").arg(title), title, link);
}
} // namespace

void offerNetworkWords(Slash &slash, const SlashPorts &ports)
{
    slash.offer({QStringLiteral("device"), Slash::tr("name or address"), Slash::tr("Looks for a device"),
                 QStringLiteral("network.devices.list"), false, planDevice});
    slash.offer({QStringLiteral("scan"), Slash::tr("network [discovery|ports|targeted|full]"),
                 Slash::tr("Scans an address or a network"), QStringLiteral("network.scan.start"), true,
                 planScan});
    slash.offer({QStringLiteral("map"), Slash::tr("[device]"), Slash::tr("Leads others to the map"),
                 QString::fromLatin1(Send::name), false,
                 [devices = ports.devices](const SlashArguments &in) { return planMap(in, devices); }});
}

void offerMetricWords(Slash &slash, const SlashPorts &ports)
{
    slash.offer({QStringLiteral("chart"), Slash::tr("cpu [device] [1h]"),
                 Slash::tr("Leads others to a chart"), QString::fromLatin1(Send::name), false,
                 [devices = ports.devices, &clock = ports.clock](const SlashArguments &in) {
                     return planChart(in, devices, clock.now());
                 }});
}

} // namespace chat
