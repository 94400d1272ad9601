// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rules.h"
#include "core/finished.h"
#include "domain/automation/rules/ruler.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/seededentropy.h"

#include <QTest>

namespace rulestest {

using namespace automation;
using namespace automation::rules;

/// Who is told of what rules find.
class Ear final : public core::Publisher
{
public:
    core::Result<quint64> publish(core::Draft draft) override
    {
        drafts << draft;
        return quint64(drafts.size());
    }
    using core::Publisher::publish;
    [[nodiscard]] int count(const char *topic) const
    {
        return int(std::count_if(drafts.begin(), drafts.end(), [&](const core::Draft &draft) {
            return draft.topic == core::Topic(QLatin1String(topic));
        }));
    }

    QList<core::Draft> drafts;
};

/// What was told of a rule, of one kind.
template <class T>
inline QList<T> saidOf(const Ear &ear, const QString &rule)
{
    QList<T> out;
    for (const core::Draft &draft : ear.drafts) {
        if (draft.topic != core::Topic(QLatin1String(T::topic)))
            continue;
        if (const auto fact = draft.payload.as<T>(); fact && fact->ruleId == rule)
            out << *fact;
    }
    return out;
}

/// Rules over a real store, on a clock that stands still.
struct Desk
{
    storetest::Bench bench;
    support::SeededEntropy entropy{1};
    Ear ear;
    QStringList taken;      ///< "device-down dev-1 firing", with "again" where it was told before
    QStringList names;      ///< of the rules that found it
    bool isRefused = false; ///< nobody takes anything
    QList<StateChange> past;
    bool isWhole = true;                 ///< the past
    QMap<QString, QString> departments;  ///< of sources
    QStringList mayAsk;                  ///< the departments of who asks; none: they see everything
    std::chrono::nanoseconds watched{0}; ///< by the stopwatch: every look at it takes three milliseconds
    std::unique_ptr<Ruler> ruler;

    Desk() { restart(); }
    /// Ends everything at once, as kill -9 does, and begins anew on what was written.
    void restart()
    {
        ruler.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        ruler = std::make_unique<Ruler>(
            Ruler::Surroundings{bench.store->records(), bench.store->samples(), ear, bench.clock, entropy,
                                [this](const QList<Finding> &findings) { return take(findings); },
                                [this](const QDateTime &, const QDateTime &) {
                                    return core::finished(core::Result<PastStates>({past, isWhole}));
                                },
                                [this](const Rule &, const Labels &group) {
                                    return departments.value(group.value(QStringLiteral("source")));
                                },
                                [this] { return watched += std::chrono::milliseconds(3); }});
        QVERIFY(support::awaited(ruler->load()));
        ruler->start();
        settle();
    }
    QFuture<core::Result<void>> take(const QList<Finding> &findings)
    {
        if (isRefused) {
            return core::finished(
                core::Result<void>(core::Error{core::ErrorCode::Unavailable, QStringLiteral("full")}));
        }
        for (const Finding &finding : findings) {
            QString line =
                finding.rule.id + u' ' + finding.transition.group.value(QStringLiteral("source")) +
                (isRaised(finding.transition.to) ? QStringLiteral(" firing") : QStringLiteral(" resolved"));
            names << finding.rule.name;
            taken << (finding.isRepeated ? line + QStringLiteral(" again") : line);
        }
        return core::finished(core::Result<void>());
    }
    void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QVERIFY(storetest::wait(bench.store->records().write({}, {})));
            const QDateTime now = bench.clock.now();
            QVERIFY(storetest::wait(bench.store->samples().range({{}, {}, now.addSecs(-1), now, 1})));
            QCoreApplication::processEvents();
        }
    }
    void pass(std::chrono::seconds time)
    {
        for (auto gone = std::chrono::seconds(0); gone < time; gone += std::chrono::seconds(1))
            bench.clock.advance(std::chrono::seconds(1));
        settle();
    }
    void device(const QString &id, const QString &word)
    {
        ruler->hear(StateChange{id,
                                QStringLiteral("device.status"),
                                word,
                                bench.clock.now().toMSecsSinceEpoch(),
                                {{QStringLiteral("expected"), QStringLiteral("up")}}});
        settle();
    }
    void memory(double value)
    {
        ruler->hear(core::SampleFrame{
            QStringLiteral("host"), bench.clock.now(), {{QStringLiteral("memory.usage"), value}}});
        settle();
    }
    template <class T>
    core::Reply ask(QFuture<core::Reply> (Ruler::*handler)(const core::Command &), const T &params)
    {
        core::Command command;
        command.params = params;
        command.caller.displayName = QStringLiteral("Dana");
        command.caller.departments = mayAsk;
        const core::Reply reply = support::awaited((ruler.get()->*handler)(command));
        settle();
        return reply;
    }
    /// A reading of this machine, kept and heard; then a second goes by.
    void record(const QMap<QString, double> &values)
    {
        const core::SampleFrame frame{QStringLiteral("host"), bench.clock.now(), values};
        bench.store->samples().append(frame);
        ruler->hear(frame);
        bench.clock.advance(std::chrono::seconds(1));
    }
    void add(const Rule &rule)
    {
        const core::Reply set = ask(&Ruler::set, SetRule{rule});
        QVERIFY2(set, set ? "" : qPrintable(set.error().message));
    }
    TestRule::Reply tried(const Rule &rule, const QDateTime &from)
    {
        settle();
        const core::Reply reply = ask(&Ruler::test, TestRule{rule, from, bench.clock.now()});
        if (!reply)
            qWarning("%s", qPrintable(reply.error().message));
        return reply ? *reply->as<TestRule::Reply>() : TestRule::Reply{};
    }
    QStringList ids()
    {
        QStringList out;
        const auto reply = ask(&Ruler::list, ListRules{})->as<ListRules::Reply>();
        for (const RuleStanding &standing : reply->rules)
            out << standing.rule.id;
        return out;
    }
};

inline Rule ruleOf(const QString &id, const QString &condition)
{
    Rule rule;
    rule.id = id;
    rule.name = id;
    rule.condition = condition;
    return rule;
}

inline Rule compositeOf(const QString &id, const QString &formula)
{
    Rule rule = ruleOf(id, formula);
    rule.name = QStringLiteral("Tried");
    rule.kind = RuleKind::Composite;
    return rule;
}

} // namespace rulestest
