// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/grammar.h"

#include "domain/assistant/words.h"

namespace assistant {

Grammar::Grammar(Surroundings around, const QueryBook &book)
    : m_around(std::move(around)), m_book(book), m_naming(m_around.ask), m_composing(m_around.catalog)
{
}

QFuture<Response> Grammar::answer(const QString &question, const Standing &who)
{
    const auto inquiry = std::make_shared<Inquiry>();
    inquiry->promise.start();
    QFuture<Response> future = inquiry->promise.future();
    inquiry->question = clipped(question.simplified(), longestQuestion);
    inquiry->matter.who = who;
    inquiry->matter.now = m_around.clock.now();
    inquiry->matter.zone = m_around.zone();
    const auto understood =
        m_book.understand(inquiry->question, who.view, inquiry->matter.now, inquiry->matter.zone);
    if (!understood) {
        finish(inquiry, notUnderstood(inquiry->question, who.view));
        return future;
    }
    inquiry->query = understood->query;
    inquiry->matter.words = understood->places;
    inquiry->matter.time = understood->time;
    inquiry->unresolved = understood->places.keys();
    resolve(inquiry);
    return future;
}

Answer Grammar::notUnderstood(const QString &question, const core::Principal &caller) const
{
    constexpr qsizetype offered = 3;
    constexpr qsizetype longestEcho = 120;
    const QStringList examples = m_book.examplesFor(question, caller, offered);
    QString text = tr("I did not understand “%1”.").arg(plain(question, longestEcho));
    if (examples.isEmpty())
        text += u' ' + tr("There is nothing you may ask me.");
    else
        text += u' ' + tr("You can ask, for example: “%1”")
                           //: Between two examples, each of which is quoted
                           .arg(examples.join(tr("”, “")));
    Answer answer = Composing::sentence(text);
    answer.isUnderstood = answer.isCertain = false;
    return answer;
}

void Grammar::resolve(const Shared &inquiry)
{
    if (inquiry->unresolved.isEmpty()) {
        inquiry->open = inquiry->query->asks(inquiry->matter);
        return askNext(inquiry);
    }
    const QString place = inquiry->unresolved.takeFirst();
    m_naming.resolve(
        place, inquiry->matter.words.value(place), inquiry->matter.who.view,
        [this, inquiry, place](const Resolution &resolution) { take(inquiry, place, resolution); });
}

void Grammar::take(const Shared &inquiry, const QString &place, const Resolution &resolution)
{
    if (!resolution.thing) {
        Answer answer = Composing::sentence(resolution.trouble);
        answer.references = resolution.candidates;
        answer.isCertain = false;
        return finish(inquiry, answer);
    }
    inquiry->matter.things.insert(place, *resolution.thing);
    if (!resolution.remark.isEmpty())
        inquiry->remarks << resolution.remark;
    inquiry->isGuessed = inquiry->isGuessed || resolution.isGuessed;
    resolve(inquiry);
}

void Grammar::askNext(const Shared &inquiry)
{
    if (inquiry->open.isEmpty() && inquiry->query->further && inquiry->rounds < mostRounds) {
        ++inquiry->rounds;
        inquiry->open = inquiry->query->further(inquiry->matter, inquiry->findings);
    }
    if (inquiry->open.isEmpty())
        return tell(inquiry);
    const Asking asking = inquiry->open.takeFirst();
    Q_ASSERT_X(inquiry->query->commands.contains(asking.command), "Grammar", qPrintable(asking.command));
    m_around.ask(asking.command, core::Payload(asking.params), inquiry->matter.who.view)
        .then(this, [this, inquiry, asking](const core::Reply &reply) {
            inquiry->findings.add({asking, reply});
            // Nothing is said of what the first command would have told, for it is not known.
            if (!reply && inquiry->findings.list().size() == 1)
                return finish(inquiry, m_composing.refusal(inquiry->findings));
            askNext(inquiry);
        });
}

void Grammar::tell(const Shared &inquiry)
{
    Telling telling = inquiry->query->tell(inquiry->matter, inquiry->findings);
    telling.isCertain = telling.isCertain && !inquiry->isGuessed;
    finish(inquiry, m_composing.answer(telling, inquiry->findings, inquiry->remarks));
}

void Grammar::finish(const Shared &inquiry, const Answer &answer)
{
    inquiry->promise.addResult(Response{answer, inquiry->findings});
    inquiry->promise.finish();
}

} // namespace assistant
