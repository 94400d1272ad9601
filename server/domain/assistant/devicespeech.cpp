// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/devicespeech.h"

#include "catalog/alertcommands.h"
#include "domain/assistant/words.h"

#include <QJsonArray>

#include <array>

namespace assistant {

namespace {
constexpr int mostDevicePages = 10;

struct DeviceWord
{
    network::State state;
    const char *word;
};
constexpr std::array stateWords{
    DeviceWord{network::State::Up, QT_TRANSLATE_NOOP("assistant::Speech", "up")},
    DeviceWord{network::State::Down, QT_TRANSLATE_NOOP("assistant::Speech", "down")},
    DeviceWord{network::State::Away, QT_TRANSLATE_NOOP("assistant::Speech", "away")},
    DeviceWord{network::State::Unreachable, QT_TRANSLATE_NOOP("assistant::Speech", "unreachable")}};
} // namespace

QStringList phrasesOf(std::initializer_list<const char *> phrases)
{
    QStringList out;
    for (const char *each : phrases)
        out << QString::fromLatin1(each);
    return out;
}

Reference referenceOf(const network::Entry &device)
{
    return {QStringLiteral("device"), device.id, plain(device.name)};
}

Reference referenceOf(const alerts::Alert &alert)
{
    return {QStringLiteral("alert"), alert.id, plain(alert.title)};
}

QString stateWord(network::State state)
{
    for (const DeviceWord &each : stateWords) {
        if (each.state == state)
            return Speech::tr(each.word);
    }
    return Speech::tr("of unknown state");
}

QString stateSentence(const network::Entry &device, const Speech &speech)
{
    const QString name = plain(device.name);
    if (!device.stateSince)
        return Speech::tr("%1 is %2.").arg(name, stateWord(device.state));
    return Speech::tr("%1 is %2 since %3 (%4).")
        .arg(name, stateWord(device.state), speech.when(*device.stateSince),
             speech.since(*device.stateSince));
}

QString changeLine(const network::PastChange &change, const Speech &speech)
{
    const auto value = [](const QString &text) {
        return text.isEmpty() ? QStringLiteral("–") : plain(text, 60);
    };
    return QStringLiteral("%1: %2 %3 → %4 (%5)")
        .arg(speech.when(change.at), plain(change.field), value(change.from), value(change.to),
             plain(change.source));
}

QString severityWord(int severity)
{
    constexpr int critical = 9;
    constexpr int high = 7;
    constexpr int medium = 5;
    constexpr int low = 3;
    if (severity >= critical)
        return Speech::tr("critical");
    if (severity >= high)
        return Speech::tr("high");
    if (severity >= medium)
        return Speech::tr("medium");
    return severity >= low ? Speech::tr("low") : Speech::tr("for information");
}

QString alertLine(const alerts::Alert &alert, const Speech &speech)
{
    QStringList facts{severityWord(alert.severity)};
    if (alert.state == alerts::AlertState::Resolved) {
        facts << Speech::tr("resolved at %1").arg(speech.when(alert.resolvedAt.value_or(alert.lastAt)));
    } else {
        facts << Speech::tr("open since %1").arg(speech.when(alert.raisedAt));
        if (alert.acknowledgement)
            facts << Speech::tr("%1 looks after it").arg(plain(alert.acknowledgement->by));
        else if (!alert.assignee.isEmpty())
            facts << Speech::tr("given to %1").arg(plain(alert.assignee));
        else
            facts << Speech::tr("nobody looks after it");
    }
    if (!alert.foldedInto.isEmpty())
        facts << Speech::tr("a part of %1").arg(alert.foldedInto);
    if (alert.silencedUntil)
        facts << Speech::tr("silenced until %1").arg(speech.when(*alert.silencedUntil));
    constexpr qsizetype longestTitle = 120;
    return Speech::tr("%1 “%2” (%3)")
        .arg(alert.id, plain(alert.title, longestTitle), facts.join(QStringLiteral(", ")));
}

QList<Proposal> ackProposals(const QList<alerts::Alert> &alerts, const core::Principal &caller)
{
    constexpr qsizetype most = 3;
    QList<Proposal> out;
    for (const alerts::Alert &each : alerts) {
        if (out.size() == most || !caller.may(core::roles::operators) ||
            !caller.mayRun(QLatin1String(alerts::AcknowledgeAlerts::name)))
            break;
        if (each.state != alerts::AlertState::Open)
            continue;
        out << Proposal{QStringLiteral("/ack ") + each.id, Speech::tr("Look after %1").arg(each.id),
                        QLatin1String(alerts::AcknowledgeAlerts::name),
                        QJsonObject{{QStringLiteral("ids"), QJsonArray{each.id}}}};
    }
    return out;
}

QList<Asking> furtherDevices(const Findings &findings)
{
    if (findings.count<network::ListDevices>() >= mostDevicePages || !isCutShort(findings))
        return {};
    for (auto it = findings.list().rbegin(); it != findings.list().rend(); ++it) {
        if (it->asking.command != QLatin1String(network::ListDevices::name))
            continue;
        Asking next = it->asking;
        next.params.insert(QStringLiteral("after"), it->reply->as<network::ListDevices::Reply>()->next);
        return {next};
    }
    return {};
}

QList<network::Entry> devicesOf(const Findings &findings)
{
    QList<network::Entry> devices;
    const auto pages = findings.all<network::ListDevices>();
    for (const auto &page : pages)
        devices << page.devices;
    return devices;
}

bool isCutShort(const Findings &findings)
{
    for (auto it = findings.list().rbegin(); it != findings.list().rend(); ++it) {
        if (it->asking.command != QLatin1String(network::ListDevices::name))
            continue;
        const auto page = it->reply ? it->reply->as<network::ListDevices::Reply>()
                                    : core::Result<network::ListDevices::Reply>(core::Error{});
        return page && !page->next.isEmpty();
    }
    return false;
}

QMap<QString, network::Entry> knownDevices(const Findings &findings)
{
    QMap<QString, network::Entry> known;
    const auto each = devicesOf(findings);
    for (const network::Entry &device : each)
        known.insert(device.id, device);
    const auto replies = findings.all<network::GetDevice>();
    for (const auto &reply : replies)
        known.insert(reply.device.id, reply.device);
    return known;
}

QList<Asking> missingDevices(const QStringList &ids, const Findings &findings, qsizetype most)
{
    QStringList asked = knownDevices(findings).keys();
    for (const Finding &each : findings.list()) {
        if (each.asking.command == QLatin1String(network::GetDevice::name))
            asked << each.asking.params.value(u"id").toString();
    }
    QList<Asking> out;
    for (const QString &id : ids) {
        if (id.isEmpty() || asked.contains(id) || out.size() == most)
            continue;
        asked << id;
        out << Asking::of(network::GetDevice{id});
    }
    return out;
}

QString nameOf(const QString &id, const QMap<QString, network::Entry> &known)
{
    const auto it = known.constFind(id);
    return it == known.constEnd() ? id : plain(it->name);
}

} // namespace assistant
