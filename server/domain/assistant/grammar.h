// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/assistant/asker.h"
#include "domain/assistant/composing.h"
#include "domain/assistant/naming.h"
#include "domain/assistant/querybook.h"

#include <QPromise>

namespace assistant {

/// Answers questions by the rules of this house alone: understands them, finds out what their words stand
/// for, asks ordinary commands as the asker, and says what they answer. What it does not understand it says.
class Grammar final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        const core::Catalog &catalog;
        core::Clock &clock;
        Asker ask;
        std::function<QTimeZone()> zone;
    };
    static constexpr int mostRounds = 16;

    /// The book outlives this.
    Grammar(Surroundings around, const QueryBook &book);

    /// Never fails: what went wrong is what it says.
    QFuture<Response> answer(const QString &question, const Standing &who);
    [[nodiscard]] QTimeZone zone() const { return m_around.zone(); }

private:
    /// A question on its way to its answer.
    struct Inquiry
    {
        QString question;
        const Query *query = nullptr;
        Matter matter;
        QStringList unresolved; ///< places
        QStringList remarks;
        bool isGuessed = false;
        QList<Asking> open;
        Findings findings;
        int rounds = 0;
        QPromise<Response> promise;
    };
    using Shared = std::shared_ptr<Inquiry>;

    [[nodiscard]] Answer notUnderstood(const QString &question, const core::Principal &caller) const;
    void resolve(const Shared &inquiry);
    void take(const Shared &inquiry, const QString &place, const Resolution &resolution);
    void askNext(const Shared &inquiry);
    void tell(const Shared &inquiry);
    static void finish(const Shared &inquiry, const Answer &answer);

    Surroundings m_around;
    const QueryBook &m_book;
    Naming m_naming;
    Composing m_composing;
};

} // namespace assistant
