// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/querybook.h"

#include "domain/assistant/naming.h"

#include <QSet>

#include <algorithm>

namespace assistant {

namespace {
QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

/// What is polite and says nothing.
const QSet<QString> &fillers()
{
    static const QSet<QString> words = setOf(
        "please right bitte mal denn gerade eigentlich currently now jetzt just the der die das den dem des "
        "ein "
        "eine "
        "einen einem einer a me mir uns momentan derzeit aktuell doch so all alle our unser unsere unserem");
    return words;
}

/// What a question may begin with before it begins.
const QSet<QString> &openings()
{
    static const QSet<QString> words = setOf(
        "hey hi hello hallo can could would you kannst konntest du show tell give list zeig zeige sag sage "
        "nenne gib liste i want to know ok okay und and also assistant assistent");
    return words;
}

QList<Word> bare(QList<Word> words)
{
    words.removeIf([](const Word &word) { return fillers().contains(word.text); });
    const auto opens = [&words] {
        const QString &first = words.first().text;
        return openings().contains(first) || (first == u"do" && words.at(1).text == u"you");
    };
    while (words.size() > 1 && opens())
        words.removeFirst();
    return words;
}

/// What was written in the places of a phrase; nothing where that cannot be what the place is for.
std::optional<QMap<QString, QString>> written(const Phrase::Fit &fit, const QList<Word> &words,
                                              const QString &question)
{
    QMap<QString, QString> out;
    for (auto place = fit.places.begin(); place != fit.places.end(); ++place) {
        const Word &first = words.at(place->first);
        const Word &last = words.at(place->second - 1);
        const QString text = question.mid(first.begin, last.end - first.begin);
        if (!Naming::isPossible(place.key(), text))
            return std::nullopt;
        out.insert(place.key(), text);
    }
    return out;
}

/// The more words a phrase knows of its own the better it fits; of two, the one that swallows less.
struct Rank
{
    int literal = 0;
    qsizetype swallowed = 0;

    [[nodiscard]] bool isBetterThan(const Rank &other) const
    {
        return literal != other.literal ? literal > other.literal : swallowed < other.swallowed;
    }
};

/// Ports, alerts and measures are words of ours, too.
Rank rankOf(const Phrase::Fit &fit)
{
    static const QStringList own{QStringLiteral("alert"), QStringLiteral("port"), QStringLiteral("measure")};
    Rank rank{fit.literal, 0};
    for (auto place = fit.places.begin(); place != fit.places.end(); ++place) {
        rank.literal += own.contains(place.key()) ? 1 : 0;
        rank.swallowed += place->second - place->first;
    }
    return rank;
}

bool mayAsk(const Query &query, const core::Principal &caller)
{
    return caller.may(query.needs) && std::all_of(query.commands.begin(), query.commands.end(),
                                                  [&](const QString &name) { return caller.mayRun(name); });
}
} // namespace

void QueryBook::add(const Query &query)
{
    Q_ASSERT_X(!m_queries.contains(query.id), "QueryBook", qPrintable(query.id));
    QList<Phrase> phrases;
    for (const QString &pattern : query.phrases)
        phrases << Phrase(pattern);
    m_phrases.emplace(query.id, phrases);
    m_queries.emplace(query.id, query);
}

std::optional<Understood> QueryBook::understand(const QString &question, const core::Principal &caller,
                                                const QDateTime &now, const QTimeZone &zone) const
{
    QList<Word> words = wordsOf(question);
    std::optional<TimeSpan> span;
    if (const auto time = timeWordsIn(words, now, zone)) {
        span = time->span;
        words.remove(time->first, time->count);
    }
    words = bare(words);
    std::optional<Understood> best;
    Rank bestRank;
    for (const auto &[id, query] : m_queries) {
        if (!mayAsk(query, caller))
            continue;
        const QList<Phrase> &phrases = m_phrases.at(id);
        for (const Phrase &phrase : phrases) {
            const auto fit = phrase.fit(words);
            const Rank rank = fit ? rankOf(*fit) : Rank();
            if (!fit || (best && !rank.isBetterThan(bestRank)))
                continue;
            if (const auto places = written(*fit, words, question)) {
                best = Understood{&query, *places, span};
                bestRank = rank;
            }
        }
    }
    return best;
}

QStringList QueryBook::examplesFor(const QString &question, const core::Principal &caller,
                                   qsizetype most) const
{
    const QList<Word> words = bare(wordsOf(question));
    QList<std::pair<int, QString>> ranked;
    for (const auto &[id, query] : m_queries) {
        if (query.example.isEmpty() || !mayAsk(query, caller))
            continue;
        QSet<QString> vocabulary;
        for (const Phrase &phrase : m_phrases.at(id)) {
            const QStringList own = phrase.vocabulary();
            vocabulary.unite({own.begin(), own.end()});
        }
        const auto known = std::count_if(words.begin(), words.end(), [&vocabulary](const Word &word) {
            return vocabulary.contains(word.text) || vocabulary.contains(word.loose);
        });
        ranked << std::pair(-int(known), query.example);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList examples;
    for (const auto &each : ranked.mid(0, most))
        examples << each.second;
    return examples;
}

QStringList QueryBook::commandsFor(const core::Principal &caller) const
{
    QStringList names;
    for (const auto &[id, query] : m_queries) {
        if (caller.may(query.needs))
            names << query.commands;
    }
    names.removeDuplicates();
    names.removeIf([&caller](const QString &name) { return !caller.mayRun(name); });
    names.sort();
    return names;
}

} // namespace assistant
