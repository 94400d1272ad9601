// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "core/command.h"
#include "domain/alerts/alertlist.h"
#include "domain/alerts/intake.h"

#include <QCoreApplication>

namespace alerts {

/// What people do to alerts: all that are named, or none.
class Handiwork
{
    Q_DECLARE_TR_FUNCTIONS(alerts::Handiwork)
public:
    Handiwork(Turn &turn, const Intake::Mark &mark, Visible isVisible, QString by)
        : m_turn(turn), m_mark(mark), m_isVisible(std::move(isVisible)), m_by(std::move(by))
    {
    }

    // Errors: NotFound, and Conflict where an alert is not as it would have to be.
    core::Reply acknowledge(const AcknowledgeAlerts &asked);
    core::Reply unacknowledge(const UnacknowledgeAlerts &asked);
    core::Reply assign(const AssignAlerts &asked);
    core::Reply comment(const CommentAlert &asked);
    core::Reply resolve(const ResolveAlerts &asked);
    core::Reply reopen(const ReopenAlerts &asked);
    core::Reply fold(const FoldAlerts &asked);
    core::Reply unfold(const UnfoldAlerts &asked);

private:
    /// Those, when all are there and `speaksAgainst` has nothing to say of any.
    core::Result<QList<qint64>> named(const QStringList &ids,
                                      const std::function<QString(const Kept &)> &speaksAgainst) const;
    [[nodiscard]] const Kept *find(const QString &id) const;
    /// As it is now.
    [[nodiscard]] Kept kept(qint64 number) const { return *m_turn.shelf().find(number); }
    [[nodiscard]] AlertsChanged shown(const QList<qint64> &numbers) const;

    Turn &m_turn;
    const Intake::Mark &m_mark;
    Visible m_isVisible;
    QString m_by;
};

} // namespace alerts
