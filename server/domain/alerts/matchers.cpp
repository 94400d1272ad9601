// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/matchers.h"

#include "core/schema.h"
#include "domain/alerts/matchertext.h"

#include <algorithm>
#include <re2/re2.h>

namespace alerts {

namespace {
constexpr int mostPatternBytes = 1 << 20; ///< that RE2 may use for one

bool isPattern(const Matcher &matcher)
{
    return matcher.comparison == Comparison::Matches || matcher.comparison == Comparison::MatchesNot;
}

re2::RE2::Options patternOptions()
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(mostPatternBytes);
    options.set_dot_nl(true);
    return options;
}

bool holds(const Matcher &matcher, const re2::RE2 *pattern, const QString &value)
{
    if (pattern == nullptr)
        return (value == matcher.value) == (matcher.comparison == Comparison::Equal);
    const QByteArray bytes = value.toUtf8();
    const re2::StringPiece piece(bytes.constData(), size_t(bytes.size()));
    return re2::RE2::FullMatch(piece, *pattern) == (matcher.comparison == Comparison::Matches);
}
} // namespace

core::Result<Matchers> Matchers::parse(const QString &text)
{
    const auto list = MatcherText::parse(text);
    return list ? of(*list) : list.error();
}

core::Result<Matchers> Matchers::of(const QList<Matcher> &list)
{
    if (list.isEmpty() || list.size() > most) {
        return core::Error{core::ErrorCode::Invalid,
                           tr("Say by which labels, such as site=\"north\"; %1 at most.").arg(most)};
    }
    Matchers out;
    out.m_list = list;
    for (const Matcher &matcher : list) {
        out.m_patterns.emplace_back();
        if (auto flaw = core::flawOf(matcher, QStringLiteral("matchers")))
            return *flaw;
        if (!MatcherText::isName(matcher.label)) {
            return core::Error{core::ErrorCode::Invalid,
                               tr("“%1” is no name of a label: letters, digits and _, no digit first.")
                                   .arg(matcher.label.left(64))};
        }
        if (!isPattern(matcher))
            continue;
        const auto pattern = std::make_shared<const re2::RE2>(matcher.value.toStdString(), patternOptions());
        if (!pattern->ok()) {
            return core::Error{core::ErrorCode::Invalid,
                               tr("The pattern of %1 cannot be understood: %2.")
                                   .arg(matcher.label, QString::fromStdString(pattern->error()))};
        }
        out.m_patterns.back() = pattern;
    }
    // As Alertmanager: one at least must ask for something that is there.
    const bool isForAll = std::all_of(list.begin(), list.end(), [&](const Matcher &matcher) {
        return holds(matcher, out.m_patterns.at(size_t(&matcher - list.constData())).get(), QString());
    });
    if (isForAll) {
        return core::Error{
            core::ErrorCode::Invalid,
            tr("This would hold for every alert there is; ask for one label that must be there.")};
    }
    return out;
}

bool Matchers::match(const Labels &labels) const
{
    for (qsizetype i = 0; i < m_list.size(); ++i) {
        const Matcher &matcher = m_list.at(i);
        if (!holds(matcher, m_patterns.at(size_t(i)).get(), labels.value(matcher.label)))
            return false;
    }
    return true;
}

bool Matchers::canMatch(const Labels &labels) const
{
    for (qsizetype i = 0; i < m_list.size(); ++i) {
        const auto known = labels.constFind(m_list.at(i).label);
        if (known != labels.constEnd() && !holds(m_list.at(i), m_patterns.at(size_t(i)).get(), *known))
            return false;
    }
    return true;
}

QString Matchers::textOf(const QList<Matcher> &list) { return MatcherText::write(list); }

QString severityWord(int severity)
{
    constexpr std::array words{"info", "low", "medium", "high", "critical"};
    return QLatin1String(words.at(size_t(std::clamp(severity - 1, 0, 9) / 2)));
}

Matchers::Labels matchable(const Alert &alert)
{
    Matchers::Labels labels = alert.labels;
    labels.insert(QStringLiteral("source"), alert.source);
    labels.insert(QStringLiteral("kind"), QLatin1String(core::Words<Kind>::list.at(size_t(alert.alertType))));
    labels.insert(QStringLiteral("subject"), alert.subjectId);
    labels.insert(QStringLiteral("severity"), severityWord(alert.severity));
    return labels;
}

} // namespace alerts
