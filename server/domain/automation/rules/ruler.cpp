// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/ruler.h"

#include "core/finished.h"
#include "core/log.h"
#include "domain/automation/rules/condition.h"
#include "domain/automation/rules/defaults.h"
#include "domain/automation/rules/remembered.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace automation::rules {

namespace {
const QString ruleKind = QStringLiteral("rule");
const QString firingKind = QStringLiteral("rule.firing");
const core::RecordName memoryName{QStringLiteral("rules"), QStringLiteral("memory")};
constexpr qsizetype mostRemembered = 10'000;
const core::RecordName shippedName{QStringLiteral("rules"), QStringLiteral("shipped")};
constexpr std::chrono::seconds lookedEvery{1};
constexpr qsizetype mostSeries = 1000; ///< of one source that are remembered by name

/// The same name for the same group in every run.
core::RecordName nameOf(const Finding &finding)
{
    const QByteArray key = (finding.rule.id + u'\n' + keyOf(finding.transition.group)).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    return {firingKind, QString::fromLatin1(hash)};
}

Bounds boundsOfLive()
{
    Bounds bounds;
    bounds.isRecalling = true;
    return bounds;
}

core::Record recordOf(const Finding &finding)
{
    const Transition &transition = finding.transition;
    const qint64 at = transition.at.toMSecsSinceEpoch();
    const qint64 began = transition.firstSeen.value_or(transition.at).toMSecsSinceEpoch();
    const auto condition = readCondition(finding.rule.condition, finding.rule.kind);
    const KeptGroup kept{finding.rule.id,
                         condition ? textOf(*condition) : finding.rule.condition,
                         transition.group,
                         {Phase::Firing, at, at, 0, 0, began, transition.count},
                         at,
                         transition.value,
                         transition.word};
    const core::RecordName name = nameOf(finding);
    return {name.kind, name.id, core::Payload(kept).text()};
}

template <class T>
std::optional<T> read(const core::Record &record)
{
    auto read = core::fromJson<T>(QJsonDocument::fromJson(record.body).object());
    if (!read) {
        qCWarning(logEngine).noquote()
            << "The" << record.kind << record.id << "cannot be read:" << read.error().message;
        return std::nullopt;
    }
    return std::move(read).value();
}
} // namespace

Ruler::Ruler(const Surroundings &around) : m_around(around), m_runtime(boundsOfLive()) {}

QFuture<core::Result<void>> Ruler::load()
{
    using Records = core::Result<QList<core::Record>>;
    using Body = core::Result<std::optional<QByteArray>>;
    auto found = std::make_shared<Rules>();
    auto firing = std::make_shared<QList<core::Record>>();
    return m_around.records.all(ruleKind)
        .then(this,
              [this, found](const Records &records) {
                  if (!records)
                      return core::finished(Body(records.error()));
                  for (const core::Record &record : *records) {
                      if (const auto rule = read<Rule>(record))
                          found->insert(rule->id, *rule);
                  }
                  return m_around.records.one(shippedName);
              })
        .unwrap()
        .then(this,
              [this, found](const Body &body) {
                  if (!body)
                      return core::finished(core::Result<void>(body.error()));
                  const QByteArray ids = body->value_or(QByteArray());
                  return ship(*found, QJsonDocument::fromJson(ids).toVariant().toStringList());
              })
        .unwrap()
        .then(this,
              [this](const core::Result<void> &ready) {
                  return ready ? m_around.records.all(firingKind) : core::finished(Records(ready.error()));
              })
        .unwrap()
        .then(this,
              [this, firing](const Records &records) {
                  if (!records)
                      return core::finished(Body(records.error()));
                  *firing = *records;
                  return m_around.records.one(memoryName);
              })
        .unwrap()
        .then(this,
              [this, firing](const Body &body) {
                  if (!body)
                      return core::Result<void>(body.error());
                  const auto memory =
                      *body ? read<Snapshot>({memoryName.kind, memoryName.id, **body}) : std::nullopt;
                  return adopt(*firing, memory.value_or(Snapshot()));
              })
        .then(this,
              [this](const core::Result<void> &adopted) {
                  return adopted ? readPastStates() : core::finished(adopted);
              })
        .unwrap();
}

