// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QStringList>

#include <array>
#include <optional>

namespace client {

/// The hours of each weekday in which somebody wants peace.
class QuietHours
{
public:
    /// From when on that day until when; an end that is not after the beginning is on the next day.
    struct Day
    {
        bool isOn = false;
        QTime from{22, 0};
        QTime until{7, 0};

        friend bool operator==(const Day &, const Day &) = default;
    };

    /// 1 is Monday, as Qt counts.
    [[nodiscard]] const Day &day(int weekday) const { return m_days[size_t(weekday - 1)]; }
    void setDay(int weekday, const Day &day) { m_days[size_t(weekday - 1)] = day; }
    /// When the hours end that `at`, a local time, is in; nothing: it is in none.
    [[nodiscard]] std::optional<QDateTime> endAt(const QDateTime &at) const;

    /// "1 22:00-07:00" for each day that has some, and with "off " before it where they are kept, not used.
    [[nodiscard]] QStringList words() const;
    /// What cannot be read is left out.
    [[nodiscard]] static QuietHours ofWords(const QStringList &words);

    friend bool operator==(const QuietHours &, const QuietHours &) = default;

private:
    std::array<Day, 7> m_days;
};

} // namespace client
