// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/modeltalk.h"

#include "domain/assistant/phrasing.h"
#include "domain/assistant/words.h"

#include <QJsonDocument>

namespace assistant {

namespace {
constexpr int markBytes = 9;

QJsonObject messageOf(const char *role, const QString &content)
{
    return {{QStringLiteral("role"), QLatin1String(role)}, {QStringLiteral("content"), content}};
}
} // namespace

ModelTalk::ModelTalk(Surroundings around, Terms terms, Subject subject, QObject *parent)
    : QObject(parent), m_around(std::move(around)), m_terms(std::move(terms)), m_subject(std::move(subject)),
      m_prompt(m_around.entropy.token(markBytes)), m_findings(m_subject.local.findings)
{
}

void ModelTalk::start()
{
    m_end = m_around.clock.after(m_terms.longest, [this] {
        m_firing = std::move(m_end);
        finish(core::Error{core::ErrorCode::Unavailable, tr("The model's service did not come to an end.")});
    });
    m_messages << messageOf("system", m_prompt.rules(m_around.clock.now(), m_subject.zone))
               << messageOf("user", m_prompt.question(m_subject.question, m_subject.local.answer,
                                                      m_subject.local.findings));
    askModel();
}

QByteArray ModelTalk::body() const
{
    QJsonObject body{
        {QStringLiteral("model"), m_terms.model},
        {QStringLiteral("messages"), m_messages},
        {QStringLiteral("stream"), true},
        {QStringLiteral("stream_options"), QJsonObject{{QStringLiteral("include_usage"), true}}}};
    // The last time it has to answer.
    const QJsonArray tools = m_around.toolbox.tools(m_subject.who.view);
    if (m_rounds < mostRounds && !tools.isEmpty())
        body.insert(QStringLiteral("tools"), tools);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

void ModelTalk::askModel()
{
    ++m_rounds;
    const QByteArray text = body();
    m_estimate = Budget::estimate(text.size());
    if (m_around.budget.used() + m_estimate > m_terms.tokensPerDay)
        return finish(
            core::Error{core::ErrorCode::Limited, tr("What the model may be asked a day is used up.")});
    m_request =
        std::make_unique<sources::ModelRequest>(m_terms.endpoint, text, m_around.clock, m_around.resolver);
    m_request->setPatience({m_terms.silence, m_terms.silence});
    connect(m_request.get(), &sources::ModelRequest::grown, this, &ModelTalk::grow);
    connect(m_request.get(), &sources::ModelRequest::finished, this, &ModelTalk::take);
    m_request->start();
}

void ModelTalk::take(const core::Result<sources::Completion> &completion)
{
    // Whatever came of it, it was asked.
    const qsizetype said = completion ? completion->text.size() : 0;
    m_around.budget.spend(completion && completion->tokens ? *completion->tokens
                                                           : m_estimate + Budget::estimate(said));
    m_request.release()->deleteLater();
    if (!completion)
        return finish(completion.error());
    if (completion->calls.isEmpty() || completion->isCut)
        return conclude(*completion);
    if (m_rounds == mostRounds)
        return finish(
            core::Error{core::ErrorCode::Invalid, tr("The model asked and asked, and did not answer.")});
    QJsonArray calls;
    QList<sources::ToolCall> asked = completion->calls;
    for (qsizetype index = 0; index < asked.size(); ++index) {
        if (asked.at(index).id.isEmpty())
            asked[index].id = QStringLiteral("call-%1-%2").arg(m_rounds).arg(index);
        const sources::ToolCall &call = asked.at(index);
        const QJsonObject function{{QStringLiteral("name"), call.name},
                                   {QStringLiteral("arguments"), QString::fromUtf8(call.arguments)}};
        calls << QJsonObject{{QStringLiteral("id"), call.id},
                             {QStringLiteral("type"), QStringLiteral("function")},
                             {QStringLiteral("function"), function}};
    }
    QJsonObject message = messageOf("assistant", completion->text);
    message.insert(QStringLiteral("tool_calls"), calls);
    m_messages << message;
    lookUp(asked);
}

void ModelTalk::lookUp(QList<sources::ToolCall> calls)
{
    if (m_isOver)
        return;
    if (calls.isEmpty())
        return askModel();
    const sources::ToolCall call = calls.takeFirst();
    const auto asking = m_around.toolbox.asking(call, m_subject.who.view);
    if (!asking) {
        answerCall(call, m_prompt.data(QStringLiteral("error"), asking.error()));
        return lookUp(calls);
    }
    m_around.ask(asking->command, core::Payload(asking->params), m_subject.who.view)
        .then(this, [this, call, calls, asking = *asking](const core::Reply &reply) {
            m_findings.add({asking, reply});
            answerCall(call, m_prompt.data(asking.command, reply));
            lookUp(calls);
        });
}

void ModelTalk::answerCall(const sources::ToolCall &call, const QString &content)
{
    QJsonObject message = messageOf("tool", content);
    message.insert(QStringLiteral("tool_call_id"), call.id);
    m_messages << message;
}

void ModelTalk::grow(const QString &text)
{
    m_said = text;
    if (m_part)
        return;
    const auto now = m_around.clock.steady();
    if (!m_saidAt || now - *m_saidAt >= betweenParts)
        return say();
    m_part = m_around.clock.after(betweenParts - (now - *m_saidAt), [this] {
        m_firing = std::move(m_part);
        say();
    });
}

void ModelTalk::say()
{
    m_saidAt = m_around.clock.steady();
    const QString text = clipped(Phrasing::plainText(m_said), longestText);
    if (!text.isEmpty())
        Q_EMIT grown(text);
}

std::optional<Answer> ModelTalk::stop()
{
    leave();
    return Phrasing::plainText(m_said).isEmpty() ? std::nullopt : std::optional(phrased(m_said + u'…'));
}

void ModelTalk::conclude(const sources::Completion &completion)
{
    if (Phrasing::plainText(completion.text).isEmpty())
        return finish(
            core::Error{core::ErrorCode::Invalid, tr("The model answered nothing that can be shown.")});
    finish(phrased(completion.isCut ? completion.text + u'…' : completion.text));
}

Answer ModelTalk::phrased(const QString &text) const
{
    Answer answer;
    Composing(m_around.catalog).cite(answer, m_findings);
    Phrasing(m_around.catalog, m_subject.who.caller, m_findings).phrase(answer, text);
    constexpr qsizetype longestBasis = 256;
    answer.basis =
        clipped(tr("model %1 at %2").arg(plain(m_terms.model), m_terms.endpoint.url.host()), longestBasis);
    answer.isModel = true;
    answer.isCertain = false;
    return answer;
}

void ModelTalk::finish(const core::Result<Answer> &answer)
{
    if (m_isOver)
        return;
    leave();
    Q_EMIT finished(answer);
}

void ModelTalk::leave()
{
    m_isOver = true;
    if (m_request) {
        // On its way still: what it was asked is paid for.
        m_around.budget.spend(m_estimate);
        m_request->cancel();
        m_request.release()->deleteLater();
    }
    m_end.reset();
    m_part.reset();
}

} // namespace assistant
