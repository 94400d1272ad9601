// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"

#include <optional>
#include <vector>

namespace client {

/// Why a filter cannot be read, and where that is in what was typed.
struct FilterFlaw
{
    qsizetype at = 0; ///< from 0
    qsizetype length = 1;
    QString why; ///< a sentence for people
};

/// Which facts a person wants to see. Written as terms between spaces, of which all must hold:
/// `topic:metrics.*,chat.message`, `priority>=7`, `source:agent-*`, words that stand in the fact's JSON text,
/// "words in quotes", and any of these with a `!` before it, which then must not hold.
class EventFilter
{
public:
    struct Reading;

    /// Reads what was typed; nothing typed lets everything through.
    [[nodiscard]] static Reading read(const QString &text);
    /// What lets facts of the same kind from the same source through.
    [[nodiscard]] static QString like(const core::Event &event);
    /// A word as it must be typed to be found as it is.
    [[nodiscard]] static QString quoted(const QString &word);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// `json`: the fact as text.
    [[nodiscard]] bool passes(const core::Event &event, const QByteArray &json) const;

private:
    friend class FilterReader;

    enum class Kind { Topic, Priority, Source, Text };
    struct Term
    {
        Kind kind = Kind::Text;
        bool isNegated = false;
        QStringList words; ///< alternatives
        int least = 1;     ///< of the priority
        int most = 10;
    };

    [[nodiscard]] static bool holds(const Term &term, const core::Event &event, const QString &text);

    std::vector<Term> m_terms;
    bool m_hasText = false; ///< some term looks into the text
};

struct EventFilter::Reading
{
    EventFilter filter;
    std::optional<FilterFlaw> flaw; ///< set: the filter is not to be used
};

} // namespace client
