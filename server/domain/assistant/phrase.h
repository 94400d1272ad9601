// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/words.h"

#include <QMap>

#include <optional>

namespace assistant {

/// A way to ask something, word by word: `a|b` is one of these, `x?` need not be there, `{name}` stands for
/// one to eight words.
class Phrase
{
public:
    /// What the places of a phrase hold: which words, and how well it fits.
    struct Fit
    {
        QMap<QString, std::pair<qsizetype, qsizetype>> places; ///< first word, and behind the last
        int literal = 0;                                       ///< words that are those of the phrase
    };

    explicit Phrase(const QString &pattern);

    /// Nothing unless every word has its place.
    [[nodiscard]] std::optional<Fit> fit(const QList<Word> &words) const;
    /// The words of its own, every alternative.
    [[nodiscard]] QStringList vocabulary() const;

private:
    struct Part
    {
        QStringList words; ///< empty: a place
        QString place;
        bool isOptional = false;
    };

    bool fitFrom(const QList<Word> &words, qsizetype word, qsizetype part, Fit &fit) const;
    bool fitPlace(const QList<Word> &words, qsizetype word, qsizetype part, Fit &fit) const;

    QList<Part> m_parts;
};

} // namespace assistant
