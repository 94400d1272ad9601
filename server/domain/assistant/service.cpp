// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/service.h"

#include "catalog/answerstop.h"
#include "core/finished.h"
#include "core/log.h"
#include "domain/assistant/addressed.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

namespace assistant {

namespace {
constexpr size_t mostAskers = 1'000;
constexpr int idLength = 12;

/// A sentence behind whatever was answered, within the limits.
Answer withSentence(Answer answer, const QString &sentence)
{
    answer.text = clipped(answer.text, longestText - sentence.size() - 1) + u'\n' + sentence;
    answer.detail = clipped(answer.detail, longestDetail - sentence.size() - 1) + u'\n' + sentence;
    return answer;
}

/// What a room was told less of than its asker is.
Answer withInvitation(const Answer &answer, const QString &question)
{
    constexpr qsizetype longestLine = 256;
    Answer out = withSentence(
        answer, Service::tr("Not everybody here may see all of it. Ask me directly to see more: /ai"));
    const QString line = QStringLiteral("/ai ") + question;
    if (line.size() <= longestLine) {
        out.proposals << Proposal{line, Service::tr("Ask it alone"), QLatin1String(Ask::name),
                                  core::toJson(Ask{question, QString()}).toObject()};
    }
    return out;
}
} // namespace

Service::Service(const Surroundings &around)
    : m_around(around), m_toolbox(around.catalog, m_book),
      m_grammar({around.catalog, around.clock, around.ask, around.zone}, m_book),
      m_budget(around.records, around.clock, around.zone), m_setup(around.records, around.sealer, m_budget),
      m_probe({m_setup, m_budget, around.clock, around.resolver}),
      m_busy(around.clock, [this](const QString &room, bool isBusy) { Q_EMIT typing(room, isBusy); }),
      m_moderation([](const QString &, const core::Principal &caller) -> core::Result<bool> {
          return caller.may(core::roles::operators);
      })
{
    addQueries(m_book);
}

Service::~Service() = default;

QFuture<core::Result<void>> Service::load()
{
    return m_setup.load()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? m_budget.load() : core::finished(loaded);
              })
        .unwrap();
}

void Service::stop()
{
    m_isStopped = true;
    m_desks.clear();
    m_busy.clear();
    m_probe.stop();
    const auto talks = findChildren<ModelTalk *>();
    for (ModelTalk *talk : talks)
        delete talk;
}

bool Service::takes(const core::Principal &caller)
{
    // Those who have been silent for long are forgotten first of all.
    const QString who = caller.id.isEmpty() ? caller.name : caller.id;
    if (m_askers.size() >= mostAskers && !m_askers.contains(who))
        m_askers.clear();
    return m_askers.try_emplace(who, m_around.clock, questionsPerSecond, questionsAtOnce)
        .first->second.take();
}

void Service::hear(const Heard &message)
{
    const Hearing hearing = m_setup.hearingOf(message.room);
    if (m_isStopped || !message.isPerson || message.author.id == QLatin1String(speakerId) ||
        hearing == Hearing::Off)
        return;
    const auto addressed = addressedIn(message.text);
    if (!addressed && hearing == Hearing::Addressed)
        return;
    Heard question = message;
    question.isAddressed = addressed.has_value();
    question.text = addressed.value_or(message.text).simplified();
    if (question.text.isEmpty())
        question.text = QStringLiteral("help");
    if (!takes(message.author))
        return;
    Desk &desk = m_desks[message.room];
    if (qsizetype(desk.waiting.size()) >= mostWaiting) {
        if (std::exchange(desk.isFullSaid, true))
            return;
        const Answer full = Composing::sentence(
            tr("%n question(s) wait here already. Ask again in a moment.", nullptr, int(mostWaiting)));
        QMetaObject::invokeMethod(
            this, [this, message, full] { Q_EMIT answered(message.room, full, message.author, {}); },
            Qt::QueuedConnection);
        return;
    }
    desk.waiting.push_back(question);
    if (!desk.isBusy) {
        desk.isBusy = true;
        QMetaObject::invokeMethod(
            this, [this, room = message.room] { next(room); }, Qt::QueuedConnection);
    }
}

void Service::next(const QString &room)
{
    if (m_isStopped)
        return;
    Desk &desk = m_desks[room];
    if (desk.waiting.empty()) {
        m_desks.remove(room);
        return;
    }
    desk.isFullSaid = false;
    const Heard heard = desk.waiting.front();
    desk.waiting.pop_front();
    desk.question = heard;
    desk.talk.clear();
    desk.underWay = {room, m_around.entropy.token(idLength), heard.author.id, {}};
    m_busy.begin(room);
    const Standing who{heard.author, heard.view.value_or(heard.author)};
    const Question question{heard.text, who, room, desk.underWay.answerId};
    answer(question, [this, question](const Answer &answer) {
        if (isUnderWay(question))
            finish(question.room, answer);
    });
}

bool Service::isUnderWay(const Question &question) const
{
    const auto desk = m_desks.constFind(question.room);
    return question.room.isEmpty() ||
           (desk != m_desks.constEnd() && desk->question && desk->underWay.answerId == question.id);
}

void Service::grow(const QString &room, const QString &text)
{
    chat::Answering &part = m_desks[room].underWay;
    part.text = text;
    Q_EMIT answering(part);
}

void Service::finish(const QString &room, const std::optional<Answer> &answer)
{
    m_busy.end(room);
    Desk &desk = m_desks[room];
    const Heard question = *std::exchange(desk.question, std::nullopt);
    const chat::Answering told = desk.underWay;
    if (answer && isWanted(question, *answer))
        Q_EMIT answered(room, *answer, question.author, told.answerId);
    else if (!told.text.isEmpty())
        grow(room, {});
    QMetaObject::invokeMethod(
        this, [this, room] { next(room); }, Qt::QueuedConnection);
}

