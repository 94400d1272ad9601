// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered while one types a filter of the devices.
#include "devices/devicespage.h"
#include "kit/filterfield.h"

namespace devices {

QList<kit::FilterKey> DevicesPage::filterKeys() const
{
    using network::Entry;
    const QString colon = QStringLiteral(":");
    const QString above = QStringLiteral(">");
    const auto known = [this](auto of) {
        return [this, of] {
            QStringList values;
            for (const Entry &device : m_devices.all())
                values << of(device);
            values.removeAll(QString());
            values.removeDuplicates();
            values.sort(Qt::CaseInsensitive);
            return values;
        };
    };
    const auto these = [](const QStringList &list) { return [list] { return list; }; };
    QStringList states;
    for (const char *word : core::Words<network::State>::list)
        states << QLatin1String(word);
    return {{QStringLiteral("name"), colon, tr("name")},
            {QStringLiteral("ip"), colon, tr("address, or a network as 192.168.1.0/24")},
            {QStringLiteral("mac"), colon, tr("hardware address")},
            {QStringLiteral("net"), colon, tr("network"),
             known([](const Entry &device) { return QStringList(device.subnet); })},
            {QStringLiteral("state"), colon, tr("whether it answers"), these(states)},
            {QStringLiteral("type"), colon, tr("kind of device"),
             known([](const Entry &device) { return QStringList(device.deviceType); })},
            {QStringLiteral("is"), colon, tr("what else holds of it"),
             these({QStringLiteral("new"), QStringLiteral("approved"), QStringLiteral("ignored"),
                    QStringLiteral("flapping"), QStringLiteral("expected"), QStringLiteral("random"),
                    QStringLiteral("shared")})},
            {QStringLiteral("dept"), colon, tr("department"), known([this](const Entry &device) {
                 const QString title = m_table->setting().departments.value(device.departmentId);
                 return QStringList(title.isEmpty() ? device.departmentId : title);
             })},
            {QStringLiteral("vendor"), colon, tr("maker"),
             known([](const Entry &device) { return QStringList(device.vendor); })},
            {QStringLiteral("os"), colon, tr("system"),
             known([](const Entry &device) { return QStringList(device.os); })},
            {QStringLiteral("owner"), colon, tr("owner"),
             known([](const Entry &device) { return QStringList(device.owner); })},
            {QStringLiteral("tag"), colon, tr("tag"), known([](const Entry &device) { return device.tags; })},
            {QStringLiteral("notes"), colon, tr("what was noted")},
            {QStringLiteral("ports"), above, tr("open ports")},
            {QStringLiteral("latency"), above, tr("time until it answers, ms")},
            {QStringLiteral("loss"), above, tr("share of answers that do not come, 0 to 1")},
            {QStringLiteral("criticality"), above, tr("how much hangs on it")},
            {QStringLiteral("seen"), colon, tr("answered in the last 90s, 15m, 2h or 7d")},
            {QStringLiteral("known"), colon, tr("found in the last 90s, 15m, 2h or 7d")},
            {QStringLiteral("since"), colon, tr("is as it is since 90s, 15m, 2h or 7d")}};
}

} // namespace devices
