// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/surveyor.h"

#include "core/log.h"

namespace network {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds tickEvery{500};
} // namespace

Surveyor::Surveyor(const Surroundings &around, Setup setup) : m_around(around), m_setup(std::move(setup))
{
    connect(&around.devices, &Devices::appeared, this, &Surveyor::follow);
    connect(&around.devices, &Devices::changed, this, &Surveyor::follow);
    connect(&around.devices, &Devices::vanished, this, [this](const QString &id) { leave(id); });
    connect(&around.grounds, &Grounds::changed, this, &Surveyor::tryAll);
    connect(&around.credentials, &Credentials::changed, this, &Surveyor::tryAll);
}

Surveyor::~Surveyor() = default;

void Surveyor::start()
{
    m_timer = m_around.clock.every(tickEvery, [this] { tick(); });
    tryAll();
}

void Surveyor::stop()
{
    m_timer.reset();
    m_subjects.clear();
    m_running = 0;
}

void Surveyor::tryAll()
{
    if (m_timer == nullptr)
        return;
    for (auto &[id, subject] : m_subjects) {
        if (subject.credential.isEmpty())
            subject.due = std::chrono::milliseconds(0);
    }
    m_around.devices.inventory().walk(QString(), [this](const Known &device) {
        follow(device.entry.id);
        return true;
    });
}

void Surveyor::follow(const QString &id)
{
    const Known *device = m_around.devices.inventory().find(id);
    if (m_timer == nullptr || device == nullptr)
        return;
    const QStringList &addresses = device->entry.addresses;
    const auto address = addresses.isEmpty() ? std::nullopt : core::Address::parse(addresses.first());
    const bool isOurs = address && !m_around.grounds.subnetOf(*address).isEmpty() &&
                        device->entry.standing != Standing::Ignored;
    if (!isOurs) {
        leave(id);
        return;
    }
    Subject &subject = m_subjects[id];
    if (subject.address == *address)
        return;
    // A survey on its way goes on; what it brings is of another place.
    subject.address = *address;
    subject.untried.clear();
    subject.due = std::chrono::milliseconds(0);
}

void Surveyor::leave(const QString &id)
{
    const auto subject = m_subjects.find(id);
    if (subject == m_subjects.end())
        return;
    if (subject->second.survey != nullptr) {
        // What it still has to say would be taken for that of a device that came back meanwhile.
        subject->second.survey->disconnect(this);
        subject->second.survey.release()->deleteLater();
        --m_running;
    }
    m_subjects.erase(subject);
}

void Surveyor::tick()
{
    const std::chrono::milliseconds now = m_around.clock.steady();
    for (auto &[id, subject] : m_subjects) {
        if (m_running >= m_setup.atOnce)
            return;
        if (subject.survey == nullptr && subject.due <= now)
            ask(id, subject);
    }
}

