// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/nmapreader.h"

#include "domain/network/scan/text.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cmath>
#include <limits>

namespace network::scan {

namespace {
constexpr qsizetype longestWord = 128;
constexpr qsizetype longestLine = 1024;
constexpr qsizetype longestOutput = 16384;
constexpr qsizetype mostOfASort = 64; // names, matches, hops, scripts of one host or port
constexpr qsizetype mostAddresses = 16;
constexpr qsizetype mostPorts = 131072;

using Attributes = QXmlStreamAttributes;

QString word(const Attributes &attributes, const char *name)
{
    return cleaned(attributes.value(QLatin1String(name)), longestWord);
}

QString line(const Attributes &attributes, const char *name)
{
    return cleaned(attributes.value(QLatin1String(name)), longestLine);
}

int whole(const Attributes &attributes, const char *name, int most = std::numeric_limits<int>::max())
{
    return qBound(0, attributes.value(QLatin1String(name)).toInt(), most);
}

double real(const Attributes &attributes, const char *name)
{
    const double value = attributes.value(QLatin1String(name)).toDouble();
    return std::isfinite(value) && value > 0 ? value : 0;
}

QDateTime moment(const Attributes &attributes, const char *name)
{
    constexpr qint64 year9999 = 253'402'300'799;
    const qint64 seconds = attributes.value(QLatin1String(name)).toLongLong();
    return seconds > 0 && seconds <= year9999 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

template <class T>
void addTo(QList<T> &list, T value, qsizetype most = mostOfASort)
{
    if (list.size() < most)
        list.append(std::move(value));
}

Service serviceOf(const Attributes &attributes)
{
    Service service;
    service.name = word(attributes, "name");
    service.product = line(attributes, "product");
    service.version = line(attributes, "version");
    service.extraInfo = line(attributes, "extrainfo");
    service.osType = word(attributes, "ostype");
    service.deviceType = word(attributes, "devicetype");
    service.hostName = line(attributes, "hostname");
    service.tunnel = word(attributes, "tunnel");
    service.method = word(attributes, "method");
    service.confidence = whole(attributes, "conf", 10);
    return service;
}

SystemClass classOf(const Attributes &attributes)
{
    SystemClass found;
    found.type = word(attributes, "type");
    found.vendor = word(attributes, "vendor");
    found.family = word(attributes, "osfamily");
    found.generation = word(attributes, "osgen");
    found.accuracy = whole(attributes, "accuracy", 100);
    return found;
}

Step stepOf(Step::What what, const Attributes &attributes)
{
    Step step{what, word(attributes, "task"), 0};
    if (what == Step::What::Ended)
        step.percent = 100;
    else if (what == Step::What::WentOn)
        step.percent = qMin(100.0, real(attributes, "percent"));
    return step;
}
} // namespace

void NmapReader::feed(QByteArrayView bytes)
{
    if (m_fault)
        return;
    QByteArray passed;
    const bool isFine = m_gate.pass(bytes, passed);
    m_xml.addData(passed);
    read();
    if (!isFine && !m_fault)
        fail(m_gate.fault());
}

void NmapReader::read()
{
    while (!m_xml.atEnd() && !m_fault) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            begin();
            break;
        case QXmlStreamReader::EndElement:
            end();
            break;
        case QXmlStreamReader::Characters:
            if (m_isInCpe && m_cpe.size() < longestLine)
                m_cpe += m_xml.text();
            break;
        default:
            break;
        }
    }
    if (m_xml.hasError() && m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError && !m_fault)
        fail(cleaned(m_xml.errorString(), longestLine));
}

void NmapReader::fail(const QString &why)
{
    m_fault = core::Error{core::ErrorCode::Invalid,
                          QCoreApplication::translate("network",
                                                      "What nmap wrote cannot be read: %1. Scan again; if it "
                                                      "stays so, install the nmap of your system anew.")
                              .arg(why)};
}

