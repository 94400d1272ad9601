// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/sketch.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace automation {

namespace {
constexpr std::array<std::pair<char, qint64>, 4> units{{{'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}}};
constexpr double mostWhole = 1e15;

// A word as the language of conditions has it, or anything in quotes.
const QString anyName = QStringLiteral("([\\p{L}_*][\\p{L}\\p{N}_*.:/@-]*|\"(?:[^\"\\\\]|\\\\.)*\")");
const QString anyNumber = QStringLiteral("(-?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");
const QString anyTime = QStringLiteral("((?:\\d+[dhms])+)");
const QString anySign = QStringLiteral("(>=|<=|>|<)");

QRegularExpression whole(QString pattern)
{
    pattern.replace(u' ', QLatin1String("\\s*"));
    return QRegularExpression(u'^' + QStringLiteral("\\s*") + pattern + QStringLiteral("\\s*$"),
                              QRegularExpression::UseUnicodePropertiesOption);
}

QString bare(const QString &name)
{
    if (!name.startsWith(u'"'))
        return name;
    QString out;
    for (qsizetype i = 1; i + 1 < name.size(); ++i) {
        if (name.at(i) == u'\\')
            ++i;
        out += name.at(i);
    }
    return out;
}

QString quotedIfNeeded(const QString &name)
{
    static const QRegularExpression plain = whole(anyName);
    static const QStringList keywords{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not"),
                                      QStringLiteral("raise")};
    if (!name.contains(u'"') && !keywords.contains(name) && name == name.trimmed() &&
        plain.match(name).hasMatch())
        return name;
    QString text = name;
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + text + u'"';
}

QString writtenNumber(double value)
{
    if (value == std::floor(value) && std::abs(value) < mostWhole)
        return QString::number(qint64(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// The threshold of a match: the word `raise`, a number or a time.
bool takeThreshold(const QString &text, Sketch &sketch)
{
    if (text == QLatin1String("raise"))
        return true;
    if (const auto time = secondsOf(text)) {
        sketch.threshold = double(*time);
        return true;
    }
    bool isNumber = false;
    sketch.threshold = text.toDouble(&isNumber);
    return isNumber;
}

std::optional<Sketch> measureIn(const QString &condition)
{
    static const QRegularExpression pattern =
        whole(QStringLiteral("(avg|min|max|sum|rate|delta|p95|last) \\( ") + anyName +
              QStringLiteral(" \\[ ") + anyTime + QStringLiteral(" \\] \\) ") + anySign +
              QStringLiteral(" (raise|") + anyTime + u'|' + anyNumber + u')');
    const QRegularExpressionMatch match = pattern.match(condition);
    if (!match.hasMatch())
        return std::nullopt;
    Sketch sketch;
    sketch.aggregate = match.captured(1);
    sketch.name = bare(match.captured(2));
    sketch.window = secondsOf(match.captured(3)).value_or(0);
    sketch.sign = match.captured(4);
    return takeThreshold(match.captured(5), sketch) ? std::optional(sketch) : std::nullopt;
}

std::optional<Sketch> forecastIn(const QString &condition)
{
    static const QRegularExpression pattern =
        whole(QStringLiteral("predict \\( ") + anyName + QStringLiteral(" \\[ ") + anyTime +
              QStringLiteral(" \\] , ") + anyNumber + QStringLiteral(" \\) < (raise|") + anyTime + u'|' +
              anyNumber + u')');
    const QRegularExpressionMatch match = pattern.match(condition);
    if (!match.hasMatch())
        return std::nullopt;
    Sketch sketch;
    sketch.form = Sketch::Form::Forecast;
    sketch.name = bare(match.captured(1));
    sketch.window = secondsOf(match.captured(2)).value_or(0);
    sketch.target = match.captured(3).toDouble();
    sketch.sign = QStringLiteral("<");
    return takeThreshold(match.captured(4), sketch) ? std::optional(sketch) : std::nullopt;
}

std::optional<Sketch> stateIn(const QString &condition)
{
    static const QRegularExpression pattern =
        whole(anyName + QStringLiteral(" (\\{ expected = \"up\" \\})? (==|!=) ") + anyName);
    const QRegularExpressionMatch match = pattern.match(condition);
    if (!match.hasMatch())
        return std::nullopt;
    Sketch sketch;
    sketch.form = Sketch::Form::State;
    sketch.name = bare(match.captured(1));
    sketch.isExpectedUp = !match.captured(2).isEmpty();
    sketch.isNot = match.captured(3) == QLatin1String("!=");
    sketch.state = bare(match.captured(4));
    return sketch;
}
} // namespace

std::optional<qint64> secondsOf(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("(\\d{1,9})([dhms])"));
    if (!QRegularExpression(u'^' + anyTime + u'$').match(text).hasMatch())
        return std::nullopt;
    qint64 sum = 0;
    for (auto parts = part.globalMatch(text); parts.hasNext();) {
        const QRegularExpressionMatch match = parts.next();
        const auto *unit = std::find_if(units.begin(), units.end(), [&](const auto &known) {
            return match.captured(2) == QLatin1Char(known.first);
        });
        sum += match.captured(1).toLongLong() * unit->second;
    }
    return sum;
}

QString writtenSeconds(qint64 seconds)
{
    for (const auto &[letter, length] : units) {
        if (seconds >= length && seconds % length == 0)
            return QString::number(seconds / length) + QLatin1Char(letter);
    }
    return QStringLiteral("0s");
}

QString Sketch::condition() const
{
    if (form == Form::State) {
        return quotedIfNeeded(name) + (isExpectedUp ? QStringLiteral("{expected=\"up\"}") : QString()) +
               (isNot ? QStringLiteral(" != ") : QStringLiteral(" == ")) + quotedIfNeeded(state);
    }
    const QString number = threshold ? writtenNumber(*threshold) : QStringLiteral("raise");
    const QString range = quotedIfNeeded(name) + u'[' + writtenSeconds(window) + u']';
    if (form == Form::Forecast)
        return QStringLiteral("predict(%1, %2) %3 %4").arg(range, writtenNumber(target), sign, number);
    return QStringLiteral("%1(%2) %3 %4").arg(aggregate, range, sign, number);
}

std::optional<Sketch> sketchOf(RuleKind kind, const QString &condition)
{
    if (kind == RuleKind::State)
        return stateIn(condition);
    if (kind != RuleKind::Metric)
        return std::nullopt;
    if (auto measure = measureIn(condition))
        return measure;
    return forecastIn(condition);
}

} // namespace automation