QFuture<core::Result<void>> Ruler::ship(Rules found, const QStringList &shipped)
{
    QStringList ids = shipped;
    QList<core::Record> saved;
    const QList<Rule> all = shippedRules();
    for (const Rule &rule : all) {
        // One that somebody removed does not come back.
        if (ids.contains(rule.id))
            continue;
        ids << rule.id;
        if (found.contains(rule.id))
            continue;
        found.insert(rule.id, rule);
        saved << core::Record{ruleKind, rule.id, core::Payload(rule).text()};
    }
    if (ids.size() > shipped.size()) {
        saved << core::Record{shippedName.kind, shippedName.id,
                              QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact)};
    }
    const auto set = m_runtime.setRules(found.values());
    if (!set) {
        qCWarning(logEngine).noquote() << "The rules that are kept are not in force:" << set.error().message;
        return core::finished(core::Result<void>());
    }
    m_rules = found;
    return saved.isEmpty() ? core::finished(core::Result<void>()) : m_around.records.write(saved, {});
}

core::Result<void> Ruler::adopt(const QList<core::Record> &firing, const Snapshot &memory)
{
    QList<KeptGroup> groups;
    for (const core::Record &record : firing) {
        const auto kept = read<KeptGroup>(record);
        if (!kept)
            continue;
        groups << *kept;
        Transition transition;
        transition.rule = kept->rule;
        transition.group = kept->group;
        transition.to = Phase::Firing;
        transition.value = kept->value;
        transition.word = kept->word;
        transition.at = QDateTime::fromMSecsSinceEpoch(kept->life.since, Qt::UTC);
        Rule rule = m_rules.value(kept->rule);
        rule.id = kept->rule;
        // It may not have been heard of when Belfry ended.
        const Finding finding{rule, transition, true};
        noteFired(finding);
        m_raised.insert_or_assign({kept->rule, keyOf(kept->group)}, finding);
        m_waiting << finding;
    }
    evaluate("start", [&] {
        return m_runtime.restore(rememberedAt(m_around.clock.now().toMSecsSinceEpoch(), memory, groups));
    });
    return {};
}

void Ruler::remember()
{
    Snapshot memory = m_runtime.snapshot();
    memory.groups = memory.groups.mid(0, mostRemembered);
    const QByteArray groups = core::Payload(Snapshot{0, memory.groups}).text();
    if (groups == m_remembered)
        return;
    m_around.records.write({{memoryName.kind, memoryName.id, core::Payload(memory).text()}}, {})
        .then(this, [this, groups](const core::Result<void> &written) {
            if (written)
                m_remembered = groups;
            else
                qCWarning(logEngine).noquote()
                    << "What rules wait for could not be kept:" << written.error().message;
        });
}

void Ruler::start()
{
    m_summedUp = m_around.clock.steady();
    m_timer = m_around.clock.every(lookedEvery, [this] { tick(); });
    m_repeating = m_around.clock.every(repeatedEvery, [this] { repeatAll(); });
    m_remembering = m_around.clock.every(rememberedEvery, [this] { remember(); });
    tick();
    pump();
}

void Ruler::stop()
{
    if (m_remembering)
        remember();
    m_remembering.reset();
    m_timer.reset();
    m_repeating.reset();
    m_retry.reset();
}

void Ruler::tick()
{
    evaluate("schedule", [this] { return m_runtime.advance(m_around.clock.now().toMSecsSinceEpoch()); });
    sumUp();
}

void Ruler::hear(const core::SampleFrame &frame)
{
    QSet<QString> &known = m_series[frame.source];
    const qint64 at = frame.at.toMSecsSinceEpoch();
    evaluate("reading", [&] {
        QList<Transition> out;
        for (auto value = frame.values.begin(); value != frame.values.end(); ++value) {
            if (known.size() < mostSeries)
                known.insert(value.key());
            out << m_runtime.hear(Sample{frame.source, value.key(), {}, at, value.value()});
        }
        return out;
    });
}

void Ruler::hear(const StateChange &change)
{
    evaluate("state", [&] {
        recallBefore(change);
        return m_runtime.hear(change);
    });
}

void Ruler::describe(const QString &source, const Labels &labels)
{
    evaluate("labels", [&] { return m_runtime.describe(source, labels); });
}

