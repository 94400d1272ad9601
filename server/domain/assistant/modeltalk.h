// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "domain/assistant/asker.h"
#include "domain/assistant/budget.h"
#include "domain/assistant/composing.h"
#include "domain/assistant/prompt.h"
#include "domain/assistant/sources/modelrequest.h"
#include "domain/assistant/terms.h"
#include "domain/assistant/toolbox.h"

#include <QJsonArray>

namespace assistant {

/// One question talked over with a model: it is shown what the house's own rules found, may look up more with
/// the asker's rights a few times, and phrases the answer. It ends in time, whatever the model does.
class ModelTalk final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        const core::Catalog &catalog;
        const Toolbox &toolbox;
        core::Clock &clock;
        core::Entropy &entropy;
        Budget &budget;
        Asker ask;
        sources::Resolver resolver;
    };
    struct Subject
    {
        QString question;
        Standing who;
        Response local; ///< what the house's own rules answer
        QTimeZone zone;
    };
    static constexpr int mostRounds = 4;
    static constexpr std::chrono::milliseconds betweenParts{250};

    ModelTalk(Surroundings around, Terms terms, Subject subject, QObject *parent = nullptr);

    void start();
    /// Gives it up: what was said so far, if that is anything. `finished` does not come any more.
    [[nodiscard]] std::optional<Answer> stop();

Q_SIGNALS:
    /// What was said so far, as plain text; at most four times a second.
    void grown(const QString &text);
    /// Once. Errors: Limited (its budget, or it is asked too often), Unavailable, Invalid, Forbidden.
    void finished(const core::Result<assistant::Answer> &answer);

private:
    void askModel();
    [[nodiscard]] QByteArray body() const;
    void take(const core::Result<sources::Completion> &completion);
    void lookUp(QList<sources::ToolCall> calls);
    void answerCall(const sources::ToolCall &call, const QString &content);
    void grow(const QString &text);
    void say();
    void conclude(const sources::Completion &completion);
    [[nodiscard]] Answer phrased(const QString &text) const;
    void leave();
    void finish(const core::Result<Answer> &answer);

    Surroundings m_around;
    Terms m_terms;
    Subject m_subject;
    Prompt m_prompt;
    QJsonArray m_messages;
    Findings m_findings;
    int m_rounds = 0;
    qint64 m_estimate = 0; ///< of the request that is on its way
    QString m_said;
    std::unique_ptr<sources::ModelRequest> m_request;
    std::unique_ptr<core::Timer> m_end;
    std::unique_ptr<core::Timer> m_part;
    std::unique_ptr<core::Timer> m_firing; ///< a timer outlives its own tick
    std::optional<std::chrono::milliseconds> m_saidAt;
    bool m_isOver = false;
};

} // namespace assistant
