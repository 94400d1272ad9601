// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/filtergrammar.h"

#include <QStringList>

namespace client {

/// One term of a filter as it was typed: words to be found, or a key, how it compares, and with what.
struct FilterTerm
{
    QString key;       ///< lower case; empty: words
    QString op;        ///< : = < > <= >=
    QStringList words; ///< alternatives behind a key; one where there is no key
    bool isNegated = false;
    qsizetype at = 0;
    qsizetype length = 1;

    [[nodiscard]] FilterFlaw flaw(const QString &why) const { return {at, length, why}; }
};

/// The terms of a filter, of which all must hold: words, "words in quotes", `key:value,other`, `key>=3`, and
/// any of these with a `!` or a `-` before it. What the keys mean is said by who reads them.
struct FilterTerms
{
    QList<FilterTerm> terms;
    std::optional<FilterFlaw> flaw; ///< set: the terms are not to be used

    static FilterTerms read(const QString &text);
    /// The seconds of 90s, 15m, 2h or 7d.
    static std::optional<double> secondsIn(QString word);
    /// Whether a number is as a term's operator says.
    static bool compares(const QString &op, double value, double limit);
};

} // namespace client
