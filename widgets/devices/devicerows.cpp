// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicerows.h"

#include "kit/format.h"
#include "network/compose.h"

#include <QCoreApplication>

namespace devices {

namespace {
struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(devices::PageWords)
};

namespace format = kit::format;
using network::Entry;
using network::plainLine;

QString agoOf(const QDateTime &at, const Setting &setting)
{
    return format::ago(at.toMSecsSinceEpoch(), setting.now.toMSecsSinceEpoch());
}

QString exactOf(const QDateTime &at) { return format::exactTime(at.toMSecsSinceEpoch()); }

/// Why it does as it does, as far as that is known.
QString causeOf(const Entry &device, const client::Devices &all)
{
    QStringList causes;
    if (device.state == network::State::Unreachable) {
        const Entry *parent = all.find(device.parentId);
        causes << (parent ? PageWords::tr("%1 does not answer").arg(network::nameOf(*parent))
                          : PageWords::tr("what it is joined by does not answer"));
    }
    if (device.isFlapping)
        causes << PageWords::tr("it comes and goes");
    if (device.loss.value_or(0) > 0.05)
        causes << PageWords::tr("%1 of the answers are lost").arg(format::percent(*device.loss * 100));
    if (device.state == network::State::Away)
        causes << PageWords::tr("nobody expects it to be up");
    if (device.isAddressShared)
        causes << PageWords::tr("another device uses its address, too");
    return causes.join(QStringLiteral("; "));
}

QString parentOf(const Entry &device, const client::Devices &all)
{
    const Entry *parent = all.find(device.parentId);
    return parent ? network::nameOf(*parent) : QString();
}

QString answerOf(const Entry &device)
{
    if (!device.latency)
        return {};
    const QString time = format::withUnit(format::number(*device.latency), PageWords::tr("ms"));
    return device.loss ? PageWords::tr("%1, %2 lost").arg(time, format::percent(*device.loss * 100)) : time;
}

QString fieldTitle(const QString &field)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("devices::PageWords", "State")},
        {QStringLiteral("port"), QT_TRANSLATE_NOOP("devices::PageWords", "Port")},
        {QStringLiteral("service"), QT_TRANSLATE_NOOP("devices::PageWords", "Service")},
        {QStringLiteral("os"), QT_TRANSLATE_NOOP("devices::PageWords", "System")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("devices::PageWords", "Name")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("devices::PageWords", "Address")},
        {QStringLiteral("mac"), QT_TRANSLATE_NOOP("devices::PageWords", "MAC")},
        {QStringLiteral("type"), QT_TRANSLATE_NOOP("devices::PageWords", "Type")},
        {QStringLiteral("standing"), QT_TRANSLATE_NOOP("devices::PageWords", "Approval")},
        {QStringLiteral("owner"), QT_TRANSLATE_NOOP("devices::PageWords", "Owner")},
        {QStringLiteral("notes"), QT_TRANSLATE_NOOP("devices::PageWords", "Notes")},
        {QStringLiteral("tags"), QT_TRANSLATE_NOOP("devices::PageWords", "Tags")},
        {QStringLiteral("department"), QT_TRANSLATE_NOOP("devices::PageWords", "Department")}};
    const auto known = titles.constFind(field);
    return known == titles.constEnd() ? network::typeTitle(field) : PageWords::tr(*known);
}

void addSystemFacts(QList<std::pair<QString, QString>> &rows, const network::SystemFacts &system)
{
    const auto add = [&rows](const QString &name, const QString &value) {
        if (const QString line = plainLine(value, 512); !line.isEmpty())
            rows << std::pair(name, line);
    };
    add(PageWords::tr("Says it is"), system.description);
    add(PageWords::tr("Model"), system.model);
    add(PageWords::tr("Serial number"), system.serial);
    add(PageWords::tr("Place"), system.location);
    add(PageWords::tr("Contact"), system.contact);
    if (system.uptime)
        add(PageWords::tr("Running for"), format::duration(qint64(*system.uptime * 1000)));
}
} // namespace

