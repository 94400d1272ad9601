// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/assistant/budget.h"
#include "domain/assistant/setup.h"
#include "domain/assistant/sources/modelrequest.h"

namespace assistant {

/// Asks the model that is set one word, to see whether it answers. Nothing of this house is in the question.
class ModelProbe final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        const Setup &setup;
        Budget &budget;
        core::Clock &clock;
        sources::Resolver resolver;
    };

    explicit ModelProbe(Surroundings around, QObject *parent = nullptr);
    ~ModelProbe() override;

    /// Whatever is on its way is given up.
    void stop();

    // Handler; the dispatcher has checked role and schema.
    /// That it does not answer is a part of the reply. Errors: Limited (one is on its way already).
    QFuture<core::Reply> test(const core::Command &command);

private:
    using Waiter = QPromise<core::Reply>;

    void take(const core::Result<sources::Completion> &completion);
    void finish(const QString &message, bool isAnswered);

    Surroundings m_around;
    std::unique_ptr<sources::ModelRequest> m_request;
    std::unique_ptr<core::Timer> m_end;
    std::unique_ptr<core::Timer> m_firing; ///< a timer outlives its own tick
    std::unique_ptr<Waiter> m_waiter;
    std::chrono::milliseconds m_begunAt{};
    QString m_model;
    qint64 m_estimate = 0;
};

} // namespace assistant
