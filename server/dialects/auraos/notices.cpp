// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/auraos/words.h"
#include "dialects/nothing.h"
#include "dialects/notification.h"

namespace dialects::auraos {

namespace {
using core::field;

/// `system_alert`.
struct SystemAlertShape
{
    QString title;
    QString message;
    alerts::Urgency severity = alerts::Urgency::Info;
    std::optional<alerts::Remedy> action;

    static core::Fields fields()
    {
        return {field("title", &SystemAlertShape::title, "In a few words"),
                field("message", &SystemAlertShape::message, "The whole of it"),
                field("severity", &SystemAlertShape::severity, "info, warning or critical"),
                field("action", &SystemAlertShape::action, "What one may do about it")};
    }
};

/// `send_notification`.
struct NoticeRequest
{
    struct Text
    {
        QString title;
        QString message;
        std::optional<QString> type;
        std::optional<QJsonValue> data;

        static core::Fields fields()
        {
            return {field("title", &Text::title, "In a few words").atMost(256),
                    field("message", &Text::message, "The whole of it").atMost(4096).defaulted(),
                    field("type", &Text::type, "info, success, warning or error").atMost(32),
                    field("data", &Text::data, "Whatever the sender adds")};
        }
    };

    QString to;
    Text notification;

    static core::Fields fields()
    {
        return {field("to", &NoticeRequest::to, "Account id").atMost(128),
                field("notification", &NoticeRequest::notification, "What to tell")};
    }
};

/// `send_notification` as it is acknowledged.
struct NoticeSent
{
    QString message;

    static core::Fields fields()
    {
        return {field("message", &NoticeSent::message, "Whether they are here now")};
    }
};

alerts::Notify notifyOf(const NoticeRequest &wire)
{
    alerts::Notify notify;
    notify.userId = wire.to;
    notify.title = wire.notification.title;
    notify.message = wire.notification.message;
    notify.type = toneOf(wire.notification.type.value_or(QString()));
    notify.data = wire.notification.data;
    return notify;
}
} // namespace

void addNoticeWords(Vocabulary &words)
{
    words.speak<alerts::Notification>("notification", notificationShape);
    words.speak<alerts::SystemAlert>("system_alert", [](const alerts::SystemAlert &fact) {
        return SystemAlertShape{fact.title, fact.message, fact.severity, fact.action};
    });
    // Everyst's word too: this contract's is the one with `to`.
    words
        .hear<alerts::Notify, NoticeRequest>(
            "send_notification", notifyOf,
            [](const alerts::Notify::Reply &reply) { return NoticeSent{reply.message}; })
        .claims = [](const QJsonValue &argument) {
        return argument.toObject().contains(QLatin1String("to"));
    };
    words.hear<alerts::Broadcast, alerts::Broadcast>(
        "broadcast_system_alert", [](const alerts::Broadcast &wire) { return wire; },
        [](const alerts::SystemAlert &) { return Nothing{}; });
}

} // namespace dialects::auraos