void Surveyor::ask(const QString &id, Subject &subject)
{
    // What was good where it was before, or when it was for other networks, is said no more.
    const QStringList fitting = m_around.credentials.idsFor(subject.address);
    if (!fitting.contains(subject.credential))
        subject.credential.clear();
    subject.untried.removeIf([&fitting](const QString &each) { return !fitting.contains(each); });
    if (subject.credential.isEmpty() && subject.untried.isEmpty())
        subject.untried = fitting;
    const QString credential = subject.credential.isEmpty() && !subject.untried.isEmpty()
                                   ? subject.untried.takeFirst()
                                   : subject.credential;
    const auto opened = credential.isEmpty() ? core::Result<sources::SnmpCredentials>(core::Error{})
                                             : m_around.credentials.open(credential);
    if (!opened) {
        // One that is gone, or cannot be opened, does not stand in the way of the others.
        const bool isMore = !subject.credential.isEmpty() || !subject.untried.isEmpty();
        subject.credential.clear();
        subject.due = m_around.clock.steady() + (isMore ? 0ms : std::chrono::milliseconds(m_setup.tryAgain));
        return;
    }
    const bool isTry = subject.credential.isEmpty();
    subject.survey =
        std::make_unique<sources::SnmpSurvey>(sources::SnmpPeer{subject.address, m_setup.port}, *opened,
                                              m_around.clock, isTry ? m_setup.tryLimits : m_setup.limits);
    ++m_running;
    connect(subject.survey.get(), &sources::SnmpSurvey::finished, this,
            [this, id, credential, address = subject.address](const sources::SnmpReport &report) {
                const auto found = m_subjects.find(id);
                if (found == m_subjects.end())
                    return;
                Subject &asked = found->second;
                // It told us this itself: it goes when it has returned.
                asked.survey.release()->deleteLater();
                --m_running;
                if (asked.address != address)
                    return; // it is asked anew there
                const bool wasIn = !asked.credential.isEmpty();
                const bool isIn = !report.system.description.isEmpty() || !report.interfaces.isEmpty();
                asked.credential = isIn ? credential : QString();
                if (isIn)
                    asked.untried.clear();
                std::chrono::milliseconds wait = m_setup.tryAgain;
                if (isIn && !wasIn && report.fault != sources::SnmpFault::None)
                    wait = 0ms; // what was asked in a hurry is not all there is
                else if (isIn || wasIn)
                    wait = m_setup.again; // one that lets us in no more may be starting anew
                else if (!asked.untried.isEmpty())
                    wait = 0ms;
                asked.due = m_around.clock.steady() + wait;
                if (isIn)
                    take(id, report);
            });
    subject.survey->start();
}

void Surveyor::take(const QString &id, const sources::SnmpReport &report)
{
    Subject &subject = m_subjects.at(id);
    const QDateTime now = m_around.clock.now();
    // The device it is may turn out to be another one meanwhile: what is told is that one's.
    const Sighting seen = sightingOf(report, subject.address, subject.rates, m_around.clock.steady(), now);
    const QString device = m_around.devices.see(seen);
    const core::SampleFrame frame = frameOf(seen.interfaces, device, now);
    if (!device.isEmpty() && !frame.values.isEmpty())
        m_around.samples.append(frame);
    for (const sources::SnmpArp &each : report.arp) {
        if (each.mac.isNull() || m_around.grounds.subnetOf(each.address).isEmpty())
            continue;
        Sighting sighting;
        sighting.source = QStringLiteral("arp");
        sighting.at = now;
        sighting.address = each.address;
        sighting.mac = each.mac;
        m_around.devices.see(sighting);
    }
    Q_EMIT told(device, testimonyOf(report, device, now));
}

QFuture<core::Reply> Surveyor::test(const core::Command &command)
{
    const auto asked = command.as<TestCredential>();
    if (!asked)
        return core::ready(asked.error());
    const auto address = core::Address::parse(QStringView(asked->address).trimmed());
    if (!address)
        return core::ready(
            core::Error{core::ErrorCode::Invalid, tr("%1 is no address.").arg(asked->address.left(64))});
    if (m_around.grounds.subnetOf(*address).isEmpty()) {
        return core::ready(
            core::Error{core::ErrorCode::Forbidden,
                        tr("%1 is in no ticked network. Tick its network first.").arg(address->toString())});
    }
    const auto opened = m_around.credentials.open(asked->id);
    if (!opened)
        return core::ready(opened.error());
    auto *survey =
        new sources::SnmpSurvey({*address, m_setup.port}, *opened, m_around.clock, m_setup.limits, this);
    const auto answer = std::make_shared<QPromise<core::Reply>>();
    answer->start();
    QFuture<core::Reply> future = answer->future();
    connect(
        survey, &sources::SnmpSurvey::finished, this, [survey, answer](const sources::SnmpReport &report) {
            const bool isIn = report.fault == sources::SnmpFault::None;
            answer->addResult(core::Reply(TestCredential::Reply{
                isIn, isIn ? tr("%1 answers: %2").arg(report.system.name, report.system.description.left(256))
                           : report.sentence}));
            answer->finish();
            survey->deleteLater();
        });
    survey->start({sources::SnmpPart::System});
    return future;
}

} // namespace network
