// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "core/journal.h"
#include "domain/automation/rules/ruler.h"

#include <QObject>

namespace engine {

class Subjects;

/// How devices and services were, as rules look at them.
class Hindsight final : public QObject
{
    Q_OBJECT
public:
    using States = core::Result<automation::rules::PastStates>;

    Hindsight(core::ChangeStore &changes, core::Journal &journal, const Subjects &subjects)
        : m_changes(changes), m_journal(journal), m_subjects(subjects)
    {
    }

    /// Errors: Unavailable.
    QFuture<States> between(const QDateTime &from, const QDateTime &to);

private:
    QFuture<States> ofDevices(const QDateTime &from, const QDateTime &to);
    /// With those of services, which are told whenever one is another: they are in the journal.
    QFuture<States> withServices(const automation::rules::PastStates &devices, const QDateTime &from,
                                 const QDateTime &to);

    core::ChangeStore &m_changes;
    core::Journal &m_journal;
    const Subjects &m_subjects;
};

} // namespace engine
