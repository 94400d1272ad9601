// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/slashundo.h"

#include "catalog/silences.h"

#include <QJsonArray>

namespace chat {

namespace {
template <class Command>
TakingBack by(const Command &command)
{
    return [params = core::toJson(command).toObject()](const core::Payload &) {
        return std::optional(TakenBack{QString::fromLatin1(Command::name), params});
    };
}

/// Those of the command that are open, which they no longer are once it is done.
QStringList openAmong(const QJsonObject &params, const client::AlertLookup &alerts, bool *isAll)
{
    QStringList open;
    const QJsonArray ids = params.value(QLatin1String("ids")).toArray();
    for (const QJsonValue &id : ids) {
        const alerts::Alert *alert = alerts.find(id.toString());
        if (alert && alert->state == alerts::AlertState::Open)
            open << alert->id;
    }
    *isAll = open.size() == ids.size();
    return open;
}
} // namespace

TakingBack takingBack(const PreviewSlash::Reply &planned, const client::AlertLookup &alerts, const Room &room)
{
    const QString &command = planned.command;
    bool isAll = false;
    if (command == QLatin1String(alerts::AcknowledgeAlerts::name)) {
        const QStringList open = openAmong(planned.params, alerts, &isAll);
        return open.isEmpty() ? TakingBack() : by(alerts::UnacknowledgeAlerts{open, {}});
    }
    if (command == QLatin1String(alerts::ResolveAlerts::name)) {
        // Opened again, nobody would look after one that somebody looks after now.
        const QStringList open = openAmong(planned.params, alerts, &isAll);
        return isAll ? by(alerts::ReopenAlerts{open, {}}) : TakingBack();
    }
    if (command == QLatin1String(alerts::SetSilence::name)) {
        return [](const core::Payload &reply) -> std::optional<TakenBack> {
            const auto silence = reply.as<alerts::Silence>();
            if (!silence)
                return std::nullopt;
            return TakenBack{QString::fromLatin1(alerts::RemoveSilence::name),
                             core::toJson(alerts::RemoveSilence{silence->id}).toObject()};
        };
    }
    if (command == QLatin1String(SetRoom::name)) {
        SetRoom before{room.name};
        before.topic = room.topic;
        return by(before);
    }
    return {};
}

} // namespace chat
