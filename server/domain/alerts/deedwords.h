// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"

#include <QCoreApplication>

namespace alerts {

/// What was done to an alert, as a line of a log tells it.
class DeedWords
{
    Q_DECLARE_TR_FUNCTIONS(alerts::DeedWords)
public:
    /// `what`: as the alert is called there. Empty: nobody did it, and it is told of otherwise.
    static QString sentenceOf(const AlertEntry &entry, const QString &what);
    /// `by`: who set it, or ended it. Without matchers it is not said of what it is.
    static QString sentenceOf(const Silence &silence, const QString &by);
};

} // namespace alerts
