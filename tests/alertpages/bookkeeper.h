// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "catalog/silences.h"
#include "support/scriptedlink.h"

#include <QRegularExpression>

#include <functional>

/// The other side's book of alerts behind a scripted link: it lists, does what it is told, and tells of it.
class Bookkeeper
{
public:
    using Alert = alerts::Alert;

    Bookkeeper(support::ScriptedLink &link, QDateTime now) : link(link), now(std::move(now)) { script(); }

    Alert &add(const QString &title, int severity, int minutesAgo = 5)
    {
        Alert one;
        one.id = QStringLiteral("A-%1").arg(++number);
        one.fingerprint = one.id;
        one.title = title;
        one.message = QStringLiteral("%1 and ought not to.").arg(title);
        one.alertType = alerts::Kind::Network;
        one.severity = severity;
        one.source = QStringLiteral("device-down");
        one.labels = {
            {QStringLiteral("device"), QStringLiteral("dev-%1").arg(number)},
            {QStringLiteral("rule"), one.source},
            {QStringLiteral("site"), number % 2 == 0 ? QStringLiteral("north") : QStringLiteral("south")}};
        one.raisedAt = one.lastAt = now.addSecs(-60 * minutesAgo);
        known << one;
        return known.last();
    }
    /// A storm: worse and less bad ones in turn.
    void storm(int count)
    {
        known.reserve(known.size() + count);
        static const int severities[] = {9, 7, 5, 3, 8};
        for (int i = 0; i < count; ++i)
            add(QStringLiteral("Interface eth%1 is down").arg(i), severities[i % 5], i % 300);
    }
    Alert *find(const QString &id)
    {
        // Numbers are given one after the other.
        const int place = id.mid(2).toInt() - 1;
        return place >= 0 && place < known.size() ? &known[place] : nullptr;
    }
    void fold(const QString &child, const QString &parent)
    {
        find(child)->foldedInto = parent;
        ++find(parent)->children;
    }
    /// Tells of what is not as it was.
    void tell(const QStringList &ids)
    {
        alerts::Changed fact;
        for (const QString &id : ids)
            fact.alerts << *find(id);
        link.say(fact, now);
    }

    /// Lays its answers down.
    void script();

    support::ScriptedLink &link;
    QDateTime now;
    QList<Alert> known;
    QMap<QString, QList<alerts::AlertEntry>> stories;
    QList<alerts::Silence> silences;
    QList<alerts::MaintenanceWindow> windows;
    QString refusal; ///< of everything that changes something; empty: it is done
    bool isTelling = true;
    int number = 0;

private:
    template <class Command>
    void on(const std::function<core::Reply(const Command &)> &done)
    {
        link.answers.insert(QLatin1String(Command::name), [done](const QJsonObject &asked) {
            return done(core::fromJson<Command>(asked).value());
        });
    }
    template <class Command>
    void change(alerts::Deed deed, const std::function<void(Alert &, const Command &)> &done)
    {
        on<Command>([this, deed, done](const Command &asked) -> core::Reply {
            if (!refusal.isEmpty())
                return core::Error{core::ErrorCode::Conflict, refusal};
            alerts::AlertsChanged reply;
            for (const QString &id : asked.ids) {
                Alert *alert = find(id);
                if (!alert)
                    return core::Error{core::ErrorCode::NotFound,
                                       QStringLiteral("There is no alert %1.").arg(id)};
                done(*alert, asked);
                note(id, deed, {});
                reply.alerts << *alert;
            }
            if (isTelling)
                link.say(alerts::Changed{reply.alerts}, now);
            return core::Reply(core::toJson(reply).toObject());
        });
    }
    void note(const QString &id, alerts::Deed deed, const QString &text)
    {
        QList<alerts::AlertEntry> &story = stories[id];
        story << alerts::AlertEntry{int(story.size()) + 1, now, deed, QStringLiteral("Administrator"), text};
    }

