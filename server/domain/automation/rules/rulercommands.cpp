// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of the rules, and do to them.
#include "core/finished.h"
#include "core/log.h"
#include "domain/automation/rules/condition.h"
#include "domain/automation/rules/elsewhere.h"
#include "domain/automation/rules/ruler.h"
#include "domain/automation/rules/ruleyaml.h"

#include <QJsonDocument>

#include <algorithm>

namespace automation::rules {

namespace {
constexpr int idBytes = 9;

QString nameOf(const core::Principal &caller)
{
    return caller.displayName.isEmpty() ? caller.name : caller.displayName;
}

core::Record recordOf(const Rule &rule)
{
    return {QStringLiteral("rule"), rule.id, core::Payload(rule).text()};
}

core::Error noRule(const QString &id)
{
    return {core::ErrorCode::NotFound, automation::rules::Ruler::tr("There is no rule %1.").arg(id)};
}
} // namespace

bool Ruler::isVisible(const Rule &rule, const Labels &group, const core::Principal &caller) const
{
    return caller.departments.isEmpty() || caller.departments.contains(m_around.departmentOf(rule, group));
}

RuleStanding Ruler::standingOf(const Rule &rule, const core::Principal &caller) const
{
    RuleStanding out;
    out.rule = rule;
    const auto isOfIt = [&](const auto &each) {
        return each.first.first == rule.id && isVisible(rule, each.second.transition.group, caller);
    };
    out.firing = int(std::count_if(m_raised.begin(), m_raised.end(), isOfIt));
    const QMap<QString, QDateTime> fired = m_firedAt.value(rule.id);
    for (auto each = fired.begin(); each != fired.end(); ++each) {
        if (caller.departments.isEmpty() || caller.departments.contains(each.key()))
            out.firedAt = std::max(out.firedAt.value_or(*each), *each);
    }
    const QList<Fault> faults = m_runtime.faults();
    for (const Fault &fault : faults) {
        if (fault.rule == rule.id)
            out.fault = fault.message;
    }
    return out;
}

QFuture<core::Reply> Ruler::list(const core::Command &command)
{
    QHash<QString, int> pending;
    const Snapshot snapshot = m_runtime.snapshot();
    for (const KeptGroup &group : snapshot.groups) {
        if (group.life.phase == Phase::Pending &&
            isVisible(m_rules.value(group.rule), group.group, command.caller))
            ++pending[group.rule];
    }
    ListRules::Reply reply;
    for (const Rule &rule : std::as_const(m_rules)) {
        reply.rules << standingOf(rule, command.caller);
        reply.rules.last().pending = pending.value(rule.id);
    }
    std::stable_sort(reply.rules.begin(), reply.rules.end(), [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.rule.name, other.rule.name) < 0;
    });
    return core::ready(reply);
}

QFuture<core::Result<void>> Ruler::keep(const Rules &rules, const QList<core::Record> &saved,
                                        const QList<core::RecordName> &removed)
{
    // Tried on another first: what is not sound is not kept, and what is not kept is not in force.
    Runtime trial;
    if (const auto sound = trial.setRules(rules.values()); !sound)
        return core::finished(core::Result<void>(sound.error()));
    return m_around.records.write(saved, removed)
        .then(this, [this, saved, removed](const core::Result<void> &written) -> core::Result<void> {
            if (!written)
                return written;
            Rules now = m_rules;
            for (const core::RecordName &name : removed)
                now.remove(name.id);
            for (const core::Record &record : saved) {
                if (const auto rule = core::fromJson<Rule>(QJsonDocument::fromJson(record.body).object()))
                    now.insert(record.id, *rule);
            }
            core::Result<QList<Transition>> set = QList<Transition>();
            evaluate("rules", [&] {
                set = m_runtime.setRules(now.values());
                // What ends with a rule is told in its words, what begins in those of the new one.
                if (set)
                    m_rules.insert(now);
                return set ? *set : QList<Transition>();
            });
            if (!set)
                return set.error();
            m_rules = now;
            retell();
            return {};
        });
}

