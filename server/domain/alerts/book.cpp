// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/book.h"

#include "core/finished.h"
#include "core/log.h"

#include <QJsonDocument>

#include <algorithm>

namespace alerts {

namespace {
constexpr std::chrono::seconds lookedEvery{1};
constexpr std::size_t mostAtOnceWritten = 1000;
constexpr qint64 prunedEvery = 3600;
constexpr int mostPruned = 500;

/// Whether somebody should look at it, and nothing speaks against telling them now.
bool isCalling(const Kept &kept)
{
    return kept.isFiring() && !kept.isFolded() && !kept.isSilenced() && !kept.quietUntil;
}
} // namespace

Book::Book(const Surroundings &around, const Rules &rules)
    : m_around(around), m_rules(rules), m_watch(around.clock), m_shelf(rules.escalation),
      m_bulletin(rules.windows, rules.groupBy),
      m_mark([this](Alert &alert) { m_around.silences.mark(alert); })
{
    m_around.silences.watch(
        [this] { review(); },
        [this](const core::Principal &caller) { return countSilenced(visibleTo(caller)); });
}

QFuture<core::Result<void>> Book::load()
{
    using Records = core::Result<QList<core::Record>>;
    using Body = core::Result<std::optional<QByteArray>>;
    return m_around.records.one(records::counter())
        .then(this,
              [this](const Body &body) {
                  if (!body)
                      return core::finished(Records(body.error()));
                  m_counter = *body ? (*body)->toLongLong() : 0;
                  return m_around.records.all(QLatin1String(records::alertKind));
              })
        .unwrap()
        .then(this, [this](const Records &found) {
            return found ? take(*found) : core::Result<void>(found.error());
        });
}

core::Result<void> Book::take(const QList<core::Record> &records)
{
    for (const core::Record &record : records) {
        auto kept = core::fromJson<Kept>(QJsonDocument::fromJson(record.body).object());
        if (!kept) {
            qCWarning(logEngine).noquote()
                << "The alert" << record.id << "cannot be read:" << kept.error().message;
            continue;
        }
        Kept alert = *kept;
        // It was written by a clock that was ahead.
        alert.restlessAt = std::min(alert.restlessAt, m_around.clock.now());
        if (alert.isFiring())
            m_mark(alert.shown);
        m_counter = std::max(m_counter, alert.number);
        m_shelf.put(alert);
        if (isCalling(alert))
            m_calling.insert(alert.number);
    }
    return {};
}

void Book::start()
{
    m_around.outbox.start();
    review();
    m_timer = m_around.clock.every(lookedEvery, [this] { tick(); });
}

void Book::stop()
{
    m_timer.reset();
    m_retry.reset();
    m_around.outbox.stop();
}

QFuture<core::Result<void>> Book::take(const QList<Condition> &conditions)
{
    if (m_waiting.size() >= mostWaiting) {
        return core::finished(core::Result<void>(core::Error{
            core::ErrorCode::Limited, tr("More waits to be written than %1 things.").arg(mostWaiting)}));
    }
    QList<Condition> settledOnes;
    for (const Condition &condition : conditions)
        settledOnes << settled(condition, m_around.clock.now());
    return after(
               [this, settledOnes](Turn &turn) -> core::Reply {
                   for (const Condition &condition : settledOnes)
                       Intake(turn, m_mark).take(condition);
                   return core::Payload();
               },
               true)
        .then(this, [](const core::Reply &reply) { return reply ? core::Result<void>() : reply.error(); });
}

QFuture<core::Reply> Book::after(Deed deed, bool isTriedAgain)
{
    auto answer = std::make_shared<QPromise<core::Reply>>();
    answer->start();
    QFuture<core::Reply> future = answer->future();
    m_waiting.push_back({std::move(deed), std::move(answer), isTriedAgain});
    work();
    return future;
}

QFuture<core::Reply> Book::read(std::function<core::Reply()> question)
{
    if (!m_turn)
        return core::ready(question());
    auto answer = std::make_shared<QPromise<core::Reply>>();
    answer->start();
    QFuture<core::Reply> future = answer->future();
    m_readers.emplace_back(std::move(question), std::move(answer));
    return future;
}

void Book::answerReaders()
{
    const auto readers = std::exchange(m_readers, {});
    for (const auto &[question, answer] : readers) {
        answer->addResult(question());
        answer->finish();
    }
}

void Book::work()
{
    while (!m_turn && !m_waiting.empty() && workOnce()) {
    }
}

bool Book::workOnce()
{
    followClock();
    m_turn = std::make_unique<Turn>(m_shelf, m_counter, m_around.clock.now());
    while (!m_waiting.empty() && m_underway.size() < mostAtOnceWritten) {
        m_underway.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        m_underway.back().reply = m_underway.back().deed(*m_turn);
    }
    if (m_turn->isEmpty()) {
        settle({});
        return true;
    }
    m_around.records.write(m_turn->saved(), m_turn->removed())
        .then(this, [this](const core::Result<void> &written) {
            settle(written);
            // What failed is tried again a little later, or with what comes.
            if (written)
                work();
        });
    return false;
}

void Book::settle(const core::Result<void> &written)
{
    if (!written) {
        undo(written.error());
        return;
    }
    const std::unique_ptr<Turn> turn = std::move(m_turn);
    m_bulletin.settle();
    const std::vector<Waiting> done = std::exchange(m_underway, {});
    for (const Notice &notice : turn->notices()) {
        if (!notice.silenceId.isEmpty())
            m_around.silences.setTold(notice.silenceId);
        m_around.outbox.put(notice);
    }
    if (m_isReviewDue)
        review();
    announce(turn->touched());
    for (const auto &[number, entry] : turn->entries()) {
        if (const Kept *kept = m_shelf.find(number))
            Q_EMIT happened(m_shelf.shown(*kept), entry);
    }
    for (const qint64 number : turn->touched())
        m_bulletin.consider(m_shelf, number, m_around.clock.now(), m_around.clock.steady());
    answerReaders();
    for (const Waiting &each : done) {
        each.answer->addResult(each.reply);
        each.answer->finish();
    }
}

void Book::undo(const core::Error &error)
{
    qCWarning(logEngine).noquote() << "Alerts could not be written:" << error.message;
    std::exchange(m_turn, nullptr)->undo();
    m_bulletin.undo();
    std::vector<Waiting> done = std::exchange(m_underway, {});
    for (auto each = done.rbegin(); each != done.rend(); ++each) {
        if (each->isTriedAgain)
            m_waiting.push_front(std::move(*each));
    }
    review();
    // Meanwhile nobody works: what is so is as it was, and does not ask again and again.
    m_retry = m_around.clock.after(retriedAfter, [this] { work(); });
    answerReaders();
    for (const Waiting &each : done) {
        if (each.isTriedAgain)
            continue;
        each.answer->addResult(each.reply ? core::Reply(error) : each.reply);
        each.answer->finish();
    }
}

void Book::tick()
{
    if (m_turn)
        return;
    followClock();
    const QDateTime now = m_around.clock.now();
    if (m_around.silences.look())
        review();
    const bool isPruned = m_prunedAt.isValid() && m_prunedAt.secsTo(now) < prunedEvery && m_prunedAt <= now;
    const bool isDue = !m_shelf.due(now).isEmpty() || m_bulletin.isDue(m_around.clock.steady()) ||
                       !m_around.silences.ending().isEmpty();
    if (isPruned && !isDue && m_waiting.empty())
        return;
    after([this](Turn &turn) -> core::Reply {
        const QList<qint64> due = m_shelf.due(turn.now());
        for (const qint64 number : due)
            Intake(turn, m_mark).wake(*m_shelf.find(number));
        tell(turn);
        prune(turn);
        return core::Payload();
    });
}

void Book::followClock()
{
    const std::chrono::milliseconds ahead = m_watch.jump();
    if (ahead == std::chrono::milliseconds::zero())
        return;
    qCWarning(logEngine).noquote() << "The clock was set by" << ahead.count() / 1000
                                   << "s; alerts follow it.";
    QList<qint64> followed;
    for (const auto &[number, kept] : m_shelf.all()) {
        if (!kept.isFiring() && !kept.shown.isFlapping)
            continue;
        followed << number;
    }
    for (const qint64 number : followed) {
        Kept kept = *m_shelf.find(number);
        kept.follow(ahead);
        m_shelf.put(kept);
    }
    keep(followed);
    // A clock that is wrong has time to be mended before what seems old is forgotten.
    if (m_prunedAt.isValid())
        m_prunedAt = m_around.clock.now();
}

void Book::tell(Turn &turn)
{
    if (m_bulletin.isDue(m_around.clock.steady()))
        m_bulletin.tell(turn, m_around.clock.steady());
    const QList<Silence> ending = m_around.silences.ending();
    for (const Silence &silence : ending) {
        Notice notice;
        notice.key = silence.id + QStringLiteral(".ending.") + core::timeText(silence.until);
        notice.at = turn.now();
        notice.group = silence.id;
        notice.count = silence.alerts;
        notice.silenceId = silence.id;
        notice.text = tr("The silence %1 (%2) ends at %3; %4 alerts are under it.")
                          .arg(silence.id, silence.reason, core::timeText(silence.until))
                          .arg(silence.alerts);
        turn.save(m_around.silences.told(silence.id));
        turn.tell(notice);
    }
}

void Book::prune(Turn &turn)
{
    const QDateTime now = turn.now();
    if (m_prunedAt.isValid() && m_prunedAt.secsTo(now) < prunedEvery && m_prunedAt <= now)
        return;
    const Shelf::Numbers resolved = m_shelf.resolved();
    const QDateTime oldest = now.addSecs(-std::chrono::seconds(m_rules.keptFor).count());
    auto tooMany = std::ptrdiff_t(resolved.size()) - m_rules.most;
    int pruned = 0;
    for (const qint64 number : resolved) {
        const Kept kept = *m_shelf.find(number);
        if (tooMany-- <= 0 && kept.shown.resolvedAt.value_or(kept.shown.lastAt) >= oldest)
            continue;
        // What was a part of it stands for itself.
        const QSet<qint64> children = m_shelf.childrenOf(number);
        for (const qint64 child : children) {
            Kept orphan = *m_shelf.find(child);
            orphan.shown.foldedInto.clear();
            turn.put(orphan);
        }
        turn.drop(kept);
        if (++pruned >= mostPruned)
            return; // the rest with the next tick
    }
    m_prunedAt = now;
}

void Book::review()
{
    // What is being written is looked at behind that.
    m_isReviewDue = m_turn != nullptr;
    if (m_isReviewDue)
        return;
    QList<qint64> heard;
    QList<qint64> marks;
    const Shelf::Numbers unresolved = m_shelf.unresolved();
    for (const qint64 number : unresolved) {
        const Kept *kept = m_shelf.find(number);
        Kept marked = *kept;
        m_mark(marked.shown);
        if (marked.shown.silencedBy == kept->shown.silencedBy &&
            marked.shown.silencedUntil == kept->shown.silencedUntil)
            continue;
        // Nobody has waited for it while nobody was told.
        if (kept->isSilenced() && !marked.isSilenced()) {
            marked.restlessAt = m_around.clock.now();
            heard << number;
        }
        m_shelf.put(marked);
        marks << number;
    }
    keep(heard);
    considerUntold();
    announce(marks);
}

void Book::announce(const QList<qint64> &numbers)
{
    QSet<qint64> told;
    QList<Alert> out;
    const auto add = [&](qint64 number) {
        const Kept *kept = m_shelf.find(number);
        if (kept == nullptr || told.contains(number))
            return;
        told.insert(number);
        out << m_shelf.shown(*kept);
    };
    for (const qint64 number : numbers) {
        add(number);
        if (const Kept *kept = m_shelf.find(number); kept != nullptr && kept->isFolded())
            add(alertNumber(kept->shown.foldedInto));
    }
    if (!out.isEmpty())
        Q_EMIT changed(out);
    for (const qint64 number : numbers) {
        const Kept *kept = m_shelf.find(number);
        if (kept == nullptr || !isCalling(*kept)) {
            m_calling.remove(number);
        } else if (!m_calling.contains(number)) {
            m_calling.insert(number);
            Q_EMIT raised(m_shelf.shown(*kept));
        }
    }
}

void Book::keep(const QList<qint64> &numbers)
{
    if (numbers.isEmpty())
        return;
    auto answer = std::make_shared<QPromise<core::Reply>>();
    answer->start();
    const auto put = [numbers](Turn &turn) -> core::Reply {
        for (const qint64 number : numbers) {
            if (const Kept *kept = turn.shelf().find(number))
                turn.put(Kept(*kept));
        }
        return core::Payload();
    };
    // With what comes next, or with the next tick.
    m_waiting.push_back({put, std::move(answer), true});
}

void Book::considerUntold()
{
    for (const qint64 number : m_shelf.untold())
        m_bulletin.consider(m_shelf, number, m_around.clock.now(), m_around.clock.steady());
}

QHash<QString, int> Book::countSilenced(const Visible &isVisible) const
{
    QHash<QString, int> out;
    for (const qint64 number : m_shelf.unresolved()) {
        if (const Kept *kept = m_shelf.find(number); kept->isSilenced() && isVisible(kept->shown))
            ++out[kept->shown.silencedBy];
    }
    return out;
}

} // namespace alerts
