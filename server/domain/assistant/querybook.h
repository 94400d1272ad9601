// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/phrase.h"
#include "domain/assistant/query.h"

#include <map>

namespace assistant {

/// A question that was understood: which query it is, and what was written where.
struct Understood
{
    const Query *query = nullptr;
    QMap<QString, QString> places;
    std::optional<TimeSpan> time;
};

/// All that may be asked in words. Rooms add their queries before anybody asks.
class QueryBook
{
public:
    /// Its id is its own (asserted).
    void add(const Query &query);
    [[nodiscard]] const std::map<QString, Query> &queries() const { return m_queries; }

    /// Nothing where no query of those the caller may ask fits.
    [[nodiscard]] std::optional<Understood> understand(const QString &question, const core::Principal &caller,
                                                       const QDateTime &now, const QTimeZone &zone) const;
    /// Questions the caller may ask, those most like this one first.
    [[nodiscard]] QStringList examplesFor(const QString &question, const core::Principal &caller,
                                          qsizetype most) const;
    /// Every command a query asks that the caller may run.
    [[nodiscard]] QStringList commandsFor(const core::Principal &caller) const;

private:
    std::map<QString, Query> m_queries;
    std::map<QString, QList<Phrase>> m_phrases;
};

} // namespace assistant
