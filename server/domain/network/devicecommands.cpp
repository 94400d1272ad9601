// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/devicecommands.h"

#include "catalog/topology.h"
#include "domain/network/devicefilter.h"
#include "domain/network/evidence/devicetype.h"
#include "domain/network/presence.h"

#include <algorithm>

namespace network {

namespace {
constexpr int mostStateChanges = 10'000;
constexpr qint64 longestDays = 731;

core::Error noSuchDevice(const QString &id)
{
    return {core::ErrorCode::NotFound,
            network::DeviceCommands::tr("There is no device %1.").arg(id.left(128))};
}

QStringList typeWords()
{
    QStringList words;
    for (const char *const word : deviceTypeWords)
        words << QLatin1String(word);
    return words;
}
} // namespace

QFuture<core::Reply> DeviceCommands::list(const core::Command &command)
{
    const auto asked = command.as<ListDevices>();
    if (!asked)
        return core::ready(asked.error());
    const auto filter = DeviceFilter::of(*asked, command.caller.departments);
    if (!filter)
        return core::ready(filter.error());
    ListDevices::Reply reply;
    m_devices.inventory().walk(QString(), [&](const Known &device) {
        if (!filter->passes(device, m_devices.searched(device.entry.id)))
            return true;
        ++reply.total;
        if (device.entry.id <= asked->after)
            return true;
        if (reply.devices.size() < asked->limit)
            reply.devices << device.entry;
        else if (reply.next.isEmpty())
            reply.next = reply.devices.last().id;
        return true;
    });
    return core::ready(reply);
}

QFuture<core::Reply> DeviceCommands::get(const core::Command &command)
{
    const auto asked = command.as<GetDevice>();
    if (!asked)
        return core::ready(asked.error());
    const Known *device = visible(asked->id, command.caller);
    if (device == nullptr)
        return core::ready(noSuchDevice(asked->id));
    return core::ready(GetDevice::Reply{device->entry, device->addresses + device->macs, device->names,
                                        device->ports, device->reasons, device->system, device->interfaces});
}

QFuture<core::Reply> DeviceCommands::set(const core::Command &command)
{
    const auto asked = command.as<SetDevices>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto error = missing(asked->ids, command.caller))
        return core::ready(*error);
    if (const auto error = badWish(*asked))
        return core::ready(*error);
    SetDevices::Reply reply;
    for (const QString &id : asked->ids) {
        const auto changed = m_devices.set(id, *asked, command.caller.displayName);
        if (!changed)
            return core::ready(changed.error());
        reply.changed += *changed ? 1 : 0;
    }
    return core::ready(reply);
}

std::optional<core::Error> DeviceCommands::badWish(const SetDevices &wish) const
{
    if (wish.deviceType && !wish.deviceType->isEmpty() && !typeWords().contains(*wish.deviceType)) {
        return core::Error{core::ErrorCode::Invalid,
                           tr("%1 is no type of device. There are: %2.")
                               .arg(wish.deviceType->left(64), typeWords().join(QStringLiteral(", ")))};
    }
    if (!wish.parentId || wish.parentId->isEmpty())
        return std::nullopt;
    if (m_devices.inventory().find(*wish.parentId) == nullptr)
        return noSuchDevice(*wish.parentId);
    // From the parent upwards: whom it is joined by may not be joined by it.
    QStringList passed;
    for (QString id = *wish.parentId; !id.isEmpty() && !passed.contains(id);) {
        if (wish.ids.contains(id))
            return core::Error{core::ErrorCode::Invalid,
                               tr("A device cannot be joined by one that is joined by it. Choose another.")};
        passed << id;
        const Known *parent = m_devices.inventory().find(id);
        id = parent == nullptr ? QString() : parent->setParent;
    }
    return std::nullopt;
}

QFuture<core::Reply> DeviceCommands::add(const core::Command &command)
{
    const auto asked = command.as<AddDevice>();
    if (!asked)
        return core::ready(asked.error());
    const auto address = core::Address::parse(QStringView(asked->address).trimmed());
    if (!address || address->isMulticast() || address->isLoopback()) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid,
                        tr("%1 is no address of a device. Write it as 192.0.2.7 or 2001:db8::7.")
                            .arg(asked->address.left(64))});
    }
    if (const Known *holder = m_devices.inventory().holder(*address)) {
        return core::ready(
            core::Error{core::ErrorCode::Conflict,
                        tr("%1 is the address of %2 already.").arg(address->toString(), holder->entry.name)});
    }
    Sighting sighting;
    sighting.source = QStringLiteral("hand");
    sighting.at = m_clock.now();
    sighting.address = *address;
    const QString id = m_devices.see(sighting);
    SetDevices wish;
    wish.displayName = asked->displayName;
    wish.standing = Standing::Approved;
    if (const auto named = m_devices.set(id, wish, command.caller.displayName); !named)
        return core::ready(named.error());
    return core::ready(AddDevice::Reply{id});
}

