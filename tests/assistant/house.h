// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "catalog/catalogue.h"
#include "catalog/checks.h"
#include "catalog/departments.h"
#include "catalog/devicepage.h"
#include "catalog/measures.h"
#include "catalog/network.h"
#include "catalog/presence.h"
#include "catalog/scanruns.h"
#include "catalog/scope.h"
#include "catalog/silences.h"
#include "catalog/topology.h"
#include "core/command.h"
#include "domain/assistant/grammar.h"
#include "domain/assistant/queries.h"
#include "support/awaited.h"
#include "support/fakeclock.h"

namespace assistanttest {

/// A small house that answers ordinary commands as the dispatcher does: known, allowed for the role, as the
/// schema says; and devices only to whom their department is open. What was asked, and by whom, is kept.
class House
{
public:
    struct Asked
    {
        QString name;
        QJsonObject params;
        core::Principal caller;
    };

    House()
    {
        add("d-1", "core-sw-01", "10.0.0.1", network::State::Up, "ops");
        add("d-2", "core-sw-02", "10.0.0.2", network::State::Down, "ops");
        add("d-3", "nas-01", "10.0.0.3", network::State::Down, "design");
        add("d-4", "printer-4", "10.0.0.5", network::State::Unreachable, "ops");
        add("d-5", "Lobby Display", "10.0.1.9", network::State::Up, "design");
        device("d-4").parentId = u"d-2"_qs;
        device("d-5").firstSeen = clock.now().addSecs(-3600);
        alert.id = u"A-12"_qs;
        alert.title = u"core-sw-02 does not answer"_qs;
        alert.message = u"It has not answered for 26 min. Look at its cable."_qs;
        alert.severity = 9;
        alert.subjectId = u"d-2"_qs;
        alert.raisedAt = alert.lastAt = clock.now().addSecs(-26 * 60);
        alert.children = 1;
    }

    static core::Principal somebody(core::Role role = core::Role::Operator,
                                    const QStringList &departments = {})
    {
        core::Principal caller;
        caller.id = u"u-1"_qs;
        caller.name = u"dana"_qs;
        caller.displayName = u"Dana"_qs;
        caller.role = role;
        caller.departments = departments;
        return caller;
    }
    network::Entry &device(const char *id)
    {
        return *std::find_if(devices.begin(), devices.end(),
                             [id](const network::Entry &each) { return each.id == QLatin1String(id); });
    }
    void add(const char *id, const char *name, const char *address, network::State state,
             const char *department)
    {
        network::Entry entry;
        entry.id = QString::fromUtf8(id);
        entry.name = QString::fromUtf8(name);
        entry.addresses = {QString::fromUtf8(address)};
        entry.state = state;
        entry.stateSince = clock.now().addSecs(-26 * 60);
        entry.departmentId = QString::fromUtf8(department);
        entry.firstSeen = clock.now().addDays(-30);
        devices << entry;
    }

    assistant::Asker asker()
    {
        return [this](const QString &name, const core::Payload &params, const core::Principal &caller) {
            return core::ready(answer(name, params, caller));
        };
    }
    core::Reply answer(const QString &name, const core::Payload &params, const core::Principal &caller)
    {
        const core::CommandSpec *spec = catalog.findCommand(name);
        if (spec == nullptr)
            return core::Error{core::ErrorCode::UnknownCommand, u"There is no such command."_qs};
        if (!caller.may(spec->needs))
            return core::Error{core::ErrorCode::Forbidden, u"Your role may not do this."_qs};
        asked << Asked{name, params.json(), caller};
        if (const auto deed = std::exchange(whenAsked, {}))
            deed();
        const auto accepted = spec->params.accept(params);
        if (!accepted)
            return accepted.error();
        if (name == missing)
            return core::Error{core::ErrorCode::Unavailable, u"This room is not built."_qs};
        return told(name, *accepted, caller);
    }
    [[nodiscard]] QStringList askedNames() const
    {
        QStringList names;
        for (const Asked &each : asked)
            names << each.name;
        return names;
    }

