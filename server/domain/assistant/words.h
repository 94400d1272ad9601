// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace assistant {

/// A word of a question: as it is compared, and where it stands.
struct Word
{
    QString text;
    QString loose; ///< with a, o and u for ae, oe and ue, as ä, ö and ü may be written
    qsizetype begin = 0;
    qsizetype end = 0;

    /// A word without umlauts is this one, however it is written.
    [[nodiscard]] bool is(QStringView word) const { return text == word || loose == word; }
};

/// Without case and accents; ß is ss.
QString folded(QStringView text);
/// The words of a question, folded, without the marks around them; at most 60.
QList<Word> wordsOf(const QString &question);
/// One word, folded, and its loose form.
Word wordOf(const QString &foldedText, qsizetype begin = 0, qsizetype end = 0);
/// How many letters are to be changed, added, left out or swapped with their neighbour to make one of the
/// other; more than `most` is not counted further.
int distanceOf(QStringView a, QStringView b, int most);
/// How many slips are forgiven in a name of this length.
int slipsForgiven(qsizetype length);
/// What strangers named, fit to stand in a sentence: no control and formatting characters, not too long.
QString plain(const QString &foreign, qsizetype longest = 80);
/// At most so many UTF-16 units, ending in … where something is left out; no character is halved.
QString clipped(const QString &text, qsizetype longest);

} // namespace assistant
