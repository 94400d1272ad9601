// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "core/result.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace re2 {
class RE2;
}

namespace alerts {

/// What labels must be, as Prometheus and Alertmanager write it: {site="north", port=~"eth[0-9]+"}. All of it
/// must hold; a label that is not there is empty. Patterns match the whole of a value.
class Matchers
{
    Q_DECLARE_TR_FUNCTIONS(alerts::Matchers)
public:
    using Labels = QMap<QString, QString>;
    static constexpr int most = 32;

    /// Braces may be left out, and the quotes of a simple value. Errors: Invalid, with what was expected
    /// where.
    static core::Result<Matchers> parse(const QString &text);
    /// Errors: Invalid: none, too many, a pattern that cannot be understood, or one that all alerts match.
    static core::Result<Matchers> of(const QList<Matcher> &list);

    [[nodiscard]] bool match(const Labels &labels) const;
    /// Whether something can match of which no more than these labels are known: others may be anything.
    [[nodiscard]] bool canMatch(const Labels &labels) const;
    [[nodiscard]] const QList<Matcher> &list() const { return m_list; }
    /// As it is written in one way; `parse` reads it back.
    [[nodiscard]] QString toString() const { return textOf(m_list); }
    static QString textOf(const QList<Matcher> &list);

private:
    QList<Matcher> m_list;
    std::vector<std::shared_ptr<const re2::RE2>> m_patterns; ///< null where nothing is compared by one
};

/// What an alert's matchers are compared with: its labels, and source, kind, subject and severity.
Matchers::Labels matchable(const Alert &alert);
/// low, medium, high or critical; info.
QString severityWord(int severity);

} // namespace alerts
