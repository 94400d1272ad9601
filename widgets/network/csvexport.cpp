// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/csv.h"
#include "network/compose.h"
#include "network/graphexport.h"

namespace network {

namespace {

QString isoTime(const QDateTime &at) { return at.toUTC().toString(Qt::ISODate); }

template <class Word>
QString wordOf(Word word)
{
    return QString::fromLatin1(core::Words<Word>::list[std::size_t(word)]);
}

QString rateText(const std::optional<double> &rate)
{
    return rate ? QString::number(*rate, 'f', 0) : QString();
}

} // namespace

QByteArray devicesCsv(const QMap<QString, Entry> &devices)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    QByteArray out = kit::csvLine({word("id"), word("name"), word("device_type"), word("state"),
                                   word("addresses"), word("mac_address"), word("vendor"), word("os"),
                                   word("hostname"), word("subnet"), word("department_id"), word("owner"),
                                   word("tags"), word("open_ports"), word("first_seen"), word("last_seen")});
    for (const Entry &one : devices) {
        out += kit::csvLine({one.id, one.name, one.deviceType, wordOf(one.state),
                             one.addresses.join(QLatin1Char(' ')), one.macAddress, one.vendor, one.os,
                             one.hostname, one.subnet, one.departmentId, one.owner,
                             one.tags.join(QLatin1Char(' ')), QString::number(one.openPorts),
                             isoTime(one.firstSeen), one.lastSeen ? isoTime(*one.lastSeen) : QString()});
    }
    return out;
}

QByteArray linksCsv(const QMap<QString, Link> &links, const QMap<QString, Entry> &devices)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    const auto name = [&devices](const QString &id) {
        const auto found = devices.constFind(id);
        return found == devices.constEnd() ? QString() : nameOf(*found);
    };
    QByteArray out =
        kit::csvLine({word("id"), word("source_id"), word("source_name"), word("source_port"),
                      word("target_id"), word("target_name"), word("target_port"), word("kind"),
                      word("layer"), word("origin"), word("strength"), word("active"), word("speed"),
                      word("forward_rate"), word("backward_rate"), word("last_seen")});
    for (const Link &one : links) {
        out += kit::csvLine({one.id, one.sourceId, name(one.sourceId), one.sourcePort, one.targetId,
                             name(one.targetId), one.targetPort, one.kind, wordOf(one.layer),
                             wordOf(one.origin), QString::number(one.strength),
                             one.isActive ? word("true") : word("false"), QString::number(one.speed, 'f', 0),
                             rateText(one.forwardRate), rateText(one.backwardRate), isoTime(one.lastSeen)});
    }
    return out;
}

} // namespace network
