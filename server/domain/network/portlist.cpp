// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/portlist.h"

#include <algorithm>

namespace network {

namespace {
const QString openWord = QStringLiteral("open");
const QString closedWord = QStringLiteral("closed");

bool isWithin(const QList<LookedAt> &looked, const KnownPort &port)
{
    return std::any_of(looked.begin(), looked.end(), [&](const LookedAt &part) {
        return part.protocol == port.protocol && part.first <= port.port && port.port <= part.last;
    });
}

/// What was looked at before, and what was now, in as few parts as there are.
QList<LookedAt> joined(QList<LookedAt> parts)
{
    std::sort(parts.begin(), parts.end(), [](const LookedAt &a, const LookedAt &b) {
        return std::tie(a.protocol, a.first) < std::tie(b.protocol, b.first);
    });
    QList<LookedAt> out;
    for (const LookedAt &part : std::as_const(parts)) {
        if (!out.isEmpty() && out.last().protocol == part.protocol && part.first <= out.last().last + 1)
            out.last().last = std::max(out.last().last, part.last);
        else
            out << part;
    }
    return out;
}

QString serviceText(const KnownPort &port)
{
    QStringList words{port.service, port.product, port.version};
    words.removeAll(QString());
    return words.join(u' ');
}

core::KnownChange portChange(const Sighting &sighting, const QString &what, const QString &from,
                             const QString &to)
{
    return {0, sighting.at, QString(), what, from, to, sighting.source};
}

/// What an open port says now, where it said something else; what it does not say again stays.
void takeService(KnownPort &known, const KnownPort &seen, const Sighting &sighting, PortNews &news)
{
    const QString before = serviceText(known);
    for (const auto part : {&KnownPort::service, &KnownPort::product, &KnownPort::version}) {
        if (!(seen.*part).isEmpty())
            known.*part = seen.*part;
    }
    const QString after = serviceText(known);
    if (before == after)
        return;
    news.isNews = true;
    // A look that tells more than the one before found nothing out that changed.
    if (!before.isEmpty() && !after.startsWith(before)) {
        const QString port = QStringLiteral("%1/%2 ").arg(known.port).arg(known.protocol);
        news.changes << portChange(sighting, QStringLiteral("service"), port + before, port + after);
    }
}

void takeOpen(Known &device, const KnownPort &seen, const Sighting &sighting, PortNews &news)
{
    const auto known = std::find_if(device.ports.begin(), device.ports.end(), [&](const KnownPort &port) {
        return port.port == seen.port && port.protocol == seen.protocol;
    });
    if (known == device.ports.end()) {
        device.ports << seen;
        device.ports.last().state = openWord;
        device.ports.last().firstSeen = device.ports.last().lastSeen = sighting.at;
        news.isNews = true;
        if (isWithin(device.looked, seen))
            news.changes << portChange(sighting, QStringLiteral("port"), QString(), portText(seen));
        return;
    }
    takeService(*known, seen, sighting, news);
    if (known->state != openWord) {
        known->state = openWord;
        known->firstSeen = sighting.at;
        news.isNews = true;
        news.changes << portChange(sighting, QStringLiteral("port"), QString(), portText(*known));
    }
    known->lastSeen = std::max(known->lastSeen, sighting.at);
}
} // namespace

QString portText(const KnownPort &port)
{
    const QString service = serviceText(port);
    return QStringLiteral("%1/%2%3%4")
        .arg(port.port)
        .arg(port.protocol, service.isEmpty() ? QString() : QStringLiteral(" "), service);
}

PortNews takePorts(Known &device, const Sighting &sighting)
{
    PortNews news;
    for (const KnownPort &seen : sighting.ports)
        takeOpen(device, seen, sighting, news);
    for (KnownPort &known : device.ports) {
        const bool isOpen =
            std::any_of(sighting.ports.begin(), sighting.ports.end(), [&](const KnownPort &seen) {
                return seen.port == known.port && seen.protocol == known.protocol;
            });
        if (isOpen || known.state != openWord || !isWithin(sighting.looked, known))
            continue;
        known.state = closedWord;
        news.isNews = true;
        news.changes << portChange(sighting, QStringLiteral("port"), portText(known), QString());
    }
    if (!sighting.looked.isEmpty())
        device.looked = joined(device.looked + sighting.looked);
    std::sort(device.ports.begin(), device.ports.end(), [](const KnownPort &a, const KnownPort &b) {
        return std::tie(a.protocol, a.port) < std::tie(b.protocol, b.port);
    });
    return news;
}

} // namespace network
