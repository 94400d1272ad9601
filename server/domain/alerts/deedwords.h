// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

#include <QCoreApplication>

namespace alerts {

/// What was done to an alert, as a line of a log tells it.
class DeedWords
{
    Q_DECLARE_TR_FUNCTIONS(alerts::DeedWords)
public:
    /// `what`: as the alert is called there. Empty: nobody did it, and it is told of otherwise.
    static QString sentenceOf(const AlertEntry &entry, const QString &what);
};

} // namespace alerts
