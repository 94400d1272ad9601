// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/presences.h"

#include "client/ask.h"

namespace client {

namespace {
constexpr qint64 presenceSeconds = 24 * 3600;
} // namespace

Presences::Presences(Mirror &mirror, Devices &devices, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_devices(devices)
{
    connect(&m_devices, &Devices::changed, this, &Presences::hear);
    connect(&m_devices, &Devices::removed, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            m_known.remove(id);
            m_wanted.removeOne(id);
        }
    });
    connect(&m_mirror.link(), &Link::stateChanged, this, [this] {
        const bool isLive = m_mirror.link().state() == Link::State::Live;
        if (isLive && !m_wasLive)
            begin();
        m_wasLive = isLive;
    });
    m_wasLive = m_mirror.link().state() == Link::State::Live;
}

/// What was under way when the connection went is not to be waited for.
void Presences::begin()
{
    ++m_round;
    m_inFlight = 0;
    for (Known &known : m_known) {
        known.askedAt = {};
        known.isAsked = false;
    }
    askNext();
}

void Presences::want(const QStringList &ids)
{
    m_wanted = ids;
    askNext();
}

bool Presences::isFresh(const Known &known, const QDateTime &now) const
{
    return known.isAsked || (known.askedAt.isValid() && std::abs(known.askedAt.secsTo(now)) < freshSeconds);
}

void Presences::askNext()
{
    if (m_mirror.link().state() != Link::State::Live)
        return;
    const QDateTime now = m_mirror.serverNow();
    for (const QString &id : std::as_const(m_wanted)) {
        if (m_inFlight >= mostInFlight)
            return;
        const auto known = m_known.constFind(id);
        if (known == m_known.constEnd() || !isFresh(*known, now))
            ask(id);
    }
}

void Presences::ask(const QString &id)
{
    const network::Entry *device = m_devices.find(id);
    if (!device)
        return;
    forgetSome();
    Known &known = m_known[id];
    known.state = device->state;
    known.askedAt = m_mirror.serverNow();
    known.isAsked = true;
    ++m_inFlight;
    const network::DevicePresence command{id, known.askedAt.addSecs(-presenceSeconds), known.askedAt, cells};
    client::ask(m_mirror.link(), command, this,
                [this, id, round = m_round](const core::Result<network::DevicePresence::Reply> &reply) {
                    if (round == m_round)
                        take(id, reply);
                });
}

void Presences::take(const QString &id, const core::Result<network::DevicePresence::Reply> &reply)
{
    --m_inFlight;
    const auto known = m_known.find(id);
    if (known != m_known.end()) {
        known->isAsked = false;
        // Who could not be told of is asked about again later, as those that were.
        if (reply && reply->cells != known->cells) {
            known->cells = reply->cells;
            Q_EMIT changed(id);
        }
    }
    askNext();
}

/// A device that does otherwise than when it was asked about has another last cell.
void Presences::hear(const QStringList &ids)
{
    bool isStale = false;
    for (const QString &id : ids) {
        const auto known = m_known.find(id);
        const network::Entry *device = m_devices.find(id);
        if (known == m_known.end() || !device || device->state == known->state)
            continue;
        known->state = device->state;
        known->askedAt = {};
        isStale = true;
    }
    if (isStale)
        askNext();
}

void Presences::forgetSome()
{
    if (m_known.size() < mostKept)
        return;
    const QSet<QString> wanted(m_wanted.begin(), m_wanted.end());
    m_known.removeIf([&](QHash<QString, Known>::iterator one) {
        return !one.value().isAsked && !wanted.contains(one.key());
    });
}

} // namespace client
