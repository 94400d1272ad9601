// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "catalog/inventory.h"
#include "catalog/metrics.h"
#include "catalog/rulecommands.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QtMath>

/// A server that keeps rules, behind a scripted link.
class RuleServer
{
public:
    /// Answers at that link; what fired is told as of that time.
    RuleServer(support::ScriptedLink &link, const QDateTime &now) : m_link(link), m_now(now)
    {
        using automation::RuleKind;
        tested = history(now, 12);
        automation::Rule &memory =
            add("memory-high", "High memory usage", "last(memory.usage[1m]) >= raise", 6);
        memory.raise = 90;
        memory.clear = 85;
        memory.cooldown = 300;
        memory.summary = QStringLiteral("{value} % of the memory of {source} is in use.");
        automation::Rule &down =
            add("device-down", "Device down", "device.status{expected=\"up\"} == offline", 8);
        down.kind = RuleKind::State;
        down.suppress = QStringList{QStringLiteral("memory-high")};
        find(QStringLiteral("device-down"))->firing = 2;
        find(QStringLiteral("device-down"))->pending = 1;
        find(QStringLiteral("device-down"))->firedAt = now.addSecs(-95);
        automation::Rule &full = add("disk-full-soon", "File system full within a day",
                                     "predict(volume.usage.*[6h], 100) < raise", 6);
        full.raise = 86400;
        full.clear = 36 * 3600;
        full.holdFor = 1800;
        automation::Rule &flaps =
            add("device-flapping", "Device comes and goes", "changes(device.status[10m]) >= raise", 5);
        flaps.kind = RuleKind::State;
        flaps.raise = 6;
        flaps.clear = 1;
        automation::Rule &slow = add("reach-slow", "Answers take long", "avg(reach.rtt[5m]) >= raise", 4);
        slow.raise = 250;
        slow.clear = 200;
        slow.holdFor = 300;
        slow.isEnabled = false;
        automation::Rule &own = add("r-own", "Design uplink busy", "avg(net.rx[5m]) > raise", 7);
        own.raise = 12.5e6;
        own.source.devices = QStringList{QStringLiteral("d-1"), QStringLiteral("host")};
        find(own.id)->fault =
            QStringLiteral("There are more than 1000 groups. Narrow the source of the rule.");
        script();
    }

    automation::Rule &add(const char *id, const char *name, const char *condition, int severity)
    {
        automation::RuleStanding standing;
        standing.rule.id = QString::fromLatin1(id);
        standing.rule.name = QString::fromUtf8(name);
        standing.rule.condition = QString::fromLatin1(condition);
        standing.rule.severity = severity;
        standing.firedAt = m_now.addDays(-2);
        rules << standing;
        return rules.last().rule;
    }
    automation::RuleStanding *find(const QString &id)
    {
        const auto found =
            std::find_if(rules.begin(), rules.end(), [&](const auto &one) { return one.rule.id == id; });
        return found == rules.end() ? nullptr : &*found;
    }
    void sayChanged() { m_link.say(automation::RulesChanged{{}, QStringLiteral("Omar")}, m_now); }
    /// That often in the last week, at the device of that id.
    static automation::TestRule::Reply history(const QDateTime &now, int count, const char *source = "d-1")
    {
        automation::TestRule::Reply reply;
        reply.inputs = 604'800;
        reply.fired = count;
        for (int i = 0; i < count; ++i) {
            automation::RuleFiring firing;
            firing.rule = QStringLiteral("tested");
            firing.group = {{QStringLiteral("source"), QString::fromLatin1(source)}};
            firing.from = now.addSecs(-3600 * (11 + 13 * (count - i)));
            firing.to = firing.from.addSecs(600 + 1800 * (i % 4));
            firing.value = 91 + i % 7;
            reply.firings << firing;
        }
        reply.sentence = QStringLiteral("Would have fired %1 times.").arg(count);
        return reply;
    }

    /// Answers for what was measured, too.
    void answerSeries()
    {
        on<metrics::Series>([](const metrics::Series &) {
            return said(metrics::Series::Reply{{{QStringLiteral("cpu.core.0"), {}, {}}}});
        });
        on<metrics::History>([](const metrics::History &asked) {
            metrics::History::Reply reply;
            reply.bucket = 3600;
            metrics::HistorySeries series{asked.names.value(0), QStringLiteral("%"), {}};
            for (qint64 at = asked.from.toMSecsSinceEpoch(); at < asked.to.toMSecsSinceEpoch();
                 at += 3'600'000) {
                const double value = 62 + 30 * qSin(double(at) / 3.6e6 / 5);
                series.points << QList<double>{double(at), value - 4, value, value + 4, 60};
            }
            reply.series << series;
            return said(reply);
        });
    }

    QList<automation::RuleStanding> rules;
    QList<alerts::AlertFigures> noise; ///< of 30 days, by rule
    void addNoise(const QString &rule, int came, int ignored = 0)
    {
        alerts::AlertFigures figures;
        figures.key = rule;
        figures.came = came;
        figures.ignored = ignored;
        noise << figures;
    }
    automation::TestRule::Reply tested;
    QString refusal; ///< of what is set, tested or imported; empty: it is taken
    QList<automation::Rule> wasSet;
    automation::TestRule lastTest;

private:
    template <class T, class Do>
    void on(Do deed)
    {
        m_link.answers.insert(QString::fromLatin1(T::name), [deed](const QJsonObject &params) -> core::Reply {
            const core::Result<T> asked = core::fromJson<T>(params);
            return asked ? deed(asked.value()) : core::Reply(asked.error());
        });
    }
    template <class T>
    static core::Reply said(const T &reply)
    {
        return core::Reply(core::toJson(reply).toObject());
    }
    [[nodiscard]] core::Reply refused() const { return core::Error{core::ErrorCode::Invalid, refusal}; }

    void script()
    {
        using namespace automation;
        on<ListRules>([this](const ListRules &) { return said(ListRules::Reply{rules}); });
        on<alerts::AlertHistory>([this](const alerts::AlertHistory &asked) {
            alerts::AlertHistory::Reply reply;
            if (asked.from.daysTo(asked.to) == 30)
                reply.bySource = noise;
            return said(reply);
        });
        on<SetRule>([this](const SetRule &asked) -> core::Reply {
            if (!refusal.isEmpty())
                return refused();
            wasSet << asked.rule;
            RuleStanding standing;
            standing.rule = asked.rule;
            if (standing.rule.id.isEmpty())
                standing.rule.id = QStringLiteral("r-%1").arg(++m_last);
            if (RuleStanding *known = find(standing.rule.id))
                known->rule = standing.rule;
            else
                rules << standing;
            return said(standing);
        });
        on<RemoveRule>([this](const RemoveRule &asked) -> core::Reply {
            if (!refusal.isEmpty())
                return refused();
            rules.removeIf([&](const RuleStanding &one) { return one.rule.id == asked.id; });
            return said(identity::Done{});
        });
        on<TestRule>([this](const TestRule &asked) -> core::Reply {
            lastTest = asked;
            return refusal.isEmpty() ? said(tested) : refused();
        });
        on<ExportRules>([](const ExportRules &asked) {
            return said(ExportRules::Reply{QStringLiteral("# ") + asked.ids.join(u' ') +
                                           QStringLiteral("\n- id: memory-high\n")});
        });
        on<ImportRules>([this](const ImportRules &) -> core::Reply {
            return refusal.isEmpty() ? said(ImportRules::Reply{2, 1}) : refused();
        });
    }

    support::ScriptedLink &m_link;
    QDateTime m_now;
    int m_last = 0;
};
