// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace alerts {

/// How often something comes again, as far as people choose it here: every so many days, weeks on some days,
/// or months on one day. Written and read as an RRULE.
class Rrule
{
public:
    enum class Every { Day, Week, Month };

    /// Nothing: it is more than can be chosen here.
    static std::optional<Rrule> parse(const QString &text);
    [[nodiscard]] static Rrule daily() { return {}; }
    /// `days` are 1 (Monday) to 7.
    [[nodiscard]] static Rrule weekly(const QList<int> &days);
    [[nodiscard]] static Rrule monthly(int day);

    [[nodiscard]] QString toString() const;
    [[nodiscard]] Every every() const { return m_every; }
    [[nodiscard]] const QList<int> &days() const { return m_days; }
    [[nodiscard]] int interval() const { return m_interval; }
    /// 0: that of the first time.
    [[nodiscard]] int monthDay() const { return m_monthDay; }
    [[nodiscard]] const std::optional<QDate> &until() const { return m_until; }

private:
    Every m_every = Every::Day;
    int m_interval = 1;
    QList<int> m_days; ///< of the week
    int m_monthDay = 0;
    std::optional<QDate> m_until;
};

} // namespace alerts
