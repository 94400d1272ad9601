// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "domain/assistant/query.h"

#include <QSet>

namespace assistant {

/// Makes an answer of what a model wrote: plain text without links, references to things that were looked up,
/// and proposals where a line of its own is one the asker may run. What strangers wrote proposes nothing.
class Phrasing
{
public:
    /// `findings`: all the model was shown. The catalogue outlives this.
    Phrasing(const core::Catalog &catalog, const core::Principal &caller, const Findings &findings);

    /// Sets text, detail, references and proposals.
    void phrase(Answer &answer, const QString &written) const;

    /// Without what is no text for people: control characters, links, Markdown.
    [[nodiscard]] static QString plainText(const QString &written);

private:
    void collect(const QJsonValue &value, const QString &key);
    [[nodiscard]] std::optional<Proposal> proposalOf(const QString &line) const;
    [[nodiscard]] std::optional<Proposal> checked(Proposal proposal) const;
    [[nodiscard]] bool isForeign(const QString &line) const;
    [[nodiscard]] QList<Reference> mentioned(const QString &text) const;

    const core::Catalog &m_catalog;
    const core::Principal &m_caller;
    QList<Reference> m_things;
    QSet<QString> m_ids;
    QStringList m_texts; ///< what strangers wrote, folded
};

} // namespace assistant