QFuture<core::Reply> Service::stopAnswer(const core::Command &command)
{
    const auto asked = command.as<StopAnswer>();
    if (!asked)
        return core::ready(asked.error());
    const core::Principal &caller = command.caller;
    const auto moderates = m_moderation(asked->roomName, caller);
    if (!moderates)
        return core::ready(moderates.error());
    const auto desk = m_desks.constFind(asked->roomName);
    if (desk == m_desks.constEnd() || !desk->question) {
        return core::ready(
            core::Error{core::ErrorCode::NotFound, tr("No answer is being written there any more.")});
    }
    const core::Principal &asker = desk->question->author;
    if (!*moderates && (asker.id != caller.id || asker.isGuest != caller.isGuest)) {
        return core::ready(core::Error{core::ErrorCode::Forbidden,
                                       tr("Only who asked stops an answer, or an operator. Ask one.")});
    }
    std::optional<Answer> soFar;
    if (ModelTalk *talk = desk->talk) {
        soFar = talk->stop();
        talk->deleteLater();
    }
    if (soFar) {
        const QString &name = caller.displayName.isEmpty() ? caller.name : caller.displayName;
        soFar = withSentence(*soFar, tr("(Stopped by %1.)").arg(plain(name)));
    }
    finish(asked->roomName, soFar);
    return core::ready(identity::Done{});
}

bool Service::isWanted(const Heard &question, const Answer &answer)
{
    if (answer.isUnderstood || question.isAddressed)
        return true;
    const auto now = m_around.clock.steady();
    const auto hinted = m_hintedAt.constFind(question.room);
    if (hinted != m_hintedAt.constEnd() && now - *hinted < hintEvery)
        return false;
    m_hintedAt.insert(question.room, now);
    return true;
}

QFuture<core::Reply> Service::ask(const core::Command &command)
{
    const auto asked = command.as<Ask>();
    if (!asked)
        return core::ready(asked.error());
    if (!asked->room.isEmpty() && m_setup.hearingOf(asked->room) == Hearing::Off) {
        return core::ready(core::Error{core::ErrorCode::Forbidden,
                                       tr("The assistant is switched off in %1.").arg(plain(asked->room))});
    }
    if (m_open >= mostAtOnce || !takes(command.caller)) {
        constexpr int aMoment = 5;
        return core::ready(core::Error{
            core::ErrorCode::Limited,
            tr("Too much is asked at once. Ask again in %n second(s).", nullptr, aMoment), aMoment});
    }
    ++m_open;
    const auto promise = std::make_shared<QPromise<core::Reply>>();
    promise->start();
    QFuture<core::Reply> future = promise->future();
    const QString question = addressedIn(asked->text).value_or(asked->text);
    answer({question, command.caller}, [this, promise](const Answer &answer) {
        --m_open;
        promise->addResult(core::Reply(answer));
        promise->finish();
    });
    return future;
}

void Service::answer(const Question &question, const Done &done)
{
    m_grammar.answer(question.text, question.who).then(this, [this, question, done](const Response &local) {
        if (question.who.view == question.who.caller)
            return respond(question, local, false, done);
        m_grammar.answer(question.text, question.who.caller)
            .then(this, [this, question, local, done](const Response &own) {
                const bool isLess = own.answer.detail != local.answer.detail ||
                                    own.answer.references != local.answer.references;
                respond(question, local, isLess, done);
            });
    });
}

void Service::respond(const Question &question, const Response &local, bool isLess, const Done &done)
{
    if (!isUnderWay(question))
        return;
    const Done told = !isLess ? done : Done([question = question.text, done](const Answer &answer) {
        done(withInvitation(answer, question));
    });
    if (!m_isStopped && m_setup.hasModel() && m_setup.tokensPerDay() > 0)
        phrase(question, local, told);
    else
        told(local.answer);
}

void Service::phrase(const Question &question, const Response &local, const Done &done)
{
    if (m_restsUntil && m_around.clock.steady() < *m_restsUntil) {
        return done(fallback(local.answer, {core::ErrorCode::Limited,
                                            tr("The model's service asked not to be asked for a while.")}));
    }
    const auto terms = m_setup.terms();
    if (!terms)
        return done(fallback(local.answer, terms.error()));
    auto *talk = new ModelTalk(
        {m_around.catalog, m_toolbox, m_around.clock, m_around.entropy, m_budget, m_around.ask,
         m_around.resolver},
        *terms, {clipped(question.text, longestQuestion), question.who, local, m_grammar.zone()}, this);
    if (!question.room.isEmpty()) {
        m_desks[question.room].talk = talk;
        connect(talk, &ModelTalk::grown, this,
                [this, room = question.room](const QString &text) { grow(room, text); });
    }
    connect(talk, &ModelTalk::finished, this,
            [this, talk, local = local.answer, done](const core::Result<Answer> &answer) {
                talk->deleteLater();
                if (!answer)
                    return done(fallback(local, answer.error()));
                m_setup.noteFault(QString());
                done(*answer);
            });
    talk->start();
}

Answer Service::fallback(Answer local, const core::Error &error)
{
    qCInfo(logEngine).noquote() << "The assistant's model did not answer:" << error.message;
    m_setup.noteFault(error.message);
    if (error.retryAfter > 0)
        m_restsUntil = m_around.clock.steady() + std::chrono::seconds(error.retryAfter);
    return withSentence(std::move(local), tr("(Without the model: %1)").arg(error.message));
}

} // namespace assistant