    core::Catalog catalog = catalog::everything();
    support::FakeClock clock{QDateTime::fromString(u"2026-11-21T13:30:00Z"_qs, Qt::ISODate)};
    QList<network::Entry> devices;
    alerts::Alert alert;
    QString missing; ///< this command's room is not there
    QList<Asked> asked;
    std::function<void()> whenAsked; ///< what happens as it is asked next

private:
    [[nodiscard]] bool isSeen(const network::Entry &entry, const core::Principal &caller) const
    {
        return caller.departments.isEmpty() || caller.departments.contains(entry.departmentId);
    }
    core::Reply told(const QString &name, const core::Payload &params, const core::Principal &caller)
    {
        if (name == QLatin1String(network::ListDevices::name))
            return list(*params.as<network::ListDevices>(), caller);
        if (name == QLatin1String(network::GetDevice::name))
            return get(params.as<network::GetDevice>()->id, caller);
        if (name == QLatin1String(network::DeviceHistory::name))
            return history(*params.as<network::DeviceHistory>());
        if (name == QLatin1String(network::Map::name))
            return map(caller);
        if (name == QLatin1String(alerts::ListAlerts::name))
            return alertsOf(*params.as<alerts::ListAlerts>());
        if (name == QLatin1String(alerts::GetAlert::name))
            return one(params.as<alerts::GetAlert>()->id);
        if (name == QLatin1String(metrics::History::name))
            return recorded(*params.as<metrics::History>());
        return others(name);
    }
    core::Reply list(const network::ListDevices &wish, const core::Principal &caller) const
    {
        network::ListDevices::Reply reply;
        for (const network::Entry &each : devices) {
            const QString text = QString(each.name + u'\n' + each.addresses.join(u'\n')).toCaseFolded();
            const QStringList words = wish.search.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
            const bool isFound = std::all_of(words.begin(), words.end(),
                                             [&text](const QString &word) { return text.contains(word); });
            if (!isSeen(each, caller) || !isFound || (wish.state && each.state != *wish.state) ||
                (!wish.department.isEmpty() && each.departmentId != wish.department) ||
                (wish.subnet == u"10.0.1.0/24" && !each.addresses.first().startsWith(u"10.0.1.")))
                continue;
            ++reply.total;
            if (each.id <= wish.after)
                continue;
            if (reply.devices.size() < wish.limit)
                reply.devices << each;
            else if (reply.next.isEmpty())
                reply.next = reply.devices.last().id;
        }
        return reply;
    }
    core::Reply get(const QString &id, const core::Principal &caller) const
    {
        for (const network::Entry &each : devices) {
            if (each.id == id && isSeen(each, caller)) {
                network::GetDevice::Reply reply;
                reply.device = each;
                reply.ports = {{22, u"tcp"_qs, u"open"_qs, u"ssh"_qs, u"OpenSSH"_qs, u"9.2"_qs,
                                each.firstSeen, each.firstSeen}};
                return reply;
            }
        }
        return core::Error{core::ErrorCode::NotFound, u"There is no device %1."_qs.arg(id)};
    }
    core::Reply history(const network::DeviceHistory &wish) const
    {
        network::DeviceHistory::Reply reply;
        const QDateTime at = clock.now().addSecs(-26 * 60);
        if ((wish.id.isEmpty() || wish.id == u"d-2") && (!wish.from || *wish.from <= at) &&
            (!wish.to || at < *wish.to))
            reply.changes << network::PastChange{7,        u"d-2"_qs,  at,         u"state"_qs,
                                                 u"up"_qs, u"down"_qs, u"watch"_qs};
        return reply;
    }
    core::Reply map(const core::Principal &caller) const
    {
        network::Map::Reply reply;
        for (const network::Entry &each : devices) {
            if (!isSeen(each, caller))
                continue;
            network::Device device;
            device.id = each.id;
            device.label = each.name;
            device.ipAddress = each.addresses.first();
            const bool isSwitch = each.name.startsWith(u"core");
            device.details.ports = {
                {isSwitch ? 22 : 9100, u"tcp"_qs, isSwitch ? u"ssh"_qs : u"jetdirect"_qs, u"open"_qs}};
            reply.devices << device;
        }
        return reply;
    }
    core::Reply alertsOf(const alerts::ListAlerts &wish) const
    {
        alerts::ListAlerts::Reply reply;
        reply.counts = {1, 2, 3, 4, 1, 0, 0, 0};
        if ((wish.subjectId.isEmpty() || wish.subjectId == alert.subjectId) &&
            (!wish.since || alert.raisedAt >= *wish.since))
            reply.alerts << alert;
        reply.count = int(reply.alerts.size());
        return reply;
    }
    core::Reply one(const QString &id) const
    {
        if (id != alert.id)
            return core::Error{core::ErrorCode::NotFound, u"There is no alert %1."_qs.arg(id)};
        return alerts::GetAlert::Reply{
            alert, {{1, alert.raisedAt, alerts::Deed::Raised, QString(), alert.title}}, {}};
    }
    core::Reply recorded(const metrics::History &wish) const
    {
        metrics::History::Reply reply;
        for (const QString &each : wish.names) {
            const auto quantity = metrics::measureOf(each);
            const double start = double(wish.from.toMSecsSinceEpoch());
            reply.series << metrics::HistorySeries{
                each, quantity->unit, {{start, 10, 20, 30, 60}, {start + 60'000, 15, 40, 90, 60}}};
        }
        return reply;
    }
    core::Reply others(const QString &name) const
    {
        // What is not of interest answers with its own example.
        return catalog.findCommand(name)->exampleReply;
    }
};

/// The grammar in a house, in the zone of Berlin.
struct Speaking
{
    House house;
    assistant::QueryBook book;
    assistant::Grammar grammar{
        {house.catalog, house.clock, house.asker(), [] { return QTimeZone("Europe/Berlin"); }}, book};

    Speaking() { assistant::addQueries(book); }
    assistant::Answer answer(const QString &question, const core::Principal &caller = House::somebody())
    {
        return support::awaited(grammar.answer(question, caller)).answer;
    }
};

} // namespace assistanttest
