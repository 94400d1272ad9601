// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "catalog/alerts.h"
#include "core/attendance.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/noticestore.h"
#include "core/publisher.h"

#include <functional>

namespace alerts {

/// What people are told: notifications, kept for those who are away, and what an administrator tells
/// everyone.
class Notices final : public QObject
{
    Q_OBJECT

public:
    /// When an account was made; nothing when there is none of this id.
    using Since = std::function<std::optional<QDateTime>(const QString &account)>;

    Notices(core::NoticeStore &store, core::Attendance &attendance, core::Publisher &publisher,
            core::Clock &clock, core::Entropy &entropy, Since since);

    // Handlers; the dispatcher has checked role and schema.
    /// To one, or (administrators) to everyone. Errors: Invalid, Forbidden, NotFound (nobody of this id),
    /// Unavailable.
    QFuture<core::Reply> notify(const core::Command &command);
    QFuture<core::Reply> broadcast(const core::Command &command);
    /// The caller's own, newest first. Errors: Unavailable.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> read(const core::Command &command);

    /// Tells of alerts whom it may concern, each what they may see. The same key is told once. Finished well
    /// when it is durable. Errors: Unavailable.
    QFuture<core::Result<void>>
    tellOf(const Notice &notice, const QList<core::Principal> &people,
           const std::function<bool(const NoticeItem &, const core::Principal &)> &isVisible);
    /// An alert was raised: administrators in their room hear of it.
    void announce(const Raised &alert);

private:
    QFuture<core::Reply> deliver(const Notification &notification, bool isKept);
    [[nodiscard]] core::Result<quint64> tell(const Notification &notification);

    core::NoticeStore &m_store;
    core::Attendance &m_attendance;
    core::Publisher &m_publisher;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    Since m_since;
};

} // namespace alerts
