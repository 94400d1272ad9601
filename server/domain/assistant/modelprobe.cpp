// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/modelprobe.h"

#include "domain/assistant/phrasing.h"
#include "domain/assistant/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>

namespace assistant {

namespace {
constexpr qsizetype longestEcho = 200;

QByteArray questionTo(const QString &model)
{
    const QJsonObject message{{QStringLiteral("role"), QStringLiteral("user")},
                              {QStringLiteral("content"), QStringLiteral("Answer with the word OK.")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("model"), model},
                                     {QStringLiteral("messages"), QJsonArray{message}},
                                     {QStringLiteral("stream"), true}})
        .toJson(QJsonDocument::Compact);
}
} // namespace

ModelProbe::ModelProbe(Surroundings around, QObject *parent) : QObject(parent), m_around(std::move(around)) {}

ModelProbe::~ModelProbe() = default;

void ModelProbe::stop()
{
    m_end.reset();
    if (m_request)
        m_request->cancel();
    if (m_waiter)
        finish(tr("The server stops."), false);
}

QFuture<core::Reply> ModelProbe::test(const core::Command &)
{
    if (m_waiter) {
        return core::ready(
            core::Error{core::ErrorCode::Limited, tr("The model is being asked already. Wait for that.")});
    }
    if (!m_around.setup.hasModel()) {
        return core::ready(TestModel::Reply{
            tr("No model is set. Questions are answered by the rules of this house, and nothing leaves it."),
            false, 0});
    }
    const auto terms = m_around.setup.terms();
    if (!terms)
        return core::ready(TestModel::Reply{terms.error().message, false, 0});
    m_waiter = std::make_unique<Waiter>();
    m_waiter->start();
    QFuture<core::Reply> future = m_waiter->future();
    m_begunAt = m_around.clock.steady();
    m_model = terms->model;
    const QByteArray question = questionTo(m_model);
    m_estimate = Budget::estimate(question.size());
    m_end = m_around.clock.after(terms->longest, [this] {
        m_firing = std::move(m_end);
        m_request->cancel();
        m_around.budget.spend(m_estimate);
        finish(tr("The model's service did not come to an end."), false);
    });
    m_request =
        std::make_unique<sources::ModelRequest>(terms->endpoint, question, m_around.clock, m_around.resolver);
    m_request->setPatience({terms->silence, terms->silence});
    connect(m_request.get(), &sources::ModelRequest::finished, this, &ModelProbe::take);
    m_request->start();
    return future;
}

void ModelProbe::take(const core::Result<sources::Completion> &completion)
{
    const qsizetype said = completion ? completion->text.size() : 0;
    m_around.budget.spend(completion && completion->tokens ? *completion->tokens
                                                           : m_estimate + Budget::estimate(said));
    if (!completion)
        return finish(completion.error().message, false);
    const QString text = clipped(Phrasing::plainText(completion->text).simplified(), longestEcho);
    if (text.isEmpty())
        return finish(tr("The model answered nothing that can be shown."), false);
    finish(tr("%1 answered: %2", "a model, and what it said").arg(plain(m_model), text), true);
}

void ModelProbe::finish(const QString &message, bool isAnswered)
{
    m_end.reset();
    if (m_request)
        m_request.release()->deleteLater();
    const auto took = int((m_around.clock.steady() - m_begunAt).count());
    const std::unique_ptr<Waiter> waiter = std::move(m_waiter);
    waiter->addResult(core::Reply(TestModel::Reply{message, isAnswered, took}));
    waiter->finish();
}

} // namespace assistant