QList<std::pair<QString, QString>> factRows(const network::GetDevice::Reply &known,
                                            const client::Devices &all, const Setting &setting)
{
    QList<std::pair<QString, QString>> rows;
    const Entry &device = known.device;
    const auto add = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows << std::pair(name, value);
    };
    add(PageWords::tr("State"), stateLine(device, setting.now));
    add(PageWords::tr("Why"), causeOf(device, all));
    if (device.stateSince)
        add(PageWords::tr("Since"), exactOf(*device.stateSince));
    add(PageWords::tr("There and back"), answerOf(device));
    QStringList addresses;
    for (const QString &address : device.addresses.mid(0, 16))
        addresses << plainLine(address);
    add(PageWords::tr("Addresses"), addresses.join(QStringLiteral(", ")));
    const QString mac = columnText(device, Mac, setting);
    add(PageWords::tr("MAC"),
        device.isMacRandom ? PageWords::tr("%1 (made up by the device)").arg(mac) : mac);
    add(PageWords::tr("Hostname"), plainLine(device.hostname, 256));
    for (const int column : {Vendor, System, Network, Department, Owner, Tags, Approval, Criticality})
        add(columnTitle(column), columnText(device, column, setting));
    add(PageWords::tr("When it is away"),
        device.isExpectedUp ? PageWords::tr("It is missed: it is down") : PageWords::tr("That is fine"));
    add(PageWords::tr("Joined by"), parentOf(device, all));
    if (device.lastSeen)
        add(PageWords::tr("Last seen"), agoOf(*device.lastSeen, setting));
    add(PageWords::tr("First seen"), exactOf(device.firstSeen));
    if (known.system)
        addSystemFacts(rows, *known.system);
    return rows;
}

QList<TextRow> reasonRows(const network::GetDevice::Reply &known)
{
    QList<TextRow> rows;
    for (const network::Reason &reason : known.reasons) {
        rows << TextRow{{plainLine(reason.source), plainLine(reason.value, 256),
                         reason.deviceType.isEmpty() ? format::none() : network::typeTitle(reason.deviceType),
                         format::number(reason.weight)},
                        {},
                        false};
    }
    return rows;
}

QList<TextRow> nameRows(const network::GetDevice::Reply &known, const Setting &setting)
{
    QList<TextRow> rows;
    for (const network::KnownAddress &one : known.addresses) {
        rows << TextRow{{plainLine(one.address),
                         one.isCurrent ? PageWords::tr("Address") : PageWords::tr("Address it had"),
                         agoOf(one.lastSeen, setting)},
                        PageWords::tr("From %1 to %2").arg(exactOf(one.firstSeen), exactOf(one.lastSeen)),
                        !one.isCurrent};
    }
    for (const network::KnownName &one : known.names) {
        rows << TextRow{{plainLine(one.name, 256),
                         PageWords::tr("Name, by %1", "where it comes from").arg(plainLine(one.source)),
                         agoOf(one.lastSeen, setting)},
                        exactOf(one.lastSeen),
                        false};
    }
    return rows;
}

QList<TextRow> portRows(const network::GetDevice::Reply &known, const Setting &setting)
{
    QList<TextRow> rows;
    for (const network::KnownPort &one : known.ports) {
        const bool isOpen = one.state == QLatin1String("open");
        const QString state = isOpen                                   ? PageWords::tr("Open")
                              : one.state == QLatin1String("closed")   ? PageWords::tr("Closed")
                              : one.state == QLatin1String("filtered") ? PageWords::tr("Filtered")
                                                                       : plainLine(one.state);
        const QStringList product{plainLine(one.product, 128), plainLine(one.version, 128)};
        rows << TextRow{{QStringLiteral("%1/%2").arg(one.port).arg(plainLine(one.protocol)), state,
                         plainLine(one.service), agoOf(one.firstSeen, setting), agoOf(one.lastSeen, setting),
                         product.join(u' ').trimmed()},
                        {},
                        !isOpen};
    }
    return rows;
}

QList<TextRow> interfaceRows(const network::GetDevice::Reply &known)
{
    const auto rate = [](const std::optional<double> &bits) {
        return bits ? format::rate(*bits) : format::none();
    };
    QList<TextRow> rows;
    for (const network::Interface &one : known.interfaces) {
        const QString state = one.isUp        ? PageWords::tr("Up")
                              : one.isEnabled ? PageWords::tr("Down")
                                              : PageWords::tr("Switched off");
        rows << TextRow{{plainLine(one.name, 128), state,
                         one.speed > 0 ? format::rate(one.speed) : format::none(), rate(one.receiveRate),
                         rate(one.sendRate), one.errorRate ? format::number(*one.errorRate) : format::none(),
                         plainLine(one.alias, 128)},
                        {},
                        !one.isUp};
    }
    return rows;
}

QList<TextRow> changeRows(const QList<network::PastChange> &changes, const Setting &setting)
{
    const auto cell = [](const QString &text) {
        const QString line = plainLine(text, 512);
        return line.isEmpty() ? format::none() : line;
    };
    QList<TextRow> rows;
    for (const network::PastChange &one : changes) {
        rows << TextRow{
            {agoOf(one.at, setting), fieldTitle(one.field), cell(one.from), cell(one.to),
             plainLine(one.source, 128)},
            PageWords::tr("%1\nBefore: %2\nAfter: %3").arg(exactOf(one.at), cell(one.from), cell(one.to)),
            false};
    }
    return rows;
}

} // namespace devices
