// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/cardbook.h"

#include "catalog/measures.h"
#include "kit/format.h"

namespace chat {

namespace format = kit::format;
using client::Devices;

namespace {
QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

kit::Status statusOf(network::State state)
{
    switch (state) {
    case network::State::Up:
        return kit::Status::Ok;
    case network::State::Down:
        return kit::Status::High;
    case network::State::Unreachable:
        return kit::Status::Medium;
    case network::State::Away:
    case network::State::Unknown:
        break;
    }
    return kit::Status::Away;
}

QString stateWord(network::State state)
{
    switch (state) {
    case network::State::Up:
        return CardBook::tr("up");
    case network::State::Down:
        return CardBook::tr("down");
    case network::State::Unreachable:
        return CardBook::tr("unreachable");
    case network::State::Away:
        return CardBook::tr("away");
    case network::State::Unknown:
        break;
    }
    return CardBook::tr("not known");
}

QString stateWord(const alerts::Alert &alert)
{
    switch (alert.state) {
    case alerts::AlertState::Open:
        return CardBook::tr("open");
    case alerts::AlertState::Acknowledged:
        return alert.acknowledgement ? CardBook::tr("acknowledged by %1").arg(alert.acknowledgement->by)
                                     : CardBook::tr("acknowledged");
    case alerts::AlertState::Resolved:
        return CardBook::tr("resolved");
    }
    return {};
}
} // namespace

QString CardFace::spoken() const
{
    QStringList parts{status ? kit::statusWord(*status) : QString(), title.simplified(), detail.simplified()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

CardBook::CardBook(client::Mirror &mirror, client::Devices &devices, client::Scans &scans, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_devices(devices), m_scans(scans), m_alerts(mirror.link())
{
    connect(&devices, &Devices::reset, this, &CardBook::changed);
    connect(&devices, &Devices::changed, this, &CardBook::changed);
    connect(&devices, &Devices::removed, this, &CardBook::changed);
    connect(&scans, &client::Scans::changed, this, &CardBook::changed);
    connect(&m_alerts, &client::AlertLookup::changed, this, &CardBook::changed);
    connect(&mirror, &client::Mirror::userChanged, this, &CardBook::changed);
    connect(&mirror.link(), &client::Link::stateChanged, this, &CardBook::changed);
}

void CardBook::want(const Card &card)
{
    if (card.kind == CardKind::Alert)
        m_alerts.want(card.id);
}

QString CardBook::whyNotAcknowledge() const
{
    if (m_mirror.link().state() != client::Link::State::Live)
        return tr("There is no connection to the server.");
    const auto &user = m_mirror.user();
    const bool isAllowed =
        user && (user->role == QLatin1String("admin") || user->role == QLatin1String("operator"));
    return isAllowed ? QString() : tr("Alerts are seen to by operators and administrators.");
}

CardFace CardBook::faceOf(const Card &card) const
{
    switch (card.kind) {
    case CardKind::Device:
        return deviceFace(card.id);
    case CardKind::Alert:
        return alertFace(card.id);
    case CardKind::Scan:
        return scanFace(card.id);
    case CardKind::Metric:
        break;
    }
    const auto measured = metrics::measureOf(card.id);
    return {
        {}, measured ? measured->title : card.id, tr("metric"), {{CardAct::Deed::Open, tr("Open chart")}}};
}

CardFace CardBook::deviceFace(const QString &id) const
{
    const network::Entry *device = m_devices.find(id);
    if (device == nullptr)
        return {{}, id, m_devices.isKnown() ? tr("There is no such device any more.") : QString(), {}};
    const QString name = !device->name.isEmpty()       ? device->name
                         : !device->hostname.isEmpty() ? device->hostname
                                                       : device->addresses.value(0, id);
    return {statusOf(device->state),
            name,
            joined({device->addresses.value(0), device->vendor, stateWord(device->state)}),
            {{CardAct::Deed::Open, tr("Open")}}};
}

CardFace CardBook::alertFace(const QString &id) const
{
    const alerts::Alert *alert = m_alerts.find(id);
    if (alert == nullptr)
        return {{}, id, tr("alert"), {{CardAct::Deed::Open, tr("Open")}}};
    CardFace face;
    const bool isOver = alert->state == alerts::AlertState::Resolved;
    face.status = isOver ? kit::Status::Ok : kit::statusOfSeverity(alert->severity);
    face.title = alert->id + QLatin1Char(' ') + alert->title;
    const qint64 age = alert->raisedAt.msecsTo(alert->resolvedAt.value_or(m_mirror.serverNow()));
    face.detail = joined(
        {stateWord(*alert), format::duration(age), alert->silencedBy.isEmpty() ? QString() : tr("silenced")});
    if (alert->state == alerts::AlertState::Open && whyNotAcknowledge().isEmpty())
        face.acts << CardAct{CardAct::Deed::Acknowledge, tr("Ack")};
    face.acts << CardAct{CardAct::Deed::Open, tr("Open")};
    return face;
}

CardFace CardBook::scanFace(const QString &id) const
{
    const network::ScanRun *run = m_scans.find(id);
    if (run == nullptr)
        return {{}, tr("Scan %1").arg(id), {}, {{CardAct::Deed::Open, tr("Open")}}};
    CardFace face;
    face.title = tr("Scan of %1").arg(run->target.isEmpty() ? tr("all ticked networks") : run->target);
    const bool isRunning = run->status == network::ScanState::Running;
    face.status = isRunning                                      ? kit::Status::Info
                  : run->status == network::ScanState::Completed ? kit::Status::Ok
                                                                 : kit::Status::Away;
    face.detail = isRunning ? tr("%1 done").arg(format::percent(std::floor(run->progress)))
                            : joined({run->message, tr("%n device(s)", nullptr, run->devices)});
    if (isRunning && m_scans.whyNotCancel(*run).isEmpty())
        face.acts << CardAct{CardAct::Deed::Cancel, tr("Cancel")};
    face.acts << CardAct{CardAct::Deed::Open, tr("Open")};
    return face;
}

} // namespace chat