QFuture<core::Reply> DeviceCommands::forget(const core::Command &command)
{
    const auto asked = command.as<ForgetDevices>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto error = missing(asked->ids, command.caller))
        return core::ready(*error);
    SetDevices::Reply reply;
    for (const QString &id : asked->ids)
        reply.changed += m_devices.forget(id) ? 1 : 0;
    return core::ready(reply);
}

QFuture<core::Reply> DeviceCommands::merge(const core::Command &command)
{
    const auto asked = command.as<MergeDevices>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto error = missing(asked->ids + QStringList{asked->into}, command.caller))
        return core::ready(*error);
    for (const QString &id : asked->ids) {
        if (const auto merged = m_devices.merge(asked->into, id, command.caller.displayName); !merged)
            return core::ready(merged.error());
    }
    return core::ready(identity::Done{});
}

QFuture<core::Reply> DeviceCommands::history(const core::Command &command)
{
    const auto asked = command.as<DeviceHistory>();
    if (!asked)
        return core::ready(asked.error());
    const core::Principal caller = command.caller;
    if (!asked->id.isEmpty() && visible(asked->id, caller) == nullptr)
        return core::ready(noSuchDevice(asked->id));
    const core::ChangeQuery query{
        asked->id,     asked->kinds, asked->from.value_or(QDateTime()), asked->to.value_or(QDateTime()),
        asked->before, asked->limit};
    // What was seen a moment ago is part of it.
    m_devices.save();
    return m_changes.read(query).then(
        this, [this, caller](const core::Result<QList<core::KnownChange>> &changes) -> core::Reply {
            if (!changes)
                return changes.error();
            DeviceHistory::Reply reply;
            for (const core::KnownChange &each : *changes) {
                if (caller.departments.isEmpty() || visible(each.subject, caller) != nullptr)
                    reply.changes << PastChange{each.number, each.subject, each.at,    each.field,
                                                each.from,   each.to,      each.source};
            }
            return reply;
        });
}

QFuture<core::Reply> DeviceCommands::presence(const core::Command &command)
{
    const auto asked = command.as<DevicePresence>();
    if (!asked)
        return core::ready(asked.error());
    if (visible(asked->id, command.caller) == nullptr)
        return core::ready(noSuchDevice(asked->id));
    if (asked->from >= asked->to || asked->from.daysTo(asked->to) > longestDays) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid,
                        tr("Ask for a time that begins before it ends and is no longer than two years.")});
    }
    core::ChangeQuery query;
    query.subject = asked->id;
    query.fields = {QStringLiteral("state")};
    query.to = asked->to;
    query.limit = mostStateChanges;
    m_devices.save();
    return m_changes.read(query).then(
        this, [this, asked = *asked](const core::Result<QList<core::KnownChange>> &changes) -> core::Reply {
            if (!changes)
                return changes.error();
            return presenceOf(*changes, asked.from, asked.to, m_clock.now(), asked.cells);
        });
}

QFuture<core::Reply> DeviceCommands::states(const core::Command &command)
{
    const auto asked = command.as<PastStates>();
    if (!asked)
        return core::ready(asked.error());
    m_devices.save();
    return m_changes.formerValues(QStringLiteral("state"), asked->at)
        .then(this,
              [this, at = asked->at,
               caller = command.caller](const core::Result<QMap<QString, QString>> &former) -> core::Reply {
                  if (!former)
                      return former.error();
                  PastStates::Reply reply;
                  m_devices.inventory().walk(QString(), [&](const Known &device) {
                      const Entry &entry = device.entry;
                      if (entry.firstSeen <= at && visible(entry.id, caller) != nullptr)
                          reply.states.insert(entry.id, former->value(entry.id, stateWord(entry.state)));
                      return true;
                  });
                  return reply;
              });
}

const Known *DeviceCommands::visible(const QString &id, const core::Principal &caller) const
{
    const Known *device = m_devices.inventory().find(id);
    const bool isSeen = device != nullptr && (caller.departments.isEmpty() ||
                                              caller.departments.contains(device->entry.departmentId));
    return isSeen ? device : nullptr;
}

std::optional<core::Error> DeviceCommands::missing(const QStringList &ids,
                                                   const core::Principal &caller) const
{
    const auto lost = std::find_if(ids.begin(), ids.end(),
                                   [&](const QString &id) { return visible(id, caller) == nullptr; });
    return lost == ids.end() ? std::nullopt : std::optional(noSuchDevice(*lost));
}

} // namespace network
