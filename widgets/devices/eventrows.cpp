// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eventrows.h"

#include "catalog/inventory.h"
#include "catalog/network.h"
#include "catalog/security.h"
#include "client/timerange.h"
#include "kit/format.h"
#include "kit/status.h"
#include "network/kind.h"

#include <QCoreApplication>

namespace devices {

namespace {
struct EventWords
{
    Q_DECLARE_TR_FUNCTIONS(devices::EventWords)
};

namespace format = kit::format;
using network::plainLine;
constexpr qsizetype longestWhat = 512;

/// What a fact says by itself, possibly in the words of a foreign source; nothing: it is none of these.
template <class Fact, class Say>
std::optional<QString> saidOf(const core::Event &event, Say say)
{
    if (event.topic.name() != QLatin1String(Fact::topic))
        return std::nullopt;
    const core::Result<Fact> fact = event.as<Fact>();
    return fact ? std::optional(say(fact.value())) : std::nullopt;
}

QString whatChanged(const network::DeviceConfigured &fact)
{
    QStringList all;
    for (const network::Change &change : fact.changes)
        all << EventWords::tr("%1: %2 → %3", "a field, before and after")
                   .arg(plainLine(change.field), plainLine(change.from, 128), plainLine(change.to, 128));
    return EventWords::tr("Set up differently. %1").arg(all.join(QStringLiteral("; ")));
}

/// Of those that only security tells of; else nothing.
std::optional<QString> whatOfSecurity(const core::Event &event)
{
    std::optional<QString> what =
        saidOf<security::Event>(event, [](const security::Event &fact) { return fact.message; });
    if (!what)
        what = saidOf<security::Incident>(event, [](const security::Incident &fact) {
            return EventWords::tr("%1: %2", "sort of incident, details").arg(fact.type, fact.details);
        });
    if (!what)
        what = saidOf<security::AddressBlocked>(event, [](const security::AddressBlocked &fact) {
            return EventWords::tr("%1 is blocked: %2", "an address, why").arg(fact.address, fact.reason);
        });
    return what;
}

QString whatOf(const core::Event &event)
{
    std::optional<QString> what =
        saidOf<network::DeviceStatusChanged>(event, [](const network::DeviceStatusChanged &fact) {
            return fact.isOnline ? EventWords::tr("It answers") : EventWords::tr("It does not answer");
        });
    if (!what)
        what = saidOf<network::DeviceDiscovered>(event, [](const network::DeviceDiscovered &) {
            return EventWords::tr("It was found; it was not known before");
        });
    if (!what)
        what = saidOf<network::DeviceConfigured>(event, whatChanged);
    if (!what)
        what = saidOf<network::DeviceFailed>(event, [](const network::DeviceFailed &fact) {
            return fact.code.isEmpty()
                       ? fact.message
                       : EventWords::tr("%1 (%2)", "message, its code").arg(fact.message, fact.code);
        });
    if (!what)
        what = saidOf<network::DeviceChanged>(event, [](const network::DeviceChanged &) {
            return EventWords::tr("What lists show of it changed");
        });
    if (!what)
        what = saidOf<network::DeviceRemoved>(
            event, [](const network::DeviceRemoved &) { return EventWords::tr("It is no longer kept"); });
    if (!what)
        what = whatOfSecurity(event);
    return plainLine(what.value_or(QString::fromUtf8(event.payload.text())), longestWhat);
}
} // namespace

QList<TextRow> eventRows(const QList<core::Event> &events, const QDateTime &now)
{
    QList<TextRow> rows;
    for (const core::Event &event : events) {
        const qint64 at = event.at.toMSecsSinceEpoch();
        const QString what = whatOf(event);
        const kit::Status severity = kit::statusOfSeverity(event.priority);
        rows << TextRow{{client::momentText(at, {at, now.toMSecsSinceEpoch()}), kit::statusTitle(severity),
                         what, event.topic.name(), plainLine(event.source, 128)},
                        EventWords::tr("%1\n%2").arg(format::exactTime(at), what),
                        false,
                        1,
                        severity};
    }
    return rows;
}

} // namespace devices
