// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertdeeds.h"

#include "alerts/matcherline.h"
#include "client/ask.h"
#include "core/principal.h"
#include "kit/toast.h"
#include "network/kind.h"

#include <algorithm>
#include <memory>

namespace alerts {

namespace {
constexpr qsizetype mostAtOnce = 500; // as alerts.acknowledge and the others have it

/// Those who had something alike together.
using Groups = QMap<QString, QStringList>;
} // namespace

AlertDeeds::AlertDeeds(client::Alerts &alerts, kit::ToastArea &toasts, QObject *parent)
    : QObject(parent), m_alerts(alerts), m_toasts(toasts)
{
}

QString AlertDeeds::whyNot() const
{
    const client::Mirror &mirror = m_alerts.mirror();
    if (mirror.link().state() != client::Link::State::Live)
        return tr("There is no connection to the server.");
    const auto &user = mirror.user();
    const bool may = user && (user->role == core::roleWord(core::Role::Admin) ||
                              user->role == core::roleWord(core::Role::Operator));
    return may ? QString() : tr("Only operators and administrators may see to alerts.");
}

QStringList AlertDeeds::in(const QStringList &ids, const QList<AlertState> &states) const
{
    QStringList found;
    for (const QString &id : ids) {
        const Alert *alert = m_alerts.find(id);
        if (alert && states.contains(alert->state))
            found << id;
    }
    return found;
}

QString AlertDeeds::named(const QStringList &ids) const
{
    return ids.size() == 1 ? network::plainLine(ids.first()) : tr("%n alerts", nullptr, int(ids.size()));
}

template <class Command>
void AlertDeeds::send(const Command &command, const QStringList &ids, const Then &then)
{
    if (ids.isEmpty())
        return;
    const auto left = std::make_shared<qsizetype>((ids.size() + mostAtOnce - 1) / mostAtOnce);
    const auto why = std::make_shared<QString>();
    for (qsizetype at = 0; at < ids.size(); at += mostAtOnce) {
        Command piece = command;
        piece.ids = ids.mid(at, mostAtOnce);
        client::ask(m_alerts.mirror().link(), piece, this,
                    [this, left, why, then](const core::Result<AlertsChanged> &reply) {
                        if (reply)
                            m_alerts.take(reply->alerts);
                        else
                            *why = reply.error().message;
                        if (--*left > 0)
                            return;
                        if (!why->isEmpty())
                            Q_EMIT refused(*why);
                        else if (then)
                            then();
                        Q_EMIT done();
                    });
    }
}

template <class Command>
void AlertDeeds::send(const Command &command, const QStringList &ids, const QString &said, const Then &undo)
{
    send(command, ids, [this, said, undo] { say(said, undo); });
}

void AlertDeeds::say(const QString &said, const Then &undo)
{
    m_undo = undo;
    kit::Toast *toast = m_toasts.say(said, undo ? tr("Undo") : QString());
    m_toast = toast;
    connect(toast, &kit::Toast::actionTriggered, this, &AlertDeeds::undo);
    connect(toast, &kit::Toast::gone, this, [this, toast] {
        if (m_toast != toast)
            return;
        m_toast = nullptr;
        m_undo = nullptr;
        Q_EMIT done();
    });
}

void AlertDeeds::sayUndone()
{
    m_toasts.say(tr("It is as it was."));
    Q_EMIT done();
}

bool AlertDeeds::undo()
{
    const Then undo = std::exchange(m_undo, nullptr);
    if (!undo)
        return false;
    undo();
    // What was said is not so any more.
    if (kit::Toast *toast = std::exchange(m_toast, nullptr))
        Q_EMIT toast->gone();
    return true;
}

AlertDeeds::Then AlertDeeds::acknowledgingAgain(const QStringList &ids)
{
    QMap<QString, AcknowledgeAlerts> groups;
    for (const QString &id : ids) {
        const Alert *alert = m_alerts.find(id);
        if (!alert || !alert->acknowledgement)
            continue;
        const Acknowledgement &was = *alert->acknowledgement;
        AcknowledgeAlerts &again =
            groups[was.note + u'\n' + (was.until ? was.until->toString(Qt::ISODateWithMs) : QString())];
        again.note = was.note;
        again.until = was.until;
        again.ids << id;
    }
    return [this, groups] {
        for (const AcknowledgeAlerts &again : groups)
            send(again, again.ids, Then());
    };
}

void AlertDeeds::acknowledge(const QStringList &ids, const QString &note,
                             const std::optional<QDateTime> &until)
{
    // Who looks after one already goes on to do so, unless there is something to be said.
    const bool isSaid = !note.isEmpty() || until;
    const QStringList open = in(ids, {AlertState::Open});
    const QStringList meant = isSaid ? in(ids, {AlertState::Open, AlertState::Acknowledged}) : open;
    const Then again = acknowledgingAgain(in(ids, {AlertState::Acknowledged}));
    send(AcknowledgeAlerts{{}, note, until}, meant, tr("%1 acknowledged.").arg(named(meant)),
         [this, open, again, isSaid] {
             if (isSaid)
                 again();
             send(UnacknowledgeAlerts{}, open, [this] { sayUndone(); });
         });
}

void AlertDeeds::unacknowledge(const QStringList &ids)
{
    const QStringList meant = in(ids, {AlertState::Acknowledged});
    send(UnacknowledgeAlerts{}, meant, tr("Nobody looks after %1 any more.").arg(named(meant)),
         acknowledgingAgain(meant));
}

void AlertDeeds::assign(const QStringList &ids, const QString &who)
{
    Groups before;
    for (const QString &id : ids) {
        if (const Alert *alert = m_alerts.find(id))
            before[alert->assignee] << id;
    }
    const QString said = who.isEmpty() ? tr("%1 given to nobody.").arg(named(ids))
                                       : tr("%1 given to %2.").arg(named(ids), network::plainLine(who));
    send(AssignAlerts{{}, who}, ids, said, [this, before] {
        for (auto group = before.cbegin(); group != before.cend(); ++group)
            send(AssignAlerts{{}, group.key()}, group.value(), Then());
        sayUndone();
    });
}

void AlertDeeds::resolve(const QStringList &ids)
{
    const QStringList meant = in(ids, {AlertState::Open, AlertState::Acknowledged});
    const Then again = acknowledgingAgain(in(ids, {AlertState::Acknowledged}));
    send(ResolveAlerts{}, meant, tr("%1 resolved.").arg(named(meant)), [this, meant, again] {
        send(ReopenAlerts{}, meant, [this, again] {
            again();
            sayUndone();
        });
    });
}

void AlertDeeds::reopen(const QStringList &ids)
{
    const QStringList meant = in(ids, {AlertState::Resolved});
    send(ReopenAlerts{}, meant, tr("%1 reopened.").arg(named(meant)),
         [this, meant] { send(ResolveAlerts{}, meant, [this] { sayUndone(); }); });
}

void AlertDeeds::fold(const QStringList &ids, const QString &into)
{
    QStringList meant = ids;
    meant.removeAll(into);
    Groups before;
    for (const QString &id : std::as_const(meant)) {
        if (const Alert *alert = m_alerts.find(id))
            before[alert->foldedInto] << id;
    }
    send(FoldAlerts{{}, into}, meant, tr("%1 folded into %2.").arg(named(meant), network::plainLine(into)),
         [this, before] {
             for (auto group = before.cbegin(); group != before.cend(); ++group) {
                 if (group.key().isEmpty())
                     send(UnfoldAlerts{}, group.value(), Then());
                 else
                     send(FoldAlerts{{}, group.key()}, group.value(), Then());
             }
             sayUndone();
         });
}

void AlertDeeds::unfold(const QStringList &ids)
{
    Groups before;
    QStringList meant;
    for (const QString &id : ids) {
        const Alert *alert = m_alerts.find(id);
        if (!alert || alert->foldedInto.isEmpty())
            continue;
        meant << id;
        before[alert->foldedInto] << id;
    }
    send(UnfoldAlerts{}, meant, tr("%1 by itself from now on.").arg(named(meant)), [this, before] {
        for (auto group = before.cbegin(); group != before.cend(); ++group)
            send(FoldAlerts{{}, group.key()}, group.value(), Then());
        sayUndone();
    });
}

void AlertDeeds::comment(const QString &id, const QString &text, const Then &then)
{
    client::ask(m_alerts.mirror().link(), CommentAlert{id, text}, this,
                [this, then](const core::Result<AlertsChanged> &reply) {
                    if (!reply) {
                        Q_EMIT refused(reply.error().message);
                        return;
                    }
                    m_alerts.take(reply->alerts);
                    if (then)
                        then();
                    Q_EMIT done();
                });
}

void AlertDeeds::silence(const SetSilence &command, const std::optional<Silence> &before, const Then &then,
                         const std::function<void(const QString &)> &refusedWith)
{
    client::ask(m_alerts.mirror().link(), command, this,
                [this, before, then, refusedWith](const core::Result<Silence> &reply) {
                    if (!reply) {
                        refusedWith(reply.error().message);
                        return;
                    }
                    const Silence now = *reply;
                    if (then)
                        then();
                    const QString said = before ? tr("The silence is changed.")
                                                : tr("%n alert(s) silenced.", nullptr, now.alerts);
                    say(
                        said, before ? Then() : [this, now] { endSilence(now); });
                    Q_EMIT done();
                });
}

void AlertDeeds::endSilence(const Silence &silence)
{
    client::ask(m_alerts.mirror().link(), RemoveSilence{silence.id}, this,
                [this](const core::Result<Silence> &reply) {
                    if (reply)
                        say(tr("The silence is over."), {});
                    else
                        Q_EMIT refused(reply.error().message);
                    Q_EMIT done();
                });
}

void AlertDeeds::setWindow(const SetWindow &command, const Then &then,
                           const std::function<void(const QString &)> &refusedWith)
{
    client::ask(m_alerts.mirror().link(), command, this,
                [this, then, refusedWith](const core::Result<MaintenanceWindow> &reply) {
                    if (!reply) {
                        refusedWith(reply.error().message);
                        return;
                    }
                    if (then)
                        then();
                    say(tr("The maintenance is planned."), {});
                    Q_EMIT done();
                });
}

void AlertDeeds::removeWindow(const MaintenanceWindow &window)
{
    SetWindow again;
    again.displayName = window.displayName;
    again.reason = window.reason;
    again.matchers = writtenMatchers(window.matchers);
    again.start = window.start;
    again.duration = window.duration;
    again.timeZone = window.timeZone;
    again.repetition = window.repetition;
    again.isEnabled = window.isEnabled;
    // Set again, it would be for what whoever sets it may see, and each time.
    const std::optional<identity::User> &user = m_alerts.mirror().user();
    const bool isSame = user && user->departments == window.departments && window.exceptions.isEmpty() &&
                        window.additions.isEmpty();
    client::ask(m_alerts.mirror().link(), RemoveWindow{window.id}, this,
                [this, again, isSame](const core::Result<identity::Done> &reply) {
                    if (!reply) {
                        Q_EMIT refused(reply.error().message);
                        return;
                    }
                    const auto undo = [this, again] {
                        setWindow(again, {}, [this](const QString &why) { Q_EMIT refused(why); });
                    };
                    say(tr("The maintenance is removed."), isSame ? Then(undo) : Then());
                    Q_EMIT done();
                });
}

} // namespace alerts