void Ruler::sayChanged(const QString &id, const QString &by)
{
    if (const auto said = m_around.publisher.publish(RulesChanged{id, by}); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

QFuture<core::Reply> Ruler::set(const core::Command &command)
{
    const auto asked = command.as<SetRule>();
    if (!asked)
        return core::ready(asked.error());
    Rule rule = asked->rule;
    if (rule.name.trimmed().isEmpty())
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("A rule needs a name.")});
    if (rule.id.isEmpty())
        rule.id = QStringLiteral("r-") + m_around.entropy.token(idBytes);
    rule.version = m_rules.contains(rule.id) ? m_rules.value(rule.id).version + 1 : 1;
    if (!m_rules.contains(rule.id) && m_rules.size() >= mostRules)
        return core::ready(core::Error{core::ErrorCode::Limited,
                                       tr("There are %1 rules; no more fit. Remove some.").arg(mostRules)});
    Rules rules = m_rules;
    rules.insert(rule.id, rule);
    return keep(rules, {recordOf(rule)}, {})
        .then(this, [this, rule, caller = command.caller](const core::Result<void> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            sayChanged(rule.id, nameOf(caller));
            return standingOf(rule, caller);
        });
}

QFuture<core::Reply> Ruler::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveRule>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_rules.contains(asked->id))
        return core::ready(noRule(asked->id));
    Rules rules = m_rules;
    rules.remove(asked->id);
    return keep(rules, {}, {{QStringLiteral("rule"), asked->id}})
        .then(this,
              [this, id = asked->id,
               by = nameOf(command.caller)](const core::Result<void> &kept) -> core::Reply {
                  if (!kept)
                      return kept.error();
                  sayChanged(id, by);
                  return identity::Done{};
              });
}

QFuture<core::Reply> Ruler::exportRules(const core::Command &command)
{
    const auto asked = command.as<ExportRules>();
    if (!asked)
        return core::ready(asked.error());
    QList<Rule> rules;
    for (const QString &id : asked->ids) {
        if (!m_rules.contains(id))
            return core::ready(noRule(id));
        rules << m_rules.value(id);
    }
    if (asked->ids.isEmpty())
        rules = m_rules.values();
    return elsewhere([rules] { return rulesToYaml(rules); })
        .then(this, [](const QByteArray &yaml) -> core::Reply {
            return ExportRules::Reply{QString::fromUtf8(yaml)};
        });
}

QFuture<core::Reply> Ruler::importRules(const core::Command &command)
{
    const auto asked = command.as<ImportRules>();
    if (!asked)
        return core::ready(asked.error());
    using Read = core::Result<QList<Rule>>;
    return elsewhere([text = asked->yaml.toUtf8()] { return rulesFromYaml(text); })
        .then(this,
              [this, by = nameOf(command.caller)](const Read &read) {
                  if (!read)
                      return core::ready(read.error());
                  ImportRules::Reply reply;
                  Rules rules = m_rules;
                  QList<core::Record> saved;
                  for (Rule rule : *read) {
                      const bool isKnown = m_rules.contains(rule.id);
                      ++(isKnown ? reply.changed : reply.added);
                      rule.version = isKnown ? m_rules.value(rule.id).version + 1 : 1;
                      rules.insert(rule.id, rule);
                      saved << recordOf(rule);
                  }
                  if (rules.size() > mostRules)
                      return core::ready(core::Error{
                          core::ErrorCode::Limited,
                          tr("There would be more than %1 rules. Nothing was imported.").arg(mostRules)});
                  return keep(rules, saved, {})
                      .then(this, [this, reply, by](const core::Result<void> &kept) -> core::Reply {
                          if (!kept)
                              return kept.error();
                          sayChanged({}, by);
                          return reply;
                      });
              })
        .unwrap();
}

} // namespace automation::rules
