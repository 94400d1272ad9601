// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>

#include <optional>

namespace alerts {

/// A line of a calendar: NAME *(;PARAMETER=value) : value (RFC 5545, 3.1).
struct ContentLine
{
    QString name;
    QMap<QString, QString> parameters;
    QString value;

    /// Nothing: it is none.
    static std::optional<ContentLine> of(const QString &text);
    /// What its value stands for, where that is a text.
    [[nodiscard]] QString text() const;
};

} // namespace alerts
