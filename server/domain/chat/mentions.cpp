// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/mentions.h"

#include <algorithm>

namespace chat {

namespace {
constexpr qsizetype longestName = 128;

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') || c == QLatin1Char('.');
}

/// What follows an @ and looks like a user name.
QString nameAt(const QString &text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && end - start < longestName && isNamePart(text.at(end)))
        ++end;
    // A dot or a dash at the end belongs to the sentence.
    while (end > start && !text.at(end - 1).isLetterOrNumber() && text.at(end - 1) != QLatin1Char('_'))
        --end;
    return text.mid(start, end - start);
}

bool isShownAt(const QString &text, qsizetype start, const QString &name)
{
    if (name.isEmpty() || text.mid(start, name.size()).compare(name, Qt::CaseInsensitive) != 0)
        return false;
    const qsizetype end = start + name.size();
    return end >= text.size() || !text.at(end).isLetterOrNumber();
}

/// Those whose shown name stands there, the longest one; several may have the same.
QList<Person> shownAt(const QString &text, qsizetype start, const QList<Person> &everybody)
{
    QList<Person> found;
    for (const Person &person : everybody) {
        if (!isShownAt(text, start, person.displayName))
            continue;
        if (!found.isEmpty() && found.first().displayName.size() < person.displayName.size())
            found.clear();
        if (found.isEmpty() || found.first().displayName.size() == person.displayName.size())
            found << person;
    }
    return found;
}
} // namespace

QList<Mention> mentionsIn(const QString &text, const People &people)
{
    QList<Mention> mentions;
    std::optional<QList<Person>> everybody;
    const auto add = [&mentions, &text](const QString &id, qsizetype start, qsizetype length) {
        const bool isKnown = std::any_of(mentions.begin(), mentions.end(),
                                         [&id](const Mention &known) { return known.userId == id; });
        if (!isKnown && mentions.size() < mostMentions)
            mentions << Mention{id, text.mid(start - 1, length + 1)};
    };
    for (qsizetype at = text.indexOf(QLatin1Char('@')); at >= 0;
         at = text.indexOf(QLatin1Char('@'), at + 1)) {
        if (at > 0 && text.at(at - 1).isLetterOrNumber())
            continue;
        const qsizetype start = at + 1;
        const QString name = nameAt(text, start);
        if (!everybody)
            everybody = people.everybody();
        const QList<Person> shown = shownAt(text, start, *everybody);
        if (!shown.isEmpty() && shown.first().displayName.size() >= name.size()) {
            for (const Person &person : shown)
                add(person.id, start, person.displayName.size());
        } else if (name.compare(QLatin1String("here"), Qt::CaseInsensitive) == 0) {
            add({}, start, name.size());
        } else if (const auto person = name.isEmpty() ? std::nullopt : people.find(name)) {
            add(person->id, start, name.size());
        }
    }
    return mentions;
}

} // namespace chat
