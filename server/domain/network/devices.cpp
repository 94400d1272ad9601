// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/devices.h"

#include "core/log.h"
#include "domain/network/devicefilter.h"
#include "domain/network/devicewords.h"

#include <QJsonDocument>

namespace network {

namespace {
constexpr std::chrono::seconds saveEvery{1};
constexpr std::chrono::minutes calmEvery{1};
// While the store takes nothing; then the oldest are lost.
constexpr qsizetype mostUnwritten = 100'000;
// Told of at once; the history has all of them.
constexpr qsizetype mostTold = 256;
const QString deviceKind = QStringLiteral("device");
// Of ten: that something people count on is gone is more than that a telephone left.
constexpr int downPriority = 7;
constexpr int quietPriority = 3;

/// What was found out about the device itself, not what people said of it or whether it answers.
bool isConfiguration(const core::KnownChange &change)
{
    static const QStringList fields{
        QStringLiteral("port"), QStringLiteral("service"), QStringLiteral("os"),  QStringLiteral("name"),
        QStringLiteral("mac"),  QStringLiteral("address"), QStringLiteral("type")};
    return fields.contains(change.field) || change.field.startsWith(QLatin1String("system."));
}
} // namespace

Devices::Devices(const Surroundings &around)
    : m_around(around), m_inventory(Inventory::Surroundings{around.entropy, around.judge, around.subnetOf,
                                                            around.departmentOf}),
      m_saving(around.clock.every(saveEvery, [this] { save(); })),
      m_calming(around.clock.every(calmEvery, [this] { calmDown(); }))
{
}

Devices::~Devices()
{
    // Nobody is there for the answers any more.
    if (!m_unwritten.isEmpty())
        m_around.changes.append(m_unwritten);
    if (!m_unsaved.isEmpty() || !m_gone.isEmpty())
        writeDevices();
}

QFuture<core::Result<void>> Devices::load()
{
    return m_around.records.all(deviceKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            QList<Known> devices;
            for (const core::Record &record : *records) {
                const auto device = core::fromJson<Known>(QJsonDocument::fromJson(record.body).object());
                if (device)
                    devices << *device;
                else
                    qCWarning(logNetwork).noquote()
                        << "The device" << record.id << "cannot be read:" << device.error().message;
            }
            m_inventory.restore(devices);
            return {};
        });
}

QString Devices::see(const Sighting &sighting)
{
    const Outcome outcome = m_inventory.see(sighting);
    if (!outcome.id.isEmpty())
        handle(outcome);
    return outcome.id;
}

void Devices::handle(const Outcome &outcome)
{
    for (const QString &id : outcome.merged)
        tellGone(id, QString(), outcome.id);
    const Known &device = *m_inventory.find(outcome.id);
    keep(outcome.id);
    m_unwritten << outcome.changes;
    if (outcome.isNew) {
        tell(DeviceDiscovered{contractDevice(device)}, device.entry.departmentId);
        Q_EMIT appeared(outcome.id);
    }
    if (outcome.isChanged)
        tellChanged(outcome.id);
    tellConfigured(device, outcome.changes);
    // One that lost its address may have turned out to be this one since.
    for (const QString &id : outcome.touched) {
        if (m_inventory.find(id) != nullptr)
            tellChanged(id);
    }
    if (const Known *other = m_inventory.find(outcome.sharedWith)) {
        const QString address = device.entry.addresses.isEmpty() ? QString() : device.entry.addresses.first();
        tell(DeviceFailed{outcome.id, QStringLiteral("address_shared"),
                          tr("%1 and %2 both use %3. Give one of them another address.")
                              .arg(device.entry.name, other->entry.name, address),
                          m_around.clock.now()},
             device.entry.departmentId);
    }
}

void Devices::tellChanged(const QString &id)
{
    const Known *device = m_inventory.find(id);
    keep(id);
    m_searched.remove(id);
    tell(DeviceChanged{device->entry}, device->entry.departmentId);
    Q_EMIT changed(id);
}

void Devices::tellGone(const QString &id, const QString &departmentId, const QString &into)
{
    m_unsaved.remove(id);
    m_gone.insert(id);
    m_searched.remove(id);
    tell(DeviceRemoved{id, into}, departmentId);
    Q_EMIT vanished(id, into);
}

void Devices::tellConfigured(const Known &device, const QList<core::KnownChange> &changes)
{
    DeviceConfigured fact{device.entry.id, {}, m_around.clock.now()};
    for (const core::KnownChange &each : changes) {
        if (isConfiguration(each) && fact.changes.size() < mostTold)
            fact.changes << Change{each.field, each.from, each.to};
    }
    if (!fact.changes.isEmpty())
        tell(fact, device.entry.departmentId);
}