void NmapReader::begin()
{
    const QStringView name = m_xml.name();
    const Attributes attributes = m_xml.attributes();
    if (!m_isRun) {
        if (name != QLatin1String("nmaprun"))
            return fail(QCoreApplication::translate("network", "it is no report of nmap"));
        m_isRun = true;
        m_items.append(
            Begun{word(attributes, "version"), line(attributes, "args"), moment(attributes, "start")});
        return;
    }
    if (!m_host)
        return beginOfRun(name, attributes);
    beginOfHost(name, attributes);
}

void NmapReader::beginOfRun(QStringView name, const Attributes &attributes)
{
    if (name == QLatin1String("host") || name == QLatin1String("hosthint")) {
        m_host.emplace();
        m_isHint = name == QLatin1String("hosthint");
        m_host->startedAt = moment(attributes, "starttime");
        m_host->endedAt = moment(attributes, "endtime");
        m_host->isTimedOut = attributes.value(QLatin1String("timedout")) == QLatin1String("true");
    } else if (name == QLatin1String("scaninfo")) {
        m_items.append(PortsAsked{word(attributes, "type"), word(attributes, "protocol"),
                                  whole(attributes, "numservices"),
                                  cleaned(attributes.value(QLatin1String("services")), longestOutput)});
    } else if (name == QLatin1String("taskbegin")) {
        m_items.append(stepOf(Step::What::Began, attributes));
    } else if (name == QLatin1String("taskprogress")) {
        m_items.append(stepOf(Step::What::WentOn, attributes));
    } else if (name == QLatin1String("taskend")) {
        m_items.append(stepOf(Step::What::Ended, attributes));
    } else if (name == QLatin1String("finished")) {
        m_ended.seconds = real(attributes, "elapsed");
        m_ended.summary = line(attributes, "summary");
        m_ended.error = line(attributes, "errormsg");
        // nmap before 5.21 does not say how it ended.
        m_ended.isSuccess = attributes.value(QLatin1String("exit")) != QLatin1String("error");
    } else if (name == QLatin1String("hosts")) {
        m_ended.up = whole(attributes, "up");
        m_ended.down = whole(attributes, "down");
        m_ended.total = whole(attributes, "total");
    }
}

void NmapReader::beginOfHost(QStringView name, const Attributes &attributes)
{
    if (name == QLatin1String("status")) {
        m_host->status = word(attributes, "state");
        m_host->reason = word(attributes, "reason");
    } else if (name == QLatin1String("address")) {
        addAddress(attributes);
    } else if (name == QLatin1String("hostname")) {
        addTo(m_host->names, HostName{line(attributes, "name"), word(attributes, "type")});
    } else if (name == QLatin1String("extraports")) {
        addTo(m_host->otherPorts,
              OtherPorts{word(attributes, "state"), whole(attributes, "count", mostPorts)});
    } else if (name == QLatin1String("port")) {
        m_isInPort = m_host->ports.size() < mostPorts;
        addTo(m_host->ports,
              Port{word(attributes, "protocol"), whole(attributes, "portid", 65535), {}, {}, 0, {}, {}},
              mostPorts);
    } else if (name == QLatin1String("script")) {
        addScript(attributes);
    } else if (name == QLatin1String("cpe")) {
        m_isInCpe = true;
        m_cpe.clear();
    } else if (m_isInPort) {
        beginOfPort(name, attributes);
    } else {
        beginOfSystem(name, attributes);
    }
}

void NmapReader::beginOfPort(QStringView name, const Attributes &attributes)
{
    Port &port = m_host->ports.last();
    if (name == QLatin1String("state")) {
        port.state = word(attributes, "state");
        port.reason = word(attributes, "reason");
        port.reasonTtl = whole(attributes, "reason_ttl", 255);
    } else if (name == QLatin1String("service")) {
        port.service = serviceOf(attributes);
    }
}