void Ruler::forget(const QString &source)
{
    m_series.remove(source);
    evaluate("labels", [&] { return m_runtime.forget(source); });
}

void Ruler::repeat(const QString &source)
{
    for (const auto &[key, finding] : m_raised) {
        if (finding.transition.group.value(QStringLiteral("source")) == source) {
            m_waiting << finding;
            m_waiting.last().isRepeated = true;
        }
    }
    pump();
}

void Ruler::repeatAll()
{
    for (const auto &[key, finding] : m_raised) {
        m_waiting << finding;
        m_waiting.last().isRepeated = true;
    }
    pump();
}

void Ruler::retell()
{
    for (auto &[key, finding] : m_raised) {
        const auto rule = m_rules.constFind(key.first);
        if (rule == m_rules.constEnd() || *rule == finding.rule)
            continue;
        const bool isEscalated = rule->severity > finding.rule.severity;
        finding.rule = *rule;
        m_waiting << finding;
        m_waiting.last().isRepeated = true;
        m_waiting.last().isEscalated = isEscalated;
    }
    pump();
}

void Ruler::find(const QList<Transition> &transitions, const Run &run)
{
    QSet<QString> known;
    for (const Transition &transition : transitions) {
        if (isRaised(transition.from) == isRaised(transition.to))
            continue;
        Finding finding;
        finding.rule = m_rules.value(transition.rule);
        finding.rule.id = transition.rule;
        finding.transition = transition;
        if (!known.contains(transition.rule))
            finding.run = partOf(run, transition.rule, transitions);
        known.insert(transition.rule);
        note(std::move(finding));
    }
    pump();
}

void Ruler::noteFired(const Finding &finding)
{
    QDateTime &at = m_firedAt[finding.rule.id][m_around.departmentOf(finding.rule, finding.transition.group)];
    at = std::max(at, finding.transition.at);
}

void Ruler::note(Finding finding)
{
    const Key key{finding.rule.id, keyOf(finding.transition.group)};
    m_waiting << finding;
    finding.run.reset();
    if (finding.isFiring()) {
        noteFired(finding);
        m_raised.insert_or_assign(key, std::move(finding));
    } else {
        m_raised.erase(key);
    }
}

void Ruler::pump()
{
    // Before the first tick nothing can be taken, since others still load.
    if (!m_timer || m_retry || !m_underway.isEmpty() || m_waiting.isEmpty())
        return;
    m_underway = std::exchange(m_waiting, {});
    hand();
}

void Ruler::hand()
{
    QList<core::Record> saved;
    for (const Finding &finding : std::as_const(m_underway)) {
        if (finding.isFiring() && !finding.isRepeated)
            saved << recordOf(finding);
    }
    const auto take = [this](const core::Result<void> &written) {
        return written ? m_around.taker(m_underway) : core::finished(written);
    };
    const QFuture<core::Result<void>> written =
        saved.isEmpty() ? core::finished(core::Result<void>()) : m_around.records.write(saved, {});
    QFuture<core::Result<void>>(written)
        .then(this, take)
        .unwrap()
        .then(this, [this](const core::Result<void> &taken) {
            if (taken) {
                settle();
                return;
            }
            qCWarning(logEngine).noquote() << "What rules found could not be kept:" << taken.error().message;
            later(&Ruler::hand);
        });
}

void Ruler::settle()
{
    QList<core::RecordName> removed;
    for (const Finding &finding : std::as_const(m_underway)) {
        if (!finding.isFiring() && m_raised.count({finding.rule.id, keyOf(finding.transition.group)}) == 0)
            removed << nameOf(finding);
    }
    const auto done = [this] {
        for (const Finding &finding : std::exchange(m_underway, {}))
            say(finding);
        pump();
    };
    if (removed.isEmpty()) {
        done();
        return;
    }
    m_around.records.write({}, removed).then(this, [this, done](const core::Result<void> &written) {
        if (written)
            done();
        else
            later(&Ruler::settle);
    });
}

void Ruler::later(void (Ruler::*step)())
{
    m_retry = m_around.clock.after(retriedAfter, [this, step] {
        const auto firing = std::move(m_retry);
        (this->*step)();
    });
}

} // namespace automation::rules