    static bool matches(const Alert &alert, const QString &matchers)
    {
        static const QRegularExpression form(QStringLiteral("(\\w+)(=~|=)\"([^\"]*)\""));
        auto each = form.globalMatch(matchers);
        while (each.hasNext()) {
            const auto one = each.next();
            const QString has = alert.labels.value(one.captured(1));
            const QRegularExpression pattern(QRegularExpression::anchoredPattern(one.captured(3)));
            if (one.captured(2) == QLatin1String("=") ? has != one.captured(3)
                                                      : !pattern.match(has).hasMatch())
                return false;
        }
        return true;
    }
    core::Reply list(const alerts::ListAlerts &asked)
    {
        QList<const Alert *> found;
        for (const Alert &alert : known) {
            const bool isWanted = asked.states.isEmpty() ? alert.state != alerts::AlertState::Resolved
                                                         : asked.states.contains(alert.state);
            if (isWanted && (asked.isFlat || alert.foldedInto.isEmpty()) &&
                alert.severity >= asked.leastSeverity && (!asked.since || alert.raisedAt >= *asked.since) &&
                (!asked.from || !alert.resolvedAt || *alert.resolvedAt >= *asked.from) &&
                (!asked.to || alert.raisedAt <= *asked.to) &&
                (asked.subjectId.isEmpty() || alert.subjectId == asked.subjectId) &&
                asked.isAboutDevice.value_or(!alert.subjectId.isEmpty()) == !alert.subjectId.isEmpty() &&
                alert.title.contains(asked.text) && matches(alert, asked.matchers))
                found << &alert;
        }
        alerts::ListAlerts::Reply reply;
        reply.count = int(found.size());
        for (const Alert *alert : found.mid(asked.offset, asked.limit))
            reply.alerts << *alert;
        return core::Reply(core::toJson(reply).toObject());
    }
    core::Reply get(const QString &id)
    {
        const Alert *alert = find(id);
        if (!alert)
            return core::Error{core::ErrorCode::NotFound, QStringLiteral("There is no alert %1.").arg(id)};
        alerts::GetAlert::Reply reply;
        reply.alert = *alert;
        reply.entries = stories.value(id);
        for (const Alert &other : std::as_const(known)) {
            if (other.foldedInto == id)
                reply.children << other;
        }
        return core::Reply(core::toJson(reply).toObject());
    }
    core::Reply silence(const alerts::SetSilence &asked)
    {
        alerts::Silence one;
        one.id = asked.id.isEmpty() ? QStringLiteral("S-%1").arg(silences.size() + 1) : asked.id;
        static const QRegularExpression form(QStringLiteral("(\\w+)(=~|=)\"([^\"]*)\""));
        auto each = form.globalMatch(asked.matchers);
        while (each.hasNext()) {
            const auto matcher = each.next();
            one.matchers << alerts::Matcher{matcher.captured(1),
                                            matcher.captured(2) == QLatin1String("=")
                                                ? alerts::Comparison::Equal
                                                : alerts::Comparison::Matches,
                                            matcher.captured(3)};
        }
        one.until = asked.until;
        one.reason = asked.reason;
        one.by = QStringLiteral("Administrator");
        one.createdAt = now;
        QStringList under;
        for (Alert &alert : known) {
            if (alert.state != alerts::AlertState::Resolved && matches(alert, asked.matchers)) {
                alert.silencedBy = one.id;
                alert.silencedUntil = one.until;
                under << alert.id;
            }
        }
        one.alerts = int(under.size());
        silences.removeIf([&](const alerts::Silence &old) { return old.id == one.id; });
        silences << one;
        if (!under.isEmpty())
            tell(under);
        link.say(alerts::SilencesChanged{one.id, one.by}, now);
        return core::Reply(core::toJson(one).toObject());
    }
    core::Reply endSilence(const QString &id)
    {
        for (alerts::Silence &silence : silences) {
            if (silence.id != id)
                continue;
            silence.isOver = true;
            silence.until = now;
            QStringList freed;
            for (Alert &alert : known) {
                if (alert.silencedBy != id)
                    continue;
                alert.silencedBy.clear();
                alert.silencedUntil.reset();
                freed << alert.id;
            }
            if (!freed.isEmpty())
                tell(freed);
            link.say(alerts::SilencesChanged{id, {}}, now);
            return core::Reply(core::toJson(silence).toObject());
        }
        return core::Error{core::ErrorCode::NotFound, QStringLiteral("There is no silence %1.").arg(id)};
    }
};