void NmapReader::beginOfSystem(QStringView name, const Attributes &attributes)
{
    if (name == QLatin1String("osmatch")) {
        m_isInMatch = true;
        addTo(m_host->systems, SystemMatch{line(attributes, "name"), whole(attributes, "accuracy", 100), {}});
    } else if (name == QLatin1String("osclass")) {
        m_isInClass = true;
        // Before nmap 6 the classes stood before the matches, not inside of them.
        addTo(m_isInMatch ? m_host->systems.last().classes : m_host->looseClasses, classOf(attributes));
    } else if (name == QLatin1String("portused")) {
        addTo(m_host->portsUsed, PortUsed{word(attributes, "state"), word(attributes, "proto"),
                                          whole(attributes, "portid", 65535)});
    } else {
        beginOfWay(name, attributes);
    }
}

void NmapReader::beginOfWay(QStringView name, const Attributes &attributes)
{
    if (name == QLatin1String("hop")) {
        Hop hop;
        hop.ttl = whole(attributes, "ttl", 255);
        hop.address =
            core::Address::parse(attributes.value(QLatin1String("ipaddr"))).value_or(core::Address());
        hop.name = line(attributes, "host");
        bool isTimed = false;
        const double milliseconds = attributes.value(QLatin1String("rtt")).toDouble(&isTimed);
        if (isTimed && std::isfinite(milliseconds) && milliseconds >= 0)
            hop.milliseconds = milliseconds;
        addTo(m_host->hops, hop, 255);
    } else if (name == QLatin1String("uptime")) {
        m_host->uptime = qMax<qint64>(0, attributes.value(QLatin1String("seconds")).toLongLong());
    } else if (name == QLatin1String("distance")) {
        m_host->distance = whole(attributes, "value", 255);
    } else if (name == QLatin1String("times")) {
        constexpr double inMilliseconds = 1000; // from microseconds
        m_host->roundTrip = real(attributes, "srtt") / inMilliseconds;
    }
}

void NmapReader::addAddress(const Attributes &attributes)
{
    const QStringView text = attributes.value(QLatin1String("addr"));
    if (attributes.value(QLatin1String("addrtype")) == QLatin1String("mac")) {
        if (const auto mac = core::MacAddress::parse(text))
            m_host->hardware = Hardware{*mac, line(attributes, "vendor")};
    } else if (const auto address = core::Address::parse(text)) {
        addTo(m_host->addresses, *address, mostAddresses);
    }
}

void NmapReader::addScript(const Attributes &attributes)
{
    const ScriptOutput script{word(attributes, "id"),
                              cleanedLines(attributes.value(QLatin1String("output")), longestOutput)};
    addTo(m_isInPort ? m_host->ports.last().scripts : m_host->scripts, script);
}

void NmapReader::addCpe()
{
    m_isInCpe = false;
    const QString cpe = cleaned(m_cpe, longestLine);
    if (m_isInPort)
        addTo(m_host->ports.last().service.cpes, cpe);
    else if (m_isInClass && m_isInMatch && !m_host->systems.last().classes.isEmpty())
        addTo(m_host->systems.last().classes.last().cpes, cpe);
    else if (m_isInClass && !m_host->looseClasses.isEmpty())
        addTo(m_host->looseClasses.last().cpes, cpe);
}

void NmapReader::end()
{
    const QStringView name = m_xml.name();
    if (name == QLatin1String("nmaprun")) {
        m_isComplete = true;
    } else if (name == QLatin1String("runstats")) {
        m_items.append(m_ended);
    } else if (name == QLatin1String("cpe") && m_isInCpe) {
        addCpe();
    } else if (name == QLatin1String("port")) {
        m_isInPort = false;
    } else if (name == QLatin1String("osclass")) {
        m_isInClass = false;
    } else if (name == QLatin1String("osmatch")) {
        m_isInMatch = false;
    } else if (m_host && name == QLatin1String(m_isHint ? "hosthint" : "host")) {
        m_isInPort = m_isInMatch = m_isInClass = m_isInCpe = false;
        if (m_isHint)
            m_items.append(Hint{*std::exchange(m_host, std::nullopt)});
        else
            m_items.append(*std::exchange(m_host, std::nullopt));
    }
}

} // namespace network::scan
