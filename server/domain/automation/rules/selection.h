// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/inputs.h"
#include "domain/automation/rules/scanner.h"

#include <QList>

namespace automation::rules {

/// Whether `*` in the pattern can stand for something so that it is the text.
bool fits(QStringView pattern, QStringView text);

/// What a label has to be, or must not be. A label that is not there is the empty text.
struct Matcher
{
    QString label;
    QString pattern;
    bool isNot = false;

    [[nodiscard]] bool matches(const Labels &labels) const;
    friend bool operator==(const Matcher &, const Matcher &) = default;
};

/// Series, or kinds of state, by name and labels: interface.*.errors{role="uplink"}.
struct Selection
{
    QString name; ///< `*` stands for anything
    QList<Matcher> labels;

    [[nodiscard]] bool hasPattern() const { return name.contains(u'*'); }
    [[nodiscard]] bool matches(const QString &other, const Labels &labels) const;
    [[nodiscard]] bool matchesLabels(const Labels &labels) const;
    [[nodiscard]] QString text() const;
    friend bool operator==(const Selection &, const Selection &) = default;
};

/// Reads a selection. Errors: Invalid, with the place.
core::Result<Selection> readSelection(Scanner &scanner);

} // namespace automation::rules
