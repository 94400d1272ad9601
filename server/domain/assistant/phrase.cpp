// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/phrase.h"

#include <algorithm>

namespace assistant {

namespace {
constexpr qsizetype longestPlace = 8;
}

Phrase::Phrase(const QString &pattern)
{
    const QStringList parts = pattern.split(u' ', Qt::SkipEmptyParts);
    for (QString text : parts) {
        Part part;
        part.isOptional = text.endsWith(u'?');
        if (part.isOptional)
            text.chop(1);
        if (text.startsWith(u'{'))
            part.place = text.mid(1, text.size() - 2);
        else
            part.words = text.split(u'|');
        m_parts << part;
    }
}

std::optional<Phrase::Fit> Phrase::fit(const QList<Word> &words) const
{
    Fit fit;
    if (!fitFrom(words, 0, 0, fit))
        return std::nullopt;
    return fit;
}

bool Phrase::fitFrom(const QList<Word> &words, qsizetype word, qsizetype part, Fit &fit) const
{
    if (part == m_parts.size())
        return word == words.size();
    const Part &here = m_parts.at(part);
    if (!here.place.isEmpty()) {
        if (fitPlace(words, word, part, fit))
            return true;
    } else if (word < words.size() &&
               std::any_of(here.words.begin(), here.words.end(),
                           [&](const QString &each) { return words.at(word).is(each); })) {
        ++fit.literal;
        if (fitFrom(words, word + 1, part + 1, fit))
            return true;
        --fit.literal;
    }
    return here.isOptional && fitFrom(words, word, part + 1, fit);
}

bool Phrase::fitPlace(const QList<Word> &words, qsizetype word, qsizetype part, Fit &fit) const
{
    const QString &place = m_parts.at(part).place;
    const qsizetype furthest = std::min(words.size(), word + longestPlace);
    for (qsizetype end = word + 1; end <= furthest; ++end) {
        fit.places.insert(place, {word, end});
        if (fitFrom(words, end, part + 1, fit))
            return true;
    }
    fit.places.remove(place);
    return false;
}

QStringList Phrase::vocabulary() const
{
    QStringList words;
    for (const Part &part : m_parts)
        words << part.words;
    return words;
}

} // namespace assistant