template <class Fact>
void Devices::tell(const Fact &fact, const QString &departmentId, std::optional<int> priority)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(Fact::topic));
    draft.payload = fact;
    draft.priority = priority;
    // Whose view is limited sees what belongs to a department, not what belongs to none.
    draft.audience.departments = {departmentId};
    if (const auto said = m_around.publisher.publish(std::move(draft)); !said)
        qCWarning(logNetwork).noquote() << said.error().message;
}

void Devices::become(const Watch::Verdict &verdict, const QString &reason)
{
    const Known *device = m_inventory.find(verdict.id);
    if (device == nullptr)
        return;
    const bool wasFlapping = device->entry.isFlapping;
    Outcome outcome =
        m_inventory.setState(verdict.id, verdict.state, verdict.isFlapping, m_around.clock.now(), reason);
    if (!outcome.isChanged)
        return;
    Q_EMIT judged(verdict.id, verdict.cause);
    handle(outcome);
    // That nobody looks any more says nothing of the device.
    if (verdict.state == State::Unknown)
        return;
    const bool isUp = verdict.state == State::Up;
    DeviceStatusChanged fact{verdict.id, isUp, device->entry.lastSeen.value_or(device->entry.firstSeen),
                             isUp ? QStringLiteral("online") : QStringLiteral("offline"), std::nullopt};
    if (!verdict.cause.isEmpty())
        fact.causeId = verdict.cause;
    if (verdict.isFlapping) {
        // Said once; each coming and going is in the history.
        if (wasFlapping)
            return;
        fact.statusChange = QStringLiteral("warning");
    }
    std::optional<int> priority;
    if (verdict.state == State::Down)
        priority = downPriority;
    else if (!isUp)
        priority = quietPriority;
    tell(fact, device->entry.departmentId, priority);
}

void Devices::measure(const QString &id, std::optional<double> latency, double loss)
{
    m_inventory.measure(id, latency, loss, m_around.clock.now());
}

core::Result<bool> Devices::set(const QString &id, const SetDevices &wish, const QString &by)
{
    const auto outcome = m_inventory.set(id, wish, m_around.clock.now(), by);
    if (!outcome)
        return outcome.error();
    if (!outcome->isChanged && outcome->changes.isEmpty())
        return false;
    handle(*outcome);
    return true;
}

core::Result<void> Devices::merge(const QString &into, const QString &id, const QString &by)
{
    const auto outcome = m_inventory.merge(into, id, m_around.clock.now(), by);
    if (!outcome)
        return outcome.error();
    handle(*outcome);
    return {};
}

bool Devices::forget(const QString &id)
{
    const Known *device = m_inventory.find(id);
    if (device == nullptr)
        return false;
    const QString departmentId = device->entry.departmentId;
    m_inventory.forget(id);
    tellGone(id, departmentId, QString());
    return true;
}

void Devices::settle()
{
    const QStringList changed = m_inventory.settle();
    for (const QString &id : changed)
        tellChanged(id);
}

void Devices::calmDown()
{
    const QStringList changed = m_inventory.unshare(m_around.clock.now());
    for (const QString &id : changed)
        tellChanged(id);
}

const QByteArray &Devices::searched(const QString &id)
{
    QByteArray &text = m_searched[id];
    if (text.isEmpty())
        text = searchText(*m_inventory.find(id));
    return text;
}

void Devices::keep(const QString &id)
{
    m_gone.remove(id);
    m_unsaved.insert(id);
}

QFuture<core::Result<void>> Devices::writeDevices() const
{
    QList<core::Record> saved;
    QList<core::RecordName> removed;
    for (const QString &id : m_unsaved)
        saved << core::Record{deviceKind, id, core::Payload(*m_inventory.find(id)).text()};
    for (const QString &id : m_gone)
        removed << core::RecordName{deviceKind, id};
    return m_around.records.write(saved, removed);
}

void Devices::writeChanges()
{
    if (m_unwritten.isEmpty())
        return;
    const QList<core::KnownChange> changes = std::exchange(m_unwritten, {});
    m_around.changes.append(changes).then(this, [this, changes](const core::Result<void> &written) {
        if (!written && m_unwritten.size() + changes.size() <= mostUnwritten)
            m_unwritten = changes + m_unwritten;
    });
}

void Devices::save()
{
    writeChanges();
    if (m_unsaved.isEmpty() && m_gone.isEmpty())
        return;
    QFuture<core::Result<void>> writing = writeDevices();
    const QSet<QString> unsaved = std::exchange(m_unsaved, {});
    const QSet<QString> gone = std::exchange(m_gone, {});
    writing.then(this, [this, unsaved, gone](const core::Result<void> &written) {
        if (written)
            return;
        // Tried again with what there is to save then.
        for (const QString &id : unsaved) {
            if (m_inventory.find(id) != nullptr)
                m_unsaved.insert(id);
        }
        for (const QString &id : gone) {
            if (m_inventory.find(id) == nullptr)
                m_gone.insert(id);
        }
    });
}

} // namespace network
