// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QString>

#include <optional>

namespace automation::rules {

/// What a condition is made of.
struct Token
{
    enum class Kind { Word, Quoted, Number, Duration, Symbol, End, Wrong };

    Kind kind = Kind::End;
    QString text;        ///< as meant: without its quotes
    double number = 0;   ///< of a duration: seconds
    qsizetype place = 0; ///< from 0
};

/// Takes a condition apart, one token at a time; it always knows where it is, for its sentences.
class Scanner
{
public:
    explicit Scanner(const QString &text);

    [[nodiscard]] const Token &next() const { return m_next; } ///< not taken yet
    Token take();
    /// Takes it when it is this symbol, or this word.
    bool takes(QLatin1String text);
    /// Takes what has to come now. Errors: Invalid, with the place.
    core::Result<void> expect(QLatin1String symbol);
    /// A name: a word, or anything in quotes.
    core::Result<QString> expectName(const QString &what);
    /// A number, or a time in seconds.
    core::Result<double> expectNumber();
    [[nodiscard]] core::Error expected(const QString &what) const;
    [[nodiscard]] core::Error wrongAt(qsizetype place, const QString &sentence) const;

private:
    Token scan();
    Token scanWord();
    Token scanNumber();
    Token scanQuoted();
    [[nodiscard]] QChar at(qsizetype place) const;

    QString m_text;
    qsizetype m_place = 0;
    Token m_next;
};

/// Whether it reads back as a word, or needs quotes.
bool isPlainWord(const QString &text);
/// A name as it is written in a condition.
QString written(const QString &name);
/// The shortest text that reads back to this number.
QString writtenNumber(double value);
/// "24h", of seconds; in the largest unit that fits.
QString writtenTime(double seconds);
/// Seconds of "90s", "1h30m"; nothing for anything else.
std::optional<double> timeOf(QStringView text);

} // namespace automation::rules
