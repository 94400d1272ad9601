// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace engine {

/// A place in the stream of facts, as a client of Socket.IO remembers it in one word.
struct StreamPlace
{
    QString epoch;
    quint64 sequence = 0;

    [[nodiscard]] QString word() const { return epoch + QLatin1Char('.') + QString::number(sequence); }
    [[nodiscard]] static std::optional<StreamPlace> of(const QString &word)
    {
        bool isNumber = false;
        const StreamPlace place{word.section(QLatin1Char('.'), 0, 0),
                                word.section(QLatin1Char('.'), 1).toULongLong(&isNumber)};
        return isNumber ? std::optional(place) : std::nullopt;
    }
};

} // namespace engine
