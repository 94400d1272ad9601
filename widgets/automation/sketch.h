// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"

#include <optional>

namespace automation {

/// A condition as the fields of a form hold it. What does not fit them stays the text it is.
struct Sketch
{
    enum class Form { Measure, State, Forecast };

    Form form = Form::Measure;
    QString aggregate = QStringLiteral("avg");
    QString name =
        QStringLiteral("cpu.usage"); ///< of a series or of a kind of state; `*` stands for anything
    qint64 window = 60;              ///< seconds
    double target = 100;             ///< of a forecast
    QString sign = QStringLiteral(">=");
    std::optional<double> threshold; ///< none: the word `raise`
    QString state;
    bool isNot = false;
    bool isExpectedUp = false; ///< only of what should be up

    [[nodiscard]] QString condition() const;
    friend bool operator==(const Sketch &, const Sketch &) = default;
};

/// What the form would show of a condition; nothing where it would lose something.
std::optional<Sketch> sketchOf(RuleKind kind, const QString &condition);

/// Seconds of "90s" or "1h30m".
std::optional<qint64> secondsOf(const QString &text);
/// "90s", "24h": in the largest unit that fits.
QString writtenSeconds(qint64 seconds);

} // namespace automation
