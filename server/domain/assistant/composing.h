// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "domain/assistant/query.h"

#include <QCoreApplication>

namespace assistant {

/// An answer, and what it was made of.
struct Response
{
    Answer answer;
    Findings findings;
};

/// Makes answers of what is said and of what was asked.
class Composing
{
    Q_DECLARE_TR_FUNCTIONS(assistant::Composing)
public:
    explicit Composing(const core::Catalog &catalog) : m_catalog(catalog) {}

    /// Of what a query tells. `remarks` come first.
    [[nodiscard]] Answer answer(const Telling &telling, const Findings &findings,
                                const QStringList &remarks) const;
    /// Where the house did not answer what was asked of it first.
    [[nodiscard]] Answer refusal(const Findings &findings) const;
    [[nodiscard]] static Answer sentence(const QString &text);
    /// What was asked: query, and sources.
    void cite(Answer &answer, const Findings &findings) const;
    /// Sets text and detail, both within their limits.
    static void say(Answer &answer, const QString &sentences, const QStringList &details);

private:
    [[nodiscard]] QString summaryOf(const QString &command) const;

    const core::Catalog &m_catalog;
};

} // namespace assistant
