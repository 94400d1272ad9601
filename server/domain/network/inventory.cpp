// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/inventory.h"

#include "domain/network/addresslist.h"
#include "domain/network/evidencelist.h"
#include "domain/network/joining.h"
#include "domain/network/namelist.h"
#include "domain/network/portlist.h"
#include "domain/network/wish.h"

#include <algorithm>

namespace network {

namespace {
core::KnownChange changeOf(const Known &device, const Sighting &sighting, const QString &field,
                           const QString &from, const QString &to)
{
    return {0, sighting.at, device.entry.id, field, from, to, sighting.source};
}

qint64 milliseconds(std::chrono::milliseconds time) { return time.count(); }

core::Error noDevice(const QString &id)
{
    return {core::ErrorCode::NotFound, network::Inventory::tr("There is no device %1.").arg(id.left(128))};
}

/// Whether such a device is there day and night. People take the others with them, or switch them off.
bool isMissed(const QString &deviceType)
{
    static const QSet<QString> types{
        QStringLiteral("router"),     QStringLiteral("switch"), QStringLiteral("access_point"),
        QStringLiteral("firewall"),   QStringLiteral("server"), QStringLiteral("nas"),
        QStringLiteral("hypervisor"), QStringLiteral("ups"),    QStringLiteral("pdu"),
        QStringLiteral("camera"),     QStringLiteral("vm"),     QStringLiteral("voip"),
        QStringLiteral("printer")};
    return types.contains(deviceType);
}

/// One that a single network card has.
bool isUsable(const core::MacAddress &mac) { return !mac.isNull() && !mac.isMulticast(); }
bool isFixed(const core::MacAddress &mac) { return isUsable(mac) && !mac.isLocallyAdministered(); }

/// Whether lists show something else. That it was seen again, and how fast it answered, goes on all the time
/// and is told with what else there is to tell.
bool isNews(const Entry &before, Entry now)
{
    now.lastSeen = before.lastSeen;
    now.latency = before.latency;
    now.loss = before.loss;
    return before != now;
}

bool hasFixedMac(const Known &device)
{
    return std::any_of(device.macs.begin(), device.macs.end(), [](const KnownAddress &each) {
        return each.isCurrent && isFixed(core::MacAddress::parse(each.address).value_or(core::MacAddress()));
    });
}
} // namespace

QString stateWord(State state) { return QString::fromLatin1(core::Words<State>::list.at(size_t(state))); }

void Inventory::restore(const QList<Known> &devices)
{
    for (const Known &device : devices) {
        auto kept = std::make_unique<Known>(device);
        index(*kept);
        m_devices[device.entry.id] = std::move(kept);
    }
}

Outcome Inventory::see(const Sighting &sighting)
{
    Outcome outcome;
    if (!isUsable(sighting.mac) && sighting.address.isNull() && sighting.identities.isEmpty())
        return outcome;
    Known *found = recognise(sighting);
    outcome.isNew = found == nullptr;
    Known &device = found != nullptr ? *found : make(sighting.at);
    outcome.id = device.entry.id;
    const Entry before = device.entry;
    if (isUsable(sighting.mac))
        takeMac(device, sighting.mac, sighting, outcome);
    if (!sighting.address.isNull())
        takeAddress(device, sighting.address, sighting, outcome);
    takeIdentities(device, sighting, outcome);
    takeOwn(device, sighting, outcome);
    const bool isEvidence = takeEvidence(device, sighting, outcome);
    if (sighting.isAnswer && (!device.entry.lastSeen || *device.entry.lastSeen < sighting.at))
        device.entry.lastSeen = sighting.at;
    conclude(device, isEvidence || outcome.isNew || !outcome.changes.isEmpty() || !outcome.merged.isEmpty());
    outcome.isChanged = outcome.isNew || isNews(before, device.entry);
    if (outcome.isNew) {
        // What is found at once did not change.
        outcome.changes = {
            changeOf(device, sighting, QStringLiteral("discovered"), QString(), device.entry.name)};
    } else {
        if (device.entry.deviceType != before.deviceType)
            outcome.changes << changeOf(device, sighting, QStringLiteral("type"), before.deviceType,
                                        device.entry.deviceType);
        if (!before.os.isEmpty() && device.entry.os != before.os)
            outcome.changes << changeOf(device, sighting, QStringLiteral("os"), before.os, device.entry.os);
    }
    return outcome;
}

Known *Inventory::recognise(const Sighting &sighting)
{
    const auto owned = isUsable(sighting.mac) ? m_byMac.constFind(sighting.mac) : m_byMac.constEnd();
    if (owned != m_byMac.constEnd())
        return at(*owned);
    if (Known *same = byIdentity(sighting))
        return same;
    Known *holder = at(m_byAddress.value(sighting.address));
    if (holder == nullptr || !isUsable(sighting.mac))
        return holder;
    // Found from afar, where hardware addresses are not seen: this is the first time somebody is near.
    const bool isBare = std::none_of(holder->macs.begin(), holder->macs.end(),
                                     [](const KnownAddress &each) { return each.isCurrent; });
    return isBare ? holder : nullptr;
}

Known *Inventory::byIdentity(const Sighting &sighting)
{
    for (const QString &identity : sighting.identities) {
        Known *same = at(m_byIdentity.value(identity));
        if (same == nullptr)
            continue;
        // Machines made of one image have all it had: one that answers elsewhere just now is another.
        const bool isElsewhere = isFixed(sighting.mac) && hasFixedMac(*same) && same->entry.lastSeen &&
                                 same->entry.lastSeen->msecsTo(sighting.at) < milliseconds(sharedWithin);
        if (!isElsewhere)
            return same;
    }
    return nullptr;
}

Known &Inventory::make(const QDateTime &when)
{
    auto made = std::make_unique<Known>();
    made->entry.id = QStringLiteral("d-") + m_around.entropy.token(9);
    made->entry.deviceType = QStringLiteral("unknown");
    made->entry.firstSeen = when;
    Known &device = *made;
    m_devices[device.entry.id] = std::move(made);
    return device;
}

void Inventory::takeMac(Known &device, const core::MacAddress &mac, const Sighting &sighting,
                        Outcome &outcome)
{
    if (Known *other = at(m_byMac.value(mac)); other != nullptr && other != &device)
        absorb(device, *other, outcome);
    const QString before = currentMac(device);
    const bool isKnown = noteAddress(device.macs, mac.toString(), sighting.at);
    m_byMac.insert(mac, device.entry.id);
    if (isKnown || before.isEmpty() || sighting.ownMacs.contains(mac))
        return;
    // A device that is known by another address has a new network card, or made a new address up.
    retireOthers(device.macs, mac.toString());
    outcome.changes << changeOf(device, sighting, QStringLiteral("mac"), before, mac.toString());
}

void Inventory::takeAddress(Known &device, const core::Address &address, const Sighting &sighting,
                            Outcome &outcome)
{
    Known *holder = at(m_byAddress.value(address));
    if (holder != nullptr && holder != &device)
        loseAddress(*holder, address, sighting, outcome);
    m_byAddress.insert(address, device.entry.id);
    if (noteAddress(device.addresses, address.toString(), sighting.at))
        return;
    const QString former =
        retireFormer(device.addresses, address, sighting.at,
                     [this](const core::Address &each) { return m_around.subnetOf(each); });
    if (!former.isEmpty()) {
        if (const auto old = core::Address::parse(former))
            m_byAddress.remove(*old);
    }
    outcome.changes << changeOf(device, sighting, QStringLiteral("address"), former, address.toString());
}

void Inventory::loseAddress(Known &holder, const core::Address &address, const Sighting &sighting,
                            Outcome &outcome)
{
    const Loss before = m_losses.value(address);
    const bool isBack =
        before.id == outcome.id && before.at.msecsTo(sighting.at) < milliseconds(sharedWithin);
    m_losses.insert(address, {holder.entry.id, sighting.at});
    dropAddress(holder.addresses, address.toString());
    outcome.touched << holder.entry.id;
    if (isBack) {
        Known *device = at(outcome.id);
        if (!holder.entry.isAddressShared || !device->entry.isAddressShared)
            outcome.sharedWith = holder.entry.id;
        holder.entry.isAddressShared = device->entry.isAddressShared = true;
    }
    conclude(holder, false);
}

void Inventory::takeIdentities(Known &device, const Sighting &sighting, Outcome &outcome)
{
    constexpr qsizetype mostIdentities = 16;
    for (const QString &identity : sighting.identities) {
        Known *other = at(m_byIdentity.value(identity));
        if (other == &device || device.identities.size() >= mostIdentities)
            continue;
        if (other != nullptr && hasFixedMac(*other))
            continue;
        if (other != nullptr)
            absorb(device, *other, outcome);
        if (!device.identities.contains(identity))
            device.identities << identity;
        m_byIdentity.insert(identity, device.entry.id);
    }
}

void Inventory::takeOwn(Known &device, const Sighting &sighting, Outcome &outcome)
{
    for (const core::MacAddress &mac : sighting.ownMacs) {
        if (isUsable(mac))
            takeMac(device, mac, sighting, outcome);
    }
    for (const core::Address &address : sighting.ownAddresses) {
        if (address.isNull() || address.isLoopback() || address.isLinkLocal() || address.isMulticast())
            continue;
        Known *holder = at(m_byAddress.value(address));
        // One that is reached by another card than its own is shared on purpose (VRRP, RFC 5798).
        if (holder != nullptr && holder != &device && hasFixedMac(*holder))
            continue;
        if (holder != nullptr && holder != &device)
            absorb(device, *holder, outcome);
        takeAddress(device, address, sighting, outcome);
    }
}

bool Inventory::takeEvidence(Known &device, const Sighting &sighting, Outcome &outcome)
{
    const qsizetype namesBefore = device.names.size();
    if (auto renamed = takeName(device, sighting)) {
        renamed->subject = device.entry.id;
        outcome.changes << *renamed;
    }
    PortNews ports = takePorts(device, sighting);
    for (core::KnownChange &change : ports.changes) {
        change.subject = device.entry.id;
        outcome.changes << change;
    }
    QList<core::KnownChange> told = takeSystem(device, sighting);
    for (core::KnownChange &change : told) {
        change.subject = device.entry.id;
        outcome.changes << change;
    }
    const bool isObserved = takeObservations(device, sighting);
    return isObserved || ports.isNews || device.names.size() != namesBefore;
}

void Inventory::conclude(Known &device, bool isJudged)
{
    Entry &entry = device.entry;
    entry.addresses = currentAddresses(device);
    entry.macAddress = currentMac(device);
    const auto mac = core::MacAddress::parse(entry.macAddress);
    entry.isMacRandom = mac && mac->isLocallyAdministered();
    const auto address =
        entry.addresses.isEmpty() ? std::nullopt : core::Address::parse(entry.addresses.first());
    entry.subnet = address ? m_around.subnetOf(*address) : QString();
    if (!device.setDepartment.isEmpty())
        entry.departmentId = device.setDepartment;
    else
        entry.departmentId = address ? m_around.departmentOf(*address) : QString();
    entry.hostname = bestName(device);
    if (isJudged) {
        const Verdict verdict = m_around.judge(device);
        if (!entry.isTypeSet) {
            entry.deviceType = verdict.deviceType;
            entry.typeConfidence = verdict.confidence;
        }
        entry.vendor = verdict.vendor;
        entry.os = verdict.os;
        device.reasons = verdict.reasons;
    }
    entry.isExpectedUp = device.setExpectedUp.value_or(isMissed(entry.deviceType));
    entry.parentId = device.setParent;
    entry.name = shownName(device);
    entry.openPorts = int(std::count_if(device.ports.begin(), device.ports.end(), [](const KnownPort &port) {
        return port.state == QLatin1String("open");
    }));
}

Outcome Inventory::setState(const QString &id, State state, bool isFlapping, const QDateTime &when,
                            const QString &reason)
{
    Outcome outcome;
    Known *device = at(id);
    if (device == nullptr || (device->entry.state == state && device->entry.isFlapping == isFlapping))
        return outcome;
    outcome.id = id;
    outcome.isChanged = true;
    const auto note = [&](const QString &field, const QString &from, const QString &to) {
        outcome.changes << core::KnownChange{0, when, id, field, from, to, reason};
    };
    if (device->entry.state != state) {
        note(QStringLiteral("state"), stateWord(device->entry.state), stateWord(state));
        device->entry.state = state;
        device->entry.stateSince = when;
    }
    if (device->entry.isFlapping != isFlapping) {
        const QString yes = QStringLiteral("yes");
        note(QStringLiteral("flapping"), isFlapping ? QString() : yes, isFlapping ? yes : QString());
        device->entry.isFlapping = isFlapping;
    }
    return outcome;
}

void Inventory::measure(const QString &id, std::optional<double> latency, double loss, const QDateTime &when)
{
    Known *device = at(id);
    if (device == nullptr)
        return;
    device->entry.latency = latency;
    device->entry.loss = loss;
    if (latency && (!device->entry.lastSeen || *device->entry.lastSeen < when))
        device->entry.lastSeen = when;
}

void Inventory::absorb(Known &device, const Known &other, Outcome &outcome)
{
    const QString id = other.entry.id;
    joinKnown(device, other);
    outcome.merged << id;
    unindex(other);
    m_devices.erase(id);
    index(device);
}

core::Result<Outcome> Inventory::merge(const QString &into, const QString &id, const QDateTime &when,
                                       const QString &by)
{
    Known *device = at(into);
    const Known *other = at(id);
    if (device == nullptr || other == nullptr || device == other)
        return noDevice(device == nullptr ? into : id);
    Outcome outcome;
    outcome.id = into;
    outcome.changes << core::KnownChange{
        0, when, into, QStringLiteral("merged"), other->entry.name, device->entry.name, by};
    absorb(*device, *other, outcome);
    outcome.isChanged = true;
    conclude(*device, true);
    return outcome;
}

bool Inventory::forget(const QString &id)
{
    const Known *device = at(id);
    if (device == nullptr)
        return false;
    unindex(*device);
    m_devices.erase(id);
    return true;
}

QStringList Inventory::settle()
{
    QStringList changed;
    for (const auto &[id, device] : m_devices) {
        const Entry before = device->entry;
        conclude(*device, false);
        if (isNews(before, device->entry))
            changed << id;
    }
    return changed;
}

QStringList Inventory::unshare(const QDateTime &now)
{
    QSet<QString> disputed;
    for (auto loss = m_losses.begin(); loss != m_losses.end();) {
        if (loss->at.msecsTo(now) > milliseconds(quietFor)) {
            loss = m_losses.erase(loss);
            continue;
        }
        disputed.insert(loss->id);
        disputed.insert(m_byAddress.value(loss.key()));
        ++loss;
    }
    QStringList changed;
    for (const auto &[id, device] : m_devices) {
        if (device->entry.isAddressShared && !disputed.contains(id)) {
            device->entry.isAddressShared = false;
            changed << id;
        }
    }
    return changed;
}

core::Result<Outcome> Inventory::set(const QString &id, const SetDevices &wish, const QDateTime &when,
                                     const QString &by)
{
    Known *device = at(id);
    if (device == nullptr)
        return noDevice(id);
    const Entry before = device->entry;
    Outcome outcome;
    outcome.id = id;
    outcome.changes = applyWish(*device, wish, when, by);
    for (core::KnownChange &change : outcome.changes)
        change.subject = id;
    conclude(*device, true);
    outcome.isChanged = isNews(before, device->entry);
    return outcome;
}

const Known *Inventory::find(const QString &id) const { return at(id); }

const Known *Inventory::holder(const core::Address &address) const { return at(m_byAddress.value(address)); }

const Known *Inventory::owner(const core::MacAddress &mac) const { return at(m_byMac.value(mac)); }

int Inventory::count(const QString &subnet) const
{
    return int(std::count_if(m_devices.begin(), m_devices.end(),
                             [&](const auto &each) { return each.second->entry.subnet == subnet; }));
}

void Inventory::walk(const QString &after, const std::function<bool(const Known &)> &each) const
{
    for (auto place = m_devices.upper_bound(after); place != m_devices.end(); ++place) {
        if (!each(*place->second))
            return;
    }
}

Known *Inventory::at(const QString &id) const
{
    const auto found = m_devices.find(id);
    return found == m_devices.end() ? nullptr : found->second.get();
}

void Inventory::index(const Known &device)
{
    for (const KnownAddress &each : device.macs) {
        if (const auto mac = core::MacAddress::parse(each.address))
            m_byMac.insert(*mac, device.entry.id);
    }
    for (const KnownAddress &each : device.addresses) {
        if (const auto address = core::Address::parse(each.address); address && each.isCurrent)
            m_byAddress.insert(*address, device.entry.id);
    }
    for (const QString &identity : device.identities)
        m_byIdentity.insert(identity, device.entry.id);
}

void Inventory::unindex(const Known &device)
{
    const auto drop = [&](auto &table, const auto &key) {
        if (const auto found = table.find(key); found != table.end() && *found == device.entry.id)
            table.erase(found);
    };
    for (const KnownAddress &each : device.macs) {
        if (const auto mac = core::MacAddress::parse(each.address))
            drop(m_byMac, *mac);
    }
    for (const KnownAddress &each : device.addresses) {
        if (const auto address = core::Address::parse(each.address))
            drop(m_byAddress, *address);
    }
    for (const QString &identity : device.identities)
        drop(m_byIdentity, identity);
}

} // namespace network
