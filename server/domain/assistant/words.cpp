// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/words.h"

#include <algorithm>
#include <vector>

namespace assistant {

namespace {
constexpr qsizetype mostWords = 60;

bool isInside(QChar letter) { return letter.isLetterOrNumber() || letter.isMark(); }

/// "what's" is two words, "printer's" is the printer.
void addWord(QList<Word> &words, const QString &question, qsizetype begin, qsizetype end)
{
    while (begin < end && !isInside(question.at(begin)))
        ++begin;
    while (end > begin && !isInside(question.at(end - 1)))
        --end;
    if (begin == end)
        return;
    QString text = folded(QStringView(question).mid(begin, end - begin));
    text.replace(QChar(0x2019), u'\'');
    if (text.endsWith(u"'s")) {
        text.chop(2);
        const qsizetype apostrophe = end - 2;
        static const QStringList asking{QStringLiteral("what"),  QStringLiteral("who"),
                                        QStringLiteral("where"), QStringLiteral("how"),
                                        QStringLiteral("was"),   QStringLiteral("wie")};
        words << wordOf(text, begin, apostrophe);
        if (asking.contains(text))
            words << wordOf(QStringLiteral("is"), apostrophe, end);
        return;
    }
    words << wordOf(text, begin, end);
}
} // namespace

QString folded(QStringView text)
{
    QString out;
    const QString parts = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar letter : parts) {
        if (letter == u'ß')
            out += QLatin1String("ss");
        else if (!letter.isMark())
            out += letter;
    }
    return out;
}

QList<Word> wordsOf(const QString &question)
{
    QList<Word> words;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= question.size() && words.size() < mostWords; ++at) {
        if (at < question.size() && !question.at(at).isSpace())
            continue;
        addWord(words, question, begin, at);
        begin = at + 1;
    }
    return words;
}

Word wordOf(const QString &foldedText, qsizetype begin, qsizetype end)
{
    QString loose = foldedText;
    loose.replace(QLatin1String("ae"), QLatin1String("a"))
        .replace(QLatin1String("oe"), QLatin1String("o"))
        .replace(QLatin1String("ue"), QLatin1String("u"));
    return {foldedText, loose, begin, end};
}

int distanceOf(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    // Three rows of the usual table: a swap looks two back.
    const auto width = size_t(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (size_t column = 0; column < width; ++column)
        last[column] = int(column);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (size_t j = 1; j < width; ++j) {
            const bool isSame = a.at(i - 1) == b.at(qsizetype(j) - 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(qsizetype(j) - 2) &&
                a.at(i - 2) == b.at(qsizetype(j) - 1))
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most)
            return most + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last.back(), most + 1);
}

int slipsForgiven(qsizetype length)
{
    constexpr qsizetype tooShort = 3;
    constexpr qsizetype shortName = 6;
    constexpr qsizetype longName = 12;
    if (length <= tooShort)
        return 0;
    if (length <= shortName)
        return 1;
    return length <= longName ? 2 : 3;
}

QString plain(const QString &foreign, qsizetype longest)
{
    QString text;
    for (const QChar letter : foreign) {
        switch (letter.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format: // turns the direction of what follows, hides letters
        case QChar::Other_NotAssigned:
        case QChar::Other_PrivateUse:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            text += u' ';
            break;
        default:
            text += letter;
        }
    }
    return clipped(text.simplified(), longest);
}

QString clipped(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const qsizetype end = longest - 1;
    return text.left(text.at(end - 1).isHighSurrogate() ? end - 1 : end).trimmed() + u'…';
}

} // namespace assistant