inline void Bookkeeper::script()
{
    using namespace alerts;
    on<ListAlerts>([this](const ListAlerts &asked) { return list(asked); });
    on<GetAlert>([this](const GetAlert &asked) { return get(asked.id); });
    change<AcknowledgeAlerts>(Deed::Acknowledged, [this](Alert &alert, const AcknowledgeAlerts &asked) {
        alert.state = AlertState::Acknowledged;
        alert.acknowledgement =
            Acknowledgement{QStringLiteral("Administrator"), asked.note, now, asked.until};
    });
    change<UnacknowledgeAlerts>(Deed::Unacknowledged, [](Alert &alert, const UnacknowledgeAlerts &) {
        alert.state = AlertState::Open;
        alert.acknowledgement.reset();
    });
    change<AssignAlerts>(Deed::Assigned,
                         [](Alert &alert, const AssignAlerts &asked) { alert.assignee = asked.assignee; });
    change<ResolveAlerts>(Deed::Resolved, [this](Alert &alert, const ResolveAlerts &) {
        alert.state = AlertState::Resolved;
        alert.resolvedAt = now;
    });
    change<ReopenAlerts>(Deed::Reopened, [](Alert &alert, const ReopenAlerts &) {
        alert.state = AlertState::Open;
        alert.resolvedAt.reset();
        ++alert.reopenings;
    });
    change<FoldAlerts>(Deed::Folded, [this](Alert &alert, const FoldAlerts &asked) {
        alert.isFoldedByHand = true;
        fold(alert.id, asked.into);
    });
    change<UnfoldAlerts>(Deed::Unfolded, [this](Alert &alert, const UnfoldAlerts &) {
        if (Alert *parent = find(alert.foldedInto))
            --parent->children;
        alert.foldedInto.clear();
        alert.isFoldedByHand = true;
    });
    on<CommentAlert>([this](const CommentAlert &asked) {
        Alert &alert = *find(asked.id);
        ++alert.comments;
        note(asked.id, Deed::Commented, asked.text);
        return core::Reply(core::toJson(AlertsChanged{{alert}}).toObject());
    });
    on<ListSilences>([this](const ListSilences &) {
        return core::Reply(core::toJson(ListSilences::Reply{silences}).toObject());
    });
    on<SetSilence>([this](const SetSilence &asked) { return silence(asked); });
    on<RemoveSilence>([this](const RemoveSilence &asked) { return endSilence(asked.id); });
    on<ListWindows>([this](const ListWindows &) {
        return core::Reply(core::toJson(ListWindows::Reply{windows}).toObject());
    });
    on<ListWindowTimes>([this](const ListWindowTimes &asked) {
        ListWindowTimes::Reply reply;
        for (const MaintenanceWindow &one : std::as_const(windows)) {
            const int days = one.repetition.startsWith(QLatin1String("FREQ=DAILY"))    ? 1
                             : one.repetition.startsWith(QLatin1String("FREQ=WEEKLY")) ? 7
                                                                                       : 1000;
            for (QDateTime begin = one.start; one.isEnabled && begin < asked.to;
                 begin = begin.addDays(days)) {
                if (begin.addSecs(one.duration) > asked.from)
                    reply.times << WindowTime{one.id, one.displayName, begin, begin.addSecs(one.duration)};
            }
        }
        return core::Reply(core::toJson(reply).toObject());
    });
    on<SetWindow>([this](const SetWindow &asked) {
        if (!refusal.isEmpty())
            return core::Reply(core::Error{core::ErrorCode::Invalid, refusal});
        MaintenanceWindow one;
        one.id = asked.id.isEmpty() ? QStringLiteral("M-%1").arg(windows.size() + 1) : asked.id;
        one.displayName = asked.displayName;
        one.reason = asked.reason;
        one.start = asked.start;
        one.duration = asked.duration;
        one.timeZone = asked.timeZone;
        one.repetition = asked.repetition;
        one.isEnabled = asked.isEnabled;
        one.nextAt = asked.start;
        one.createdAt = now;
        windows.removeIf([&](const MaintenanceWindow &old) { return old.id == one.id; });
        windows << one;
        link.say(SilencesChanged{one.id, {}}, now);
        return core::Reply(core::toJson(one).toObject());
    });
    on<RemoveWindow>([this](const RemoveWindow &asked) {
        windows.removeIf([&](const MaintenanceWindow &old) { return old.id == asked.id; });
        link.say(SilencesChanged{asked.id, {}}, now);
        return core::Reply(QJsonObject());
    });
}
